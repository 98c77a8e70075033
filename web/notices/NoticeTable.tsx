import type { NoticeView } from '#domain/notices/notices.contract.ts'
import { reasonSentence } from '#domain/notices/reason.ts'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Light } from '../ui/Light.tsx'
import { noticesText } from './notices.text.ts'
import type { PickedNotices } from './usePickedNotices.ts'

type Props = { notices: readonly NoticeView[]; picking: PickedNotices | null }

/** Notices, a row each; the number, or the task where there is none yet, leads to the notice. */
export function NoticeTable({ notices, picking }: Props) {
  const text = useText(noticesText)
  const allIds = notices.map(({ id }) => id)
  const isAll = picking !== null && allIds.every((id) => picking.ids.includes(id))
  return (
    <div className="scroll-x">
      <table className="table few-lines notice-table">
        <thead>
          <tr>
            {picking && (
              <th className="column-pick on-screen-only">
                <input
                  type="checkbox"
                  className="tick"
                  aria-label={text.pickAll}
                  checked={isAll}
                  onChange={() => picking.set(isAll ? [] : allIds)}
                />
              </th>
            )}
            <th className="column-level">{text.columns.level}</th>
            <th className="column-number">{text.columns.number}</th>
            <th className="column-task">{text.columns.task}</th>
            <th className="column-unit">{text.columns.unit}</th>
            <th className="column-reason">{text.columns.reason}</th>
            <th className="column-answer">{text.columns.answerBy}</th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} picking={picking} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NoticeRow({ notice, picking }: { notice: NoticeView; picking: PickedNotices | null }) {
  const text = useText(noticesText)
  const { language } = useLanguage()
  const { id, level, number, task, unit, reason, answerBy, answerWithinWorkdays, workdaysLeft } = notice
  const sentence = reasonSentence(reason, language)
  return (
    <tr className={picking?.ids.includes(id) ? 'picked' : undefined}>
      {picking && (
        <td className="on-screen-only">
          <input
            type="checkbox"
            className="tick"
            aria-label={text.pickOne(task.code)}
            checked={picking.ids.includes(id)}
            onChange={() => picking.toggle(id)}
          />
        </td>
      )}
      <td>
        <Light kind={level} word={text.levels[level]} />
      </td>
      <td>
        <Anchor href={`/notices/${id}`}>{number ?? text.proposal}</Anchor>
      </td>
      <td className="wrap">
        <Anchor href={`/tasks/${task.id}`}>
          <span className="quiet">{task.code}</span>　{task.title}
        </Anchor>
      </td>
      <td data-label={text.columns.unit}>{unit.name}</td>
      <td className="wrap">{sentence}</td>
      <td className="wrap" data-label={text.columns.answerBy}>
        {answerBy === null ? text.within(answerWithinWorkdays) : formatOnInFull(answerBy, language)}
        {workdaysLeft !== null && <span className="second">　{text.left(workdaysLeft)}</span>}
      </td>
    </tr>
  )
}
