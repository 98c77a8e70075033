import { useState } from 'react'
import { labelFor, wordFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import { periodName } from '#domain/reports/period.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'

type Report = TaskView['reports'][number]
/** What the list says of the task beside the reports; without a lead every report names its unit. */
export type ReportedTask = Pick<TaskView, 'reports' | 'target'> & {
  plan: { year: number }
  milestones: readonly { id: string; title: string }[]
  leadUnit: { id: string } | null
}
const SHOWN_FIRST = 3

/** What the unit reported, period by period, the latest first. */
export function TaskReports({ task }: { task: ReportedTask }) {
  const text = useText(taskText)
  const [all, setAll] = useState(false)
  const { reports } = task
  if (reports.length === 0) return <p className="second">{text.noReports}</p>
  const shown = all ? reports : reports.slice(0, SHOWN_FIRST)
  return (
    <>
      <ol className="report-list">
        {shown.map((report) => (
          <ReportLine key={report.id} report={report} task={task} />
        ))}
      </ol>
      {shown.length < reports.length && (
        <button type="button" className="btn small" onClick={() => setAll(true)}>
          {text.moreReports(reports.length - shown.length)}
        </button>
      )}
    </>
  )
}

function ReportLine({ report, task }: { report: Report; task: ReportedTask }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { day } = useDays(task.plan.year)
  const { period, state, submittedOn, nextStep, difficulty, suggestion, evidence, confidence } = report
  const join = language === 'zh' ? '；' : '; '
  const claimed = task.milestones.filter(({ id }) => report.claimedMilestoneIds.includes(id)).map(({ title }) => title)
  const small = [
    claimed.length > 0 && text.claimed(listed(language, claimed)),
    evidence && text.evidence(evidence),
    confidence && text.confidence(text.confidences[confidence] ?? confidence),
  ].filter((line) => typeof line === 'string' && line !== '')
  return (
    <li className="report">
      <div className="period">
        <b>{periodName({ ...period, every: period.kind }, language).replace(`${task.plan.year} 年`, '')}</b>
        <span className="text-12 quiet">{submittedOn && text.submitted(day(submittedOn))}</span>
        {report.unit.id !== task.leadUnit?.id && (
          <span className="text-12 quiet">{text.reportedBy(report.unit.name)}</span>
        )}
        {state !== 'accepted' && <span className="tag">{labelFor(`sheet.${state}`, language)}</span>}
      </div>
      <div className="words">
        <p>
          <b>{shareOf(report, task, text)}</b>
          {report.done.join(join)}
          {report.done.length > 0 && (language === 'zh' ? '。' : '.')}
        </p>
        {nextStep && <p className="second">{text.nextStep(nextStep)}</p>}
        {difficulty && <p className="second">{text.difficulty(difficulty)}</p>}
        {suggestion && <p className="second">{text.suggestion(suggestion)}</p>}
        {small.length > 0 && <p className="text-13 quiet">{small.join('　　')}</p>}
        {report.returnCode && (
          <p className="text-13">{text.returnedFor(wordFor(report.returnCode, language), report.returnNote)}</p>
        )}
      </div>
    </li>
  )
}

type Words = { reportActual: (percent: string) => string; reportValue: (value: string, measure: string) => string }

/** How far it is, as reported: the share, or the indicator's own number. */
function shareOf({ actualShare, actualValue }: Report, { target }: ReportedTask, text: Words): string {
  if (actualValue !== null && target) return text.reportValue(formatNumber(actualValue), target.measure)
  return actualShare === null ? '' : text.reportActual(formatNumber(actualShare))
}
