import { useId } from 'react'

type Segment<Value extends string> = {
  value: Value
  label: string
  /** Set for what is closed and frozen: shown as a lock, read aloud in these words. */
  lock?: string | undefined
}

type Props<Value extends string> = {
  label: string
  segments: readonly Segment<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** A few answers of which one holds. */
export function Segmented<Value extends string>({ label, segments, value, onChange }: Props<Value>) {
  const name = useId()
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={segment.value === value ? 'on' : undefined}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
          {segment.lock && <Lock label={segment.lock} />}
        </label>
      ))}
    </div>
  )
}

function Lock({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 12 12" role="img" aria-label={label}>
      <path
        d="M2 5.5h8v5.5H2zM3.7 5.5V3.6a2.3 2.3 0 0 1 4.6 0v1.9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
      />
    </svg>
  )
}
