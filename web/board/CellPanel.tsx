import type { ReactNode } from 'react'
import type { Tally } from '#domain/rates/board.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Drawer } from '#web/ui/Drawer.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Stone } from '#web/ui/Stone.tsx'
import { DRAWER, useMedia } from '#web/ui/useMedia.ts'
import { TaskCard, type TaskCardFacts } from './TaskCard.tsx'

type Props = {
  unitName: string
  /** Null for a unit's whole line. */
  pillarName: string | null
  tally: Tally
  /** Worst first; undefined while they are fetched. */
  tasks: readonly TaskCardFacts[] | undefined
  planYear: number
  onOpen: () => void
  onClose: () => void
}

/** The tasks of a crossing, or of a line, with their reasons: beside the board, or in a drawer where it is narrow. */
export function CellPanel(props: Props) {
  const words = useText(kitText).board
  const name = props.pillarName === null ? props.unitName : words.at(props.unitName, props.pillarName)
  return (
    <PanelFrame label={words.panel(name)} onClose={props.onClose}>
      <PanelContent {...props} name={name} />
    </PanelFrame>
  )
}

/** Beside the content, or a drawer where there is no room beside it. */
function PanelFrame({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const narrow = useMedia(DRAWER)
  if (narrow) {
    return (
      <Drawer label={label} onClose={onClose}>
        {children}
      </Drawer>
    )
  }
  return (
    <aside className="side-panel" aria-label={label}>
      {children}
    </aside>
  )
}

function PanelContent({ name, tally, tasks, planYear, onOpen, onClose }: Props & { name: string }) {
  const text = useText(kitText)
  return (
    <>
      <header className="panel-head">
        {tally.taskCount > 0 && <Stone facts={tally} className="on-paper" />}
        <div>
          <h2>{name}</h2>
          <p className="text-13 second">{tally.taskCount > 0 ? text.board.counts(tally) : text.board.emptyCell}</p>
        </div>
      </header>
      {tasks ? tasks.map((task) => <TaskCard key={task.id} task={task} planYear={planYear} />) : <Loading lines={4} />}
      <div className="panel-foot">
        {tally.taskCount > 0 && (
          <button type="button" className="btn small" onClick={onOpen}>
            {text.board.openAll}
            <kbd>Enter</kbd>
          </button>
        )}
        <button type="button" className="btn small" onClick={onClose}>
          {text.close}
          <kbd>Esc</kbd>
        </button>
      </div>
    </>
  )
}
