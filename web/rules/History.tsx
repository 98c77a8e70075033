import { formatOnInFull } from '#domain/calendar/calendar.ts'
import type { RuleSetView } from '#domain/rules/rules.contract.ts'
import { RULE_PARTS, standardRules, type SupervisionRules } from '#domain/rules/rules.ts'
import { useLanguage, useText } from '../text.tsx'
import { Section } from '../ui/Section.tsx'
import { draftOf, RULE_FIELDS } from './fields.ts'
import { type RulesText, rulesText } from './rules.text.ts'

/** Every version there was, the latest first, each with what it changed of the one before. */
export function History({ versions }: { versions: readonly RuleSetView[] }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { columns } = text
  return (
    <Section title={text.history}>
      {versions.length === 0 && <p className="second">{text.none}</p>}
      {versions.length > 0 && (
        <div className="table-frame">
          <table className="table rule-history">
            <thead>
              <tr>
                <th className="right">{columns.version}</th>
                <th>{columns.on}</th>
                <th>{columns.by}</th>
                <th>{columns.what}</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(({ version, effectiveOn, rules, savedBy }, index) => (
                <tr key={version}>
                  <td className="right">{version}</td>
                  <td>{effectiveOn && formatOnInFull(effectiveOn, language)}</td>
                  <td>{savedBy}</td>
                  <td className="wrap">
                    {changesOf(versions[index + 1]?.rules ?? standardRules('standard'), rules, text).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function changesOf(before: SupervisionRules, after: SupervisionRules, text: RulesText): string[] {
  const [was, is] = [draftOf(before), draftOf(after)]
  return RULE_PARTS.flatMap((part) =>
    RULE_FIELDS[part]
      .filter((field) => was[part][field] !== is[part][field])
      .map((field) => text.change(text.fields[field], Number(was[part][field]), Number(is[part][field]))),
  )
}
