import { useState } from 'react'
import { wordFor } from '#domain/glossary.ts'
import type { Light } from '#domain/lights/light.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { isDone } from '#domain/tasks/task.ts'
import { useLanguage, useText } from '../text.tsx'
import { Glyph } from '../ui/Light.tsx'
import { Unbroken } from '../ui/Unbroken.tsx'
import { HowWorkedOut } from './HowWorkedOut.tsx'
import { taskText } from './task.text.ts'
import { useDays } from './useDays.ts'
import { useLightWord } from './useLightWord.ts'

/** The reason first: what the light is, why, and by which rules. */
export function Reason({ task }: { task: TaskView }) {
  const text = useText(taskText)
  const { language } = useLanguage()
  const { whole, context } = useDays(task.plan.year)
  const wordOf = useLightWord()
  const [asking, setAsking] = useState(false)
  const stop = context.language === 'zh' ? '。' : '.'
  const sentence = whole(task.standing.why)
  const { light, deadlineLight, trajectoryLight } = task.standing
  const { version, effectiveOn } = task.lightRules
  // A light that is out says “not started” of a task at work, and “over” of one that is done.
  const halfWord = (half: Light) => (half === 'grey' && isDone(task.state) ? text.lightOver : wordFor(half, language))
  return (
    <section className={`reason ${light}`}>
      <Glyph kind={light} />
      <div>
        <p className="sentence">
          <b>
            {wordOf(task)}
            {stop}
            {context.language === 'en' && ' '}
          </b>
          {sentence !== `${wordOf(task)}${stop}` && <Unbroken text={sentence} />}
        </p>
        {task.redo?.reason && <p className="text-13">{text.redo(task.redo.reason)}</p>}
        <p className="text-13 second by">
          <span>{text.bothLights(halfWord(deadlineLight), halfWord(trajectoryLight))}</span>
          <span>{text.rules(version, effectiveOn)}</span>
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {text.how}
          </button>
        </p>
      </div>
      {asking && <HowWorkedOut task={task} onClose={() => setAsking(false)} />}
    </section>
  )
}
