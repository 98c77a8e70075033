import { passwordStanding } from '#domain/auth/password-rules.ts'
import type { AuthText } from '#web/text/auth.zh.ts'

export type PersonDraft = { name: string; userName: string; password: string }
/** `key` keeps a row's inputs while rows move. */
export type PillarDraft = { key: number; name: string; mark: string }
export type DayDraft = { key: number; on: string | null; workday: boolean; name: string }
export type SetupDraft = {
  organizationName: string
  administrator: PersonDraft
  withOffice: boolean
  office: PersonDraft
  planYear: string
  pillars: PillarDraft[]
  ownDays: DayDraft[]
}

const NOBODY: PersonDraft = { name: '', userName: '', password: '' }

export const emptyDraft = (planYear: number, pillars: readonly { name: string; mark: string }[]): SetupDraft => ({
  organizationName: '',
  administrator: NOBODY,
  withOffice: true,
  office: NOBODY,
  planYear: String(planYear),
  pillars: pillars.map((pillar, key) => ({ key, ...pillar })),
  ownDays: [],
})

/** The plan year as a number; undefined while it is not one. */
export const yearOfDraft = ({ planYear }: SetupDraft): number | undefined => {
  const year = /^20\d\d$/.test(planYear.trim()) ? Number(planYear) : Number.NaN
  return Number.isNaN(year) ? undefined : year
}

type Missing = Partial<Record<string, string>>

/** What is still missing, by field (`administrator/name`), each with its sentence. */
export function missingOf(draft: SetupDraft, text: AuthText): Missing {
  const { setup } = text
  const missing: Missing = {}
  if (!draft.organizationName.trim()) missing['organizationName'] = setup.organizationMissing
  const people = draft.withOffice ? (['administrator', 'office'] as const) : (['administrator'] as const)
  for (const who of people) Object.assign(missing, missingOfPerson(who, draft[who], text))
  if (yearOfDraft(draft) === undefined) missing['planYear'] = setup.planYearWrong
  const pillars = wrongPillars(draft.pillars, text)
  if (pillars) missing['pillars'] = pillars
  return missing
}

function missingOfPerson(who: string, person: PersonDraft, { setup, password }: AuthText): Missing {
  const strong = Object.values(passwordStanding(person.password, person.userName)).every(Boolean)
  return {
    ...(!person.name.trim() && { [`${who}/name`]: setup.personMissing }),
    ...(!/^\S+$/.test(person.userName.trim()) && { [`${who}/userName`]: setup.userNameMissing }),
    ...(!strong && { [`${who}/password`]: password.weak }),
  }
}

function wrongPillars(pillars: readonly PillarDraft[], { setup }: AuthText): string | undefined {
  if (
    pillars.length === 0 ||
    pillars.some(({ name, mark }) => !name.trim() || !/^[\p{L}\p{N}]{1,4}$/u.test(mark.trim()))
  )
    return setup.pillarMissing
  const values = pillars.flatMap(({ name, mark }) => [`n ${name.trim()}`, `m ${mark.trim()}`])
  const twice = values.find((value, index) => values.indexOf(value) !== index)
  return twice && setup.pillarTwice(twice.slice(2))
}

const trimmed = ({ name, userName, password }: PersonDraft): PersonDraft => ({
  name: name.trim(),
  userName: userName.trim(),
  password,
})

/** What is sent; days without a date are left out. */
export const bodyOf = (draft: SetupDraft, link: string) => ({
  link,
  organizationName: draft.organizationName.trim(),
  administrator: trimmed(draft.administrator),
  ...(draft.withOffice && { office: trimmed(draft.office) }),
  planYear: Number(draft.planYear),
  pillars: draft.pillars.map(({ name, mark }) => ({ name: name.trim(), mark: mark.trim() })),
  ownDays: draft.ownDays.flatMap(({ on, workday, name }) => (on ? [{ on, workday, name: name.trim() }] : [])),
})
