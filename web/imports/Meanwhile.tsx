import type { Cells } from '#domain/imports/cells.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'
import { meanwhileText } from './meanwhile.text.ts'
import { differingCells } from './typed.ts'
import { useCellWords } from './useCellWords.ts'
import type { Names } from './useOptions.ts'

type Props = {
  /** The row as it stood when the form was opened, as it is stored now, and as the form has it. */
  base: Cells
  stored: Cells
  mine: Cells
  names: Names
}

/** What somebody else changed in a row while its form was open, beside what is typed; nothing where nobody did. */
export function Meanwhile({ base, stored, mine, names }: Props) {
  const text = useText(importsText)
  const words = useText(meanwhileText)
  const storedWords = useCellWords(names, stored)
  const myWords = useCellWords(names, mine)
  const cells = differingCells(base, stored).filter((cell) => cell !== 'targetAsWorded')
  if (cells.length === 0) return null
  const isMine = differingCells(stored, mine)
  return (
    <div className="meanwhile" role="status">
      <table className="differences">
        <caption className="amber">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.stored}</th>
            <th scope="col">{words.mine}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell}>
              <th scope="row">{text.cells[cell]}</th>
              <td>{storedWords(stored, cell) || text.review.unwritten}</td>
              <td>
                {isMine.includes(cell) ? (
                  <b>{myWords(mine, cell) || text.review.unwritten}</b>
                ) : (
                  <span className="quiet">{words.untouched}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-12 quiet">{words.advice}</p>
    </div>
  )
}
