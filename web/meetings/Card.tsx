import { formatOn } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import { sentenceOf } from '#domain/lights/sentence.ts'
import type { CardChange, CardDifficulty, CardTask, UnitCard } from '#domain/meetings/card.ts'
import { useLanguage, useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { Stone } from '../ui/Stone.tsx'
import { Unbroken } from '../ui/Unbroken.tsx'
import { formatNumber, formatPercent } from '../ui/figures.ts'
import { meetingsText } from './meetings.text.ts'

/** What all parts of a card are read with. */
export type CardFrame = {
  year: number
  today: string
  pillars: readonly { id: string; name: string; mark: string }[]
}

const RATES = ['milestoneOnTimeRate', 'trajectoryAttainment', 'taskCompletionRate', 'indicatorAttainment'] as const

/** The unit's four rates, each with its numerator and denominator. */
export function CardRates({ card }: { card: UnitCard }) {
  const { rates, of } = useText(meetingsText).card
  return (
    <dl className="card-rates">
      {RATES.map((name, index) => {
        const { value, numerator, denominator } = card.rates[name]
        return (
          <div key={name}>
            <dt>{rates[index]}</dt>
            <dd>
              <b>{formatPercent(value)}</b>
              {value !== null && <i>%</i>}
              <span>
                {formatNumber(numerator)} / {formatNumber(denominator)} {of[index]}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The unit's line of the board. */
export function CardStrip({ card, frame }: { card: UnitCard; frame: CardFrame }) {
  return (
    <ul className="card-strip">
      {frame.pillars.map(({ id, name }) => {
        const stone = card.stones.find(({ pillarId }) => pillarId === id)
        return (
          <li key={id}>
            <span className="crossing">{stone && <Stone facts={stone} label={`${name} ${stone.taskCount}`} />}</span>
            <span className="pillar">{name}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** A red or yellow task with its reason. */
export function CardTaskLine({ task, frame }: { task: CardTask; frame: CardFrame }) {
  const { language } = useLanguage()
  const [first] = task.why
  return (
    <li className="card-task">
      <Light kind={task.light} />
      <div>
        <p className="what">
          {task.title} <span className="code">{task.code}</span>
        </p>
        {first && (
          <p className={`why ${task.light}`}>
            <Unbroken text={sentenceOf(first, { language, planYear: frame.year, today: frame.today })} />
          </p>
        )}
      </div>
    </li>
  )
}

/** A difficulty with what it asks of whom. */
export function CardDifficultyLine({ difficulty, frame }: { difficulty: CardDifficulty; frame: CardFrame }) {
  const { card } = useText(meetingsText)
  const { language } = useLanguage()
  const { title, ask, counterpart, level, wantedOn, answer } = difficulty
  return (
    <li className="card-difficulty">
      <p className="what">{title}</p>
      <p>
        {counterpart && (
          <b>
            {card.asks(counterpart.name)}
            {'　'}
          </b>
        )}
        {ask}
      </p>
      <p className="second">
        {card.level[level]}
        {'　'}
        {card.wanted(formatOn(wantedOn, frame.year, language))}
        {answer && `　${answer.words}`}
      </p>
    </li>
  )
}

/** What came after the freeze, each with what it was and is. */
export function SinceFreeze({ changes }: { changes: readonly CardChange[] }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const word = (code: string | null) => (code === null ? '' : wordFor(code, language))
  if (changes.length === 0) return null
  return (
    <div className="since-freeze">
      <h4>{text.card.since}</h4>
      <ul>
        {changes.map(({ kind, title, subjectId, before, after }) => (
          <li key={`${kind} ${subjectId ?? ''}`}>
            {text.changes[kind]}
            {'　'}
            {title}
            {(before ?? after) !== null && (
              <span className="second">
                {'　'}
                {word(before)} → {word(after) || '–'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
