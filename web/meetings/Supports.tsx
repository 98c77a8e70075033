import type { RulingDraft, RulingSupport } from '#domain/meetings/ruling.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { MultiCombobox } from '../ui/MultiCombobox.tsx'
import type { Option } from '../ui/options.ts'
import { TextField } from '../ui/TextField.tsx'
import { meetingsText } from './meetings.text.ts'

type Props = { draft: RulingDraft; units: readonly Option[]; onChange: (changes: Partial<RulingDraft>) => void }

/** Supporting units, each with what it delivers and by when; without a day of its own, by the lead's. */
export function Supports({ draft: { supports, leadUnitId }, units, onChange }: Props) {
  const { rec } = useText(meetingsText)
  const { today } = useSession()
  const set = (unitId: string, changes: Partial<RulingSupport>) =>
    onChange({ supports: supports.map((one) => (one.unitId === unitId ? { ...one, ...changes } : one)) })
  const choose = (ids: readonly string[]) =>
    onChange({
      supports: ids.map(
        (unitId) => supports.find((one) => one.unitId === unitId) ?? { unitId, deliverable: '', dueOn: null },
      ),
    })
  return (
    <div>
      <MultiCombobox
        label={rec.supports}
        need="optional"
        options={units.filter(({ id }) => id !== leadUnitId)}
        values={supports.map(({ unitId }) => unitId)}
        onChange={choose}
      />
      {supports.length > 0 && (
        <ul className="support-rows">
          {supports.map(({ unitId, deliverable, dueOn }) => {
            const name = units.find(({ id }) => id === unitId)?.label ?? ''
            return (
              <li key={unitId}>
                <TextField
                  label={rec.deliverable(name)}
                  need="optional"
                  value={deliverable}
                  maxLength={300}
                  onChange={(words) => set(unitId, { deliverable: words })}
                />
                <DateField
                  label={rec.supportDate(name)}
                  need="optional"
                  hint={rec.leadsDate}
                  value={dueOn}
                  today={today}
                  onChange={(on) => set(unitId, { dueOn: on })}
                />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
