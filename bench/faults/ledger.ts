import { MESSAGE_KINDS, type MessageKind } from '#domain/messages/kinds.ts'
import type { Person } from './district.ts'

/**
 * What must be there in the end, as lines of words: `facts` by what they are about, since a later change replaces them;
 * `entries` of the journal, `messages` to people and lines of `stories`, each of which stays.
 */
export type Ledger = {
  facts: Map<string, string>
  entries: string[]
  messages: string[]
  stories: string[]
  /** Letters to people who get their urgent news by mail. */
  letters: string[]
}

export const emptyLedger = (): Ledger => ({ facts: new Map(), entries: [], messages: [], stories: [], letters: [] })

// One way to write each line down, for what is expected and for what is found.
export const taskLine = (title: string, state: string, dueOn: string | null) => `task ${title}: ${state}, due ${dueOn}`
export const reportLine = (taskId: string, share: number | null, version: number) =>
  `report of ${taskId}: ${share}, version ${version}`
export const requestLine = (taskId: string, state: string) => `extension of ${taskId}: ${state}`
export const difficultyLine = (title: string, state: string, level: number) =>
  `difficulty ${title}: ${state}, level ${level}`
export const entryLine = (action: string, subjectId: string, personId: string | null) =>
  `entry ${action} ${subjectId} by ${personId ?? 'the system'}`
export const messageLine = (kind: string, subject: string, personId: string) =>
  `message ${kind} ${subject} to ${personId}`
export const letterLine = (kind: string, subject: string, personId: string) =>
  `letter ${kind} ${subject} to ${personId}`
export const supportLine = (taskId: string, unitId: string, state: string) =>
  `support of ${taskId} by ${unitId}: ${state}`
export const directiveLine = (id: string, answers: number) => `directive ${id}: ${answers} answers`
export const storyLine = (difficultyId: string, kind: string, on: string) =>
  `story of ${difficultyId}: ${kind} on ${on}`

/** Expects an entry of the journal. */
export const enter = ({ entries }: Ledger, action: string, subjectId: string, by: Person | null) =>
  void entries.push(entryLine(action, subjectId, by?.id ?? null))

/** Expects messages, one to each person; urgent ones also as letters to those who are reached by mail. */
export function told({ messages, letters }: Ledger, kind: MessageKind, subject: string, ...people: readonly Person[]) {
  messages.push(...people.map(({ id }) => messageLine(kind, subject, id)))
  if (MESSAGE_KINDS[kind].urgency !== 'now') return
  letters.push(...people.filter(({ isMailed }) => isMailed).map(({ id }) => letterLine(kind, subject, id)))
}
export const urgeLine = (key: string) => `urge ${key}`
export const noticeLine = (taskId: string, level: string, state: string) => `notice about ${taskId}: ${level}, ${state}`
