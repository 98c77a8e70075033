type Props = {
  label: string
  /** Pairs of key caps, separated by spaces, and what they do. */
  keys: readonly (readonly [caps: string, does: string])[]
}

/** A line of key hints. */
export function Keys({ label, keys }: Props) {
  return (
    <ul className="keys" aria-label={label}>
      {keys.map(([caps, does]) => (
        <li key={caps}>
          {caps.split(' ').map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
          {does}
        </li>
      ))}
    </ul>
  )
}
