import { getBoardCell, type BoardTaskView, type BoardView } from '#domain/board/board.contract.ts'
import { sentenceOf } from '#domain/lights/sentence.ts'
import { useLanguage } from '../text.tsx'
import { useRead } from '../useEndpoint.ts'
import type { Place } from './facts.ts'
import type { TaskCardFacts } from './TaskCard.tsx'

const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** The tasks of a stone or of a unit's whole line, worst first, with their reasons in the page's language. */
export function useBoardTasks(board: BoardView, place: Place | null): TaskCardFacts[] | undefined {
  const { language } = useLanguage()
  const { data, isPlaceholderData } = useRead(
    getBoardCell,
    {
      params: { unitId: place?.unitId ?? NOWHERE },
      query: {
        pillarId: place?.pillarId ?? undefined,
        year: board.plan.year,
        asOn: board.asOn === board.today ? undefined : board.asOn,
      },
    },
    { enabled: place !== null },
  )
  if (!place || !data || isPlaceholderData) return undefined
  const context = { language, planYear: board.plan.year, today: board.asOn }
  return data.tasks.map((task) => ({ ...task, sentence: sentences(task, context) }))
}

const sentences = (task: BoardTaskView, context: Parameters<typeof sentenceOf>[1]): string =>
  task.why.map((why) => sentenceOf(why, context)).join(context.language === 'zh' ? '；' : '; ')
