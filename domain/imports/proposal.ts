import { z } from 'zod'
import { type Answer, type AnswerWord, answersTo } from './answers.ts'
import type { ReviewDoubt, ReviewDoubtCode } from './cells.ts'
import type { Draft } from './draft.ts'
import type { ModelProposal } from './proposals.contract.ts'
import type { Review } from './review.ts'
import { upTo } from '../wholeSigns.ts'

/** What a model is asked about a row. `sent` is all that leaves the system. */
export type ModelQuestion = { sent: string; offered: ReadonlyMap<string, Offered> }
type Offered = { doubt: ReviewDoubt; answers: ReadonlyMap<string, Answer> }

/** What each doubt asks. Doubts about people are missing: their names do not leave the system. */
const ASKS: Partial<Record<ReviewDoubtCode, string>> = {
  several_leads: '几家单位并列，哪一家牵头？',
  no_lead: '由哪家单位牵头？',
  collective_lead: '统称的单位牵头，怎样落实？',
  no_date: '何时完成？',
  vague_date: '何时完成？',
  several_dates: '哪一个是最后的完成时限？',
  year_assumed: '没有写年份的日期属于哪一年？',
  two_tasks: '这是一项任务还是两项？',
  unknown_unit: '这个名称指哪家单位？',
  several_units: '这个名称指哪家单位？',
  similar_task: '与已有任务是同一件事吗？',
  same_in_document: '与文中另一项是同一件事吗？',
  no_pillar: '属于哪个板块？',
  collective_support: '这个统称要不要列出所指的各单位？',
}

const WORDS: Record<AnswerWord, string> = {
  choose: '',
  splitByLead: '每家单位各立一项',
  split: '拆成两项',
  leaveEmpty: '先空着',
  keep: '照原样',
  nextYear: '改为下一年：',
  merge: '并入已有任务：',
  separate: '是另一件事',
  discard: '不要这一项',
  outside: '不是本级单位',
  expand: '列出所指的各单位',
  newTask: '作为新任务',
  carriedOver: '是结转任务',
}

const MOST_WORDS = 1500
const MOST_ANSWERS = 60
const HIDDEN_NAME = '某同志'

/** The words with people's names taken out. */
function withoutPeople(text: string, people: readonly string[]): string {
  const names = [...new Set(people)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length)
  return names.reduce((words, name) => words.replaceAll(name, HIDDEN_NAME), text)
}

/**
 * The question about a row's doubts: its words, the headings above, each doubt with its answers. Null where nothing
 * may be asked: no doubt of the kind, or a row about a task that exists.
 * @param words the row's words in the document
 * @param people names that are not to be sent
 * @param restricted ids of tasks that are not to be sent: a doubt that names one is left to people
 */
export function questionOf(
  row: { draft: Draft; review: Review; taskId: string | null },
  {
    words,
    people,
    planYear,
    restricted,
  }: { words: string; people: readonly string[]; planYear: number; restricted: ReadonlySet<string> },
): ModelQuestion | null {
  const { draft, review } = row
  if (row.taskId !== null) return null
  const offered = new Map<string, Offered>()
  const asked: string[] = []
  for (const [index, doubt] of review.doubts.entries()) {
    const question = ASKS[doubt.code]
    const answers = answersTo(doubt, { cells: review.cells, planYear, today: null }).slice(0, MOST_ANSWERS)
    if (question === undefined || answers.length < 2) continue
    if (doubt.choices.some(({ value }) => value !== null && restricted.has(value))) continue
    const key = `Q${index + 1}`
    const named = doubt.facts['name'] ?? doubt.facts['text']
    offered.set(key, { doubt, answers: new Map(answers.map((answer, at) => [`A${at + 1}`, answer])) })
    asked.push(
      `${key} ${question}${named === undefined ? '' : `（${named}）`}`,
      ...answers.map(
        (answer, at) => `  A${at + 1} ${WORDS[answer.word]}${/^\d+$/.test(answer.label) ? '' : answer.label}`,
      ),
    )
  }
  if (offered.size === 0) return null
  const hidden = [...draft.leaders, ...draft.assignees, ...people]
  const body = [...draft.sectionPath, upTo(words, MOST_WORDS), '', ...asked].join('\n')
  return { sent: withoutPeople(body, hidden), offered }
}

/** What the model is told beside the question. */
export const MODEL_RULES = `你协助核对政府工作任务。下面是文件中的一项和若干问题，每个问题有编号的答案。
只能从给出的答案里选；文件里没有依据的问题不要回答。每个回答须抄录文件中作为依据的原话（words），一字不改。
只输出 JSON：{"answers":[{"question":"Q1","answer":"A1","words":"原话"}]}。没有可回答的，输出 {"answers":[]}。`

const Answers = z.object({
  answers: z.array(z.object({ question: z.string(), answer: z.string(), words: z.string() })).max(100),
})

const squeezed = (text: string) => text.replace(/[\s\u3000]/g, '')
const TIME = /\d|[一二三四五六七八九十](?:月|季度|日)|年底|年内|全年|年末|半年|季度|月底/

/** Whether the words are the document's own, not those of the questions, and can carry the answer. */
function isGrounded(words: string, document: string, { doubt }: Offered): boolean {
  const said = squeezed(words)
  if (said.length < 2 || said.includes(HIDDEN_NAME) || !document.includes(said)) return false
  return doubt.field !== 'deadline' || TIME.test(said)
}

/**
 * What of a model's answer is taken as a proposal: an answer that was offered, by words that stand in the document.
 * Null where it is no answer at all.
 * @param document the row's words and the headings above it, as they were sent
 */
export function proposalsIn(
  answer: string,
  { sent, offered }: ModelQuestion,
): { proposals: ModelProposal[]; untakenCount: number } | null {
  const read = readAnswers(answer)
  if (!read) return null
  const document = squeezed(sent.slice(0, sent.indexOf('\n\nQ')))
  const proposals = new Map<string, ModelProposal>()
  for (const { question, answer: chosen, words } of read) {
    const of = offered.get(question)
    const found = of?.answers.get(chosen)
    if (!of || !found || !isGrounded(words, document, of)) continue
    proposals.set(of.doubt.id, { doubtId: of.doubt.id, answerId: found.id, words: words.trim().slice(0, 200) })
  }
  return { proposals: [...proposals.values()], untakenCount: read.length - proposals.size }
}

/** The JSON of an answer, also where it stands in a fence or among words. */
function readAnswers(answer: string): z.infer<typeof Answers>['answers'] | null {
  const json = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)
  try {
    const { data } = Answers.safeParse(JSON.parse(json))
    return data?.answers ?? null
  } catch {
    return null
  }
}
