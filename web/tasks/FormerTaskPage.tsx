import type { ReactNode } from 'react'
import { labelFor } from '#domain/glossary.ts'
import { type FormerTask, getFormerTask } from '#domain/tasks/former.contract.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { FormerLeads } from './FormerLeads.tsx'
import { TaskReports } from './TaskReports.tsx'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'

type Props = { taskId: string; otherwise: ReactNode }

/** A task that the reader's unit led once: what it left, and where the task went. Anything else is `otherwise`. */
export function FormerTaskPage({ taskId, otherwise }: Props) {
  const isOfUnit = useHasAnyRole(['unitHead', 'liaison', 'assignee'])
  const { data, isLoading } = useRead(getFormerTask, { params: { taskId } }, { enabled: isOfUnit })
  if (isLoading) return <Loading lines={12} />
  return data?.id === taskId ? <Left task={data} /> : otherwise
}

function Left({ task }: { task: FormerTask }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { day } = useDays(task.plan.year)
  const { milestoneColumns: columns } = text
  const [last] = task.formerLeads
  return (
    <article className="page task-page">
      <header>
        <div className="subject-head">
          <div>
            <h1>{task.title}</h1>
            <p className="facts">
              <span>{task.code}</span>
              <span>{labelFor(task.kind, language)}</span>
            </p>
          </div>
        </div>
      </header>
      {last && <p className="notice">{text.gone(last.unit.name, last.toUnit.name)}</p>}
      <Section title={text.formerLeads} note={text.formerLeadsNote}>
        <FormerLeads task={task} />
      </Section>
      <Section title={text.milestones} note={text.milestonesLeft}>
        {task.milestones.length === 0 && <p className="second">{text.noMilestones}</p>}
        {task.milestones.length > 0 && (
          <div className="scroll-x">
            <table className="table">
              <thead>
                <tr>
                  <th>{columns.title}</th>
                  <th className="number date-column">{columns.original}</th>
                  <th className="number date-column">{columns.current}</th>
                  <th className="number date-column">{columns.done}</th>
                  <th className="number weight-column">{columns.weight}</th>
                </tr>
              </thead>
              <tbody>
                {task.milestones.map(({ id, title, originalDueOn, currentDueOn, doneOn, weight }) => (
                  <tr key={id}>
                    <td className="wrap">{title}</td>
                    <td className="number">{day(originalDueOn)}</td>
                    <td className="number">{currentDueOn === originalDueOn ? text.same : day(currentDueOn)}</td>
                    <td className="number">{doneOn ? day(doneOn) : text.none}</td>
                    <td className="number">{formatNumber(weight)}%</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      {task.reports.length > 0 && (
        <Section title={text.reports} note={text.reportsNote(task.reports.length)}>
          <TaskReports task={{ ...task, leadUnit: null }} />
        </Section>
      )}
    </article>
  )
}
