import { labelFor } from '../../domain/glossary.ts'
import {
  isFrozen,
  MEETING_STATES,
  MEETING_STEP_NAMES,
  type MeetingGuard,
  type MeetingState,
  meetingStepRule,
} from '../../domain/meetings/life.ts'
import type { Language } from '../../domain/refusal.ts'
import { diagram, listed, page, table, type Words } from './statePage.ts'

const HOLDS: Record<MeetingGuard, Words> = {
  chairNamed: { zh: '有主持人', en: 'a chair is named' },
  unitsNamed: { zh: '有参会单位', en: 'units take part' },
  dayNotPast: { zh: '会议日期未过', en: 'its day has not passed' },
  dayHasCome: { zh: '已到会议日期', en: 'its day has come' },
  rulingsSaved: { zh: '议定都已保存或放弃', en: 'every ruling is saved or dropped' },
  commentsAnswered: { zh: '意见都已答复', en: 'every comment is answered' },
  rulingsDone: { zh: '议定全部办结', en: 'every ruling is done' },
}

const stateLabel = (state: MeetingState, language: Language) => labelFor(`meeting.${state}`, language)

const states = (language: Language) =>
  MEETING_STATES.map((state) => ({
    state,
    label: stateLabel(state, language),
    className: state === 'calledOff' ? 'stopped' : isFrozen(state) ? 'done' : 'active',
  }))

const ways = (language: Language) =>
  MEETING_STEP_NAMES.flatMap((step) => {
    const { from, to } = meetingStepRule(step)
    return from.map((start) => ({ from: start, to, words: labelFor(`meetingStep.${step}`, language) }))
  })

const HEADS: Record<Language, readonly string[]> = {
  zh: ['步骤', '从', '到', '先要成立', '要写明'],
  en: ['Step', 'From', 'To', 'Holds first', 'Asks for'],
}
const REASON: Words = { zh: '理由', en: 'reason' }

const rows = (language: Language) =>
  MEETING_STEP_NAMES.map((step) => {
    const { from, to, holds, asksReason } = meetingStepRule(step)
    return [
      labelFor(`meetingStep.${step}`, language),
      listed(
        from.map((state) => stateLabel(state, language)),
        language,
      ),
      stateLabel(to, language),
      listed(
        holds.map((guard) => HOLDS[guard][language]),
        language,
      ),
      listed(asksReason ? [REASON[language]] : [], language),
    ]
  })

/** docs/meeting.states.md: the life of a joint meeting, drawn from the state table that the program goes by. */
export const meetingStatesPage = (): string =>
  page(
    'The life of a joint meeting 联席会议的一生',
    "Drawn from `domain/meetings/life.ts` by `npm run states`; nothing here is written by hand. Every step is the supervision office's. Green: its figures stand still; dashed: not held. 由程序所依的状态表生成，不手写；每一步都由督查室办。绿色表示数字已冻结，虚线表示不再召开。",
    (language) => [diagram(states(language), ways(language), language), table(HEADS[language], rows(language))],
  )
