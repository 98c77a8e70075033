import { fileURLToPath } from 'node:url'
import type { OrgTables } from '#domain/org/import-table.ts'
import { createOrgImport, getOrgTemplate, previewOrgImport } from '#domain/org/org-import.contract.ts'
import { viewPlan } from '#domain/org/import-plan.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { changeAfter, download, read, type Served } from '../http/route.ts'
import { openReaders } from '../imports/reading.ts'
import { record } from '../journal/record.ts'
import { lockOrganization } from '../org/organization.queries.ts'
import { carryOut, type NewAccount, planDigest, planFor } from './org-import.ts'
import { orgTemplate } from './template.ts'

const READER = fileURLToPath(new URL('./read.worker.ts', import.meta.url))

/** Units and people from a file: template, preview, confirm. Files are read away from the event loop. */
export function orgImportRoutes(served: Served): void {
  const reader = openReaders<{ bytes: Uint8Array }, OrgTables>(READER, { workers: 1 })
  served.app.addHook('onClose', () => reader.close())

  download(served, getOrgTemplate, async ({ query, language }) => orgTemplate(query.format, query.list, language))

  read(served, previewOrgImport, async ({ db, actor, bytes, language }) => {
    const plan = await planFor(db, actor, await reader.read({ bytes }), language)
    return viewPlan(plan, planDigest(plan), language)
  })

  changeAfter(
    served,
    createOrgImport,
    ({ bytes }) => reader.read({ bytes }),
    (changing, tables) => importTables(changing, tables),
  )
}

async function importTables(
  changing: Changing & { query: { name: string; digest: string } },
  tables: OrgTables,
): Promise<{ addedCount: number; changedCount: number; accounts: NewAccount[] }> {
  const { tx, actor, query, language } = changing
  await lockOrganization(tx, actor) // two imports at once wait for each other
  const plan = await planFor(tx, actor, tables, language)
  if (plan.problems.length > 0) throw problemsOf(plan.problems)
  const digest = planDigest(plan)
  if (digest !== query.digest) throw new Refusal('import_moved')
  const accounts = await carryOut(changing, plan)
  const { addedCount, changedCount } = viewPlan(plan, digest, language)
  const after = { file: query.name, addedCount, changedCount }
  const subjectId = actor.organizationId
  await record(changing, { action: 'organization.imported', subjectType: 'organization', subjectId, after })
  return { addedCount, changedCount, accounts }
}

type Problem = { list: string; row: number; column: string; message: string }

const problemsOf = (problems: readonly Problem[]): Refusal =>
  new Refusal(
    'import_problems',
    { count: problems.length },
    problems.map(({ list, row, column, message }) => ({ at: `${list}/${row}/${column}`, message })),
  )
