import { Dialog } from './Dialog.tsx'

type Props = {
  title: string
  keys: readonly (readonly [caps: string, does: string])[]
  onClose: () => void
}

/** All keys of a page, one to a line: what `?` opens. */
export function KeysDialog({ title, keys, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <dl className="key-list">
        {keys.map(([caps, does]) => (
          <div key={caps}>
            <dt>
              {caps.split(' ').map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
