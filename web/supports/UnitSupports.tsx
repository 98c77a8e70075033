import { listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import { listSupports, type ListedSupport, type SUPPORT_SIDES } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { usePages } from '../usePages.ts'
import { OwedAnswers } from './OwedAnswers.tsx'
import { SupportLine } from './SupportLine.tsx'
import { supportsText } from './supports.text.ts'

type Side = (typeof SUPPORT_SIDES)[number]

/** On a unit's own page: what it owes to others' tasks, and what others owe to its own. */
export function UnitSupports() {
  return (
    <div id="supports">
      <SideOf side="owedByUs" />
      <SideOf side="owedToUs" />
    </div>
  )
}

/** One side, what is due first in front. Nothing where nothing is owed. */
function SideOf({ side }: { side: Side }) {
  const text = useText(supportsText)
  const { items = [], hasNextPage, fetchNextPage } = usePages(listSupports, { query: { side, limit: 20 } })
  const answers = usePages(listDifficulties, { query: { waiting: 'onOthers', limit: 20 } })
  const owed = side === 'owedToUs' ? (answers.items ?? []) : []
  if (items.length + owed.length === 0) return null
  return (
    <Section title={text[side]} note={text[`${side}Note`]}>
      {items.length > 0 && <SupportList side={side} items={items} />}
      {hasNextPage && <More onMore={() => void fetchNextPage()} />}
      <OwedAnswers items={owed} />
      {owed.length > 0 && answers.hasNextPage && <More onMore={() => void answers.fetchNextPage()} />}
    </Section>
  )
}

function More({ onMore }: { onMore: () => void }) {
  const text = useText(supportsText)
  return (
    <button type="button" className="btn small" onClick={onMore}>
      {text.more}
    </button>
  )
}

/** Supports outside their tasks' pages: whose tasks they are for, or who owes them. */
export function SupportList({ side, items }: { side: Side; items: readonly ListedSupport[] }) {
  const text = useText(supportsText)
  return (
    <ul className="supports">
      {items.map((support) => {
        const { task, leadUnit, unit, planYear } = support
        const name = side === 'owedByUs' ? text.lead(leadUnit.name) : unit.name
        return (
          <SupportLine key={`${task.id} ${unit.id}`} support={support} taskId={task.id} {...{ planYear, name }}>
            <p>
              <Anchor href={`/tasks/${task.id}`} className="link">
                {task.code}　{task.title}
              </Anchor>
            </p>
          </SupportLine>
        )
      })}
    </ul>
  )
}
