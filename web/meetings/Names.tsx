/** Names one after the other, none torn between two lines. */
export function Names({ names, between = '　' }: { names: readonly string[]; between?: '　' | '、' }) {
  return names.map((name, at) => (
    // A name may stand twice; the list never moves within itself.
    <span key={at}>
      <span className="nowrap">
        {name}
        {between === '、' && at < names.length - 1 && between}
      </span>
      {between === '　' && at < names.length - 1 && between}
    </span>
  ))
}
