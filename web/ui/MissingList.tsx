import { listed } from '#domain/listed.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useLanguage, useText } from '#web/text.tsx'

/** Beside a deed that cannot be done yet: the labels of the fields that still want something; nothing where none does. */
export function MissingList({ labels }: { labels: readonly string[] }) {
  const text = useText(kitText)
  const { language } = useLanguage()
  return labels.length === 0 ? null : <p className="missing-list">{text.missing(listed(language, labels))}</p>
}

/** The labels of those fields that are empty. */
export const emptyOf = (fields: Readonly<Record<string, string>>): string[] =>
  Object.entries(fields).flatMap(([label, value]) => (value.trim() === '' ? [label] : []))
