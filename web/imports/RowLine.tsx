import { formatOnInFull } from '#domain/calendar/calendar.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'
import type { ImportsText } from './imports.zh.ts'
import type { Names } from './useOptions.ts'

type Props = {
  draft: DraftView
  names: Names
  /** Whether the document is still under review. */
  isOpen: boolean
  onPick: () => void
}

/** How a row stands, in a word. */
export function stateWord(text: ImportsText, { state, differences, task, effect }: DraftView, isOpen: boolean): string {
  if (!isOpen && state === 'pending') return text.review.left
  if (state === 'merged' && task && differences.length === 0 && effect !== 'mentioned') return text.unchanged
  return text.states[state]
}

/** A row that is not the current one: its title, who and when, and how it stands. */
export function RowLine({ draft, names, isOpen, onPick }: Props) {
  const text = useText(importsText)
  const { language } = useLanguage()
  const { cells, number, doubts, state } = draft
  const open = (...fields: string[]) => isOpen && doubts.some(({ field }) => fields.includes(field))
  return (
    <button type="button" className={`draft-row ${state}`} onClick={onPick}>
      <span className="number">{number}</span>
      <span className="words">
        <span className="name">{cells.title || text.review.unwritten}</span>
        <span className="cells">
          {draft.task && (
            <span>
              {draft.effect === 'created' ? text.review.became(draft.task.code) : text.review.updates(draft.task.code)}
            </span>
          )}
          <Cell name={text.cells.leadUnitId} value={names.unit(cells.leadUnitId)} isOpen={open('lead')} />
          <Cell
            name={text.cells.dueOn}
            value={cells.dueOn ? formatOnInFull(cells.dueOn, language) : draft.ongoing ? text.review.ongoing : ''}
            isOpen={open('deadline')}
          />
          {draft.task === null && <Cell name={text.cells.evidence} value={cells.evidence} isOpen={false} />}
          {isOpen && cells.pillarId === null && <Cell name={text.cells.pillarId} value="" isOpen />}
        </span>
      </span>
      <span className="state">
        {stateWord(text, draft, isOpen)}
        {isOpen && doubts.length > 0 && <b className="doubt-count">{text.review.queue(doubts.length)}</b>}
      </span>
    </button>
  )
}

function Cell({ name, value, isOpen }: { name: string; value: string; isOpen: boolean }) {
  const { review } = useText(importsText)
  return (
    <span>
      <i>{name}</i>
      {value === '' || isOpen ? <b className={isOpen ? 'amber' : 'quiet'}>{value || review.unwritten}</b> : value}
    </span>
  )
}
