import type { Role } from '#domain/access/actor.ts'
import type { DemoDistrict, DemoPerson, DemoPillar, DemoUnit, DemoUnitKind } from './demo.types.ts'
import { ADMINISTRATORS, DEMO_ACCOUNTS, LEADERS_IN_CHARGE, PRINCIPAL_LEADERS, SUPERVISION_OFFICE } from './leaders.ts'
import { UNIT_LINES } from './units.ts'

export const DEMO_PILLARS: DemoPillar[] = [
  { mark: '党', name: '党建领区' },
  { mark: '工', name: '工业强区' },
  { mark: '商', name: '商贸富区' },
  { mark: '文', name: '文教兴区' },
  { mark: '交', name: '交通活区' },
  { mark: '环', name: '环境美区' },
  { mark: '健', name: '健康惠区' },
  { mark: '安', name: '平安稳区' },
]

const KINDS: readonly DemoUnitKind[] = ['party', 'government', 'town', 'enterprise']

type Staff = { head: DemoPerson; liaison: DemoPerson; assignees: DemoPerson[] }
type Row = { unit: DemoUnit; staff: Staff }

const words = (text: string): string[] => text.split(' ').filter(Boolean)

/** `post name userName` as a person; the user name is the key. */
function person(text: string, role: Role, unit: string): DemoPerson {
  const [title = '', name = '', userName = ''] = words(text)
  return { key: userName, name, userName, posts: [{ role, unit, title }] }
}

function readRow(line: string, group: string, kind: DemoUnitKind): Row {
  const [key = '', name = '', shortName = '', aliases = '', head = '', liaison = '', assignees = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  const inDistrict = shortName.startsWith('区') ? [] : [`区${shortName}`]
  return {
    unit: { key, name, shortName, aliases: [...new Set([...inDistrict, ...words(aliases)])], kind, group },
    staff: {
      head: person(head, 'unitHead', key),
      liaison: person(liaison, 'liaison', key),
      assignees: assignees.split(', ').map((text) => person(text, 'assignee', key)),
    },
  }
}

function readRows(): Row[] {
  const rows: Row[] = []
  let group = ''
  let kind: DemoUnitKind = 'party'
  for (const line of UNIT_LINES.trim().split('\n')) {
    if (line.startsWith('# ')) {
      const [heading = '', kindWord] = words(line.slice(2))
      group = heading
      kind = KINDS.find((known) => known === kindWord) ?? 'institution'
    } else rows.push(readRow(line, group, kind))
  }
  return rows
}

const ROWS = readRows()

/** Who works in a unit, by unit key. */
export const STAFF: ReadonlyMap<string, Staff> = new Map(ROWS.map(({ unit, staff }) => [unit.key, staff]))

const leader =
  (role: Role) =>
  ({ title, name, userName }: { title: string; name: string; userName: string }): DemoPerson => ({
    key: userName,
    name,
    userName,
    posts: [{ role, unit: null, title }],
  })

const officeStaff = SUPERVISION_OFFICE.map(([title, unit, name, userName]): DemoPerson => ({
  key: userName,
  name,
  userName,
  posts: [{ role: 'supervisionOffice', unit, title }],
}))

const administrators = ADMINISTRATORS.map(([role, title, name, userName]): DemoPerson => ({
  key: userName,
  name,
  userName,
  posts: [{ role, unit: null, title }],
}))

/** The invented district: every name in it belongs to nobody. */
export const DISTRICT: DemoDistrict = {
  name: '清源区',
  pillars: DEMO_PILLARS,
  units: ROWS.map(({ unit }) => unit),
  people: [
    ...PRINCIPAL_LEADERS.map(leader('principalLeader')),
    ...LEADERS_IN_CHARGE.map(leader('leaderInCharge')),
    ...officeStaff,
    ...ROWS.flatMap(({ staff }) => [staff.head, staff.liaison, ...staff.assignees]),
    ...administrators,
  ],
  portfolios: LEADERS_IN_CHARGE.map(({ userName, units, pillars }) => ({ leader: userName, units, pillars })),
  accounts: DEMO_ACCOUNTS,
}

/** The leader in charge of a unit, by unit key. */
export const LEADER_OF: ReadonlyMap<string, string> = new Map(
  DISTRICT.portfolios.flatMap(({ leader: key, units }) => units.map((unit) => [unit, key] as const)),
)
