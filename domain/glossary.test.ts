import { describe, expect, test } from 'vitest'
import { forbiddenNames, glossaryMarkdown, wordFor, WORDS } from './glossary.ts'
import { ROLES } from './access/actor.ts'
import { DIFFICULTY_CAUSES, DIFFICULTY_KINDS, DIFFICULTY_STATES, LEVELS } from './difficulties/difficulty.ts'
import { DIFFICULTY_STEP_NAMES, DIFFICULTY_TAKERS, SAID_WORDS } from './difficulties/table.ts'
import { DIRECTIVE_STATES } from './directives/standing.ts'
import { URGENCIES } from './directives/urgency.ts'
import { FEEDBACK_KINDS } from './feedback/feedback.ts'
import { LIGHTS } from './lights/light.ts'
import { RATE_NAMES } from './rates/rates.ts'
import { AGENDA_SECTIONS } from './meetings/agenda.ts'
import { MEETING_STATES, MEETING_STEP_NAMES } from './meetings/life.ts'
import { RULING_KINDS, RULING_NEEDS, RULING_STANDINGS } from './meetings/ruling.ts'
import { ATTENDANCES } from './meetings/session.ts'
import { NOTICE_LEVELS, NOTICE_STATES } from './notices/notice.ts'
import { Refusal, refusalSentence } from './refusal.ts'
import { RETURN_REASONS, SHEET_STATES } from './reports/sheet.ts'
import { TASK_FIELDS, wordOfField } from './tasks/editing.ts'
import { COMPLETION_CHECKS } from './tasks/inLife.ts'
import { TASK_STEPS } from './tasks/lifecycle.ts'
import { REGISTRATION_NEEDS } from './tasks/registration.ts'
import { URGE_SUBJECTS } from './urging/rules.ts'
import { EVIDENCE_KINDS, MILESTONE_STATES, SOURCE_KINDS, TASK_KINDS, TASK_STATES } from './tasks/task.ts'

const CODES = [
  ...ROLES,
  ...LIGHTS,
  ...RATE_NAMES,
  ...RETURN_REASONS,
  ...COMPLETION_CHECKS,
  ...TASK_STEPS,
  ...REGISTRATION_NEEDS,
  ...EVIDENCE_KINDS,
  ...SOURCE_KINDS,
  ...TASK_KINDS,
  ...TASK_FIELDS.map(wordOfField),
  ...TASK_STATES,
  ...SHEET_STATES.map((state) => `sheet.${state}`),
  ...MILESTONE_STATES.map((state) => `milestone.${state}`),
  ...DIFFICULTY_KINDS,
  ...DIFFICULTY_CAUSES.map((cause) => `cause.${cause}`),
  ...DIFFICULTY_STATES.map((state) => `difficulty.${state}`),
  ...LEVELS.map((level) => `level.${level}`),
  ...DIFFICULTY_STEP_NAMES.map((step) => `difficultyStep.${step}`),
  ...DIFFICULTY_TAKERS.map((taker) => `taker.${taker}`),
  ...SAID_WORDS.map((words) => `said.${words}`),
  ...NOTICE_LEVELS.map((level) => `notice.${level}`),
  ...NOTICE_STATES.map((state) => `notice.${state}`),
  ...MEETING_STATES.map((state) => `meeting.${state}`),
  ...MEETING_STEP_NAMES.map((step) => `meetingStep.${step}`),
  ...AGENDA_SECTIONS.map((section) => `section.${section}`),
  ...ATTENDANCES.map((attendance) => `attendance.${attendance}`),
  ...RULING_KINDS.map((kind) => `becomes.${kind}`),
  ...RULING_NEEDS.map((need) => `rulingNeed.${need}`),
  ...RULING_STANDINGS.map((standing) => `rulingStanding.${standing}`),
  ...DIRECTIVE_STATES.map((state) => `directive.${state}`),
  ...FEEDBACK_KINDS,
  ...URGENCIES.map((urgency) => `urgency.${urgency}`),
  ...URGE_SUBJECTS.map((subject) => `urge.${subject}`),
]

test.each(CODES)('%s has a word in both languages', (code) => {
  expect(wordFor(code, 'zh')).toMatch(/\p{Script=Han}/u)
  expect(WORDS.map((entry) => entry.code)).toContain(code)
})

describe('the glossary', () => {
  test('says every word once, and never recommends what it forbids', () => {
    const codes = WORDS.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const name of forbiddenNames().keys()) expect(codes).not.toContain(name)
  })
  test('prints every word', () => {
    const page = glossaryMarkdown()
    for (const { zh } of WORDS) expect(page).toContain(`| ${zh} |`)
  })
})

test('a refusal speaks the words of the glossary in the asker’s language', () => {
  const { code, facts } = new Refusal('task_wrong_state', { state: '@registered', step: '@acknowledge' })
  expect(refusalSentence(code, facts, 'zh')).toBe('不能签收：任务现为“已立项”。请刷新后再看。')
  expect(refusalSentence(code, facts, 'en')).toContain('“registered”')
})
