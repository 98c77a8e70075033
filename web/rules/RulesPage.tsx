import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { getSupervisionRules, type RuleSetView, saveSupervisionRules } from '#domain/rules/rules.contract.ts'
import { isSameRule, PART_PRESETS, RULE_PARTS, type RulePart, type SupervisionRules } from '#domain/rules/rules.ts'
import { useHasAnyRole, useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useHeldNote } from '../ui/useHeldNote.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { draftOf, draftOfPart, RULE_FIELDS, type RulesDraft, rulesIn } from './fields.ts'
import { History } from './History.tsx'
import { Preview } from './Preview.tsx'
import { rulesText } from './rules.text.ts'
import './rules.css'

/** The rules of lights, later dates and difficulties: edited as figures, with what they would change today. */
export function RulesPage() {
  const { data, error, refetch } = useRead(getSupervisionRules, {})
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={16} />
  const latest = data.versions[0] ?? data.current
  return <Rules key={latest.version} {...data} latest={latest} />
}

type Props = { current: RuleSetView; versions: readonly RuleSetView[]; latest: RuleSetView }

function Rules({ current, versions, latest }: Props) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const isOffice = useHasAnyRole(['supervisionOffice'])
  const [draft, setDraft] = useState(() => draftOf(latest.rules))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(latest.rules))
  const heldNote = useHeldNote(draft, isOffice && isChanged)
  const { rules, unread } = rulesIn(draft)
  const spoken = (on: string | null) => (on === null ? null : formatOnInFull(on, language))
  return (
    <div className="page rules-page">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="facts">
          <span>{text.version(current.version, spoken(current.effectiveOn))}</span>
          <Link to="/urging">{text.urging}</Link>
        </span>
      </header>
      {latest.version !== current.version && (
        <p className="notice">{text.upcoming(latest.version, spoken(latest.effectiveOn) ?? '')}</p>
      )}
      {!isOffice && <p className="notice">{text.readOnly}</p>}
      <fieldset disabled={!isOffice} className="rule-parts">
        {RULE_PARTS.map((part) => (
          <Part key={part} part={part} draft={draft} unread={unread} onChange={setDraft} />
        ))}
      </fieldset>
      {isOffice && rules && <Preview rules={rules} />}
      {heldNote}
      {isOffice && <SaveRow latest={latest} rules={rules} />}
      <History versions={versions} />
    </div>
  )
}

type PartProps = {
  part: RulePart
  draft: RulesDraft
  unread: ReadonlySet<string>
  onChange: (draft: RulesDraft) => void
}

function Part({ part, draft, unread, onChange }: PartProps) {
  const text = useText(rulesText)
  return (
    <Section title={text.parts[part]} note={text.notes[part]}>
      <div className="row presets">
        <span className="quiet">{text.presetLabel}</span>
        {Object.entries(PART_PRESETS[part]).map(([name, preset]) => (
          <button
            key={name}
            type="button"
            className="btn small"
            onClick={() => onChange({ ...draft, [part]: draftOfPart(part, preset) })}
          >
            {text.presets[name]}
          </button>
        ))}
      </div>
      <div className="rule-fields">
        {RULE_FIELDS[part].map((field) => (
          <TextField
            key={field}
            label={text.fields[field]}
            inputMode="numeric"
            maxLength={2}
            value={draft[part][field] ?? ''}
            error={unread.has(`${part}.${field}`) ? text.unread : undefined}
            onChange={(value) => onChange({ ...draft, [part]: { ...draft[part], [field]: value } })}
          />
        ))}
      </div>
    </Section>
  )
}

function SaveRow({ latest, rules }: { latest: RuleSetView; rules: SupervisionRules | null }) {
  const text = useText(rulesText)
  const { today } = useSession()
  const [effectiveOn, setEffectiveOn] = useState<string | null>(today)
  const save = useChange(saveSupervisionRules)
  const isChanged = rules !== null && !isSameRule(rules, latest.rules)
  const send = () =>
    rules && effectiveOn !== null && save.mutate({ body: { version: latest.version, effectiveOn, rules } })
  return (
    <div className="save-rules">
      <Refused error={save.error} />
      <div className="row">
        <DateField label={text.effectiveOn} value={effectiveOn} today={today} onChange={setEffectiveOn} />
        <button
          type="button"
          className="btn solid"
          disabled={!isChanged || effectiveOn === null || save.isPending}
          onClick={send}
        >
          {text.save}
        </button>
        <span role="status" className="second">
          {save.data && text.saved(save.data.version)}
        </span>
      </div>
    </div>
  )
}
