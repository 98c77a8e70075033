import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { directiveNumber } from '#domain/directives/directive.ts'
import type { DirectiveView } from '#domain/directives/directives.contract.ts'
import { labelFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { directiveHref } from './address.ts'
import { directivesText } from './directives.text.ts'
import { Left } from './Left.tsx'

/** Directives, a row each; the number leads to the directive. */
export function DirectiveTable({ directives }: { directives: readonly DirectiveView[] }) {
  const { columns } = useText(directivesText)
  return (
    <div className="scroll-x">
      <table className="table few-lines directive-table">
        <thead>
          <tr>
            <th className="column-number">{columns.number}</th>
            <th>{columns.text}</th>
            <th className="column-units">{columns.units}</th>
            <th className="column-urgency">{columns.urgency}</th>
            <th className="column-due">{columns.due}</th>
            <th className="column-state">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {directives.map((directive) => (
            <DirectiveRow key={directive.id} directive={directive} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DirectiveRow({ directive }: { directive: DirectiveView }) {
  const text = useText(directivesText)
  const { columns } = text
  const { language } = useLanguage()
  const { id, writtenBy, writtenOn, urgency, state, leadUnits, currentDueOn, closedOn } = directive
  const units = leadUnits.map(({ name }) => name)
  return (
    <tr>
      <td className="cell-number">
        <Anchor href={directiveHref(id)}>{directiveNumber(directive, language)}</Anchor>
      </td>
      <td className="wrap">
        <p className="words">{directive.text}</p>
        <p className="quiet">{text.writtenOn(writtenBy.name, formatOnInFull(writtenOn, language))}</p>
      </td>
      <td className="wrap cell-units" data-label={columns.units}>
        {units.length > 0 ? listed(language, units) : <span className="quiet">{text.noUnit}</span>}
      </td>
      <td data-label={columns.urgency}>{labelFor(`urgency.${urgency}`, language)}</td>
      <td className="cell-due" data-label={closedOn === null ? columns.due : undefined}>
        {closedOn === null ? formatOnInFull(currentDueOn, language) : text.closedOn(formatOnInFull(closedOn, language))}
        <Left workdaysLeft={directive.workdaysLeft} />
      </td>
      <td className="cell-state">{labelFor(`directive.${state}`, language)}</td>
    </tr>
  )
}
