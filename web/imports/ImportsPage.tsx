import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createImport } from '#domain/imports/imports.contract.ts'
import { listPlans } from '#domain/plan/plan.contract.ts'
import { useSession } from '#web/shell/session.tsx'
import { useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { DropZone } from './DropZone.tsx'
import { ImportList } from './ImportList.tsx'
import { importsText } from './imports.text.ts'
import { PasteBox } from './PasteBox.tsx'
import { ReadingNote } from './ReadingNote.tsx'
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
  const { list: text } = useText(importsText)
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [planId, setPlanId] = useState<string | null>(null)
  const { open, current } = useOpenPlans()
  const create = useChange(createImport)
  const read = (file: { name: string; bytes: File | Uint8Array }, done?: () => void) => {
    if (create.isPending) return
    setName(file.name)
    create.mutate(
      { query: { name: file.name, ...(planId && { planId }) }, bytes: file.bytes },
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
        {create.isPending && <ReadingNote name={name} />}
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
