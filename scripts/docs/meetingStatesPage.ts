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

type Words = Record<Language, string>

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

function diagram(language: Language): string {
  const comma = language === 'zh' ? '、' : ', '
  const ways = new Map<string, string[]>()
  for (const step of MEETING_STEP_NAMES) {
    const { from, to } = meetingStepRule(step)
    for (const start of from)
      ways.set(`${start} --> ${to}`, [
        ...(ways.get(`${start} --> ${to}`) ?? []),
        labelFor(`meetingStep.${step}`, language),
      ])
  }
  const classOf = (state: MeetingState) => (state === 'calledOff' ? 'stopped' : isFrozen(state) ? 'still' : 'live')
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...MEETING_STATES.map((state) => `  state "${stateLabel(state, language)}" as ${state}`),
    '  [*] --> planned',
    ...[...ways].map(([way, steps]) => `  ${way} : ${steps.join(comma)}`),
    '  classDef live fill:#F6EFE0,stroke:#1F4452,color:#1E2527',
    '  classDef still fill:#B9D8C6,stroke:#2F7A57,color:#17492F',
    '  classDef stopped fill:#FFFFFF,stroke:#767D7F,color:#5F6769,stroke-dasharray:4',
    ...MEETING_STATES.map((state) => `  class ${state} ${classOf(state)}`),
    '```',
  ].join('\n')
}

const HEADS: Record<Language, readonly string[]> = {
  zh: ['步骤', '从', '到', '先要成立', '要写明'],
  en: ['Step', 'From', 'To', 'Holds first', 'Asks for'],
}
const REASON: Words = { zh: '理由', en: 'reason' }

function table(language: Language): string {
  const listed = (words: readonly string[]) => (words.length === 0 ? '–' : words.join(language === 'zh' ? '、' : ', '))
  const rows = MEETING_STEP_NAMES.map((step) => {
    const { from, to, holds, asksReason } = meetingStepRule(step)
    return [
      labelFor(`meetingStep.${step}`, language),
      listed(from.map((state) => stateLabel(state, language))),
      stateLabel(to, language),
      listed(holds.map((guard) => HOLDS[guard][language])),
      listed(asksReason ? [REASON[language]] : []),
    ]
  })
  return [HEADS[language], HEADS[language].map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** docs/meeting.states.md: the life of a joint meeting, drawn from the state table that the program goes by. */
export const meetingStatesPage = (): string => `# The life of a joint meeting 联席会议的一生

Drawn from \`domain/meetings/life.ts\` by \`npm run states\`; nothing here is written by hand. Every step is the supervision office's. Green: its figures stand still; dashed: not held. 由程序所依的状态表生成，不手写；每一步都由督查室办。绿色表示数字已冻结，虚线表示不再召开。

## 中文

${diagram('zh')}

${table('zh')}

## English

${diagram('en')}

${table('en')}
`
