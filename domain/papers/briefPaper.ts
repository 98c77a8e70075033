import type { Day } from '../calendar/calendar.ts'
import { wordFor } from '../glossary.ts'
import { sentenceOfAll } from '../lights/sentence.ts'
import type { CardDifficulty, CardTask, UnitCard } from '../meetings/card.ts'
import { questionSentence } from '../meetings/questions.ts'
import type { Withheld } from '../meetings/withheld.ts'
import { chineseNumber } from '../meetings/title.ts'
import type { Rate } from '../rates/rates.ts'
import { issuerOf, listed, meetingName, type PaperMeeting } from './meetingPaper.ts'
import type { GridColumn, Paper, PaperBlock } from './paper.ts'
import { paperDay, shortDay } from './standard.ts'

/** What a brief is made of: the cards as they stand on screen. */
export type BriefFacts = {
  meeting: PaperMeeting
  /** The day of the figures. */
  asOn: Day
  /** `2026年11月20日17:05`; null while they are live. */
  frozenAt: string | null
  /** The first letters of the digest that the screen shows; null while they are live. */
  digest: string | null
  planYear: number
  cards: readonly UnitCard[]
  /** Lines of the cards that are not shown. */
  withheld: Withheld
}

/** A book with its cover, or one unit's page by itself. */
export type BriefForm = 'book' | 'page'

/** The brief: for a book the cover and what is in it first, then a card a unit, each on a page of its own. */
export function briefPaper(facts: BriefFacts, form: BriefForm): Paper {
  const { cards } = facts
  return {
    head: null,
    blocks: [
      ...(form === 'book' ? frontOf(facts) : []),
      ...cards.flatMap((card, index): PaperBlock[] => [
        ...(form === 'book' || index > 0 ? [{ kind: 'pageBreak' as const }] : []),
        ...cardBlocks(facts, card),
      ]),
    ],
    foot: null,
  }
}

const markOf = ({ unit }: UnitCard): string => `unit_${unit.id.replaceAll('-', '')}`

function frontOf(facts: BriefFacts): PaperBlock[] {
  const { meeting, cards } = facts
  return [
    {
      kind: 'cover',
      titles: [meetingName(meeting), '简报'],
      lines: [
        `${paperDay(meeting.heldOn)}　${meeting.place}`,
        `共${cards.length}家单位`,
        ...measuredWords(facts).split('　'),
        issuerOf(meeting),
      ].filter((line) => line.trim() !== ''),
    },
    { kind: 'pageBreak' },
    {
      kind: 'contents',
      title: '目　录',
      entries: cards.map((card) => ({ mark: markOf(card), text: card.unit.name, note: countWords(card) })),
    },
  ]
}

/** When the figures were taken, and the sign by which paper and screen are compared. */
export const measuredWords = ({ asOn, frozenAt, digest }: BriefFacts): string =>
  frozenAt === null
    ? `数据截至${paperDay(asOn)}（未冻结）`
    : `数据冻结于${frozenAt}${digest === null ? '' : `　校验码${digest}`}`

const countWords = ({ lightCounts: { red, yellow }, difficulties }: UnitCard): string =>
  [
    red > 0 ? `红${red}` : '',
    yellow > 0 ? `黄${yellow}` : '',
    difficulties.length > 0 ? `困难${difficulties.length}` : '',
  ]
    .filter((part) => part !== '')
    .join('　')

const RATES = [
  ['milestoneOnTimeRate', '个节点'],
  ['trajectoryAttainment', '项任务'],
  ['taskCompletionRate', '项任务'],
  ['indicatorAttainment', '项指标'],
] as const

const figure = (count: number) => String(Math.round(count * 10) / 10)
/** A rate and what it is divided by: `81.3%`, `13/16个节点`; nothing is measured where nothing is due. */
const rateWords = ({ value, numerator, denominator }: Rate, measure: string) =>
  value === null
    ? { value: '—', of: `0${measure}` }
    : { value: `${figure(value * 100)}%`, of: `${figure(numerator)}/${figure(denominator)}${measure}` }

/** The four rates of a card in words, by their names, never without what they are divided by. */
export const ratesOf = ({ rates }: UnitCard): { name: string; value: string; of: string }[] =>
  RATES.map(([name, measure]) => ({ name: wordFor(name, 'zh'), ...rateWords(rates[name], measure) }))

/** Why a task is red or yellow, as its page says it. */
export const reasonWords = ({ why }: CardTask, { planYear, asOn }: BriefFacts): string =>
  sentenceOfAll(why, 2, { language: 'zh', planYear, today: asOn })

/** Lights as papers name them, for black and white. */
export const LIGHT_WORDS = { red: '红', yellow: '黄', green: '绿', blue: '蓝', grey: '灰' } as const

/** A task's date, with the original one where it was moved. */
export const dueWords = ({ currentDueOn, originalDueOn }: CardTask): string =>
  currentDueOn === originalDueOn
    ? shortDay(currentDueOn)
    : `${shortDay(currentDueOn)}（原定${shortDay(originalDueOn)}）`

/** What came of a difficulty so far, with the level it stands at. */
export const standingWords = ({ level, state, answer }: CardDifficulty): string =>
  [`${wordFor(`level.${level}`, 'zh')}，${wordFor(`difficulty.${state}`, 'zh')}`, answer?.words ?? '']
    .filter((part) => part !== '')
    .join('；')

type Section = { heading: string; blocks: PaperBlock[] }

function cardBlocks(facts: BriefFacts, card: UnitCard): PaperBlock[] {
  const sections = SECTIONS.map((section) => section(card, facts)).filter((section) => section !== null)
  return [
    { kind: 'title', text: card.unit.fullName, mark: markOf(card) },
    { kind: 'note', text: aboutWords(card) },
    { kind: 'note', text: measuredWords(facts) },
    ...withheldNotes(facts, card),
    ...sections.flatMap(({ heading, blocks }, index): PaperBlock[] => [
      { kind: 'caption', text: `${chineseNumber(index + 1)}、${heading}` },
      ...blocks,
    ]),
  ]
}

/** A line that is withheld says so, so that the page and its digest can be compared. */
export const withheldWords = ({ withheld }: BriefFacts, { unit }: UnitCard): string => {
  const count = withheld.find(({ unitId }) => unitId === unit.id)?.count ?? 0
  return count === 0 ? '' : `冻结后设为受限的内容${count}条，不列出；数字和校验码仍为冻结时的全部。`
}

const withheldNotes = (facts: BriefFacts, card: UnitCard): PaperBlock[] => {
  const text = withheldWords(facts, card)
  return text === '' ? [] : [{ kind: 'note', text }]
}

const namesOf = (people: readonly { name: string }[]): string =>
  listed(
    people.map(({ name }) => name),
    '—',
  )

const aboutWords = ({ heads, leaders, taskCount, lightCounts: { red, yellow, green, blue, grey } }: UnitCard): string =>
  `主要负责人：${namesOf(heads)}　分管领导：${namesOf(leaders)}　任务${taskCount}项：` +
  `红${red}、黄${yellow}、绿${green}、蓝${blue}、灰${grey}`

/** Each part of a card; null where a part says nothing and is not looked for. */
const SECTIONS: readonly ((card: UnitCard, facts: BriefFacts) => Section | null)[] = [
  (card) => ({
    heading: '完成情况',
    blocks: [
      grid(
        ratesOf(card).map(({ name }) => ({ head: name, width: 7, align: 'center' })),
        [ratesOf(card).map(({ value, of }) => `${value}\n${of}`)],
      ),
    ],
  }),
  ({ tasks, lightCounts: { red, yellow } }, facts) => ({
    heading: `红灯和黄灯任务（红${red}、黄${yellow}）`,
    blocks: orNone(
      tasks,
      TASK_COLUMNS,
      (task) => [
        LIGHT_WORDS[task.light],
        `${task.title}（${task.code}）`,
        reasonWords(task, facts),
        dueWords(task),
        task.assigneeName ?? '—',
      ],
      '没有红灯和黄灯任务。',
    ),
  }),
  ({ difficulties }) => ({
    heading: `困难和请求（${difficulties.length}件）`,
    blocks: orNone(
      difficulties,
      DIFFICULTY_COLUMNS,
      (one) => [
        `${one.title}（${one.taskCode}）`,
        one.ask,
        one.counterpart?.name ?? '—',
        shortDay(one.wantedOn),
        standingWords(one),
      ],
      '没有未了的困难。',
    ),
  }),
  ({ lastRulings }) =>
    listOf(`以往会议议定事项（${lastRulings.length}项）`, lastRulings, RULING_COLUMNS, (ruling) => [
      `${ruling.year}年第${ruling.meetingNumber}次会议第${ruling.number}项`,
      ruling.sentence,
      shortDay(ruling.dueOn),
      wordFor(`rulingStanding.${ruling.standing}`, 'zh'),
    ]),
  ({ dueNext }) =>
    listOf(`下步到期（${dueNext.length}个）`, dueNext, DUE_COLUMNS, ({ dueOn, code, title }) => [
      shortDay(dueOn),
      code,
      title,
    ]),
  ({ suggestions }) =>
    listOf(`意见建议（${suggestions.length}条）`, suggestions, WORDS_COLUMNS, ({ code, words }) => [code, words]),
  ({ highlights }) =>
    listOf(`亮点做法（${highlights.length}项）`, highlights, [{ head: '做法', width: 28 }], ({ title }) => [title]),
  ({ early }) => listOf(`提前完成（${early.length}项）`, early, WORDS_COLUMNS, ({ code, title }) => [code, title]),
  ({ questions }) =>
    questions.length === 0
      ? null
      : {
          heading: '会上可问',
          blocks: questions.map((question, index) => ({
            kind: 'note',
            text: `${index + 1}. ${questionSentence(question, 'zh')}`,
          })),
        },
]

const TASK_COLUMNS: readonly GridColumn[] = [
  { head: '灯', width: 2, align: 'center' },
  { head: '任务', width: 9 },
  { head: '原因', width: 9.5 },
  { head: '时限', width: 4.5 },
  { head: '责任人', width: 3, align: 'center' },
]
const DIFFICULTY_COLUMNS: readonly GridColumn[] = [
  { head: '困难', width: 7.5 },
  { head: '请求', width: 8.5 },
  { head: '请求对象', width: 4 },
  { head: '期望', width: 4.2, align: 'center' },
  { head: '进展', width: 5 },
]
const RULING_COLUMNS: readonly GridColumn[] = [
  { head: '来源', width: 6.5 },
  { head: '议定', width: 14.5 },
  { head: '时限', width: 4.2, align: 'center' },
  { head: '状态', width: 3.5, align: 'center' },
]
const DUE_COLUMNS: readonly GridColumn[] = [
  { head: '时限', width: 4.2, align: 'center' },
  { head: '编号', width: 5 },
  { head: '内容', width: 19.5 },
]
const WORDS_COLUMNS: readonly GridColumn[] = [
  { head: '编号', width: 5 },
  { head: '内容', width: 23 },
]

const grid = (columns: readonly GridColumn[], rows: readonly (readonly string[])[]): PaperBlock => ({
  kind: 'grid',
  size: 10.5,
  columns,
  rows,
})

const orNone = <Item>(
  items: readonly Item[],
  columns: readonly GridColumn[],
  row: (item: Item) => string[],
  none: string,
): PaperBlock[] => (items.length === 0 ? [{ kind: 'note', text: none }] : [grid(columns, items.map(row))])

const listOf = <Item>(
  heading: string,
  items: readonly Item[],
  columns: readonly GridColumn[],
  row: (item: Item) => string[],
): Section | null => (items.length === 0 ? null : { heading, blocks: [grid(columns, items.map(row))] })
