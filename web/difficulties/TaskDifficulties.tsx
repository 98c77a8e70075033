import { useState } from 'react'
import { unitIdsOf } from '#domain/access/actor.ts'
import { type DifficultyView, listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import { isActive } from '#domain/tasks/task.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { difficultyHref } from './address.ts'
import { difficultiesText } from './difficulties.text.ts'
import { RaiseDialog } from './RaiseDialog.tsx'
import { answererName, leftWords } from './shown.ts'
import './difficulties.css'

/** A task's difficulties on its page, and the way to raise one. */
export function TaskDifficulties({ task }: { task: TaskView }) {
  const text = useText(difficultiesText)
  const actor = useActor()
  const [raising, setRaising] = useState(false)
  const taskId = task.id
  const open = useRead(listDifficulties, { query: { taskId, limit: 50 } })
  const ended = useRead(listDifficulties, { query: { taskId, scope: 'ended', limit: 50 } })
  const items = open.data?.items ?? []
  const units = [task.leadUnit?.id, ...task.supports.map(({ unit }) => unit.id)]
  const mayRaise = isActive(task.state) && unitIdsOf(actor).some((id) => units.includes(id))
  if (items.length === 0 && !mayRaise && !ended.data?.items.length) return null
  return (
    <Section title={text.onTask} note={items.length > 0 ? text.onTaskNote(items.length) : undefined}>
      {items.length === 0 && <p className="second">{text.noneOnTask}</p>}
      <ul className="task-difficulties">
        {[...items, ...(ended.data?.items ?? [])].map((difficulty) => (
          <DifficultyLine key={difficulty.id} difficulty={difficulty} />
        ))}
      </ul>
      {mayRaise && (
        <button type="button" className="btn small" onClick={() => setRaising(true)}>
          {text.raise}
        </button>
      )}
      {raising && (
        <RaiseDialog
          task={{ id: task.id, code: task.code, title: task.title, light: task.standing.light }}
          onClose={() => setRaising(false)}
        />
      )}
    </Section>
  )
}

/** A difficulty in two lines: what it is; its level, whose turn it is, and the days left. */
export function DifficultyLine({ difficulty }: { difficulty: DifficultyView }) {
  const text = useText(difficultiesText)
  const { id, title, level, state, clock, answerer } = difficulty
  return (
    <li>
      <Anchor href={difficultyHref(id)} className="link">
        {title}
      </Anchor>
      <span className="second text-13">
        {answerer
          ? [text.levels[level], text.states[state], answererName(difficulty, text)].join('　')
          : text.states[state]}
        {clock && answerer && `　${leftWords(clock.workdaysLeft, text)}`}
      </span>
    </li>
  )
}
