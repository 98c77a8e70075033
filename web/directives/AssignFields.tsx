import { useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import type { Assignment } from '#domain/directives/directives.contract.ts'
import { taskTitleOf } from '#domain/directives/directive.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { ChoiceField } from '../tasks/FormFields.tsx'
import { useLeaderOf, useLeaderOptions, usePlans } from '../tasks/useChoices.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { MultiCombobox } from '../ui/MultiCombobox.tsx'
import { TextField } from '../ui/TextField.tsx'
import { directivesText } from './directives.text.ts'

/** To whom a directive goes, as it is typed. */
export const AssignDraft = z.object({
  leadUnitIds: z.array(z.string()),
  supportIds: z.array(z.string()),
  leaderId: z.string().nullable(),
  pillarId: z.string().nullable(),
  title: z.string(),
})
export type AssignDraft = z.infer<typeof AssignDraft>
export const NO_ASSIGNMENT: AssignDraft = { leadUnitIds: [], supportIds: [], leaderId: null, pillarId: null, title: '' }

/** The assignment that is typed; null while something of it is missing. */
export function assignmentOf({ leadUnitIds, supportIds, leaderId, pillarId, title }: AssignDraft): Assignment | null {
  if (leadUnitIds.length === 0 || leaderId === null || pillarId === null) return null
  return {
    leadUnitIds,
    supports: supportIds.map((unitId) => ({ unitId, deliverable: '' })),
    leaderId,
    pillarId,
    title,
  }
}

type Labels = { leads: string; leader: string; pillar: string }

/** Labels of what an assignment still lacks. */
export const missingOf = ({ leadUnitIds, leaderId, pillarId }: AssignDraft, labels: Labels): string[] => [
  ...(leadUnitIds.length === 0 ? [labels.leads] : []),
  ...(leaderId === null ? [labels.leader] : []),
  ...(pillarId === null ? [labels.pillar] : []),
]

type Props = { text: string; value: AssignDraft; onChange: (part: Partial<AssignDraft>) => void }

/** Lead and supporting units, the leader in charge, and where among the tasks it stands. */
export function AssignFields({ text: written, value, onChange }: Props) {
  const { form: text } = useText(directivesText)
  const units = useUnitOptions()
  const leaders = useLeaderOptions()
  const leaderOf = useLeaderOf()
  const { plan } = usePlans(undefined)
  const pillars = (plan?.pillars ?? []).filter(({ retired }) => !retired)
  const [first] = value.leadUnitIds
  const usual = first === undefined ? null : leaderOf(first, value.pillarId)
  /** The leader by the order of duties is filled in as long as nobody chose one: who it is may be known only after the unit. */
  const fillIn = useEffectEvent(() => value.leaderId === null && onChange({ leaderId: usual }))
  useEffect(() => {
    if (usual !== null) fillIn()
  }, [usual])
  return (
    <>
      <MultiCombobox
        label={text.leads}
        hint={text.leadsHint}
        options={units}
        values={value.leadUnitIds}
        onChange={(leadUnitIds) => onChange({ leadUnitIds })}
      />
      <MultiCombobox
        label={text.supports}
        need="optional"
        options={units.filter(({ id }) => !value.leadUnitIds.includes(id))}
        values={value.supportIds}
        onChange={(supportIds) => onChange({ supportIds })}
      />
      <Combobox
        label={text.leader}
        options={leaders}
        value={value.leaderId}
        onChange={(leaderId) => onChange({ leaderId })}
      />
      <ChoiceField
        label={text.pillar}
        choices={pillars.map(({ id, name }) => ({ id, label: name }))}
        value={value.pillarId}
        onChange={(pillarId) => onChange({ pillarId })}
      />
      <TextField
        label={text.taskTitle}
        need="optional"
        hint={written.trim() === '' ? undefined : text.taskTitleHint(taskTitleOf(written))}
        maxLength={200}
        value={value.title}
        onChange={(title) => onChange({ title })}
      />
    </>
  )
}
