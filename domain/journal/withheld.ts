/**
 * What is administration, which the audit administrator watches over and therefore reads (decision 0008). Whatever else
 * the journal names is the district's business, also what nobody has thought of yet: that is withheld.
 */
export const OPEN_SUBJECTS: readonly string[] = [
  'organization',
  'unit',
  'person',
  'token',
  'plan',
  'calendarDay',
  'supervisionRules',
  'urgeRules',
  'deliveryRules',
  'webhook',
  'paperTemplate',
]
/** Of a business subject these may be read: what it is called in lists, where it stood, and the digest of a file. */
const SHOWN: readonly string[] = ['code', 'state', 'level', 'digest', 'checked']
const WITHHELD = '…'

type Change = { subjectType: string; before: unknown; after: unknown; reason: string | null }

/**
 * An entry as the audit administrator reads it (PRODUCT.md, 三员: none reads business content through that role): who
 * changed which fields of what, when and from where; of business not what was written.
 * The digests are worked out from the whole entry all the same.
 */
export function withoutContent<Entry extends Change>(entry: Entry): Entry {
  if (OPEN_SUBJECTS.includes(entry.subjectType)) return entry
  return {
    ...entry,
    before: fieldsOf(entry.before),
    after: fieldsOf(entry.after),
    reason: entry.reason === null ? null : WITHHELD,
  }
}

const fieldsOf = (values: unknown): Record<string, unknown> | null =>
  typeof values === 'object' && values !== null
    ? Object.fromEntries(
        Object.entries(values).map(([field, value]) => [field, SHOWN.includes(field) ? value : WITHHELD]),
      )
    : null
