import { addDays, monthRange, yearOf } from '#domain/calendar/calendar.ts'
import type { UnitCard } from '#domain/meetings/card.ts'
import { missingInRuling, RULING_KINDS, type RulingDraft } from '#domain/meetings/ruling.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { meetingsText } from './meetings.text.ts'
import { Supports } from './Supports.tsx'
import { useDraft } from './useDraft.ts'
import { RoomRefusal } from './Stage.tsx'
import type { InRoom } from './useRoom.ts'

/** Writes a ruling down: sentence, one lead, one date; read back, confirmed, saved. */
export function RulingForm({ inRoom }: { inRoom: InRoom }) {
  const text = useText(meetingsText)
  const { rec } = text
  const { room, session, called } = inRoom
  const writing = useDraft(inRoom)
  const { id, draft, change, confirmedById } = writing
  const units = useUnitOptions()
  const missing = missingInRuling(draft)
  const isShown = session.shownRulingId === id
  const needsReadBack = confirmedById === null
  const show = () => {
    writing.settle()
    room.say({ kind: 'rulingShown', rulingId: isShown ? null : id })
  }
  const save = () => {
    if (missing.length > 0) return
    const whole = writing.settle()
    room.save({ id, itemKey: called?.key ?? null, draft: whole, readBack: needsReadBack })
    writing.startAnew(id)
  }
  const drop = () => {
    if (session.drafts[id]) room.say({ kind: 'rulingDropped', rulingId: id })
    writing.startAnew()
  }
  useKeys({ 'Ctrl+Enter': save, F2: show })
  return (
    <section className="section ruling-form" aria-label={rec.ruling(session.madeIds.length + 1)}>
      <header>
        <h3>{rec.ruling(session.madeIds.length + 1)}</h3>
        <span className="note">{rec.rule}</span>
      </header>
      <LongTextField
        label={rec.sentence}
        rows={3}
        maxLength={1000}
        value={draft.sentence}
        onChange={(sentence) => change({ sentence })}
      />
      <div className="two" key={`${id} who`}>
        <Combobox
          label={rec.lead}
          options={units}
          value={draft.leadUnitId}
          onChange={(leadUnitId) => change({ leadUnitId })}
        />
        <DueDate draft={draft} onChange={change} />
      </div>
      <div className="two" key={`${id} with`}>
        <Supports draft={draft} units={units} onChange={change} />
        <Subject cards={subjectCards(inRoom)} draft={draft} onChange={change} />
      </div>
      <p className="becomes">{rec.becomes}</p>
      <Segmented
        label={rec.becomes}
        segments={RULING_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        value={draft.becomes}
        onChange={(becomes) => change({ becomes })}
      />
      <RoomRefusal inRoom={inRoom} />
      <div className="row ruling-acts">
        <button type="button" className="btn solid" disabled={missing.length > 0} onClick={save}>
          {needsReadBack ? rec.saveAfterReadBack : rec.save} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="btn" onClick={show}>
          {isShown ? rec.hide : rec.show} <kbd>F2</kbd>
        </button>
        <button type="button" className="btn" onClick={drop}>
          {rec.drop}
        </button>
        {missing.length > 0 && <span className="needed">{rec.missing(missing.map((need) => rec.needs[need]))}</span>}
      </div>
      {writing.others.length > 0 && (
        <ul className="other-drafts" aria-label={rec.others}>
          {writing.others.map((other) => (
            <li key={other.id}>
              <span className="second">{rec.others}</span>
              <span className="cut">{other.draft.sentence}</span>
              <button type="button" className="btn small" onClick={() => writing.goOnWith(other.id)}>
                {rec.goOnWith}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type PartProps = { draft: RulingDraft; onChange: (changes: Partial<RulingDraft>) => void }

function DueDate({ draft, onChange }: PartProps) {
  const { rec } = useText(meetingsText)
  const { today } = useSession()
  const shortcuts = [
    { label: rec.week, on: addDays(today, 7) },
    { label: rec.twoWeeks, on: addDays(today, 14) },
    { label: rec.monthEnd, on: monthRange(yearOf(today), Number(today.slice(5, 7))).endsOn },
  ]
  return (
    <div>
      <DateField label={rec.date} value={draft.dueOn} onChange={(dueOn) => onChange({ dueOn })} today={today} />
      <div className="row shortcuts">
        {shortcuts.map(({ label, on }) => (
          <button key={label} type="button" className="btn small" onClick={() => onChange({ dueOn: on })}>
            {label} {on.slice(5)}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The card of the unit on stage, and of the one before where a ruling that is still being written is about it. */
const subjectCards = ({ brief, card, session }: InRoom): UnitCard[] => {
  const drafts = Object.values(session.drafts).map(({ draft }) => draft)
  const isAsked = ({ difficulties, tasks }: UnitCard) =>
    drafts.some(
      ({ difficultyId, taskId }) =>
        difficulties.some(({ id }) => id === difficultyId) || tasks.some(({ id }) => id === taskId),
    )
  return (brief?.cards ?? []).filter((one) => one === card || isAsked(one))
}

/** What the ruling is about: choosing a difficulty answers it, choosing a task leaves what it becomes to the recorder. */
function Subject({ cards, draft, onChange }: PartProps & { cards: readonly UnitCard[] }) {
  const { rec, card: words } = useText(meetingsText)
  const choices = [
    ...cards.flatMap(({ difficulties }) =>
      difficulties.map(({ id, title }) => ({
        id: `difficulty ${id}`,
        label: `${words.difficulties}　${title}`,
        keys: [],
      })),
    ),
    ...cards.flatMap(({ tasks }) =>
      tasks.map(({ id, code, title }) => ({ id: `task ${id}`, label: `${code}　${title}`, keys: [] })),
    ),
  ]
  const value = draft.difficultyId ? `difficulty ${draft.difficultyId}` : draft.taskId ? `task ${draft.taskId}` : null
  const choose = (choice: string | null) => {
    const [kind, id = null] = (choice ?? '').split(' ')
    if (kind === 'difficulty') onChange({ difficultyId: id, taskId: null, becomes: 'difficultyAnswer' })
    else onChange({ difficultyId: null, taskId: id, ...(draft.becomes === 'difficultyAnswer' && { becomes: 'task' }) })
  }
  return (
    <Combobox
      label={rec.subject}
      need="optional"
      hint={choices.length === 0 ? rec.noSubject : rec.subjectHint}
      options={choices}
      value={value}
      onChange={choose}
    />
  )
}
