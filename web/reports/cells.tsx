import { CONFIDENCES } from '#domain/reports/row.ts'
import { type ChangeEvent, type KeyboardEvent, useState } from 'react'
import { useText } from '../text.tsx'
import { Glyph } from '../ui/Light.tsx'
import type { Changes } from './drafts.ts'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'
import { useTyped } from './useTyped.ts'
import { useWords } from './useWords.ts'
import { formatValue, GLYPH_OF, readNumber, readShare, stepShare, tidyText, toLines, toText } from './values.ts'

export type CellProps = { row: ShownRow; change: (changes: Changes) => void }

/** How a cell is found again by the keyboard. */
export const cellName = (taskId: string, field: string): string => `${taskId} ${field}`

const hasProblem = (row: ShownRow, field: string): boolean =>
  row.problems.some((problem) => problem.field === field && problem.weight === 'blocks')

type NumberProps = {
  name: string
  label: string
  value: number | null
  read: (typed: string) => number | null | undefined
  onChange: (value: number | null) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  wrong: boolean
}

/** A number that is typed; what is no number stays in the field, marked, and is not kept. */
function NumberInput({ name, label, value, read, onChange, onKeyDown, wrong }: NumberProps) {
  const [unread, setUnread] = useState<string | null>(null)
  const { text, setTyped } = useTyped(formatValue(value), (typed) => formatValue(read(typed) ?? null))
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.target.value
    const next = read(typed)
    setUnread(next === undefined ? typed : null)
    if (next === undefined) return
    setTyped(typed)
    onChange(next)
  }
  const isWrong = wrong || unread !== null
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      data-cell={name}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={unread ?? text}
      onChange={type}
      onBlur={() => setUnread(null)}
      onKeyDown={onKeyDown}
    />
  )
}

const STEPS: Record<string, number> = { '+': 1, '-': -1, _: -5, ArrowUp: 1, ArrowDown: -1 }

/** Points that a key adds, five with Shift; the main keyboard needs Shift for its plus, so that one stays a single. */
const stepOf = ({ key, code, shiftKey }: KeyboardEvent): number => {
  const by = STEPS[key] ?? 0
  return shiftKey && (key.startsWith('Arrow') || code.startsWith('Numpad')) ? by * 5 : by
}

/** The actual share: typed, or stepped with + and −. */
export function ShareInput({ row, change }: CellProps) {
  const { labels } = useText(reportsText)
  const step = (event: KeyboardEvent) => {
    const by = event.ctrlKey || event.altKey || event.metaKey ? 0 : stepOf(event)
    if (by === 0) return
    event.preventDefault()
    change({ actualShare: stepShare(row.values.actualShare, by) })
  }
  return (
    <NumberInput
      name={cellName(row.taskId, 'actualShare')}
      label={labels.share}
      value={row.values.actualShare}
      read={readShare}
      onChange={(actualShare) => change({ actualShare })}
      onKeyDown={step}
      wrong={hasProblem(row, 'actualShare')}
    />
  )
}

/** The actual value of an indicator, in its own measure. */
export function ValueInput({ row, change }: CellProps) {
  const { labels } = useText(reportsText)
  return (
    <NumberInput
      name={cellName(row.taskId, 'actualValue')}
      label={labels.value(row.target?.measure ?? '')}
      value={row.values.actualValue}
      read={readNumber}
      onChange={(actualValue) => change({ actualValue })}
      wrong={hasProblem(row, 'actualValue')}
    />
  )
}

type TextField = 'nextStep' | 'difficulty' | 'suggestion'
type LinesField = 'done' | 'evidence'

const textOf = (row: ShownRow, field: TextField | LinesField): string => {
  const value = row.values[field]
  return typeof value === 'string' ? value : toText(value)
}

const changeOf = (field: TextField | LinesField, text: string): Changes =>
  field === 'done' || field === 'evidence' ? { [field]: toLines(text) } : { [field]: text }

type TextProps = CellProps & { field: TextField | LinesField; maxLength?: number }

/** Words that grow with what is typed. Two lines of the same mean the same, so a save in between moves nothing. */
export function TextInput({ row, change, field, maxLength = 1000 }: TextProps) {
  const { labels, none, dash } = useText(reportsText)
  const { text, setTyped } = useTyped(textOf(row, field), tidyText)
  return (
    <div className="growing" data-text={text}>
      <textarea
        rows={1}
        data-cell={cellName(row.taskId, field)}
        aria-label={labels[field === 'nextStep' ? 'next' : field]}
        placeholder={field === 'difficulty' ? none : dash}
        aria-invalid={hasProblem(row, field) || undefined}
        maxLength={maxLength}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value)
          change(changeOf(field, event.target.value))
        }}
      />
    </div>
  )
}

/** Green, amber or red, by the unit itself; shape and word. */
export function ConfidenceInput({ row, change }: CellProps) {
  const text = useText(reportsText)
  const { confidence } = row.values
  const choose = (value: string) => change({ confidence: CONFIDENCES.find((known) => known === value) ?? null })
  return (
    <span className="confidence">
      {confidence && <Glyph kind={GLYPH_OF[confidence]} />}
      <select
        data-cell={cellName(row.taskId, 'confidence')}
        aria-label={text.labels.confidence}
        value={confidence ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{text.dash}</option>
        {CONFIDENCES.map((known) => (
          <option key={known} value={known}>
            {text.confidence[known]}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Milestones to tick when they are reached: those due in the period, and the next one, which may be early. */
export function ClaimsInput({ row, change, periodEndsOn, current }: ClaimsProps) {
  const text = useText(reportsText)
  const [all, setAll] = useState(false)
  const { claimedMilestoneIds: claimed } = row.values
  const dueCount = row.milestones.filter(({ currentDueOn }) => currentDueOn <= periodEndsOn).length
  const shown = row.milestones.filter(({ id }, index) => all || index < Math.max(dueCount, 1) || claimed.includes(id))
  return (
    <div className="claims" role="group" aria-label={text.labels.claims}>
      {shown.map((milestone) => (
        <Claim key={milestone.id} {...{ row, change, milestone }} />
      ))}
      {current && shown.length < row.milestones.length && (
        <button type="button" className="link text-12" tabIndex={-1} onClick={() => setAll(true)}>
          {text.earlyClaims}
        </button>
      )}
    </div>
  )
}

type ClaimsProps = CellProps & {
  periodEndsOn: string
  /** The keyboard is in this row. */
  current: boolean
}

type Milestone = ShownRow['milestones'][number]

function Claim({ row, change, milestone }: CellProps & { milestone: Milestone }) {
  const text = useText(reportsText)
  const words = useWords()
  const { claimedMilestoneIds: claimed } = row.values
  const isWaiting = milestone.state === 'submitted'
  const toggle = (isClaimed: boolean) =>
    change({
      claimedMilestoneIds: isClaimed ? [...claimed, milestone.id] : claimed.filter((id) => id !== milestone.id),
    })
  return (
    <label className="check">
      <input
        type="checkbox"
        data-cell={cellName(row.taskId, `claim ${milestone.id}`)}
        checked={isWaiting || claimed.includes(milestone.id)}
        disabled={isWaiting}
        onChange={(event) => toggle(event.target.checked)}
      />
      <span>
        {milestone.title}　{words.day(milestone.currentDueOn)}
        {isWaiting && `　${text.rowStates.submitted}`}
      </span>
    </label>
  )
}

/** Two numbers in one cell, so each says which it is. */
export function FigureLabel({ word }: { word: 'shareShort' | 'valueShort' }) {
  const { labels } = useText(reportsText)
  return (
    <span className="label" aria-hidden="true">
      {labels[word]}
    </span>
  )
}
