import { questionSentence } from '#domain/meetings/questions.ts'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Section } from '../ui/Section.tsx'
import { AgendaTable } from './AgendaTable.tsx'
import { meetingsText } from './meetings.text.ts'
import { Names } from './Names.tsx'
import { OwnPoint } from './OwnPoint.tsx'
import { useArranging } from './useArranging.ts'

/** The agenda with its minutes, what could be asked, and who has not reported. */
export function AgendaPart({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { agenda, minutesNeeded, plannedMinutes, unreported, sheetCount, state } = meeting
  const arranging = useArranging(meeting)
  const over = minutesNeeded - plannedMinutes
  const note = over > 0 ? text.over(over) : text.fits(minutesNeeded, plannedMinutes)
  return (
    <div className="meeting-columns">
      <Section title={text.tabs.agenda} note={agenda.length > 0 ? note : undefined}>
        {agenda.length === 0 ? <p className="second">{text.noAgenda}</p> : <AgendaTable arranging={arranging} />}
        {arranging.mayChange && <OwnPoint meeting={meeting} arranging={arranging} />}
      </Section>
      <div>
        {state !== 'planned' && sheetCount > 0 && (
          <Section title={text.sheets} note={text.unreported(unreported.length, sheetCount)}>
            <p className="unit-names">
              <Names names={unreported.map(({ unit }) => unit.name)} />
            </p>
          </Section>
        )}
        <Questions meeting={meeting} />
      </div>
    </div>
  )
}

function Questions({ meeting: { questions, mayArrange, steps } }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  if (questions.length === 0 && !mayArrange && steps.length === 0) return null
  return (
    <Section title={text.questions} note={text.questionsNote}>
      {questions.length === 0 && <p className="second">{text.noQuestions}</p>}
      <ul className="questions">
        {questions.map((question, index) => (
          <li key={index}>{questionSentence(question, language)}</li>
        ))}
      </ul>
    </Section>
  )
}
