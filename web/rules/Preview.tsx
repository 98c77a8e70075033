import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { wordFor } from '#domain/glossary.ts'
import { previewSupervisionRules } from '#domain/rules/rules.contract.ts'
import type { SupervisionRules } from '#domain/rules/rules.ts'
import type { WeighedLimit } from '#domain/rules/weighLimits.ts'
import { useLanguage, useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { usePaused } from '../ui/usePaused.ts'
import { useRead } from '../useEndpoint.ts'
import { rulesText } from './rules.text.ts'

const PAUSE_MS = 400
const AT_ONCE = 20

/** Which tasks the rules as they stand in the form would colour otherwise today. */
export function Preview({ rules }: { rules: SupervisionRules }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const [shown, setShown] = useState(AT_ONCE)
  const asked = usePaused(JSON.stringify({ rules, limit: shown }), PAUSE_MS)
  const { data, error } = useRead(previewSupervisionRules, { body: JSON.parse(asked) })
  const moves = (data?.moves ?? []).map(({ from, to, count }) =>
    text.move(wordFor(from, language), wordFor(to, language), count),
  )
  return (
    <Section title={text.preview} note={text.previewNote}>
      <Refused error={error} />
      {!data && !error && <Loading lines={4} />}
      {data && (
        <>
          <p role="status">
            <b>
              {data.changedCount === 0 ? text.same(data.taskCount) : text.changed(data.changedCount, data.taskCount)}
            </b>{' '}
            <span className="second">{moves.join(language === 'zh' ? '，' : ', ')}</span>
          </p>
          <ul className="list">
            {data.items.map(({ id, code, title, from, to }) => (
              <li key={id} className="row rule-change">
                <span>
                  <Light kind={from} /> → <Light kind={to} />
                </span>
                <Link to="/tasks/$taskId" params={{ taskId: id }}>
                  {code} {title}
                </Link>
              </li>
            ))}
          </ul>
          {data.next !== null && (
            <button type="button" className="btn small" onClick={() => setShown(Math.min(200, shown * 2))}>
              {text.more}
            </button>
          )}
          <Limits limits={data.limits} />
        </>
      )}
    </Section>
  )
}

/** What the limits of steps would mean, by what waits today. */
function Limits({ limits }: { limits: readonly WeighedLimit[] }) {
  const text = useText(rulesText)
  const { limitColumns: columns } = text
  return (
    <>
      <h3 className="limits-heading">{text.limits}</h3>
      <p className="second text-12">{text.limitsNote}</p>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th>{columns.limit}</th>
              <th className="right">{columns.waiting}</th>
              <th className="right">{columns.late}</th>
              <th className="right">{columns.triedLate}</th>
            </tr>
          </thead>
          <tbody>
            {limits.map(({ limit, waiting, late, triedLate }) => (
              <tr key={limit}>
                <td>{text.fields[limit]}</td>
                <td className="right">{waiting}</td>
                <td className="right">{late}</td>
                <td className="right">{triedLate === late ? triedLate : <b>{triedLate}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
