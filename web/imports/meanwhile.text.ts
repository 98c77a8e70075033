const zh = {
  title: '您写的时候，这一项被改过',
  cell: '栏目',
  stored: '现在存的',
  mine: '您写的',
  untouched: '您没有动',
  advice: '再存一次，以您写的为准；要留现在存的，请按 Esc。',
}

const en: typeof zh = {
  title: 'Changed by somebody else while you were writing',
  cell: 'Cell',
  stored: 'Stored now',
  mine: 'Yours',
  untouched: 'not touched by you',
  advice: 'Save again to put yours in its place, or press Esc to keep what is stored.',
}

/** Words of a row that somebody else changed while its form was open. */
export const meanwhileText = { zh, en }
