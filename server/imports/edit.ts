import type { CellChanges, CellName } from '#domain/imports/cells.ts'
import { editRow } from '#domain/imports/decide.ts'
import type { DraftView, ImportCounts } from '#domain/imports/drafts.contract.ts'
import type { Office } from '#domain/imports/office.ts'
import { type Language, Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { unknownField } from '../http/field-sentence.ts'
import { answerWith } from './decision-answer.ts'
import { lockDrafts } from './drafts.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import { saveOutcomes } from './outcomes.ts'
import { changedMeanwhile, lockReview } from './review-lock.ts'

/** Writes cells of one row; refuses changed_meanwhile. */
export async function edit(
  changing: Changing,
  importId: string,
  draftId: string,
  change: { version: number; cells: CellChanges; takes?: CellName[] | undefined },
): Promise<{ draft: DraftView; counts: ImportCounts }> {
  const { tx, actor, language } = changing
  const found = await lockReview(changing, importId, 'shared', 'decide')
  const [row] = await lockDrafts(tx, actor, importId, [draftId])
  if (!row) throw new Refusal('not_found')
  if (row.version !== change.version) throw changedMeanwhile(changing, row)
  const office = await findOffice(tx, actor, { id: found.planId, year: found.planYear })
  refuseUnknown(change.cells, office, language)
  const decided = editRow(row, change.cells, change.takes, office)
  await saveOutcomes(changing, importId, 'edit', [{ row, decided }])
  const tasks = await findComparedTasks(tx, actor, { ids: row.taskId === null ? [] : [row.taskId] })
  const facts = { office, tasks: new Map(tasks.map((task) => [task.id, task])) }
  const { done, counts } = await answerWith(changing, importId, facts, { ids: [draftId], refused: [], moved: false })
  const [draft] = done
  if (!draft) throw new Refusal('not_found')
  return { draft, counts }
}

/** An id that is nobody's here is a mistake of the caller, said at its field. */
function refuseUnknown(cells: CellChanges, office: Office, language: Language): void {
  const units = new Set(office.units.map(({ id }) => id))
  const people = new Set(office.people.map(({ id }) => id))
  const pillars = new Set(office.pillars.map(({ id }) => id))
  const wrong = [
    cells.leadUnitId && !units.has(cells.leadUnitId) && 'leadUnitId',
    cells.supports?.some(({ unitId }) => !units.has(unitId)) && 'supports',
    cells.leaderId && !people.has(cells.leaderId) && 'leaderId',
    cells.assigneeId && !people.has(cells.assigneeId) && 'assigneeId',
    cells.pillarId && !pillars.has(cells.pillarId) && 'pillarId',
  ].filter((field) => typeof field === 'string' && field !== '')
  if (wrong.length > 0)
    throw new Refusal(
      'invalid_input',
      {},
      wrong.map((field) => unknownField(`cells/${field}`, language)),
    )
}
