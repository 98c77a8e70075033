import type { ImportReport } from './imports.contract.ts'
import type { ReadingQuality } from './quality.contract.ts'

/** A document's report and the month it was registered in, 2026-11. */
export type Reported = { month: string; report: ImportReport }

const asRead = ({ asRead: counted, found, edited, discarded }: ImportReport): number =>
  counted ?? Math.max(0, found - edited - discarded)

const sumOf = (reports: readonly ImportReport[]): ReadingQuality['total'] => {
  const sum = (of: (report: ImportReport) => number) => reports.reduce((all, report) => all + of(report), 0)
  return {
    documents: reports.length,
    found: sum(({ found }) => found),
    asRead: sum(asRead),
    edited: sum(({ edited }) => edited),
    discarded: sum(({ discarded }) => discarded),
    madeByHand: sum(({ madeByHand }) => madeByHand ?? 0),
    doubts: sum(({ doubtsFound }) => doubtsFound),
  }
}

function tallied(tallies: readonly (Readonly<Record<string, number>> | undefined)[]): ReadingQuality['leftFor'] {
  const counts = new Map<string, number>()
  for (const tally of tallies)
    for (const [name, count] of Object.entries(tally ?? {})) counts.set(name, (counts.get(name) ?? 0) + count)
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

/** What reports say together, month by month, the newest month first. */
export function qualityOf(reported: readonly Reported[]): ReadingQuality {
  const reports = reported.map(({ report }) => report)
  const months = [...new Set(reported.map(({ month }) => month))].sort().reverse()
  return {
    months: months.map((month) => ({
      month,
      ...sumOf(reported.filter((one) => one.month === month).map(({ report }) => report)),
    })),
    total: sumOf(reports),
    editedCells: tallied(reports.map(({ editedCells }) => editedCells)),
    leftFor: tallied(reports.map(({ leftFor }) => leftFor)),
  }
}
