import { labelFor } from '../../domain/glossary.ts'
import type { Language } from '../../domain/refusal.ts'
import type { StepFork, StepGuard, StepInputGuard, StepTaker } from '../../domain/tasks/guards.ts'
import { stepRule, TASK_STEPS } from '../../domain/tasks/lifecycle.ts'
import { STANDARD_STEP_LIMITS } from '../../domain/tasks/limits.ts'
import { ACTIVE_STATES, isActive, isDone, isStopped, TASK_STATES, type TaskState } from '../../domain/tasks/task.ts'
import { diagram, listed, page, table, type Words } from './statePage.ts'

const TAKERS: Record<StepTaker, Words> = {
  office: { zh: '督查室', en: 'the office' },
  leader: { zh: '分管领导或主要领导', en: 'the leader in charge or a principal leader' },
  signer: {
    zh: '批示领导本人；其他来源由分管领导或主要领导',
    en: 'who wrote the directive; of other sources the leader in charge or a principal leader',
  },
  leadUnit: { zh: '牵头单位负责人或联络员', en: 'the lead unit’s head or liaison' },
  leadHead: { zh: '牵头单位负责人', en: 'the lead unit’s head' },
  decider: { zh: '督查室；第二次退回由领导', en: 'the office; after a second decline the leader' },
  withdrawer: { zh: '交办前督查室，交办后领导', en: 'the office before assignment, the leader after it' },
  resumer: { zh: '督查室；缓办期满由系统', en: 'the office; when a deferral is over the system' },
}
const HOLDS: Record<StepGuard, Words> = {
  registrable: { zh: '要素齐备', en: 'everything registration needs' },
  milestonesAccepted: { zh: '节点全部验收', en: 'all milestones accepted' },
  evidenceThere: { zh: '有佐证材料', en: 'evidence there' },
  supportsConfirmed: { zh: '配合单位都已确认', en: 'the supporting units are confirmed' },
  notAuthor: { zh: '不是申请人本人', en: 'not who asked for it' },
  notDecliner: { zh: '不是退回人本人', en: 'not who declined it' },
  declinesLeft: { zh: '退回不满两次', en: 'declined fewer than two times' },
  inTime: { zh: '在时限内', en: 'within the limit' },
}
const ASKS: Record<StepInputGuard, Words> = {
  reasonGiven: { zh: '理由', en: 'reason' },
  dayAhead: { zh: '日期', en: 'day' },
  assigneeNamed: { zh: '承办人', en: 'assignee' },
  checksHold: { zh: '六项核对', en: 'the six checks' },
  verificationGiven: { zh: '核验情况', en: 'verification' },
  ownerSuggested: { zh: '建议牵头单位', en: 'suggested unit' },
  legalBasisGiven: { zh: '依据', en: 'legal basis' },
  newLeadNamed: { zh: '新的牵头单位', en: 'new lead unit' },
  instructionGiven: { zh: '批示意见', en: 'instruction' },
  withDirective: { zh: '批示件：办理情况报告或再批示', en: 'of a directive: the answer, or the further instruction' },
  remedySaid: { zh: '不成立的：理由和日期', en: 'where it does not hold: reason and day' },
}
const FORKS: Record<StepFork, Words> = {
  signOffNeeded: { zh: '批示、会议议定、红色督办', en: 'directive, ruling, red notice' },
  notAcknowledged: { zh: '未签收', en: 'not acknowledged' },
  notHeld: { zh: '不成立', en: 'does not hold' },
}

const ways = (language: Language) =>
  TASK_STEPS.flatMap((step) => {
    const { from, to, or } = stepRule(step)
    const word = labelFor(step, language)
    return from.flatMap((start) => [
      { from: start, to, words: word },
      ...(or ? [{ from: start, to: or.to, words: word + inBrackets(FORKS[or.when][language], language) }] : []),
    ])
  })

const inBrackets = (words: string, language: Language): string => (language === 'zh' ? `（${words}）` : ` (${words})`)

const states = (language: Language) =>
  TASK_STATES.map((state) => ({
    state,
    label: labelFor(state, language),
    className: isStopped(state) ? 'stopped' : isDone(state) ? 'done' : isActive(state) ? 'active' : 'before',
  }))

const HEADS: Record<Language, readonly string[]> = {
  zh: ['步骤', '从', '到', '谁', '先要成立', '要写明', '时限（工作日）'],
  en: ['Step', 'From', 'To', 'By', 'Holds first', 'Asks for', 'Limit (working days)'],
}

function rows(language: Language): string[][] {
  const [semicolon, colon] = language === 'zh' ? ['；', '：'] : ['; ', ': ']
  const named = (names: readonly TaskState[]) =>
    listed(
      names.map((name) => labelFor(name, language)),
      language,
    )
  const words = <Name extends string>(of: Record<Name, Words>, names: readonly Name[]) =>
    listed(
      names.map((name) => of[name][language]),
      language,
    )
  return TASK_STEPS.map((step) => {
    const { from, to, or, by, holds, asks, limit } = stepRule(step)
    return [
      labelFor(step, language),
      named(from),
      named([to]) + (or ? semicolon + FORKS[or.when][language] + colon + named([or.to]) : ''),
      TAKERS[by][language],
      words(HOLDS, holds),
      words(ASKS, asks),
      limit === null ? '–' : String(STANDARD_STEP_LIMITS[limit]),
    ]
  })
}

/** docs/supervision.states.md: the life of a task, drawn from the state table that the program goes by. */
export const statesPage = (): string =>
  page(
    'The life of a task 任务的一生',
    `Drawn from \`domain/tasks/lifecycle.ts\` by \`npm run states\`; nothing here is written by hand. Solid: the clocks of ${ACTIVE_STATES.length} states run; green: done; dashed: stopped. 由程序所依的状态表生成，不手写：实线框计时，绿色已办结，虚线停止计时。`,
    (language) => [diagram(states(language), ways(language), language), table(HEADS[language], rows(language))],
  )
