import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { directiveNumber } from '#domain/directives/directive.ts'
import type { DirectivePage, TaskOfDirective } from '#domain/directives/directives.contract.ts'
import { labelFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { directiveHref } from './address.ts'
import { AgreeDialog, AnswerDialog, FurtherDialog } from './Deeds.tsx'
import { directivesText } from './directives.text.ts'

/** Who carries it out, what they answered, and what the leader said to that. */
export function Works({ directive }: { directive: DirectivePage }) {
  const text = useText(directivesText)
  const { tasks } = directive
  return (
    <Section title={text.tasks} note={tasks.length > 0 ? text.tasksNote(tasks.length) : undefined}>
      {tasks.length === 0 && <p className="quiet">{text.noTasks}</p>}
      {tasks.map((task) => (
        <Work key={task.id} directive={directive} task={task} />
      ))}
    </Section>
  )
}

type Props = { directive: DirectivePage; task: TaskOfDirective }
type Answer = TaskOfDirective['answers'][number]

function Work({ directive, task }: Props) {
  const text = useText(directivesText)
  const { language } = useLanguage()
  const { leadUnit, supportingUnits, leader, dueOn, signedOff, goesOnIn } = task
  const own = task.answers.filter(({ directiveId }) => directiveId === directive.id)
  const [latest, ...earlier] = own
  return (
    <article className="work">
      <header>
        <h4>{leadUnit?.name ?? text.noUnit}</h4>
        <span className="second">{labelFor(task.state, language)}</span>
        <Anchor href={`/tasks/${task.id}`} className="link">
          {task.code}
        </Anchor>
      </header>
      <p className="second">
        {[
          ...(supportingUnits.length > 0 ? [`${text.supporting} ${listed(language, supportingUnits)}`] : []),
          ...(leader ? [`${text.leader} ${leader.name}`] : []),
          ...(dueOn && goesOnIn === null && !signedOff ? [text.due(formatOnInFull(dueOn, language))] : []),
        ].join('　')}
      </p>
      {latest ? <AnswerShown answer={latest} /> : goesOnIn === null && <p className="quiet">{text.noAnswer}</p>}
      {earlier.length > 0 && (
        <details>
          <summary>{text.earlierAnswers(earlier.length)}</summary>
          {earlier.map((answer) => (
            <AnswerShown key={answer.number} answer={answer} />
          ))}
        </details>
      )}
      {goesOnIn && (
        <p>
          {text.goesOn}
          {'　'}
          <Anchor href={directiveHref(goesOnIn.id)} className="link">
            {directiveNumber(goesOnIn, language)}
          </Anchor>
        </p>
      )}
      {signedOff && goesOnIn === null && (
        <p className="strong">{text.agreedBy(signedOff.by?.name ?? '', formatOnInFull(signedOff.on, language))}</p>
      )}
      <WorkDeeds directive={directive} task={task} />
    </article>
  )
}

function AnswerShown({ answer: { done, result, by, at } }: { answer: Answer }) {
  const text = useText(directivesText)
  const instant = useInstant()
  return (
    <div className="directive-answer">
      <p className="quiet">
        {text.answers}　{text.answeredBy(by.name, instant(at))}
      </p>
      <p className="words">{done}</p>
      <p className="words">
        <span className="quiet">{text.result}　</span>
        {result}
      </p>
    </div>
  )
}

function WorkDeeds({ directive, task }: Props) {
  const text = useText(directivesText)
  const [asked, setAsked] = useState<'answer' | 'agree' | 'further' | null>(null)
  const { answer, agree, instruct } = task.may
  const close = () => setAsked(null)
  if (!answer && !agree && !instruct) return null
  return (
    <div className="row deeds">
      {answer && (
        <button type="button" className="btn solid" onClick={() => setAsked('answer')}>
          {text.answer}
        </button>
      )}
      {instruct && (
        <button type="button" className="btn" onClick={() => setAsked('further')}>
          {text.further}
        </button>
      )}
      {agree && (
        <button type="button" className="btn solid" onClick={() => setAsked('agree')}>
          {text.agree}
        </button>
      )}
      {asked === 'answer' && <AnswerDialog directive={directive} task={task} onClose={close} />}
      {asked === 'agree' && <AgreeDialog task={task} onClose={close} />}
      {asked === 'further' && <FurtherDialog directive={directive} task={task} onClose={close} />}
    </div>
  )
}
