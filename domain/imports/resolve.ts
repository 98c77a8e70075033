import type { ReviewDoubt } from './cells.ts'
import type { Office } from './office.ts'
import { changeCells, type Review } from './review.ts'

const isAbout = ({ code, facts }: ReviewDoubt, name: string): boolean =>
  (code === 'unknown_unit' || code === 'several_units') && facts['name'] === name

/** Whether a row waits for what this written name means. */
export const waitsForName = ({ doubts }: Pick<Review, 'doubts'>, name: string): boolean =>
  doubts.some((doubt) => isAbout(doubt, name))

/** A written name is this unit: it leads or supports as the row says, and its doubts are decided. */
export function nameUnit(
  review: Review,
  name: string,
  unit: { id: string; shortName: string },
  office: Office,
): Review {
  const about = review.doubts.filter((doubt) => isAbout(doubt, name))
  const rest: Review = { ...review, doubts: review.doubts.filter((doubt) => !isAbout(doubt, name)) }
  // Among several leads it leads only by a choice that is still open; otherwise it was named beside them.
  const isChosen = !review.doubts.some(({ code }) => code === 'several_leads')
  return about.reduce((next, { field, facts }) => {
    const leads = field === 'lead' && !(facts['of'] !== undefined && isChosen)
    return placeUnit(next, leads ? 'lead' : 'supporting', name, unit, office)
  }, rest)
}

function placeUnit(
  review: Review,
  field: 'lead' | 'supporting',
  name: string,
  unit: { id: string; shortName: string },
  office: Office,
): Review {
  if (field === 'supporting') {
    const { supports, leadUnitId } = review.cells
    const isThere = leadUnitId === unit.id || supports.some(({ unitId }) => unitId === unit.id)
    const added = { unitId: unit.id, deliverable: '', dueOn: null }
    return isThere ? review : { ...review, cells: { ...review.cells, supports: [...supports, added].slice(0, 60) } }
  }
  const open = review.doubts.find(({ code }) => code === 'several_leads')
  if (!open) return edited(review, changeCells(review, { leadUnitId: unit.id }, office))
  const choices = open.choices.map((choice) =>
    choice.value === null && choice.label === name ? { value: unit.id, label: unit.shortName } : choice,
  )
  const meant = new Set(choices.map(({ value }) => value))
  const doubts = review.doubts.map((doubt) => (doubt.id === open.id ? { ...doubt, choices } : doubt))
  // All the names were the same unit: then one leads, and nothing is open.
  if (meant.size === 1) return edited(review, changeCells({ ...review, doubts }, { leadUnitId: unit.id }, office))
  return { ...review, doubts }
}

/** Saying what a name means is no correction of what was read. */
const edited = (before: Review, after: Review): Review => ({ ...after, edited: before.edited })
