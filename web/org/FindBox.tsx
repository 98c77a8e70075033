import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'

/** Finds in a list by name, pinyin or initials, while typing. */
export function FindBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText(orgText)
  return (
    <label className="find" style={{ flex: '0 1 260px', marginLeft: 0 }}>
      <span className="aloud">{text.find}</span>
      <input
        type="search"
        value={value}
        maxLength={60}
        placeholder={text.findHint}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
