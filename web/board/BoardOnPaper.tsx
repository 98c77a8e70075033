import type { BoardView } from '#domain/board/board.contract.ts'
import { BOARD_RATES } from '#domain/board/rate-names.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { usePrinting } from '../ui/usePrinting.ts'
import { boardText } from './board.text.ts'
import { BoardPrint } from './BoardPrint.tsx'

const DIGEST_SHOWN = 16

/** The same facts at the same moment, set for paper. */
export function BoardOnPaper({ board }: { board: BoardView }) {
  const text = useText(boardText)
  const { organization } = useSession()
  const printing = usePrinting()
  if (!printing) return null
  return (
    <BoardPrint
      facts={board}
      title={text.printTitle(organization.name, board.plan.year)}
      asOf={text.moment(board.asOn, board.asOn === board.today)}
      rates={BOARD_RATES.map((name) => ({ ...text.rates[name], rate: board.rates[name] }))}
      rulesVersion={board.rulesVersion}
      digest={board.digest.slice(0, DIGEST_SHOWN)}
    />
  )
}
