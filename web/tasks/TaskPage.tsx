import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dayOf } from '#domain/calendar/calendar.ts'
import { refusalSentence } from '#domain/refusal.ts'
import { labelFor, wordFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import { getTask, type TaskView } from '#domain/tasks/page.contract.ts'
import { ApiError } from '../api.ts'
import { TaskDifficulties } from '../difficulties/TaskDifficulties.tsx'
import { TaskBenchmarks } from '../highlights/TaskBenchmarks.tsx'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { TaskRequests } from '../requests/TaskRequests.tsx'
import { ledgerHref } from './address.ts'
import { Disputes } from './Disputes.tsx'
import { FormerLeads } from './FormerLeads.tsx'
import { FormerTaskPage } from './FormerTaskPage.tsx'
import { MilestoneTable, useMilestonesNote } from './MilestoneTable.tsx'
import { Reason } from './Reason.tsx'
import { Section } from '../ui/Section.tsx'
import { StepButtons } from './StepButtons.tsx'
import { formText } from './form.text.ts'
import { taskText } from './task.text.ts'
import { TaskRail } from './TaskRail.tsx'
import { TaskTimeline } from './TaskTimeline.tsx'
import { TaskReports } from './TaskReports.tsx'
import { TrajectoryChart } from './TrajectoryChart.tsx'
import { useDays } from './useDays.ts'
import './task.css'

/** One task: why its light is what it is, how it goes, and what was promised by whom. */
export function TaskPage() {
  const { taskId } = useParams({ from: '/signed-in/tasks/$taskId' })
  const { data, error, refetch } = useRead(getTask, { params: { taskId } })
  // Another task's answer stays while this one is fetched; it must not be shown as this one.
  const task = data?.id === taskId ? data : undefined
  if (error instanceof ApiError && error.status < 500 && error.status >= 400 && !task)
    return <FormerTaskPage taskId={taskId} otherwise={<Missing error={error} />} />
  if (error && !task) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!task) return <Loading lines={16} />
  return <Shown key={task.id} task={task} />
}

function Missing({ error }: { error: ApiError }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  // Nothing was filled in: an address that names no task is one more that is not found.
  const sentence = error.code === 'invalid_input' ? refusalSentence('not_found', {}, language) : error.message
  return (
    <div className="page">
      <EmptyState title={text.notFoundTitle} sentence={sentence}>
        <Anchor href="/ledger" className="btn">
          {text.back}
        </Anchor>
      </EmptyState>
    </div>
  )
}

function Shown({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const milestonesNote = useMilestonesNote(task)
  useEffect(() => {
    const before = document.title
    document.title = `${task.code} ${task.title}`
    return () => {
      document.title = before
    }
  }, [task.code, task.title])
  return (
    <article className="page task-page">
      <OnPaper task={task} />
      <Head task={task} />
      <Reason task={task} />
      <Missings task={task} />
      <div className="columns">
        <div>
          {task.disputes.length > 0 && (
            <Section title={text.disputes} note={text.disputesNote}>
              <Disputes task={task} />
            </Section>
          )}
          <Section title={text.progress} note={text.progressNote}>
            <TrajectoryChart task={task} />
          </Section>
          <Section title={text.milestones} note={task.milestones.length > 0 ? milestonesNote : undefined}>
            <MilestoneTable task={task} />
          </Section>
          <TaskDifficulties task={task} />
          <Section
            title={text.reports}
            note={task.reports.length > 0 ? text.reportsNote(task.reports.length) : undefined}
          >
            <TaskReports task={task} />
          </Section>
          <TaskRequests task={task} />
          {task.formerLeads.length > 0 && (
            <Section title={text.formerLeads} note={text.formerLeadsNote}>
              <FormerLeads task={task} />
            </Section>
          )}
          {/* Read on its own: last, so that nothing above moves under a hand when it comes. */}
          <TaskBenchmarks task={task} />
        </div>
        <TaskRail task={task} />
        <aside className="rail history">
          <Section title={text.journal} note={text.journalNote}>
            <TaskTimeline task={task} />
          </Section>
        </aside>
      </div>
    </article>
  )
}

/** The line above a printed task, as above a printed ledger: whose, which year, as of when, by whom. */
function OnPaper({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { organization, person, today } = useSession()
  return (
    <div className="on-paper-only paper-head">
      <p>{text.paperFacts(organization.name, task.plan.year, today, person.name)}</p>
    </div>
  )
}

function Head({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const { plan, pillar } = task
  return (
    <header>
      <nav className="crumbs" aria-label={text.crumbs}>
        <Anchor href={ledgerHref({ planId: plan.id })}>{labelFor('ledger', language)}</Anchor>
        <span aria-hidden="true">/</span>
        <Anchor href={ledgerHref({ planId: plan.id, pillarId: [pillar.id] })}>{pillar.name}</Anchor>
        <span aria-hidden="true">/</span>
        <span>{task.code}</span>
      </nav>
      <div className="subject-head">
        <div>
          <h1>{task.title}</h1>
          <p className="facts">
            <span>{labelFor(task.kind, language)}</span>
            <span>{text.weight(task.weight)}</span>
            <span>{labelFor(task.state, language)}</span>
            {task.registeredAt && (
              <span>{text.registeredOn(dayOf(new Date(task.registeredAt), organization.timeZone))}</span>
            )}
            <StepDue task={task} />
            {task.flags.acknowledgeLate && <span className="tag amber">{text.late}</span>}
            {task.flags.verification && (
              <span className="tag">{text.onTheSpot(labelFor(task.flags.verification, language))}</span>
            )}
            {task.restricted && <span className="tag">{text.restricted}</span>}
          </p>
        </div>
        <StepButtons task={task} />
      </div>
    </header>
  )
}

/** By when the next step is to be taken, whoever takes it. */
function StepDue({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { day } = useDays(task.plan.year)
  const next = task.steps.find(({ dueOn }) => dueOn !== null)
  if (!next?.dueOn) return null
  return <span>{text.stepDue(text.dueNames[next.step] ?? text.steps[next.step], day(next.dueOn))}</span>
}

/** What a draft still needs, where the office sees it first. */
function Missings({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { needs } = useText(formText)
  const { language } = useLanguage()
  if (task.missing.length === 0) return null
  const words: Record<string, string> = needs
  return (
    <p className="notice amber">
      <b>{text.missing}</b>
      {listed(
        language,
        task.missing.map((need) => words[need] ?? wordFor(need, language)),
      )}
    </p>
  )
}
