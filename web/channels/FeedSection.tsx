import { createFeed, getFeed, revokeFeed } from '#domain/channels/feed.contract.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { useText } from '#web/text.tsx'
import { CopyOnce } from '#web/ui/CopyOnce.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { channelsText } from './channels.text.ts'

/** The own calendar address: make, see once, make void. */
export function FeedSection() {
  const text = useText(channelsText)
  const instant = useInstant()
  const { data, error, refetch } = useRead(getFeed, {})
  const create = useChange(createFeed)
  const revoke = useChange(revokeFeed)
  const since = data?.createdAt ?? null
  return (
    <section className="section stack" aria-label={text.feed}>
      <header>
        <h2>{text.feed}</h2>
        {since && <span className="note">{text.feedSince(instant(since))}</span>}
      </header>
      <p className="second">{text.feedNote}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Refused error={create.error ?? revoke.error} />
      {data && (
        <div className="row">
          <button type="button" className="btn" disabled={create.isPending} onClick={() => create.mutate({})}>
            {since ? text.feedAnew : text.feedMake}
          </button>
          {since && (
            <button type="button" className="btn" disabled={revoke.isPending} onClick={() => revoke.mutate({})}>
              {text.feedRevoke}
            </button>
          )}
        </div>
      )}
      {create.data && <AddressDialog secret={create.data.secret} onClose={create.reset} />}
    </section>
  )
}

function AddressDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const text = useText(channelsText)
  const foot = (
    <button type="button" className="btn solid" onClick={onClose}>
      {text.done}
    </button>
  )
  return (
    <Dialog title={text.feed} onClose={onClose} foot={foot}>
      <div className="form">
        <p>{text.feedOnce}</p>
        <CopyOnce label={text.feedAddress} secret={`${location.origin}/api/feeds/${secret}.ics`} />
      </div>
    </Dialog>
  )
}
