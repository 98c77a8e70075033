import { formatOn } from '#domain/calendar/calendar.ts'
import type { WaitingItem } from '#domain/myday/myday.contract.ts'
import { useActor } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { DoneInPlace, isDoneInPlace } from './DoneInPlace.tsx'
import { myDayText } from './myday.text.ts'
import { placeOf } from './places.ts'

type Props = {
  item: WaitingItem
  planYear: number
  /** The first of its section stands out. */
  isFirst: boolean
}

/** One thing that waits: what it is, by when, and the one deed it asks for. */
export function Deed({ item, planYear, isFirst }: Props) {
  const text = useText(myDayText)
  const { kind, code, title, from } = item
  const place = placeOf(item, useActor())
  const style = isFirst ? 'btn solid' : 'btn'
  return (
    <article className="deed">
      <span className="deed-mark">{text.marks[kind]}</span>
      <div>
        <Anchor href={place} className="name">
          {title}
        </Anchor>
        <p>
          {[code, from].filter(Boolean).join('　')}
          <Clock item={item} planYear={planYear} />
        </p>
      </div>
      {isDoneInPlace(item) ? (
        <DoneInPlace item={item} label={text.deeds[kind]} className={style} />
      ) : (
        <Anchor href={place} className={style}>
          {text.deeds[kind]}
        </Anchor>
      )}
    </article>
  )
}

/** The last two working days stand out, what is over more so. */
function Clock({ item: { dueOn, workdaysLeft }, planYear }: Pick<Props, 'item' | 'planYear'>) {
  const text = useText(myDayText)
  const { language } = useLanguage()
  if (dueOn === null || workdaysLeft === null) return null
  const words =
    workdaysLeft < 0 ? text.over(-workdaysLeft) : workdaysLeft === 0 ? text.leftToday : text.left(workdaysLeft)
  const weight = workdaysLeft < 0 ? 'over' : workdaysLeft < 2 ? 'near' : ''
  const due = text.due(formatOn(dueOn, planYear, language))
  return (
    <>
      {`　`}
      <span className="nowrap">
        {due}
        {text.join}
      </span>
      <span className={`nowrap ${weight}`}>{words}</span>
    </>
  )
}
