import { useRef, useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { labelFor } from '#domain/glossary.ts'
import { listMeetings, type MeetingView } from '#domain/meetings/meetings.contract.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import type { MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import {
  addPaperTemplate,
  choosePaperTemplate,
  getMeetingPaper,
  getPaperTemplate,
  listPaperTemplates,
} from '#domain/papers/papers.contract.ts'
import { type Placeholder, PLACEHOLDERS } from '#domain/papers/placeholders.ts'
import { addressOf } from '../api.ts'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { papersText } from './papers.text.ts'

/** The office's own templates of a meeting's papers: sample, versions, preview, and back to the built-in paper. */
export function TemplatesPage() {
  const text = useText(papersText)
  const { data, error, refetch } = useRead(listPaperTemplates, {})
  const { data: meetings } = useRead(listMeetings, { query: { limit: 20 } })
  const [meetingId, setMeetingId] = useState('')
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={10} />
  const shown = meetingId || meetings?.items[0]?.id
  return (
    <div className="page">
      <nav className="crumbs">
        <Anchor href="/meetings">{text.toMeetings}</Anchor>
      </nav>
      <header className="title">
        <h1>{text.title}</h1>
      </header>
      <p className="second">{text.intro}</p>
      {meetings && <MeetingChoice meetings={meetings.items} value={shown} onChange={setMeetingId} />}
      {data.items.map((item) => (
        <PaperSection key={item.kind} item={item} meetingId={shown} />
      ))}
    </div>
  )
}

type ChoiceProps = { meetings: readonly MeetingView[]; value: string | undefined; onChange: (id: string) => void }

function MeetingChoice({ meetings, value, onChange }: ChoiceProps) {
  const text = useText(papersText)
  const { language } = useLanguage()
  if (meetings.length === 0) return <p className="second">{text.noMeeting}</p>
  return (
    <p>
      <label>
        {text.previewWith}{' '}
        <select value={value} onChange={({ target }) => onChange(target.value)}>
          {meetings.map(({ id, year, number, heldOn }) => (
            <option key={id} value={id}>
              {meetingTitle(year, number, language)} {formatOnInFull(heldOn, language)}
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}

type Item = {
  kind: MeetingPaperKind
  inUse: number | null
  versions: readonly {
    ordinal: number
    name: string
    size: number
    digest: string
    by: { name: string }
    addedAt: string
  }[]
}
type SectionProps = { item: Item; meetingId: string | undefined }

function PaperSection({ item, meetingId }: SectionProps) {
  const { kind } = item
  const text = useText(papersText)
  const { language } = useLanguage()
  const paper = labelFor(`meetingPaper.${kind}`, language)
  return (
    <Section title={paper}>
      <AddTemplate kind={kind} />
      <Versions item={item} meetingId={meetingId} />
      <details>
        <summary>{text.placeholders(paper)}</summary>
        <Placeholders placeholders={PLACEHOLDERS[kind]} />
      </details>
    </Section>
  )
}

function AddTemplate({ kind }: { kind: MeetingPaperKind }) {
  const text = useText(papersText)
  const input = useRef<HTMLInputElement>(null)
  const add = useChange(addPaperTemplate)
  const send = (file: File | undefined) => {
    if (file) add.mutate({ params: { kind }, query: { name: file.name }, bytes: file })
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <div className="row">
        <a className="btn" href={addressOf(getPaperTemplate, { params: { kind }, query: {} })} download>
          {text.sample}
        </a>
        <button type="button" className="btn" disabled={add.isPending} onClick={() => input.current?.click()}>
          {add.isPending ? text.adding : text.add}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".docx"
          aria-label={text.add}
          onChange={({ target }) => send(target.files?.[0])}
        />
      </div>
      {add.data && !add.isPending && <p role="status">{text.added(add.data.ordinal)}</p>}
      <Refused error={add.error} />
    </>
  )
}

function Versions({ item: { kind, inUse, versions }, meetingId }: SectionProps) {
  const text = useText(papersText)
  const instant = useInstant()
  const choose = useChange(choosePaperTemplate)
  const { columns } = text
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            {[columns.version, columns.name, columns.by, columns.at, columns.size, columns.digest, columns.acts].map(
              (column) => (
                <th key={column}>{column}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ ordinal, name, by, addedAt, size, digest }) => (
            <tr key={ordinal}>
              <td>{text.version(ordinal)}</td>
              <td>
                <a
                  className="link"
                  href={addressOf(getPaperTemplate, { params: { kind }, query: { ordinal } })}
                  download
                >
                  {name}
                </a>
              </td>
              <td>{by.name}</td>
              <td>{instant(addedAt)}</td>
              <td>{text.kilobytes(Math.ceil(size / 1024))}</td>
              <td title={digest}>{digest.slice(0, 12)}</td>
              <td>{acts(ordinal)}</td>
            </tr>
          ))}
          <tr>
            <td>{text.builtIn}</td>
            <td colSpan={5} />
            <td>{acts(null)}</td>
          </tr>
        </tbody>
      </table>
      <Refused error={choose.error} />
    </div>
  )

  function acts(ordinal: number | null) {
    return (
      <span className="row">
        {meetingId !== undefined && (
          <a
            className="link"
            href={addressOf(getMeetingPaper, { params: { meetingId, kind }, query: { template: ordinal ?? 0 } })}
            download
          >
            {text.preview}
          </a>
        )}
        {inUse === ordinal ? (
          <b>{text.inUse}</b>
        ) : (
          <button
            type="button"
            className="link"
            disabled={choose.isPending}
            onClick={() => choose.mutate({ params: { kind }, body: { ordinal } })}
          >
            {ordinal === null ? text.useBuiltIn : text.use}
          </button>
        )}
      </span>
    )
  }
}

function Placeholders({ placeholders }: { placeholders: readonly Placeholder[] }) {
  const text = useText(papersText)
  const { language } = useLanguage()
  return (
    <ul>
      {placeholders.map(({ name, items, ...meaning }) => (
        <li key={name}>
          {items ? (
            <>
              {meaning[language]}
              {'　'}
              {text.loop(name)}
              <Placeholders placeholders={items} />
            </>
          ) : (
            <>
              <code>{`{{${name}}}`}</code>
              {'　'}
              {meaning[language]}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
