import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { difficultyHref } from './address.ts'
import { Clock } from './Clock.tsx'
import { difficultiesText } from './difficulties.text.ts'
import { answererName, noteOf } from './shown.ts'

type Props = {
  difficulty: DifficultyView
  /** Where it stands on the board, for the arrow keys: `2 0`. */
  place?: string
}

/** A difficulty on the board: loudest are the problem and who must answer (FACE §4). */
export function DifficultyCard({ difficulty, place }: Props) {
  const text = useText(difficultiesText)
  const { id, title, kind, task, raisedUnit, clock } = difficulty
  const note = noteOf(difficulty, text)
  return (
    <li className="difficulty-card" data-place={place}>
      <p className="first">
        <span className="tag">{text.kinds[kind]}</span>
        <span className="quiet text-12">{task?.code}</span>
      </p>
      <h4>
        <Anchor href={difficultyHref(id)}>{title}</Anchor>
      </h4>
      <p className="answerer">
        <span className="quiet">{text.answering}</span>
        <b>{answererName(difficulty, text)}</b>
      </p>
      <p className="second text-13">
        {text.raisedBy}　{raisedUnit.name}
      </p>
      {clock && <Clock clock={clock} />}
      {note && <p className="note">{note}</p>}
    </li>
  )
}
