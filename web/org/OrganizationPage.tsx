import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { updateOrganization } from '#domain/org/org.contract.ts'
import { DeliveryTab } from '#web/channels/DeliveryTab.tsx'
import { useHasAnyRole, useSession } from '#web/shell/session.tsx'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { WebhooksTab } from '#web/webhooks/WebhooksTab.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { ImportTab } from './ImportTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { PortfoliosTab } from './PortfoliosTab.tsx'
import { UnitsTab } from './UnitsTab.tsx'
import type { OrganizationPart } from './address.ts'
import './org.css'

/** Units, people and portfolios; the system administrator also renames and imports. */
export function OrganizationPage() {
  const text = useText(orgText)
  const { organization } = useSession()
  const isAdmin = useHasAnyRole(['sysAdmin'])
  const { part: asked = 'units' } = useSearch({ from: '/signed-in/organization' })
  const navigate = useNavigate()
  const [renaming, setRenaming] = useState(false)
  const parts: readonly OrganizationPart[] = isAdmin
    ? ['units', 'people', 'portfolios', 'delivery', 'webhooks', 'import']
    : ['units', 'people', 'portfolios', 'delivery', 'webhooks']
  const part = parts.includes(asked) ? asked : 'units'
  return (
    <div className="page">
      <div className="title">
        <h1>{organization.name}</h1>
        <span className="second">{text.title}</span>
        {isAdmin && (
          <button type="button" className="btn small" onClick={() => setRenaming(true)}>
            {text.organization.rename}
          </button>
        )}
      </div>
      <Tabs
        label={text.tabsLabel}
        tabs={parts.map((id) => ({ id, label: text.tabs[id] }))}
        selected={part}
        onSelect={(to) => void navigate({ to: '/organization', search: { part: to }, replace: true })}
        controls="organization-part"
      />
      <div id="organization-part" role="tabpanel" aria-label={text.tabs[part]}>
        {part === 'units' && <UnitsTab />}
        {part === 'people' && <PeopleTab />}
        {part === 'portfolios' && <PortfoliosTab />}
        {part === 'delivery' && <DeliveryTab />}
        {part === 'webhooks' && <WebhooksTab />}
        {part === 'import' && <ImportTab />}
      </div>
      {renaming && <RenameDialog onClose={() => setRenaming(false)} />}
    </div>
  )
}

function RenameDialog({ onClose }: { onClose: () => void }) {
  const text = useText(orgText)
  const { organization } = useSession()
  const [name, setName] = useState(organization.name)
  const rename = useChange(updateOrganization)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) rename.mutate({ body: { name: name.trim() } }, { onSuccess: onClose })
  }
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      <button type="submit" form="rename" className="btn solid" disabled={rename.isPending}>
        {text.save}
      </button>
    </>
  )
  return (
    <Dialog title={text.organization.title} onClose={onClose} foot={foot}>
      <form id="rename" className="form" onSubmit={save} noValidate>
        <Refused error={rename.error} />
        <TextField
          label={text.organization.name}
          value={name}
          onChange={setName}
          maxLength={100}
          error={name.trim() ? undefined : text.organization.missing}
        />
      </form>
    </Dialog>
  )
}
