import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createView, getTaskTotals, retireView, type SavedView, updateView } from '#domain/tasks/ledger.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Refused } from '../ui/Refused.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { type LedgerAddress, ledgerHref, queryOf, searchOf, toSearch } from './address.ts'
import { ledgerText } from './ledger.text.ts'
import { isChanged, type LedgerView, PRESETS } from './views.ts'

const MOMENT_MS = 30_000

/** What a view is called. */
export function useViewName(): (view: LedgerView) => string {
  const { presets } = useText(ledgerText)
  return ({ id, saved }) => {
    const preset = PRESETS.find((name) => name === id)
    return saved?.name ?? (preset ? presets[preset] : '')
  }
}

type Props = {
  views: readonly LedgerView[]
  shown: LedgerView | undefined
  address: LedgerAddress
  /** Asks for the name of a new view. */
  onSave: () => void
  /** Takes every filter off; where there is one. Here, so that the filters stay where they are. */
  onClear: (() => void) | undefined
}

/** The ledger's views with their counts; the last of them are the asker's own. */
export function ViewTabs({ views, shown, address, onSave, onClear }: Props) {
  const text = useText(ledgerText)
  return (
    <div className="view-bar">
      <nav className="tabs" aria-label={text.views}>
        {views.map((view) => (
          <ViewTab key={view.id} view={view} isShown={view === shown} />
        ))}
      </nav>
      {onClear && (
        <button type="button" className="link text-13 nowrap" onClick={onClear}>
          {text.clearAll}
        </button>
      )}
      {shown?.saved && <ViewMenu view={shown} saved={shown.saved} address={address} />}
      <button type="button" className="btn small bare" onClick={onSave}>
        {text.saveView}
        <kbd>S</kbd>
      </button>
    </div>
  )
}

function ViewTab({ view, isShown }: { view: LedgerView; isShown: boolean }) {
  const nameOf = useViewName()
  const { data } = useRead(
    getTaskTotals,
    { query: { ...queryOf({ ...view.filters, planId: view.address.planId }), by: 'none' } },
    { staleTime: MOMENT_MS },
  )
  return (
    <Anchor href={ledgerHref(view.address)} className={isShown ? 'on' : undefined}>
      {nameOf(view)}
      {data && <span className="count">{data.total.taskCount}</span>}
    </Anchor>
  )
}

function ViewMenu({ view, saved, address }: { view: LedgerView; saved: SavedView; address: LedgerAddress }) {
  const text = useText(ledgerText)
  const [asking, setAsking] = useState<'rename' | 'retire' | null>(null)
  const update = useChange(updateView)
  const close = () => setAsking(null)
  const params = { viewId: saved.id }
  return (
    <>
      <Menu
        label={text.viewMenu}
        items={[
          ...(isChanged(view, address)
            ? [
                {
                  label: text.viewUpdate,
                  onChoose: () => update.mutate({ params, body: { search: searchOf(address) } }),
                },
              ]
            : []),
          { label: text.viewRename, onChoose: () => setAsking('rename') },
          { label: text.viewRetire, onChoose: () => setAsking('retire') },
        ]}
      />
      {asking === 'rename' && (
        <NameDialog
          title={text.viewRename}
          name={saved.name}
          error={update.error?.message}
          onClose={close}
          onName={(name) => update.mutate({ params, body: { name } }, { onSuccess: close })}
        />
      )}
      {asking === 'retire' && <RetireDialog saved={saved} onClose={close} />}
    </>
  )
}

function RetireDialog({ saved, onClose }: { saved: SavedView; onClose: () => void }) {
  const text = useText(ledgerText)
  const navigate = useNavigate()
  const retire = useChange(retireView)
  const go = () => {
    onClose()
    void navigate({ to: '/ledger', search: {}, replace: true })
  }
  return (
    <Dialog
      title={text.viewRetireTitle(saved.name)}
      onClose={onClose}
      foot={
        <button
          type="button"
          className="btn solid"
          disabled={retire.isPending}
          onClick={() => retire.mutate({ params: { viewId: saved.id } }, { onSuccess: go })}
        >
          {text.retire}
        </button>
      }
    >
      <p>{text.viewRetireSentence}</p>
      <Refused error={retire.error} />
    </Dialog>
  )
}

/** Asks what a view of what is shown now shall be called, and goes there. */
export function SaveViewDialog({ address, onClose }: { address: LedgerAddress; onClose: () => void }) {
  const text = useText(ledgerText)
  const navigate = useNavigate()
  const create = useChange(createView)
  const save = (name: string) =>
    create.mutate(
      { body: { name, search: searchOf(address) } },
      {
        onSuccess: ({ id }) => {
          onClose()
          void navigate({ to: '/ledger', search: toSearch({ ...address, view: id }), replace: true })
        },
      },
    )
  return <NameDialog title={text.saveView} name="" error={create.error?.message} onClose={onClose} onName={save} />
}

type NameProps = {
  title: string
  name: string
  error: string | undefined
  onClose: () => void
  onName: (name: string) => void
}

function NameDialog({ title, name: first, error, onClose, onName }: NameProps) {
  const text = useText(ledgerText)
  const [name, setName] = useState(first)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <button type="submit" form="view-name" className="btn solid" disabled={name.trim() === ''}>
          {text.save}
        </button>
      }
    >
      <form
        id="view-name"
        onSubmit={(event) => {
          event.preventDefault()
          onName(name.trim())
        }}
      >
        <TextField
          label={text.viewName}
          hint={text.viewNameHint}
          value={name}
          maxLength={30}
          error={error}
          onChange={setName}
        />
      </form>
    </Dialog>
  )
}
