import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { hasRole } from '#domain/access/actor.ts'
import { createDirective } from '#domain/directives/directives.contract.ts'
import { URGENCIES } from '#domain/directives/urgency.ts'
import { listed } from '#domain/listed.ts'
import { useLeaders } from '../org/useLeaders.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { AssignDraft, AssignFields, assignmentOf, missingOf, NO_ASSIGNMENT } from './AssignFields.tsx'
import { directiveHref } from './address.ts'
import { directivesText } from './directives.text.ts'
import { PagesField, UploadedPage } from './PagesField.tsx'
import { UrgencyFields } from './UrgencyFields.tsx'
import { useKept } from '../shell/useKept.ts'
import './directives.css'

const Draft = z.object({
  writerId: z.string().nullable(),
  writtenOn: z.string().nullable(),
  text: z.string(),
  paperTitle: z.string(),
  paperNumber: z.string(),
  urgency: z.enum(URGENCIES),
  dueOn: z.string().nullable(),
  restricted: z.boolean(),
  pages: z.array(UploadedPage),
  assignment: AssignDraft,
})
type Draft = z.infer<typeof Draft>

/** Registers a directive; a leader writes one of their own here, on a telephone too. */
export function RegisterPage() {
  const text = useText(directivesText)
  const { today, person } = useSession()
  const isOffice = hasRole(useActor(), 'supervisionOffice')
  const navigate = useNavigate()
  const create = useChange(createDirective)
  const kept = useKept('directive.new', Draft, {
    writerId: isOffice ? null : person.id,
    writtenOn: today,
    text: '',
    paperTitle: '',
    paperNumber: '',
    urgency: 'urgent',
    dueOn: null,
    restricted: false,
    pages: [],
    assignment: NO_ASSIGNMENT,
  })
  const { value: draft, change } = kept
  const body = bodyOf(draft)
  const missing = useMissing(draft)
  const save = () => {
    if (!body) return
    create.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          kept.forget()
          void navigate({ to: directiveHref(id) })
        },
      },
    )
  }
  const label = !isOffice ? text.form.saveOwn : body?.assignment ? text.form.saveAndAssign : text.form.save
  return (
    <article className="page narrow register-directive">
      <nav className="crumbs">
        <Anchor href="/directives">{text.toList}</Anchor>
      </nav>
      <header className="title">
        <h1>{isOffice ? text.register : text.write}</h1>
        {!isOffice && <span className="second">{text.form.ownNote}</span>}
      </header>
      {kept.wasKept && (
        <p className="notice row">
          {text.form.kept}
          <button type="button" className="btn small" onClick={kept.startAnew}>
            {text.form.startAnew}
          </button>
        </p>
      )}
      <form className="form" action={save} noValidate>
        <What draft={draft} change={change} isOffice={isOffice} />
        {isOffice && (
          <Section title={text.form.assignment} note={text.form.assignmentNote}>
            <div className="stack">
              <AssignFields
                text={draft.text}
                value={draft.assignment}
                onChange={(part) => change((before) => ({ assignment: { ...before.assignment, ...part } }))}
              />
            </div>
          </Section>
        )}
        <Refused error={create.error} />
        <div className="row form-foot">
          <button type="submit" className="btn solid" disabled={!body || create.isPending}>
            {label}
          </button>
          {missing && <span className="missing-list">{text.form.missing(missing)}</span>}
        </div>
      </form>
    </article>
  )
}

type WhatProps = { draft: Draft; change: (part: Partial<Draft>) => void; isOffice: boolean }

function What({ draft, change, isOffice }: WhatProps) {
  const { form: text } = useText(directivesText)
  const { today } = useSession()
  const writers = useLeaders()
  return (
    <Section title={text.what}>
      <div className="stack">
        {isOffice && (
          <div className="field-row">
            <Combobox
              label={text.writer}
              options={writers}
              value={draft.writerId}
              onChange={(writerId) => change({ writerId })}
            />
            <DateField
              label={text.writtenOn}
              today={today}
              value={draft.writtenOn}
              onChange={(writtenOn) => change({ writtenOn })}
            />
          </div>
        )}
        <LongTextField
          label={text.text}
          hint={text.textHint}
          rows={5}
          maxLength={4000}
          value={draft.text}
          onChange={(words) => change({ text: words })}
        />
        <div className="field-row">
          <TextField
            label={text.paperTitle}
            hint={text.paperTitleHint}
            need="optional"
            maxLength={300}
            value={draft.paperTitle}
            onChange={(paperTitle) => change({ paperTitle })}
          />
          <TextField
            label={text.paperNumber}
            need="optional"
            maxLength={100}
            value={draft.paperNumber}
            onChange={(paperNumber) => change({ paperNumber })}
          />
        </div>
        <UrgencyFields urgency={draft.urgency} dueOn={draft.dueOn} onChange={change} />
        <PagesField pages={draft.pages} onChange={(pages) => change({ pages })} />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.restricted}
            onChange={() => change({ restricted: !draft.restricted })}
          />
          {text.restricted}
        </label>
      </div>
    </Section>
  )
}

const isAssigning = ({ assignment }: Draft): boolean => assignment.leadUnitIds.length > 0

function useMissing(draft: Draft): string | null {
  const { form: text } = useText(directivesText)
  const { language } = useLanguage()
  const { writerId, writtenOn, assignment } = draft
  const words = [
    ...(writerId === null ? [text.writer] : []),
    ...(writtenOn === null ? [text.writtenOn] : []),
    ...(draft.text.trim() === '' ? [text.text] : []),
    ...(isAssigning(draft) ? missingOf(assignment, text) : []),
  ]
  return words.length === 0 ? null : listed(language, words)
}

function bodyOf(draft: Draft) {
  const { writerId, writtenOn, pages, assignment: typed, ...rest } = draft
  const assignment = assignmentOf(typed)
  if (writerId === null || writtenOn === null || draft.text.trim() === '') return null
  if (isAssigning(draft) && assignment === null) return null
  return { ...rest, writerId, writtenOn, pageIds: pages.map(({ id }) => id), assignment }
}
