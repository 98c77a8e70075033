import { useState } from 'react'
import type { AgendaItemView } from '#domain/meetings/meetings.contract.ts'
import { useText } from '../text.tsx'
import { Refused } from '../ui/Refused.tsx'
import { meetingsText } from './meetings.text.ts'
import { Names } from './Names.tsx'
import type { Arranging } from './useArranging.ts'

/** The points that are spoken to, one a line; those in writing under one line that names them. */
export function AgendaTable({ arranging }: { arranging: Arranging }) {
  const text = useText(meetingsText)
  const { error, isSaving, mayChange, spoken, inWriting, isChanged, restore } = arranging
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Refused error={error} />
      <table className="table agenda-table">
        <thead>
          <tr>
            <th className="right place">{text.agendaOf.order}</th>
            <th>{text.agendaOf.what}</th>
            <th className="kind">{text.agendaOf.section}</th>
            <th className="right time">{text.agendaOf.minutes}</th>
            {mayChange && <th className="moves on-screen-only" aria-label={text.agendaOf.order} />}
          </tr>
        </thead>
        <tbody>
          {spoken.map((item, index) => (
            <Row
              key={item.key}
              item={item}
              place={index + 1}
              isLast={index === spoken.length - 1}
              arranging={arranging}
            />
          ))}
          {isOpen &&
            mayChange &&
            inWriting.map((item) => <Row key={item.key} item={item} place={null} isLast arranging={arranging} />)}
        </tbody>
      </table>
      {inWriting.length > 0 && (
        <p className="in-writing">
          <b>{text.inWriting(inWriting.length)}</b>
          {'　'}
          <Names names={inWriting.map(({ title }) => title)} between="、" />
          {mayChange && (
            <button
              type="button"
              className="btn small on-screen-only"
              aria-expanded={isOpen}
              onClick={() => setOpen((now) => !now)}
            >
              {isOpen ? text.fold : text.giveMinutes}
            </button>
          )}
        </p>
      )}
      {mayChange && (
        <p className="second on-screen-only">
          {text.moveKeys}
          <span role="status">{isSaving ? `　${text.saving}` : ''}</span>
          {isChanged && (
            <>
              {'　'}
              <button type="button" className="btn small" onClick={restore}>
                {text.back}
              </button>
            </>
          )}
        </p>
      )}
    </>
  )
}

type RowProps = { item: AgendaItemView; place: number | null; isLast: boolean; arranging: Arranging }

function Row({ item, place, isLast, arranging }: RowProps) {
  const text = useText(meetingsText)
  const { mayChange, move, setMinutes } = arranging
  const [isRenaming, setRenaming] = useState(false)
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!mayChange || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(item.key, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <tr className={place === null ? 'in-writing' : undefined} onKeyDown={onKeyDown}>
      <td className="right">{place}</td>
      <td>
        {item.rulingId && (
          <b>
            {item.unit?.name}
            {'　'}
          </b>
        )}
        {isRenaming ? (
          <TitleField item={item} arranging={arranging} onDone={() => setRenaming(false)} />
        ) : (
          <>
            {item.title}
            {item.section === 'own' && item.unit && <span className="second">{`　${item.unit.name}`}</span>}
          </>
        )}
      </td>
      <td className="second kind-of">{text.sections[item.section]}</td>
      <td className="right">
        {mayChange ? (
          <MinutesField item={item} onSet={(minutes) => setMinutes(item.key, minutes)} />
        ) : item.minutes === 0 ? (
          text.written
        ) : (
          item.minutes
        )}
      </td>
      {mayChange && (
        <td className="nowrap moves on-screen-only">
          {place !== null && <Moves item={item} isFirst={place === 1} isLast={isLast} move={move} />}
          <button
            type="button"
            className="btn small"
            aria-label={`${text.rename}：${item.title}`}
            onClick={() => setRenaming(true)}
          >
            {text.rename}
          </button>
          {item.section === 'own' && (
            <button
              type="button"
              className="btn small"
              aria-label={`${text.remove}：${item.title}`}
              onClick={() => arranging.remove(item.key)}
            >
              {text.remove}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

type MovesProps = { item: AgendaItemView; isFirst: boolean; isLast: boolean; move: Arranging['move'] }

/** Never disabled while it is saved: a button that is would lose the keyboard's place. */
function Moves({ item: { key, title }, isFirst, isLast, move }: MovesProps) {
  const text = useText(meetingsText)
  return (
    <>
      <button
        type="button"
        className="btn small"
        aria-disabled={isFirst}
        aria-label={`${text.up}：${title}`}
        onClick={() => move(key, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="btn small"
        aria-disabled={isLast}
        aria-label={`${text.down}：${title}`}
        onClick={() => move(key, 1)}
      >
        ↓
      </button>
    </>
  )
}

type TitleProps = { item: AgendaItemView; arranging: Arranging; onDone: () => void }

/** Enter or leaving keeps the words, Escape the former ones. */
function TitleField({ item, arranging, onDone }: TitleProps) {
  const text = useText(meetingsText)
  const [title, setTitle] = useState(item.title)
  const keep = () => {
    if (title.trim() !== item.title) arranging.rename(item.key, title.trim())
    onDone()
  }
  return (
    <input
      className="title-field"
      aria-label={text.renameTo(item.title)}
      value={title}
      maxLength={200}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button beside it
      autoFocus
      onChange={({ target }) => setTitle(target.value)}
      onBlur={keep}
      onKeyDown={({ key, nativeEvent }) => {
        if (nativeEvent.isComposing) return
        if (key === 'Enter') keep()
        if (key === 'Escape') onDone()
      }}
    />
  )
}

/** Set when the field is left, so that a number is not saved digit by digit. */
function MinutesField({ item, onSet }: { item: AgendaItemView; onSet: (minutes: number) => void }) {
  const text = useText(meetingsText)
  return (
    <input
      key={item.minutes}
      className="minutes-field"
      inputMode="numeric"
      maxLength={3}
      defaultValue={item.minutes}
      aria-label={text.minutesOf(item.title)}
      onBlur={({ target }) => {
        const minutes = readMinutes(target.value)
        if (minutes !== null && minutes !== item.minutes) onSet(minutes)
        else target.value = String(item.minutes)
      }}
    />
  )
}

/** Whole minutes as they were typed; null where they are none. */
export function readMinutes(typed: string): number | null {
  const minutes = Math.round(Number(typed))
  return typed.trim() === '' || !Number.isFinite(minutes) ? null : Math.min(240, Math.max(0, minutes))
}
