import { formatOn, yearOf } from '#domain/calendar/calendar.ts'
import type { DifficultyPage, StoryLine } from '#domain/difficulties/difficulties.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { difficultiesText } from './difficulties.text.ts'
import type { DifficultiesText } from './difficulties.zh.ts'

/** All that happened, in the order in which it did; what a clock did says so. */
export function DifficultyStory({ page: { story } }: { page: DifficultyPage }) {
  const text = useText(difficultiesText)
  const { language } = useLanguage()
  const { today } = useSession()
  const instant = useInstant()
  const day = (on: string) => formatOn(on, yearOf(today), language)
  return (
    <ol className="difficulty-story">
      {story.map((line) => (
        <li key={line.ordinal} className={line.by ? undefined : 'by-clock'}>
          <time title={instant(line.at)}>{day(line.on)}</time>
          <p>
            <b>
              {line.by
                ? [line.byUnit?.name, line.by.name].filter(Boolean).join('　')
                : isByClock(line)
                  ? text.byClock
                  : text.byRule}
            </b>
            <span>{sentenceOf(line, text, day)}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}

/** What a clock did; the rest that nobody did follows at once from what somebody did. */
const isByClock = ({ kind, cause }: StoryLine): boolean =>
  ['noResponse', 'triaged', 'closed'].includes(kind) || ['noResponse', 'unsettled', 'notDone'].includes(cause ?? '')

/** A line of the story in words. */
function sentenceOf(line: StoryLine, text: DifficultiesText, day: (on: string) => string): string {
  const words = line.kind === 'confirmed' && line.words ? `：${line.words}` : line.words
  const because = line.cause ? text.causes[line.cause] : ''
  const facts: Record<string, string> = {
    level: text.levels[line.level],
    words,
    dueOn: line.dueOn ? day(line.dueOn) : '',
    toUnit: line.toUnit?.name ?? '',
    cause: line.words && line.kind === 'levelRaised' ? `${because}：${line.words}` : because,
    silent: silentName(line, text),
  }
  return text.story[line.kind].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}

function silentName({ silent }: StoryLine, text: DifficultiesText): string {
  if (!silent) return ''
  if (silent.unit) return silent.unit.name
  if (silent.person) return silent.person.name
  return silent.post === 'supervisionOffice' ? text.office : text.answerers[4]
}
