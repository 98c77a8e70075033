import { useEffect, useRef, useState } from 'react'
import { labelFor } from '#domain/glossary.ts'
import type { LedgerGroup, LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { isStopped } from '#domain/tasks/task.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Light } from '../ui/Light.tsx'
import { Why } from '../ui/Why.tsx'
import { useGroupName } from './GroupRow.tsx'
import { ledgerText } from './ledger.text.ts'
import { reachOf } from './lines.ts'
import type { Ledger } from './useLedger.ts'
import { useDays } from './useDays.ts'

const STEP = 40

/** The ledger on a phone: cards under their groups, no rates and no totals; more come as one reaches the end. */
export function LedgerCards({ ledger, by, planYear }: { ledger: Ledger; by: LedgerGroup; planYear: number }) {
  const text = useText(ledgerText)
  const nameOf = useGroupName(by)
  const [shown, setShown] = useState(STEP)
  const end = useRef<HTMLButtonElement>(null)
  const { lines, extend } = ledger
  useEffect(() => extend(reachOf(lines, 0, shown)), [extend, lines, shown])
  const more = shown < lines.length
  useEffect(() => {
    const element = end.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setShown((count) => count + STEP)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [more])
  return (
    <>
      <div className={ledger.isStale ? 'cards stale' : 'cards'}>
        {lines
          .slice(0, shown)
          .map((line) =>
            line.kind === 'group' ? (
              <h2 key={`group ${line.group.key}`}>{nameOf(line.group)}</h2>
            ) : line.row ? (
              <Card key={line.row.id} row={line.row} planYear={planYear} />
            ) : (
              <div key={`${line.group.key} ${line.index}`} className="task-card waiting-card" aria-busy="true" />
            ),
          )}
      </div>
      {more && (
        <button type="button" className="btn" ref={end} onClick={() => setShown(shown + STEP)}>
          {text.more}
        </button>
      )}
    </>
  )
}

function Card({ row, planYear }: { row: LedgerRow; planYear: number }) {
  const text = useText(ledgerText)
  const { language } = useLanguage()
  const days = useDays(planYear)
  const { originalDueOn, currentDueOn, state } = row
  const loud = row.light === 'red' || row.light === 'yellow'
  return (
    <Anchor href={`/tasks/${row.id}`} className={loud ? 'task-card' : 'task-card calm'}>
      <div className="first">
        <Light kind={row.light} word={isStopped(state) ? labelFor(state, language) : undefined} />
        <span className="code">{row.code}</span>
        {row.acknowledgeLate && <span className="tag">{text.flags.acknowledgeLate}</span>}
        {row.verification && <span className="tag">{text.flags.verification}</span>}
      </div>
      <div className="name">{row.title}</div>
      <Why light={row.light} sentence={days.sentences(row.why, 1)} />
      <div className="facts">
        {row.leadUnit && <span>{row.leadUnit.name}</span>}
        {row.assignee && <span>{text.assignedTo(row.assignee.name)}</span>}
        {originalDueOn && <span>{text.due(days.day(originalDueOn))}</span>}
        {currentDueOn && currentDueOn !== originalDueOn && <span>{text.dueNow(days.day(currentDueOn))}</span>}
      </div>
    </Anchor>
  )
}
