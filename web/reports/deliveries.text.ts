import { counted } from '#domain/counted.ts'
const zh = {
  title: '配合事项',
  note: '本期内该交给别的单位的；写好后随报表一起签发，即为交付，由牵头单位确认、评价',
  dueOn: (on: string) => `${on} 前`,
  of: (unit: string, code: string, title: string) => `${unit}牵头　${code}　${title}`,
  returned: (note: string) => `牵头单位退回补充：${note}`,
  what: '交付了什么',
  evidence: '佐证（函号、移交单、文件名等）',
  prefilled: '这是上次写的，还没有算进这一期。',
  keepPrefilled: '就用这段',
  goesWithSignature: '已存，签发时交付',
  nothing: '没有填写。',
  notYet: '还没有签发',
  shownBy: (words: string) => `佐证：${words}`,
  signs: (count: number) => `同时交付 ${count} 项配合事项。`,
  unwritten: (count: number) => `配合事项还有 ${count} 件没写`,
  unsaved: '还不能签发：配合事项有没存上的内容，先看那一行的提示。',
}
type DeliveriesText = typeof zh

const en: DeliveriesText = {
  title: 'What we owe others',
  note: 'due to other units by the end of this window; what you write is delivered when the sheet is signed, and the lead unit confirms and rates it',
  dueOn: (on) => `by ${on}`,
  of: (unit, code, title) => `led by ${unit}　${code}　${title}`,
  returned: (note) => `The lead unit asks for it again: ${note}`,
  what: 'What was delivered',
  evidence: 'By what it can be seen (letter, handover note, file)',
  prefilled: 'Written before; it does not count in this period yet.',
  keepPrefilled: 'Use it',
  goesWithSignature: 'Saved; delivered when the sheet is signed',
  nothing: 'Nothing is written.',
  notYet: 'not signed yet',
  shownBy: (words) => `Seen by: ${words}`,
  signs: (count) => `${counted(count, 'of what we owe others is', 'of what we owe others are')} delivered with it.`,
  unwritten: (count) => `${counted(count, 'of what we owe others is', 'of what we owe others are')} not written`,
  unsaved: 'It cannot be signed yet: something we owe others is not saved. See what its row says.',
}

/** Words of what a supporting unit delivers with its sheet, for `useText`. */
export const deliveriesText = { zh, en }
