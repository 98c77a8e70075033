import { formatOn, yearOf } from '#domain/calendar/calendar.ts'
import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import { isPressed } from '#domain/difficulties/waiting.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { difficultyHref } from './address.ts'
import { difficultiesText } from './difficulties.text.ts'
import { leftWords } from './shown.ts'

/** What climbs no more: being put into effect, or waiting for its raiser to say that it is solved. */
export function Strips({ executing, solved }: Record<'executing' | 'solved', readonly DifficultyView[]>) {
  const text = useText(difficultiesText)
  return (
    <>
      {executing.length > 0 && (
        <Section title={text.executing} note={text.count(executing.length)}>
          <ul className="difficulty-strip">
            {executing.map((difficulty) => (
              <Executed key={difficulty.id} difficulty={difficulty} />
            ))}
          </ul>
        </Section>
      )}
      {solved.length > 0 && (
        <Section title={text.solved} note={text.count(solved.length)}>
          <ul className="difficulty-strip">
            {solved.map((difficulty) => (
              <Solved key={difficulty.id} difficulty={difficulty} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** What the reader is asked, and how long they have; a raiser is asked and never pressed. */
export function AsksOfYou({ difficulty }: { difficulty: DifficultyView }) {
  const text = useText(difficultiesText)
  const { id, title, wait, clock, raisedUnit, ring } = difficulty
  const left = wait && clock && isPressed(wait) ? clock.workdaysLeft : null
  return (
    <li className="asks-of-you">
      <p>
        <Anchor href={difficultyHref(id)} className="strong">
          {title}
        </Anchor>
      </p>
      <p className="second text-13">
        <span className={left !== null && left < 0 ? 'late' : left !== null && left <= 1 ? 'near' : undefined}>
          {[wait && text.asksOfYou[wait], left !== null && leftWords(left, text)].filter(Boolean).join('　')}
        </span>
        <span className="quiet">
          {[raisedUnit.name, ring.length > 0 && text.ring(ring.map(({ name }) => name).join(' → '))]
            .filter(Boolean)
            .join('　')}
        </span>
      </p>
    </li>
  )
}

function Head({ difficulty: { id, title, raisedUnit } }: { difficulty: DifficultyView }) {
  return (
    <p>
      <b>{raisedUnit.name}</b>　<Anchor href={difficultyHref(id)}>{title}</Anchor>
    </p>
  )
}

function Executed({ difficulty }: { difficulty: DifficultyView }) {
  const text = useText(difficultiesText)
  const { language } = useLanguage()
  const { today } = useSession()
  const { ruling, clock } = difficulty
  const isLate = clock !== null && clock.workdaysLeft < 0
  return (
    <li>
      <Head difficulty={difficulty} />
      {ruling && (
        <p className="second text-13">
          {text.doneBy(ruling.unit.name, formatOn(ruling.dueOn, yearOf(today), language))}
          {clock && <span className={isLate ? 'late' : 'quiet'}>　{leftWords(clock.workdaysLeft, text)}</span>}
        </p>
      )}
    </li>
  )
}

function Solved({ difficulty }: { difficulty: DifficultyView }) {
  const text = useText(difficultiesText)
  const { ruling, solvedWords, clock } = difficulty
  const waited = clock ? clock.limitWorkdays - clock.workdaysLeft : 0
  return (
    <li>
      <Head difficulty={difficulty} />
      <p className="second text-13">
        {[ruling?.unit.name, solvedWords].filter(Boolean).join('：')}
        <span className="quiet">　{waited > 0 ? text.waits(waited) : text.waitsToday}</span>
      </p>
    </li>
  )
}
