/** What the journal says of the district's business, which the audit administrator watches over without reading it. */
const BUSINESS_SUBJECTS: readonly string[] = [
  'task',
  'reportEntry',
  'reportSheet',
  'import',
  'difficulty',
  'highlight',
  'feedback',
]
/** Of a business subject these may be read: what it is called in lists, where it stood, and the digest of a file. */
const SHOWN: readonly string[] = ['code', 'state', 'level', 'digest', 'checked']
const WITHHELD = '…'

type Change = { subjectType: string; before: unknown; after: unknown; reason: string | null }

/**
 * An entry as the audit administrator reads it (PRODUCT.md, 三员: none reads business content through that role): who
 * changed which fields of what, when and from where; for tasks, reports and documents not what was written in them.
 * The digests are worked out from the whole entry all the same.
 */
export function withoutContent<Entry extends Change>(entry: Entry): Entry {
  if (!BUSINESS_SUBJECTS.includes(entry.subjectType)) return entry
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
