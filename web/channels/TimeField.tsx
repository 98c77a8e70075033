import { TimeOfDay } from '#domain/channels/rules.ts'
import { useText } from '#web/text.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { channelsText } from './channels.text.ts'

/** Whether it is a time of the day as `22:00`. */
export const isTime = (time: string): boolean => TimeOfDay.safeParse(time).success

type Props = { label: string; hint?: string; value: string; onChange: (time: string) => void }

/** A time of the day, typed; a Chinese colon is taken for what it means. */
export function TimeField({ onChange, ...field }: Props) {
  const { badTime } = useText(channelsText)
  return (
    <TextField
      {...field}
      maxLength={5}
      error={isTime(field.value) ? undefined : badTime}
      onChange={(value) => onChange(value.replace('：', ':'))}
    />
  )
}
