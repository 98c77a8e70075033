import { formatOnInFull, isDay } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import type { JournalEntryView } from '#domain/journal/journal.contract.ts'
import type { Language } from '#domain/refusal.ts'
import { fieldWord } from '../tasks/timeline.text.ts'
import { FIELDS, SUBJECTS, VALUES, WAYS } from './words.ts'

/** Where a change came from: the way and, where there is one, the address. */
export function originLine(origin: string, language: Language): string {
  const [way = '', ...address] = origin.split(' ')
  return [WAYS[way]?.[language] ?? way, ...address].join(' ')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
/** What the auditor may not read stands as this in the answer. */
const WITHHELD = '…'

/** What an entry is about, in words. */
export const subjectWord = (subjectType: string, language: Language): string =>
  SUBJECTS[subjectType]?.[language] ?? wordFor(subjectType, language)

/** Whose states the glossary names, where the journal has another noun for them. */
const NOUNS: Readonly<Record<string, string>> = { report: 'sheet', ruling: 'becomes' }

/** A code in words: what it means in this field or of this noun first, since `closed` is said of many things. */
function inWords(code: string, field: string, noun: string, language: Language): string {
  const codes = [`${field}.${code}`, `${NOUNS[noun] ?? noun}.${code}`]
  const known = codes.find((each) => wordFor(each, language) !== each)
  return known ? wordFor(known, language) : (VALUES[code]?.[language] ?? wordFor(code, language))
}

/** A value short enough for a line; nothing for what only a machine reads. */
function said(value: unknown, field: string, noun: string, language: Language): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value !== 'string' || value === '' || value === WITHHELD || UUID.test(value)) return null
  return isDay(value) ? formatOnInFull(value, language) : inWords(value, field, noun, language)
}

const fieldsOf = (values: unknown): Readonly<Record<string, unknown>> =>
  typeof values === 'object' && values !== null ? { ...values } : {}

type Changed = Pick<JournalEntryView, 'action' | 'before' | 'after' | 'reason'>

/** A field of an entry by its name. */
export const nameOfField = (field: string, language: Language): string =>
  FIELDS[field]?.[language] ?? fieldWord(field, language)

/** What an entry changed, as a line: each field by its name, with what it was and is where that can be said. */
export function changeLine({ action, before, after, reason }: Changed, language: Language): string {
  const [noun = ''] = action.split('.')
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const parts = names.map((field) => {
    const name = nameOfField(field, language)
    const [from, to] = [said(was[field], field, noun, language), said(is[field], field, noun, language)]
    if (to === null) return name
    return from === null || from === to ? `${name} ${to}` : `${name} ${from} → ${to}`
  })
  const why = reason && reason !== WITHHELD ? [reason] : []
  return [...new Set(parts), ...why].join(language === 'zh' ? '；' : '; ')
}
