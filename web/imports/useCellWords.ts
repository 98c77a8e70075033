import { formatOnInFull } from '#domain/calendar/calendar.ts'
import type { CellName, Cells } from '#domain/imports/cells.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'
import { type Names, usePeopleOf } from './useOptions.ts'

/** Says the cells of a row in words; the empty text where nothing is written. */
export function useCellWords(names: Names, { assigneeId, leadUnitId }: Cells) {
  const text = useText(importsText)
  const { language } = useLanguage()
  const day = (on: string) => formatOnInFull(on, language)
  const people = usePeopleOf(assigneeId === null ? null : leadUnitId)
  const words: { [Cell in CellName]: (cells: Cells) => string } = {
    title: ({ title }) => title,
    leadUnitId: (cells) => names.unit(cells.leadUnitId),
    supports: ({ supports }) => supports.map(({ unitId }) => names.unit(unitId)).join('、'),
    dueOn: ({ dueOn }) => (dueOn ? day(dueOn) : ''),
    milestones: ({ milestones }) =>
      milestones.map(({ title, dueOn }) => `${dueOn ? day(dueOn) : text.review.unwritten}　${title}`).join('；'),
    leaderId: ({ leaderId }) => names.leader(leaderId),
    evidence: ({ evidence }) => evidence,
    pillarId: ({ pillarId }) => names.pillar(pillarId),
    kind: ({ kind }) => text.kinds[kind],
    target: ({ target }) => (target ? `${target.value}${target.measure}` : ''),
    targetAsWorded: () => '',
    assigneeId: (cells) => people.find(({ id }) => id === cells.assigneeId)?.label ?? '',
  }
  return (cells: Cells, cell: CellName): string => words[cell](cells)
}
