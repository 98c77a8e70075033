import { Link } from '@tanstack/react-router'
import { wordFor } from '#domain/glossary.ts'
import { previewSupervisionRules } from '#domain/rules/rules.contract.ts'
import type { SupervisionRules } from '#domain/rules/rules.ts'
import type { WeighedLimit } from '#domain/rules/weighLimits.ts'
import { useLanguage, useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { rulesText } from './rules.text.ts'
import { Trial } from './Trial.tsx'

/** Which tasks the rules as they stand in the form would colour otherwise today. */
export function Preview({ rules }: { rules: SupervisionRules }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  return (
    <Trial
      endpoint={previewSupervisionRules}
      rules={{ rules }}
      text={text}
      said={({ taskCount, changedCount, moves }) => (
        <>
          <b>{changedCount === 0 ? text.same(taskCount) : text.changed(changedCount, taskCount)}</b>{' '}
          <span className="second">
            {moves
              .map(({ from, to, count }) => text.move(wordFor(from, language), wordFor(to, language), count))
              .join(language === 'zh' ? '，' : ', ')}
          </span>
        </>
      )}
      item={({ id, code, title, from, to }) => (
        <li key={id} className="row rule-change">
          <span>
            <Light kind={from} /> → <Light kind={to} />
          </span>
          <Link to="/tasks/$taskId" params={{ taskId: id }}>
            {code} {title}
          </Link>
        </li>
      )}
      foot={({ limits }) => <Limits limits={limits} />}
    />
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
