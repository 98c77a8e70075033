import { useState } from 'react'
import { type Day, dayNumber } from '#domain/calendar/calendar.ts'
import { readDate } from '#domain/calendar/readDate.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Field, type FieldFacts } from './Field.tsx'

type Props = FieldFacts & {
  value: Day | null
  /** Given the day as soon as the text can be read, null while it cannot. */
  onChange: (on: Day | null) => void
  /** The office's day, from the server. */
  today: Day
}

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayIndex = (on: Day): number => (dayNumber(on) + 3) % 7

/** A day in the words of the office, echoed with its weekday. Text that cannot be read stays as typed. */
export function DateField({ value, onChange, today, error, hint, ...field }: Props) {
  const { date, weekdays } = useText(kitText)
  const [typed, setTyped] = useState<{ text: string; meant: Day | null }>({ text: value ?? '', meant: value })
  const [left, setLeft] = useState(true)
  // The owner may set another day, or clear the field: then what was typed no longer counts.
  const text = typed.meant === value ? typed.text : (value ?? '')
  const unread = left && text.trim() !== '' && value === null
  const type = (next: string) => {
    const meant = readDate(next, today)
    setTyped({ text: next, meant })
    setLeft(false)
    onChange(meant)
  }
  const leave = () => {
    setLeft(true)
    if (value !== null) setTyped({ text: value, meant: value })
  }
  return (
    <Field {...field} hint={value === null ? (hint ?? date.hint) : undefined} error={unread ? date.unread : error}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            value={text}
            autoComplete="off"
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
          />
          {value !== null && (
            <output className="echo" htmlFor={control.id}>
              {date.echo(value, weekdays[weekdayIndex(value)] ?? '')}
            </output>
          )}
        </>
      )}
    </Field>
  )
}
