import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { noticeNumber, standardPrefix } from '#domain/notices/notice.ts'
import { URGE_PRESET_NAMES, URGE_PRESETS } from '#domain/urging/rules.ts'
import { getUrgeRules, saveUrgeRules, type UrgeRuleSetView } from '#domain/urging/urging.contract.ts'
import { useHasAnyRole, useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { Preview } from './Preview.tsx'
import { StageTable } from './StageTable.tsx'
import { type EditedRules, useRules } from './useRules.ts'
import { urgingText } from './urging.text.ts'
import './urging.css'

/** The rules of urging: who is urged when, edited as data, with what they would send beside them. */
export function UrgingPage() {
  const { data, error, refetch } = useRead(getUrgeRules, {})
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={16} />
  const latest = data.upcoming ?? data.current
  return <Rules key={latest.version} {...data} latest={latest} />
}

type Props = {
  current: UrgeRuleSetView
  upcoming: UrgeRuleSetView | null
  sentToday: number | null
  latest: UrgeRuleSetView
}

function Rules({ current, upcoming, sentToday, latest }: Props) {
  const text = useText(urgingText)
  const { language } = useLanguage()
  const { today } = useSession()
  const isOffice = useHasAnyRole(['supervisionOffice'])
  const edited = useRules(latest.rules)
  const [effectiveOn, setEffectiveOn] = useState<string | null>(today)
  const { version, effectiveOn: since, savedBy } = current
  return (
    <div className="page urging">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="facts">
          <span>{text.version(version, formatOnInFull(since, language))}</span>
          {savedBy && <span>{text.savedBy(savedBy)}</span>}
          <span>{text.sent(sentToday)}</span>
        </span>
      </header>
      {upcoming && (
        <p className="notice">{text.upcoming(upcoming.version, formatOnInFull(upcoming.effectiveOn, language))}</p>
      )}
      {!isOffice && <p className="notice">{text.readOnly}</p>}
      <fieldset disabled={!isOffice}>
        <Section title={text.stages} note={text.stagesNote}>
          <Presets edited={edited} />
          <StageTable edited={edited} />
          <button type="button" className="btn small" onClick={() => edited.add('milestone')}>
            {text.add}
          </button>
        </Section>
        <Others edited={edited} />
        {isOffice && (
          <SaveRow edited={edited} version={latest.version} effectiveOn={effectiveOn} onEffective={setEffectiveOn} />
        )}
      </fieldset>
      {isOffice && edited.rules && <Preview rules={edited.rules} effectiveOn={effectiveOn ?? today} />}
    </div>
  )
}

function Presets({ edited }: { edited: EditedRules }) {
  const text = useText(urgingText)
  return (
    <div className="row presets">
      <span className="quiet">{text.presetLabel}</span>
      {URGE_PRESET_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          className="btn small"
          title={text.presetMeaning[name]}
          onClick={() => edited.take(URGE_PRESETS[name])}
        >
          {text.presets[name]}
        </button>
      ))}
    </div>
  )
}

function Others({ edited }: { edited: EditedRules }) {
  const text = useText(urgingText)
  const { organization, today } = useSession()
  const { draft, everyWorkdays, setEvery, setPrefix } = edited
  const prefix = draft.prefix.trim() || standardPrefix(organization.name)
  return (
    <div className="urging-columns">
      <Section title={text.byHand}>
        <TextField
          label={text.everyLabel}
          inputMode="numeric"
          value={draft.every}
          maxLength={2}
          error={everyWorkdays === null ? text.everyUnread : undefined}
          onChange={setEvery}
        />
      </Section>
      <Section title={text.prefix}>
        <TextField
          label={text.prefixLabel}
          need="optional"
          value={draft.prefix}
          maxLength={10}
          hint={text.prefixHint(noticeNumber(prefix, Number(today.slice(0, 4)), 5))}
          onChange={setPrefix}
        />
      </Section>
    </div>
  )
}

type SaveProps = {
  edited: EditedRules
  version: number
  effectiveOn: string | null
  onEffective: (on: string | null) => void
}

function SaveRow({ edited, version, effectiveOn, onEffective }: SaveProps) {
  const text = useText(urgingText)
  const { today } = useSession()
  const save = useChange(saveUrgeRules)
  const { rules, unread, isChanged } = edited
  const send = () => rules && effectiveOn !== null && save.mutate({ body: { version, effectiveOn, rules } })
  return (
    <div className="save-rules">
      {unread.length > 0 && <p className="missing-list">{text.incomplete(unread.join('、'))}</p>}
      <Refused error={save.error} />
      <div className="row">
        <DateField label={text.effectiveOn} value={effectiveOn} today={today} onChange={onEffective} />
        <button
          type="button"
          className="btn solid"
          disabled={rules === null || effectiveOn === null || !isChanged || save.isPending}
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
