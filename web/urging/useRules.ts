import { useState } from 'react'
import { isSameRules, type UrgeRules } from '#domain/urging/rules.ts'
import { draftOf, type StageDraft, stageOf } from './stages.ts'

type Draft = { stages: StageDraft[]; every: string; byHandTo: UrgeRules['byHand']['to']; prefix: string }

const draftOfRules = ({ stages, byHand, noticePrefix }: UrgeRules): Draft => ({
  stages: stages.map(draftOf),
  every: String(byHand.everyWorkdays),
  byHandTo: byHand.to,
  prefix: noticePrefix,
})

const everyIn = (text: string): number | null => {
  const value = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= 20 ? value : null
}

/** The rules while they are edited: as typed, and as what they mean once all of it can be read. */
export function useRules(stored: UrgeRules) {
  const [draft, setDraft] = useState(() => draftOfRules(stored))
  const stages = draft.stages.map(stageOf)
  const everyWorkdays = everyIn(draft.every)
  const readable = stages.flatMap((stage) => stage ?? [])
  const isComplete = readable.length === stages.length && everyWorkdays !== null
  const rules: UrgeRules | null = isComplete
    ? { stages: readable, byHand: { everyWorkdays, to: draft.byHandTo }, noticePrefix: draft.prefix.trim() }
    : null
  const change = (key: number, changes: Partial<StageDraft>) =>
    setDraft({ ...draft, stages: draft.stages.map((one) => (one.key === key ? { ...one, ...changes } : one)) })
  const nextKey = Math.max(-1, ...draft.stages.map(({ key }) => key)) + 1
  return {
    draft,
    rules,
    everyWorkdays,
    unread: stages.flatMap((stage, index) => (stage === null ? [index + 1] : [])),
    isChanged: rules === null || !isSameRules(rules, stored),
    change,
    add: (subject: StageDraft['subject']) =>
      setDraft({
        ...draft,
        stages: [
          ...draft.stages,
          draftOf({ subject, level: null, offsetWorkdays: 1, to: ['unitHead'], notice: null }, nextKey),
        ],
      }),
    remove: (key: number) => setDraft({ ...draft, stages: draft.stages.filter((one) => one.key !== key) }),
    take: (preset: UrgeRules) => setDraft({ ...draftOfRules(preset), prefix: draft.prefix }),
    setEvery: (every: string) => setDraft({ ...draft, every }),
    setPrefix: (prefix: string) => setDraft({ ...draft, prefix }),
  }
}
export type EditedRules = ReturnType<typeof useRules>
