import type { CellName } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

type Props = {
  draft: DraftView
  /** The cells to take over from now on; absent where the review is closed. */
  onTakes: ((takes: CellName[]) => void) | undefined
}

/** What a ledger's row would change in its task: the old value struck through, the new one beside it. */
export function Differences({ draft, onTakes }: Props) {
  const text = useText(importsText)
  const { differences } = draft
  if (differences.length === 0) return <p className="quiet text-13">{text.review.noDifference}</p>
  const toggle = (cell: CellName) =>
    onTakes?.(differences.filter((one) => (one.cell === cell ? !one.taken : one.taken)).map((one) => one.cell))
  return (
    <table className="differences" aria-label={text.review.differences}>
      <tbody>
        {differences.map(({ cell, before, after, taken, refusal }) => (
          <tr key={cell} className={refusal ? 'barred' : undefined}>
            <th scope="row">
              <label className="check">
                <input
                  type="checkbox"
                  checked={taken}
                  disabled={refusal !== null || !onTakes}
                  aria-label={`${text.review.take}：${text.cells[cell]}`}
                  onChange={() => toggle(cell)}
                />
                {text.cells[cell]}
              </label>
            </th>
            <td>
              <span className="struck">{before || text.review.unwritten}</span>
            </td>
            <td>
              <b>{after || text.review.unwritten}</b>
              {refusal && <p className="amber text-12">{refusal.message}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
