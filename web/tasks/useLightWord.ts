import { labelFor } from '#domain/glossary.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { isStopped } from '#domain/tasks/task.ts'
import { useLanguage } from '../text.tsx'

/** The word of a task's light: a stopped task says that it is stopped. */
export function useLightWord(): (task: Pick<TaskView, 'state' | 'standing'>) => string {
  const { language } = useLanguage()
  return ({ state, standing }) => labelFor(isStopped(state) ? state : standing.light, language)
}
