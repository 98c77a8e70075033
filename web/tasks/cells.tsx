import type { ReactNode } from 'react'
import { labelFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import type { Language } from '#domain/refusal.ts'
import type { LedgerColumnKey } from '#domain/tasks/ledger.columns.ts'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { isStopped } from '#domain/tasks/task.ts'
import { Anchor } from '../ui/Anchor.tsx'
import { Bar } from '../ui/Bar.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Light } from '../ui/Light.tsx'
import type { LedgerText } from './ledger.zh.ts'
import type { Days } from './useDays.ts'
import { WhyLine } from './WhyLine.tsx'

/** What cells need besides their row. */
export type CellContext = { text: LedgerText; language: Language; days: Days }
type Cell = (row: LedgerRow, context: CellContext) => ReactNode

const LOUD = ['red', 'yellow']

/** Plain words of a cell: what it says whole where it is cut, and what is being edited. */
export const CELL_WORDS: Partial<Record<LedgerColumnKey, (row: LedgerRow, context: CellContext) => string>> = {
  pillar: ({ pillar }) => pillar.name,
  title: ({ title }) => title,
  leadUnit: ({ leadUnit }) => leadUnit?.name ?? '',
  supportUnits: ({ supportUnits }, { language }) =>
    listed(
      language,
      supportUnits.map(({ name }) => name),
    ),
  leader: ({ leader }) => leader?.name ?? '',
  assignee: ({ assignee }) => assignee?.name ?? '',
  state: ({ state }, { language }) => labelFor(state, language),
  kind: ({ kind }, { language }) => labelFor(kind, language),
  weight: ({ weight }) => String(weight),
  source: ({ sourceTitle, sourceType }, { language }) => sourceTitle || labelFor(sourceType, language),
  evidence: ({ evidence }, { language }) => labelFor(evidence, language),
  why: ({ why }, { days }) => days.sentences(why, 2),
}

/** How each column shows a task. */
export const CELLS: Record<LedgerColumnKey, Cell> = {
  light: ({ light, state }, { language }) => (
    <Light kind={light} word={isStopped(state) ? labelFor(state, language) : undefined} />
  ),
  code: ({ code }) => <span className="quiet">{code}</span>,
  title: ({ id, title, light, restricted, acknowledgeLate, verification }, { text }) => (
    <>
      {acknowledgeLate && <span className="tag">{text.flags.acknowledgeLate}</span>}
      {verification && <span className="tag">{text.flags.verification}</span>}
      {restricted && <span className="tag">{text.restricted}</span>}
      <Anchor href={`/tasks/${id}`} className={light === 'red' ? 'strong' : undefined} title={title}>
        {title}
      </Anchor>
    </>
  ),
  originalDueOn: ({ originalDueOn, currentDueOn }, { days, text }) => {
    if (originalDueOn === null) return <span className="quiet">{text.noDate}</span>
    return <span className={originalDueOn === currentDueOn ? undefined : 'struck'}>{days.day(originalDueOn)}</span>
  },
  currentDueOn: ({ originalDueOn, currentDueOn }, { days, text }) => {
    if (currentDueOn === null) return <span className="quiet">{text.none}</span>
    return originalDueOn === currentDueOn ? <span className="quiet">{text.same}</span> : days.day(currentDueOn)
  },
  actualShare: ({ actualShare, plannedShare }, { text }) => (
    <span className="progress">
      <Bar actual={actualShare} planned={plannedShare} />
      <span className="share">
        {actualShare === null ? text.none : formatNumber(Math.round(actualShare))}
        <em>&thinsp;/&thinsp;{formatNumber(Math.round(plannedShare))}</em>
      </span>
    </span>
  ),
  plannedShare: ({ plannedShare }) => formatNumber(Math.round(plannedShare)),
  why: ({ light, why }, { days }) => (
    <WhyLine why={why} sentence={days.sentences(why, 2)} className={LOUD.includes(light) ? `${light} loud` : light} />
  ),
  pillar: plain('pillar'),
  leadUnit: plain('leadUnit'),
  supportUnits: plain('supportUnits'),
  leader: plain('leader'),
  assignee: plain('assignee'),
  state: plain('state'),
  kind: plain('kind'),
  weight: plain('weight'),
  source: plain('source'),
  evidence: plain('evidence'),
}

function plain(key: LedgerColumnKey): Cell {
  return (row, context) => {
    const words = CELL_WORDS[key]?.(row, context) ?? ''
    return words === '' ? <span className="quiet">{context.text.none}</span> : <span title={words}>{words}</span>
  }
}
