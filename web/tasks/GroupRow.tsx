import { labelFor } from '#domain/glossary.ts'
import type { LedgerGroup } from '#domain/tasks/ledger.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatPercent } from '../ui/figures.ts'
import { ledgerText } from './ledger.text.ts'
import type { LedgerGroupTotals } from './useLedger.ts'

type Names = Pick<LedgerGroupTotals, 'key' | 'name'>

/** What a group is called in the page's language. */
export function useGroupName(by: LedgerGroup): (group: Names) => string {
  const text = useText(ledgerText)
  const { language } = useLanguage()
  return ({ key, name }) => {
    if (key === null) return text.nameless[by]
    return by === 'source' ? labelFor(key, language) : name
  }
}

type Props = {
  group: LedgerGroupTotals
  /** The same group however the page is narrowed: its rates are its own. */
  whole: LedgerGroupTotals | undefined
  by: LedgerGroup
  span: number
}

/** A group's head with its own totals, and each rate with numerator and denominator. */
export function GroupRow({ group, whole = group, by, span }: Props) {
  const text = useText(ledgerText)
  const nameOf = useGroupName(by)
  const { lightCounts, trajectoryAttainment: attained, taskCompletionRate: completed } = whole
  return (
    <tr className="group">
      <th colSpan={span} scope="rowgroup">
        <b>{nameOf(group)}</b>
        <span>{text.count(whole.taskCount)}</span>
        <span className={lightCounts.red > 0 ? 'count-red' : 'zero'}>{text.red(lightCounts.red)}</span>
        <span className={lightCounts.yellow > 0 ? 'count-yellow' : 'zero'}>{text.yellow(lightCounts.yellow)}</span>
        {attained.denominator > 0 && (
          <span>{text.attainment(formatPercent(attained.value), attained.numerator, attained.denominator)}</span>
        )}
        {completed.denominator > 0 && (
          <span>{text.completion(formatPercent(completed.value), completed.numerator, completed.denominator)}</span>
        )}
        {whole.taskCount !== group.taskCount && <span className="quiet">{text.listed(group.taskCount)}</span>}
      </th>
    </tr>
  )
}
