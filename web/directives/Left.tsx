import { useText } from '../text.tsx'
import { directivesText } from './directives.text.ts'

/** The working days that are left: what is near stands out, what is over more so; nothing where no answer is owed. */
export function Left({ workdaysLeft }: { workdaysLeft: number | null }) {
  const text = useText(directivesText)
  if (workdaysLeft === null) return null
  const weight = workdaysLeft < 0 ? 'over' : workdaysLeft < 2 ? 'near' : 'second'
  return <span className={`days-left ${weight}`}>{text.left(workdaysLeft)}</span>
}
