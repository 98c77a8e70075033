import { listPortfolios, updateOrganization, updatePortfolio } from '#domain/org/org.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import { change, read, type Served } from '../http/route.ts'
import { changedMeanwhile } from '../journal/changedMeanwhile.ts'
import { record } from '../journal/record.ts'
import { accountsRoutes } from './accounts.routes.ts'
import { lockOrganization, saveOrganization } from './organization.queries.ts'
import { lockPerson } from './people.queries.ts'
import { peopleRoutes } from './people.routes.ts'
import { findPillarIds, listAllPortfolios, savePortfolio } from './portfolio.queries.ts'
import { listPosts } from './posts.queries.ts'
import { findUnitIds } from './units.queries.ts'
import { unitRoutes } from './units.routes.ts'

/** Units, people, portfolios, accounts and the organization itself. */
export function orgRoutes(served: Served): void {
  unitRoutes(served)
  peopleRoutes(served)
  accountsRoutes(served)

  change(served, updateOrganization, async (changing) => {
    const { tx, actor, body } = changing
    const before = await lockOrganization(tx, actor)
    await saveOrganization(tx, actor, body.name)
    const renamed = { before, after: { name: body.name } }
    const subjectId = actor.organizationId
    await record(changing, { action: 'organization.renamed', subjectType: 'organization', subjectId, ...renamed })
    return {}
  })

  read(served, listPortfolios, async ({ db, actor }) => ({ items: await listAllPortfolios(db, actor) }))

  change(served, updatePortfolio, async (changing) => {
    const { tx, actor, params, body, now } = changing
    if (!(await lockPerson(tx, actor, params.personId))) throw new Refusal('not_found')
    const posts = await listPosts(tx, actor, params.personId)
    if (!posts.some((post) => post.role === 'leaderInCharge')) throw new Refusal('not_a_leader')
    const units = await findUnitIds(tx, actor, body.unitIds)
    const pillars = await findPillarIds(tx, actor, body.pillarIds)
    const isKnown = body.unitIds.every((id) => units.has(id)) && body.pillarIds.every((id) => pillars.has(id))
    if (!isKnown) throw new Refusal('not_found')
    const to = { unitIds: [...units], pillarIds: [...pillars] }
    const before = (await listAllPortfolios(tx, actor)).find((portfolio) => portfolio.personId === params.personId)
    if (body.seen && !isSame(body.seen, before)) throw await changedMeanwhile(changing, 'person', params.personId)
    await savePortfolio(tx, actor, params.personId, to, now)
    await record(changing, {
      action: 'portfolio.changed',
      subjectType: 'person',
      subjectId: params.personId,
      before: { unitIds: before?.unitIds ?? [], pillarIds: before?.pillarIds ?? [] },
      after: to,
    })
    return {}
  })
}

type Portfolio = { unitIds: readonly string[]; pillarIds: readonly string[] }

const isSame = (one: Portfolio, other: Portfolio = { unitIds: [], pillarIds: [] }): boolean =>
  (['unitIds', 'pillarIds'] as const).every((part) => [...one[part]].sort().join() === [...other[part]].sort().join())
