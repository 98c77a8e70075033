import { createOrgImport, getOrgTemplate, previewOrgImport } from '#domain/org/org-import.contract.ts'
import { viewPlan } from '#domain/org/import-plan.ts'
import { Refusal } from '#domain/refusal.ts'
import { change, download, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { lockOrganization } from '../org/organization.queries.ts'
import { carryOut, planDigest, planFor } from './org-import.ts'
import { readOrgFile } from './read.ts'
import { orgTemplate } from './template.ts'

/** Units and people from a file: template, preview, confirm. */
export function orgImportRoutes(served: Served): void {
  download(served, getOrgTemplate, async ({ query, language }) => orgTemplate(query.format, query.list, language))

  read(served, previewOrgImport, async ({ db, actor, bytes, language }) => {
    const plan = await planFor(db, actor, readOrgFile(bytes), language)
    return viewPlan(plan, planDigest(plan), language)
  })

  change(served, createOrgImport, async (changing) => {
    const { tx, actor, bytes, query, language } = changing
    const tables = readOrgFile(bytes)
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
  })
}

type Problem = { list: string; row: number; column: string; message: string }

const problemsOf = (problems: readonly Problem[]): Refusal =>
  new Refusal(
    'import_problems',
    { count: problems.length },
    problems.map(({ list, row, column, message }) => ({ at: `${list}/${row}/${column}`, message })),
  )
