import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import { createSetup, getSetup, type Suggestion } from '#domain/auth/setup.contract.ts'
import { call } from '#web/api.ts'
import { Mark } from '#web/shell/Mark.tsx'
import { authText } from '#web/text/auth.text.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { fieldError } from '#web/ui/fieldErrors.ts'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useUnsaved } from '#web/ui/useUnsaved.ts'
import { useRead } from '#web/useEndpoint.ts'
import { bodyOf, emptyDraft, missingOf, type SetupDraft } from './setup-draft.ts'
import { OfficeSection, PersonFields, PlanSection, Section } from './SetupSections.tsx'
import { CalendarSection } from './SetupCalendar.tsx'
import './entry.css'

/** The first run: organization, administrator, office, plan and calendar, sent as one. */
export function SetupPage() {
  const text = useText(authText)
  const { link } = useSearch({ from: '/setup' })
  const { language, choose } = useLanguage()
  const { data, error, refetch } = useRead(getSetup, { query: {} }, { staleTime: Infinity })
  return (
    <main className="setup">
      <div className="setup-head">
        <div className="entry-name">
          <Mark />
          <div>
            <h1>{text.setup.title}</h1>
            <p>{text.setup.intro}</p>
          </div>
        </div>
        <button type="button" className="btn small bare" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {text.otherLanguage}
        </button>
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && !data.needed && <Done sentence={text.setup.done} />}
      {data?.needed && !link && <p className="notice amber">{text.setup.noLink}</p>}
      {data?.needed && link && <SetupForm link={link} suggestion={data.suggestion} />}
    </main>
  )
}

function Done({ sentence, title }: { sentence: string; title?: string }) {
  const { setup: text } = useText(authText)
  return (
    <div className="state" role="status">
      {title && <h2>{title}</h2>}
      <p>{sentence}</p>
      <div className="actions">
        <Link to="/sign-in" className="btn solid">
          {text.toSignIn}
        </Link>
      </div>
    </div>
  )
}

function SetupForm({ link, suggestion }: { link: string; suggestion: Suggestion }) {
  const text = useText(authText)
  const { setup: words } = text
  // Nothing is read again afterwards: the page would then only say that the system is set up already.
  const create = useMutation({ mutationFn: (body: ReturnType<typeof bodyOf>) => call(createSetup, { body }) })
  const [draft, setDraft] = useState(() => emptyDraft(suggestion.planYear, suggestion.pillars))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const missing = missingOf(draft, text)
  const { onInput, forget } = useUnsaved()
  const change = (part: Partial<SetupDraft>) => {
    onInput()
    setDraft((before) => ({ ...before, ...part }))
  }
  const errorAt = (at: string) => (tried ? missing[at] : undefined) ?? fieldError(create.error, at)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    // The button is at the foot of a long page; what is missing may be out of sight.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
    if (Object.keys(missing).length === 0 && !create.isPending)
      create.mutate(bodyOf(draft, link), { onSuccess: forget })
  }
  if (create.data) return <Done title={words.finished} sentence={words.finishedNote(draft.organizationName.trim())} />
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Section title={words.organization} note={words.organizationNote}>
        <TextField
          label={words.organizationName}
          value={draft.organizationName}
          onChange={(organizationName) => change({ organizationName })}
          maxLength={100}
          hint={words.organizationHint}
          error={errorAt('organizationName')}
        />
      </Section>
      <Section title={words.administrator} note={words.administratorNote}>
        <PersonFields
          person={draft.administrator}
          onChange={(administrator) => change({ administrator })}
          errorAt={(field) => errorAt(`administrator/${field}`)}
        />
      </Section>
      <OfficeSection draft={draft} change={change} errorAt={errorAt} />
      <PlanSection draft={draft} change={change} errorAt={errorAt} />
      <CalendarSection draft={draft} suggestion={suggestion} change={change} />
      <Foot
        missing={tried ? Object.values(missing).filter((one) => one !== undefined) : []}
        error={create.error}
        pending={create.isPending}
      />
    </form>
  )
}

function Foot({ missing, error, pending }: { missing: readonly string[]; error: Error | null; pending: boolean }) {
  const { setup: words } = useText(authText)
  return (
    <div className="section stack">
      <Refused error={error} />
      {missing.length > 0 && (
        <p className="missing-list">
          <b>{words.missing}</b>
          {[...new Set(missing)].join(' ')}
        </p>
      )}
      <button type="submit" className="btn solid" aria-disabled={pending}>
        {pending ? words.submitting : words.submit}
      </button>
    </div>
  )
}
