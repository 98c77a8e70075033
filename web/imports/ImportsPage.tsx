import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listPlans } from '#domain/plan/plan.contract.ts'
import { useSession } from '#web/shell/session.tsx'
import { useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { DropZone } from './DropZone.tsx'
import { ImportList } from './ImportList.tsx'
import { importsText } from './imports.text.ts'
import { PasteBox } from './PasteBox.tsx'
import { ReadingNote } from './ReadingNote.tsx'
import { newReadingId, useReading } from './useReading.ts'
import './imports.css'

/** The plan years that take tasks, and the one that is meant where nobody chooses: the office's current year. */
function useOpenPlans() {
  const { today } = useSession()
  const { data } = useRead(listPlans, {})
  const open = (data?.items ?? []).filter(({ state }) => state !== 'closed')
  const current = open.find(({ year }) => year === Number(today.slice(0, 4))) ?? open[0]
  return { open, current: current?.id ?? null }
}

/** Where documents come in: drop, choose or paste; below, what was read before. */
export function ImportsPage() {
  const { list: text, quality } = useText(importsText)
  const navigate = useNavigate()
  const [{ name, readingId }, setNamed] = useState({ name: '', readingId: '' })
  const [planId, setPlanId] = useState<string | null>(null)
  const { open, current } = useOpenPlans()
  const create = useReading()
  const read = (file: { name: string; bytes: File | Uint8Array }, done?: () => void) => {
    if (create.isPending) return
    const readingId = newReadingId()
    setNamed({ name: file.name, readingId })
    create.mutate(
      { ...file, planId, readingId },
      {
        onSuccess: ({ id }) => {
          done?.()
          void navigate({ to: '/imports/$importId', params: { importId: id } })
        },
      },
    )
  }
  return (
    <div className="page narrow imports">
      <div className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
        <span className="actions">
          <Link to="/imports/quality" className="link text-13">
            {quality.open}
          </Link>
        </span>
      </div>
      {open.length > 1 && (
        <p className="row">
          <span className="quiet">{text.plan}</span>
          <Segmented
            label={text.plan}
            segments={open.map(({ id, year }) => ({ value: id, label: text.planYear(year) }))}
            value={planId ?? current}
            onChange={setPlanId}
          />
        </p>
      )}
      <div role="status" className="reading">
        {create.isPending && <ReadingNote name={name} readingId={readingId} onStop={create.stop} />}
      </div>
      {create.error && (
        <div className="stack">
          <p className="strong">{text.failed(name)}</p>
          <Refused error={create.error} />
        </div>
      )}
      <div className="ways-in">
        <DropZone onFile={(file) => read({ name: file.name, bytes: file })} isBusy={create.isPending} />
        <PasteBox
          onText={(given, words, done) => read({ name: given, bytes: words }, done)}
          isBusy={create.isPending}
        />
      </div>
      <ImportList />
    </div>
  )
}
