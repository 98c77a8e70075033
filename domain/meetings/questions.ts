import type { Day } from '../calendar/calendar.ts'
import type { AnswerKind } from '../difficulties/difficulty.ts'
import type { Light } from '../lights/light.ts'
import type { Language } from '../refusal.ts'
import { fillSentence, type SentenceFacts, type SentenceText } from '../sentence.ts'

/** What the facts ask by themselves, for those who lead the meeting. They suggest a question, never an answer. */
export const QUESTIONS = {
  lightChangedTwice: {
    zh: '{code} {title}：三个月内灯变了 {count} 次（{lights}），请说明原因和今后的把握。',
    en: '{code} {title}: its light changed {count} times in three months ({lights}). Why, and how sure is it now?',
  },
  extendedTwice: {
    zh: '{code} {title}：已延期 {count} 次（原定 {originalDueOn}，现定 {currentDueOn}），这次凭什么能按期？',
    en: '{code} {title}: extended {count} times (first {originalDueOn}, now {currentDueOn}). What makes this date hold?',
  },
  counterpartSilent: {
    zh: '困难“{title}”：{unit}在期限内没有答复，请当面说明。',
    en: 'Difficulty “{title}”: {unit} did not answer in time. What does it say?',
  },
  passedInRing: {
    zh: '困难“{title}”：在 {units} 之间转了一圈，请确定由谁负责。',
    en: 'Difficulty “{title}” went round between {units}. Whose is it?',
  },
  claimWithoutEvidence: {
    zh: '{code} {title}：报送节点“{milestone}”完成，没有佐证材料，请说明。',
    en: '{code} {title}: milestone “{milestone}” was claimed without evidence. What shows it?',
  },
} as const satisfies Record<string, SentenceText>
export type QuestionCode = keyof typeof QUESTIONS
export const QUESTION_CODES = Object.keys(QUESTIONS) as [QuestionCode, ...QuestionCode[]]

/** A question as it is kept: its facts, so that each reader has its sentence. */
export type Question = { code: QuestionCode; unitId: string; facts: SentenceFacts }

/** A question in words, as the chair may ask it. */
export const questionSentence = ({ code, facts }: Pick<Question, 'code' | 'facts'>, language: Language): string =>
  fillSentence(QUESTIONS[code], facts, language)

/** What is asked about a task. */
export type QuestionedTask = {
  unitId: string
  code: string
  title: string
  originalDueOn: Day
  currentDueOn: Day
  /** Its lights over the last three months, the oldest first, today's last. */
  lights: readonly Light[]
  /** Later dates that were granted. */
  grantedCount: number
  /** Milestones claimed in a report without evidence. */
  bareClaims: readonly string[]
}

/** What is asked about a difficulty: of whom it was asked, and what came. */
export type QuestionedDifficulty = {
  title: string
  counterpart: { id: string; name: string } | null
  answerKind: AnswerKind | null
  raisedUnitId: string
  /** Names of the units of a ring; empty where there is none. */
  ring: readonly string[]
}

const changesOf = (lights: readonly Light[]): number =>
  lights.filter((light, index) => index > 0 && light !== lights[index - 1]).length

/** Twice is once too often. */
const TOO_OFTEN = 2

/** The questions that the facts ask, tasks in the order given, then difficulties. */
export function deriveQuestions(
  tasks: readonly QuestionedTask[],
  difficulties: readonly QuestionedDifficulty[],
): Question[] {
  return [...tasks.flatMap(ofTask), ...difficulties.flatMap(ofDifficulty)]
}

function ofTask(task: QuestionedTask): Question[] {
  const { unitId, code, title, lights, grantedCount, originalDueOn, currentDueOn, bareClaims } = task
  const changes = changesOf(lights)
  return [
    ...(changes >= TOO_OFTEN
      ? [
          {
            code: 'lightChangedTwice' as const,
            unitId,
            facts: { code, title, count: changes, lights: lights.map((light) => `@${light}`) },
          },
        ]
      : []),
    ...(grantedCount >= TOO_OFTEN
      ? [
          {
            code: 'extendedTwice' as const,
            unitId,
            facts: { code, title, count: grantedCount, originalDueOn, currentDueOn },
          },
        ]
      : []),
    ...bareClaims.map((milestone) => ({
      code: 'claimWithoutEvidence' as const,
      unitId,
      facts: { code, title, milestone },
    })),
  ]
}

function ofDifficulty({ title, counterpart, answerKind, raisedUnitId, ring }: QuestionedDifficulty): Question[] {
  return [
    ...(answerKind === 'noResponse' && counterpart
      ? [{ code: 'counterpartSilent' as const, unitId: counterpart.id, facts: { title, unit: counterpart.name } }]
      : []),
    ...(ring.length > 0
      ? [{ code: 'passedInRing' as const, unitId: raisedUnitId, facts: { title, units: [...new Set(ring)] } }]
      : []),
  ]
}
