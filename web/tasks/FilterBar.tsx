import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { PillarView } from '#domain/plan/plan.contract.ts'
import { LEDGER_GROUPS } from '#domain/tasks/ledger.contract.ts'
import { useText } from '../text.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import type { LedgerAddress } from './address.ts'
import { Filters } from './Filters.tsx'
import { ledgerText } from './ledger.text.ts'
import { usePaused } from '../ui/usePaused.ts'

type Props = {
  address: LedgerAddress
  pillars: readonly PillarView[]
  /** The search field, for the key that jumps to it. */
  find: RefObject<HTMLInputElement | null>
  onChange: (changes: Partial<LedgerAddress>) => void
  onColumns: () => void
}

/** What narrows the ledger, and at the right how it is set. */
export function FilterBar({ address, pillars, find, onChange, onColumns }: Props) {
  const text = useText(ledgerText)
  const phone = useMedia(PHONE)
  return (
    <div className="filters">
      <FindInView value={address.q ?? ''} field={find} onFind={(q) => onChange({ q: q || undefined })} />
      <Filters address={address} pillars={pillars} onChange={onChange} room={phone ? 'phone' : 'screen'} />
      {!phone && (
        <div className="settings">
          <span className="quiet text-13">{text.groupBy}</span>
          <Segmented
            label={text.groupBy}
            value={address.group ?? 'pillar'}
            segments={LEDGER_GROUPS.map((value) => ({ value, label: text.groups[value] }))}
            onChange={(group) => onChange({ group: group === 'pillar' ? undefined : group })}
          />
          <button type="button" className="btn small" onClick={onColumns}>
            {text.chooseColumns}…
          </button>
        </div>
      )}
    </div>
  )
}

type FindProps = { value: string; field: RefObject<HTMLInputElement | null>; onFind: (text: string) => void }

/** Finds as one types, in titles and codes; Esc empties it. */
function FindInView({ value, field, onFind }: FindProps) {
  const text = useText(ledgerText)
  const [typed, setTyped] = useState({ text: value, of: value })
  // The address may change elsewhere: then what was typed no longer counts.
  const shown = typed.of === value || typed.text.trim() === value ? typed.text : value
  const paused = usePaused(shown)
  useEffect(() => {
    const wanted = paused.trim()
    if (paused === shown && wanted !== value) onFind(wanted)
    // oxlint-disable-next-line react/exhaustive-deps -- only a pause in typing asks
  }, [paused])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped({ text: '', of: value })
  }
  return (
    <label className="find find-here">
      <input
        ref={field}
        type="search"
        value={shown}
        placeholder={text.find}
        aria-label={text.find}
        autoComplete="off"
        maxLength={100}
        onChange={(event) => setTyped({ text: event.target.value, of: value })}
        onKeyDown={press}
      />
      <kbd>/</kbd>
    </label>
  )
}
