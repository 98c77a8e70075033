import type { Actor } from '#domain/access/actor.ts'
import type { OrgTables } from '#domain/org/import-table.ts'
import { createOrgImport, getOrgTemplate, previewOrgImport } from '#domain/org/org-import.contract.ts'
import { type OrgPlan, viewPlan } from '#domain/org/import-plan.ts'
import { type Language, Refusal } from '#domain/refusal.ts'
import { type InitialPassword, newInitialPasswords } from '../auth/initial-password.ts'
import type { Db } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import { changeAfter, download, read, type Served } from '../http/route.ts'
import { openWorkers } from '../workers/workers.ts'
import { record } from '../journal/record.ts'
import { lockOrganization } from '../org/organization.queries.ts'
import { carryOut, type NewAccount, planDigest, planFor } from './org-import.ts'
import { orgTemplate } from './template.ts'
import { programFile } from '../workers/programs.ts'

const READER = programFile(new URL('./read.worker.ts', import.meta.url))

/** Units and people from a file: template, preview, confirm. Files are read away from the event loop. */
export function orgImportRoutes(served: Served): void {
  const reader = openWorkers<{ bytes: Uint8Array }, OrgTables>({ program: READER, worksOn: 'file' }, { workers: 1 })
  served.app.addHook('onClose', () => reader.close())

  download(served, getOrgTemplate, async ({ query, language }) => orgTemplate(query.format, query.list, language))

  read(served, previewOrgImport, async ({ db, actor, bytes, language }) => {
    const plan = await planFor(db, actor, await reader.ask({ bytes }), language)
    return viewPlan(plan, planDigest(plan), language)
  })

  changeAfter(
    served,
    createOrgImport,
    async ({ bytes, ...asking }) => {
      const tables = await reader.ask({ bytes })
      const { people } = await confirmedPlan(asking.db, asking, tables)
      // Hundreds take a while; while they are made, no lock and no connection is held.
      return { tables, initials: await newInitialPasswords(people.filter(({ id }) => id === null).length) }
    },
    (changing, { tables, initials }) => importTables(changing, tables, initials),
  )
}

type Confirming = { actor: Actor; language: Language; query: { name: string; digest: string } }

/** The plan that was previewed, if it still is the plan. Refuses import_problems, import_moved. */
async function confirmedPlan(db: Db, { actor, language, query }: Confirming, tables: OrgTables): Promise<OrgPlan> {
  const plan = await planFor(db, actor, tables, language)
  if (plan.problems.length > 0) throw problemsOf(plan.problems)
  if (planDigest(plan) !== query.digest) throw new Refusal('import_moved')
  return plan
}

async function importTables(
  changing: Changing & Confirming,
  tables: OrgTables,
  initials: readonly InitialPassword[],
): Promise<{ addedCount: number; changedCount: number; accounts: NewAccount[] }> {
  const { tx, actor, query, language } = changing
  await lockOrganization(tx, actor) // two imports at once wait for each other
  const plan = await confirmedPlan(tx, changing, tables)
  const accounts = await carryOut(changing, plan, initials)
  const { addedCount, changedCount } = viewPlan(plan, query.digest, language)
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
