import { URGENCIES, type Urgency } from '#domain/directives/urgency.ts'
import { labelFor } from '#domain/glossary.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { directivesText } from './directives.text.ts'
import { LimitLine } from './LimitLine.tsx'

type Limited = { urgency: Urgency; dueOn: string | null }
type Props = Limited & { onChange: (part: Partial<Limited>) => void }

/** How urgent it is, or the day it names itself; below, what follows from it. */
export function UrgencyFields({ urgency, dueOn, onChange }: Props) {
  const { form: text } = useText(directivesText)
  const { language } = useLanguage()
  const { today } = useSession()
  return (
    <>
      <div className="field">
        <span className="label">{text.urgency}</span>
        <Segmented
          label={text.urgency}
          value={urgency}
          onChange={(next) => onChange({ urgency: next })}
          segments={URGENCIES.map((one) => ({ value: one, label: labelFor(`urgency.${one}`, language) }))}
        />
      </div>
      <DateField
        label={text.dueOn}
        hint={text.dueOnHint}
        need="optional"
        today={today}
        value={dueOn}
        onChange={(next) => onChange({ dueOn: next })}
      />
      <LimitLine urgency={urgency} dueOn={dueOn} />
    </>
  )
}
