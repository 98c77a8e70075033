import { getBoardAttention, getBoardCell, type BoardTaskView, type BoardView } from '#domain/board/board.contract.ts'
import { sentenceOfAll } from '#domain/lights/sentence.ts'
import type { Language } from '#domain/refusal.ts'
import { useLanguage } from '../text.tsx'
import { useRead } from '../useEndpoint.ts'
import type { Place } from './facts.ts'
import type { TaskCardFacts } from './TaskCard.tsx'

/** A task with its sentence and the stone it stands under. */
type PlacedTask = TaskCardFacts & Pick<BoardTaskView, 'unitId' | 'pillarId'>

const WHYS_SHOWN = 3
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** The tasks of a stone or of a unit's whole line, worst first, with their reasons in the page's language. */
export function useBoardTasks(board: BoardView, place: Place | null): TaskCardFacts[] | undefined {
  const { language } = useLanguage()
  const { data, isPlaceholderData } = useRead(
    getBoardCell,
    {
      params: { unitId: place?.unitId ?? NOWHERE },
      query: { pillarId: place?.pillarId ?? undefined, ...asked(board) },
    },
    { enabled: place !== null },
  )
  if (!place || !data || isPlaceholderData) return undefined
  return told(data.tasks, board, language)
}

/** What needs someone on the whole board: red, then yellow. */
export function useAttention(board: BoardView): PlacedTask[] | undefined {
  const { language } = useLanguage()
  const { data } = useRead(getBoardAttention, { query: asked(board) })
  const nameOf = (unitId: string) => board.units.find(({ id }) => id === unitId)?.name ?? ''
  return data && told(data.tasks, board, language).map((task) => ({ ...task, unitName: nameOf(task.unitId) }))
}

/** Today needs no day in the question. */
const asked = (board: BoardView) => ({
  year: board.plan.year,
  asOn: board.asOn === board.today ? undefined : board.asOn,
})

function told(tasks: readonly BoardTaskView[], board: BoardView, language: Language): PlacedTask[] {
  const context = { language, planYear: board.plan.year, today: board.asOn }
  return tasks.map((task) => ({ ...task, sentence: sentenceOfAll(task.why, WHYS_SHOWN, context) }))
}
