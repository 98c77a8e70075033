import type { ReactNode } from 'react'
import { authText } from '#web/text/auth.text.ts'
import { useText } from '#web/text.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { PasswordField } from './PasswordField.tsx'
import { PasswordRules } from './PasswordRules.tsx'
import { PillarRows } from './PillarRows.tsx'
import type { PersonDraft, SetupDraft } from './setup-draft.ts'

/** A part of the first-run page under its heading. */
export function Section({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="section">
      <header>
        <h2>{title}</h2>
        <span className="note">{note}</span>
      </header>
      <div className="form">{children}</div>
    </section>
  )
}

type PersonProps = {
  person: PersonDraft
  onChange: (person: PersonDraft) => void
  errorAt: (field: string) => string | undefined
}

/** Name, user name and password of a person whom the first run makes. */
export function PersonFields({ person, onChange, errorAt }: PersonProps) {
  const { setup: text } = useText(authText)
  const change = (part: Partial<PersonDraft>) => onChange({ ...person, ...part })
  return (
    <>
      <div className="field-row">
        <TextField
          label={text.personName}
          value={person.name}
          onChange={(name) => change({ name })}
          maxLength={60}
          error={errorAt('name')}
        />
        <TextField
          label={text.userName}
          value={person.userName}
          onChange={(userName) => change({ userName })}
          maxLength={60}
          error={errorAt('userName')}
        />
      </div>
      <PasswordField
        label={text.password}
        value={person.password}
        onChange={(password) => change({ password })}
        autoComplete="new-password"
        error={errorAt('password')}
      />
      <PasswordRules password={person.password} userName={person.userName} />
    </>
  )
}

type DraftProps = {
  draft: SetupDraft
  change: (part: Partial<SetupDraft>) => void
  errorAt: (at: string) => string | undefined
}

/** The first person of the supervision office, now or later. */
export function OfficeSection({ draft, change, errorAt }: DraftProps) {
  const { setup: text } = useText(authText)
  const choices = [
    { value: 'now', label: text.withOffice },
    { value: 'later', label: text.withoutOffice },
  ] as const
  return (
    <Section title={text.office} note={text.officeNote}>
      <div>
        <Segmented
          label={text.office}
          segments={choices}
          value={draft.withOffice ? 'now' : 'later'}
          onChange={(choice) => change({ withOffice: choice === 'now' })}
        />
      </div>
      {draft.withOffice ? (
        <PersonFields
          person={draft.office}
          onChange={(office) => change({ office })}
          errorAt={(field) => errorAt(`office/${field}`)}
        />
      ) : (
        <p className="notice">{text.officeLater}</p>
      )}
    </Section>
  )
}

/** The plan year and its pillars. */
export function PlanSection({ draft, change, errorAt }: DraftProps) {
  const { setup: text } = useText(authText)
  return (
    <Section title={text.plan} note={text.planNote}>
      <TextField
        label={text.planYear}
        value={draft.planYear}
        onChange={(planYear) => change({ planYear })}
        inputMode="numeric"
        maxLength={4}
        error={errorAt('planYear')}
      />
      <PillarRows pillars={draft.pillars} onChange={(pillars) => change({ pillars })} error={errorAt('pillars')} />
    </Section>
  )
}
