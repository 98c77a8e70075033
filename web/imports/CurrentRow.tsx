import { formatOnInFull } from '#domain/calendar/calendar.ts'
import type { ReactNode } from 'react'
import type { CellName } from '#domain/imports/cells.ts'
import { FIELD_OF } from '#domain/imports/review.ts'
import type { DraftView, NamedTask } from '#domain/imports/drafts.contract.ts'
import { wordFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Anchor } from '#web/ui/Anchor.tsx'
import { Differences } from './Differences.tsx'
import { importsText } from './imports.text.ts'
import type { ImportsText } from './imports.zh.ts'
import { stateWord } from './RowLine.tsx'
import { RowTarget } from './RowTarget.tsx'
import { CellWhy } from './CellWhy.tsx'
import type { Acts } from './useActs.ts'
import { useCellWords } from './useCellWords.ts'
import type { Names } from './useOptions.ts'

type Props = { draft: DraftView; names: Names; acts: Acts; isOpen: boolean; isExplained: boolean }

/** The current row with all its cells; a click on a cell opens it for writing. */
export function CurrentRow({ draft, names, acts, isOpen, isExplained }: Props) {
  const text = useText(importsText)
  const instant = useInstant()
  const { cells, number, changedBy, changedAt } = draft
  return (
    <div className={`draft-row current ${draft.state}`} aria-current="true">
      <span className="number">{number}</span>
      <div className="words">
        <h3>{cells.title || text.review.unwritten}</h3>
        {draft.task && draft.effect !== 'created' ? (
          <TaskRow draft={draft} acts={acts} isOpen={isOpen} />
        ) : (
          <>
            {draft.task && <MadeTask task={draft.task} />}
            <CellList {...{ draft, names, isExplained }} onEdit={isOpen ? acts.edit : undefined} />
          </>
        )}
        {draft.task === null && draft.state !== 'discarded' && <RowTarget draft={draft} acts={acts} isOpen={isOpen} />}
        <Notes draft={draft} acts={acts} isOpen={isOpen} />
        {isOpen && <RowButtons draft={draft} acts={acts} />}
      </div>
      <span className="state">
        {isOpen && draft.state === 'pending' ? text.current : stateWord(text, draft, isOpen)}
        {changedBy && changedAt && (
          <small className="quiet">{text.review.changedBy(changedBy, instant(changedAt))}</small>
        )}
      </span>
    </div>
  )
}

function TaskRow({ draft, acts, isOpen }: { draft: DraftView; acts: Acts; isOpen: boolean }) {
  const { review } = useText(importsText)
  if (!draft.task) return null
  return (
    <>
      <p className="text-13">
        <Anchor href={`/tasks/${draft.task.id}`} className="link">
          {review.updates(draft.task.code)}
        </Anchor>
        {'\u3000'}
        {draft.task.title}
      </p>
      <Differences draft={draft} onTakes={isOpen ? (takes) => acts.take(draft, takes) : undefined} />
    </>
  )
}

function MadeTask({ task }: { task: NamedTask }) {
  const { review } = useText(importsText)
  return (
    <p className="text-13">
      <Anchor href={`/tasks/${task.id}`} className="link">
        {review.became(task.code)}
      </Anchor>
    </p>
  )
}

type ListProps = {
  draft: DraftView
  names: Names
  /** Says at every cell which words gave it; otherwise where one points or stands. */
  isExplained: boolean
  onEdit: ((cell: CellName) => void) | undefined
}

function CellList({ draft, names, isExplained, onEdit }: ListProps) {
  const text = useText(importsText)
  const { review } = text
  const { language } = useLanguage()
  const { cells, proposed, deadlineText } = draft
  const wordsOfCell = useCellWords(names, cells)
  const said = (cell: CellName) => wordsOfCell(cells, cell)
  const quoted = deadlineText !== null && deadlineText !== cells.dueOn && review.quoted(deadlineText)
  const values: Partial<Record<CellName, ReactNode>> = {
    leadUnitId: said('leadUnitId'),
    supports: said('supports'),
    dueOn: cells.dueOn ? formatOnInFull(cells.dueOn, language) : draft.ongoing ? review.ongoing : '',
    milestones: cells.milestones.map(({ title, dueOn }, index) => (
      <span key={index} className="step">
        {dueOn ? formatOnInFull(dueOn, language) : review.unwritten}　{title}
      </span>
    )),
    leaderId: said('leaderId'),
    evidence: said('evidence'),
    pillarId: said('pillarId'),
    kind: [said('kind'), said('target')].filter(Boolean).join('　'),
    assigneeId: said('assigneeId'),
  }
  const notes: Partial<Record<CellName, string | false>> = {
    dueOn: [quoted, proposed.includes('dueOn') && review.byTurns].filter(Boolean).join('　'),
    leaderId: proposed.includes('leaderId') && review.byDuties,
    evidence: proposed.includes('evidence') && review.suggested,
  }
  return (
    <dl
      className={isExplained ? 'cell-list explained' : 'cell-list'}
      tabIndex={0}
      aria-label={review.cellsOf(draft.number)}
    >
      {(Object.keys(values) as CellName[]).map((cell) => (
        <CellRow
          key={cell}
          name={text.cells[cell]}
          why={<CellWhy draft={draft} cell={cell} />}
          note={notes[cell]}
          isOpen={onEdit !== undefined && isDoubted(draft, cell)}
          onEdit={onEdit && (() => onEdit(cell))}
        >
          {values[cell]}
        </CellRow>
      ))}
    </dl>
  )
}

const isDoubted = ({ doubts }: DraftView, cell: CellName): boolean =>
  doubts.some(({ field }) => field === FIELD_OF[cell])

type RowProps = {
  name: string
  why: ReactNode
  note: string | false | undefined
  isOpen: boolean
  onEdit: (() => void) | undefined
  children: ReactNode
}

function CellRow({ name, why, note, isOpen, onEdit, children }: RowProps) {
  const { review } = useText(importsText)
  const isEmpty = children === '' || (Array.isArray(children) && children.length === 0)
  return (
    <div className={isOpen ? 'open' : undefined}>
      <dt>{name}</dt>
      <dd onClick={onEdit}>
        {isEmpty ? <span className={isOpen ? 'amber' : 'quiet'}>{review.unwritten}</span> : children}
        {note && <em>{note}</em>}
        {why}
      </dd>
    </div>
  )
}

/** The wording without marks: a title that only lost its full stop says the same. */
const wordsOf = (text: string): string => text.replace(/[\s，。；：、]/g, '')

function Notes({ draft, acts, isOpen }: { draft: DraftView; acts: Acts; isOpen: boolean }) {
  const text = useText(importsText)
  const { language } = useLanguage()
  const { review } = text
  const similar = isOpen && draft.doubts.find(({ code }) => code === 'similar_task')
  const missing = listed(
    language,
    draft.missing.map((need) => wordFor(need, language)),
  )
  return (
    <>
      {similar && (
        <p className="similar">
          <b>{review.similar}</b> {similar.choices.map(({ label }) => label).join('；')}
          {'\u3000'}
          <button type="button" className="link" onClick={acts.merge}>
            {review.merge}
          </button>
        </p>
      )}
      {wordsOf(draft.text) !== wordsOf(draft.cells.title) && (
        <p className="second text-13">
          <span className="quiet">{review.fullText}</span>
          {'\u3000'}
          {draft.text}
        </p>
      )}
      {draft.progressText && (
        <p className="quiet text-13">
          {review.progress}
          {'\u3000'}
          {draft.progressText}
        </p>
      )}
      {isOpen && draft.task === null && missing !== '' && draft.state !== 'discarded' && (
        <p className="missing-list">{review.missing(missing)}</p>
      )}
    </>
  )
}

/** What X does to the row as it stands. */
function discardWord(words: ImportsText['review'], { state, task }: DraftView): string {
  if (state === 'pending') return task === null ? words.discard : words.skip
  return state === 'accepted' ? words.unaccept : words.restore
}

function RowButtons({ draft, acts }: { draft: DraftView; acts: Acts }) {
  const { review } = useText(importsText)
  return (
    <p className="row-buttons">
      {draft.state !== 'accepted' && draft.state !== 'merged' && (
        <button type="button" className="btn small" onClick={acts.accept}>
          {review.accept}
          <kbd>A</kbd>
        </button>
      )}
      {draft.task === null && (
        <button type="button" className="btn small" onClick={() => acts.edit('title')}>
          {review.edit}
          <kbd>E</kbd>
        </button>
      )}
      {draft.task === null && (
        <button type="button" className="btn small" onClick={acts.split}>
          {review.split}
          <kbd>M</kbd>
        </button>
      )}
      <button type="button" className="btn small" onClick={acts.discard}>
        {discardWord(review, draft)}
        <kbd>X</kbd>
      </button>
    </p>
  )
}
