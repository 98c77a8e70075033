import { Fragment, useEffect, useRef } from 'react'
import type { DeskItem } from '#domain/desk/desk.contract.ts'
import type { TaskQueue } from '#domain/desk/queues.ts'
import type { Days } from '../tasks/useDays.ts'
import type { Deeds } from '../tasks/useDeeds.ts'
import type { Pickable, Picking } from '../tasks/usePicking.ts'
import { useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { DeskDetail } from './DeskDetail.tsx'
import { deskText } from './desk.text.ts'
import type { DeskAt } from './useDeskAt.ts'
import { WhatLine } from './WhatLine.tsx'

type Props = {
  queue: TaskQueue
  items: readonly DeskItem[]
  days: Days
  planYear: number
  at: DeskAt
  picking: Picking<Pickable>
  /** Picks this row, or with Shift everything from the row picked last to it. */
  onPick: (index: number, isRange: boolean) => void
  deeds: Deeds
}

/** The rows of a queue; the open one shows what is decided about it below itself. */
export function DeskTable(props: Props) {
  const { queue, items, at, picking } = props
  const text = useText(deskText)
  const body = useRef<HTMLTableSectionElement>(null)
  useFollow(body, at.at)
  const isMissed = queue === 'overdue' || queue === 'redWithoutNotice'
  const { waited, left } = isMissed ? text.overdueColumns : text.columns
  return (
    <table className={isMissed ? 'table desk missed' : 'table desk'} aria-label={text.queues[queue]}>
      <thead>
        <tr>
          <th className="pick">
            <input
              type="checkbox"
              className="tick"
              aria-label={text.pickAll}
              checked={picking.all}
              onChange={picking.toggleListed}
            />
          </th>
          <th>{text.columns.task}</th>
          <th className="unit">{text.columns.unit}</th>
          <th className="days" title={text.daysNote}>
            {waited}
          </th>
          <th className="days" title={text.daysNote}>
            {left}
          </th>
          <th className="what">{text.columns.what}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item, index) => (
          <Fragment key={item.id}>
            <Row {...props} item={item} index={index} isMissed={isMissed} labels={{ waited, left }} />
            {at.isOpen && at.at === index && (
              <tr className="open">
                <td />
                <td colSpan={5}>
                  <DeskDetail {...props} item={item} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Props & { item: DeskItem; index: number; isMissed: boolean; labels: { waited: string; left: string } }

function Row({ queue, item, index, isMissed, labels, days, at, picking, onPick }: RowProps) {
  const text = useText(deskText)
  const { id, task, unit, since, workdaysWaited, workdaysLeft, light } = item
  const isPicked = picking.has(id)
  const isAt = at.at === index
  const isLate = workdaysLeft !== null && workdaysLeft < 0
  return (
    <tr
      className={[isPicked && 'picked', isAt && 'at'].filter(Boolean).join(' ') || undefined}
      aria-selected={isPicked}
      data-row={index}
    >
      <td className="pick">
        <input
          type="checkbox"
          className="tick"
          aria-label={text.pick(task.code)}
          checked={isPicked}
          onChange={() => undefined}
          onClick={(event) => onPick(index, event.shiftKey)}
        />
      </td>
      <td className="task">
        <button
          type="button"
          className="desk-open"
          aria-expanded={at.isOpen && isAt}
          title={task.title}
          onClick={() => at.toggle(index)}
          onFocus={() => !isAt && at.go(index)}
        >
          {light !== 'grey' && <Light kind={light} word="" />}
          <span className="quiet">{task.code}</span>　{task.title}
        </button>
      </td>
      <td className="unit">{unit?.name ?? text.noLimit}</td>
      <td className="days" data-label={labels.waited}>
        {workdaysWaited === 0 ? text.today : text.days(workdaysWaited)}
      </td>
      <td className={isLate ? 'days strong' : 'days'} data-label={labels.left}>
        {isMissed ? days.day(since) : workdaysLeft === null ? text.noLimit : text.left(workdaysLeft)}
      </td>
      <td className="what">
        <WhatLine queue={queue} item={item} days={days} />
      </td>
    </tr>
  )
}

/** Brings the current row into view and gives it the focus, so that Enter opens it. */
function useFollow(body: React.RefObject<HTMLElement | null>, at: number): void {
  useEffect(() => {
    if (at < 0) return
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)
    if (!row || row.contains(document.activeElement)) return
    row.querySelector<HTMLElement>('.desk-open')?.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }, [body, at])
}
