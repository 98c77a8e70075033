import { z } from 'zod'
import { ROLES } from '../access/actor.ts'
import { UserName } from '../auth/auth.contract.ts'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { UNIT_KINDS } from './unit.ts'

const UnitName = z.string().trim().min(1).max(100)
const ShortName = z.string().trim().min(1).max(30)
const Aliases = z.array(z.string().trim().min(1).max(100)).max(20)
const Group = z.string().trim().max(30)
const PersonName = z.string().trim().min(1).max(60)
const Phone = z.string().trim().max(30)

/** A unit; `position` counts from 1 in the official order, which never moves on the board. */
export const UnitView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    shortName: z.string(),
    aliases: z.array(z.string()),
    kind: z.enum(UNIT_KINDS),
    /** The heading it stands under: 党群机关, 政府部门 …; empty for none. */
    group: z.string(),
    position: z.int(),
    retired: z.boolean(),
    /** Lower-case name, short name, aliases, full pinyin and initials, separated by spaces: what a combobox matches. */
    searchKeys: z.string(),
  })
  .meta({ id: 'Unit' })
export type UnitView = z.infer<typeof UnitView>

/** All units in their official order (a district has about 100); retired ones only when asked for. */
export const listUnits = endpoint({
  operationId: 'listUnits',
  method: 'GET',
  path: '/api/units',
  summary: 'Units in their official order',
  query: z.object({ retired: z.enum(['with', 'without']).default('without') }),
  response: z.object({ items: z.array(UnitView) }),
})

/** Adds a unit at the end of the official order, or at `position`. Refuses already_exists. */
export const createUnit = endpoint({
  operationId: 'createUnit',
  method: 'POST',
  path: '/api/units',
  summary: 'Add a unit',
  status: 201,
  body: z.object({
    name: UnitName,
    /** The name itself when left out, if it is not longer than 30 characters. */
    shortName: ShortName.optional(),
    aliases: Aliases.default([]),
    kind: z.enum(UNIT_KINDS),
    group: Group.default(''),
    position: z.int().min(1).optional(),
  }),
  response: UnitView,
})

/** Changes what is given; the rest stays. Refuses not_found, already_exists, still_used (retiring with open tasks). */
export const updateUnit = endpoint({
  operationId: 'updateUnit',
  method: 'PATCH',
  path: '/api/units/:unitId',
  summary: 'Change, move or retire a unit',
  params: z.object({ unitId: z.uuid() }),
  body: z.object({
    name: UnitName.optional(),
    shortName: ShortName.optional(),
    aliases: Aliases.optional(),
    kind: z.enum(UNIT_KINDS).optional(),
    group: Group.optional(),
    /** Its new place in the official order, from 1; the others close up. */
    position: z.int().min(1).optional(),
    retired: z.boolean().optional(),
  }),
  response: UnitView,
})

/** An office a person holds. */
export const PostView = z
  .object({ role: z.enum(ROLES), unitId: z.uuid().nullable(), unitName: z.string().nullable(), title: z.string() })
  .meta({ id: 'Post' })
export type PostView = z.infer<typeof PostView>

/** A person as everybody who is signed in may see them: never user name or phone. */
export const PersonView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** As a unit's: what a combobox matches. */
    searchKeys: z.string(),
    posts: z.array(PostView),
  })
  .meta({ id: 'Person' })
export type PersonView = z.infer<typeof PersonView>

/** People who are not disabled, in their official order; `find` matches name, full pinyin and initials. */
export const listPeople = endpoint({
  operationId: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'People with unit, title and roles',
  query: PageQuery.extend({
    find: z.string().trim().max(60).optional(),
    unitId: z.uuid().optional(),
    role: z.enum(ROLES).optional(),
  }),
  response: pageOf(PersonView),
})

/** A post as it is given: heads, liaisons and assignees name their unit. */
const PostInput = z.object({
  role: z.enum(ROLES),
  unitId: z.uuid().nullable().default(null),
  title: z.string().trim().max(60).default(''),
})
const Posts = z.array(PostInput).min(1).max(20)

/**
 * Adds a person with an account; `initialPassword` is answered this once and must be changed at the first sign-in.
 * Refuses already_exists (user name), roles_exclude, unit_required, not_found (unit).
 */
export const createPerson = endpoint({
  operationId: 'createPerson',
  method: 'POST',
  path: '/api/people',
  summary: 'Add a person with an account',
  status: 201,
  secret: true,
  body: z.object({ name: PersonName, userName: UserName, phone: Phone.nullable().default(null), posts: Posts }),
  response: z.object({ id: z.uuid(), initialPassword: z.string() }),
})

/**
 * Changes what is given; `posts` replaces all posts. A disabled person is signed out at once and cannot sign in.
 * Refuses not_found, already_exists, roles_exclude, unit_required, own_account (own posts, disabling oneself).
 */
export const updatePerson = endpoint({
  operationId: 'updatePerson',
  method: 'PATCH',
  path: '/api/people/:personId',
  summary: 'Change or disable a person',
  params: z.object({ personId: z.uuid() }),
  body: z.object({
    name: PersonName.optional(),
    userName: UserName.optional(),
    phone: Phone.nullable().optional(),
    posts: Posts.optional(),
    disabled: z.boolean().optional(),
  }),
  response: z.object({}),
})

/** What a leader in charge oversees. */
export const PortfolioView = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    /** As a unit's: what a combobox matches. */
    searchKeys: z.string(),
    title: z.string(),
    unitIds: z.array(z.uuid()),
    pillarIds: z.array(z.uuid()),
  })
  .meta({ id: 'Portfolio' })
export type PortfolioView = z.infer<typeof PortfolioView>

/** Every leader in charge, in official order, with units and pillars. */
export const listPortfolios = endpoint({
  operationId: 'listPortfolios',
  method: 'GET',
  path: '/api/portfolios',
  summary: 'Portfolios of the leaders in charge',
  response: z.object({ items: z.array(PortfolioView) }),
})

/** Replaces a leader's portfolio. Refuses not_found, not_a_leader, and changed_meanwhile where it is not as it was `seen`. */
export const updatePortfolio = endpoint({
  operationId: 'updatePortfolio',
  method: 'PUT',
  path: '/api/people/:personId/portfolio',
  summary: 'Set what a leader in charge oversees',
  params: z.object({ personId: z.uuid() }),
  body: z.object({
    unitIds: z.array(z.uuid()).max(2000),
    pillarIds: z.array(z.uuid()).max(100),
    /** What whoever changes it had before them. */
    seen: z.object({ unitIds: z.array(z.uuid()).max(2000), pillarIds: z.array(z.uuid()).max(100) }).optional(),
  }),
  response: z.object({}),
})

/** Renames the organization; papers written from then on bear the new name. */
export const updateOrganization = endpoint({
  operationId: 'updateOrganization',
  method: 'PATCH',
  path: '/api/organization',
  summary: 'Rename the organization',
  body: z.object({ name: z.string().trim().min(1).max(100) }),
  response: z.object({}),
})

/** What the running head's `/` finds: a few of each kind, best first, only what the asker may see. */
export const search = endpoint({
  operationId: 'search',
  method: 'GET',
  path: '/api/search',
  summary: 'Find tasks, units and people',
  query: z.object({ find: z.string().trim().min(1).max(60), limit: z.coerce.number().int().min(1).max(20).default(6) }),
  response: z.object({
    tasks: z.array(z.object({ id: z.uuid(), code: z.string(), title: z.string() })),
    units: z.array(z.object({ id: z.uuid(), name: z.string(), shortName: z.string() })),
    people: z.array(PersonView),
  }),
})
