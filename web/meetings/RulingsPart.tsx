import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { RULING_STANDINGS, type RulingStanding } from '#domain/meetings/ruling.ts'
import { listRulings, type RulingView } from '#domain/meetings/session.contract.ts'
import type { MeetingPage } from '#domain/meetings/meetings.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { usePages } from '../usePages.ts'
import { meetingsText } from './meetings.text.ts'

/** What the meeting ruled, and what became of it. */
export function RulingsPart({ meeting }: { meeting: MeetingPage }) {
  const text = useText(meetingsText)
  const [standing, setStanding] = useState<RulingStanding | 'all'>('all')
  const pages = usePages(listRulings, {
    params: { meetingId: meeting.id },
    query: { ...(standing !== 'all' && { standing }) },
  })
  const counts = pages.data?.pages[0]?.counts
  const all = counts?.reduce((sum, { count }) => sum + count, 0)
  const withCount = (name: string, count: number | undefined) => (count === undefined ? name : `${name} ${count}`)
  return (
    <Section title={text.tabs.rulings} note={text.rulingsNote}>
      <Segmented
        label={text.tabs.rulings}
        segments={[
          { value: 'all' as const, label: withCount(text.standingAll, all) },
          ...RULING_STANDINGS.map((value) => ({
            value,
            label: withCount(
              text.standings[value],
              counts && (counts.find((one) => one.standing === value)?.count ?? 0),
            ),
          })),
        ]}
        value={standing}
        onChange={setStanding}
      />
      {pages.isPending && <Loading lines={5} />}
      {pages.items?.length === 0 && <p className="second">{text.noRulings}</p>}
      <ol className="ruling-list">
        {pages.items?.map((ruling) => (
          <RulingLine key={ruling.id} ruling={ruling} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
    </Section>
  )
}

function RulingLine({ ruling }: { ruling: RulingView }) {
  const text = useText(meetingsText)
  const { language } = useLanguage()
  const { number, sentence, lead, supports, dueOn, standing, task, difficulty, confirmedBy, readBack, becomes } = ruling
  return (
    <li>
      <p className="sentence">
        <span className="quiet">{number}</span>
        {'　'}
        {sentence}
      </p>
      <p>
        {text.room.leadUnit} <b>{lead.name}</b>
        {supports.length > 0 && (
          <>
            {'　'}
            {text.room.supports} {supports.map(({ unit }) => unit.name).join('、')}
          </>
        )}
        {'　'}
        {text.room.due} {formatOnInFull(dueOn, language)}
        {'　'}
        <b className={standing === 'overdue' ? 'late' : undefined}>{text.standings[standing]}</b>
      </p>
      <p className="second">
        {text.kinds[becomes]}
        {'　'}
        {task && (
          <>
            <Anchor href={`/tasks/${task.id}`} className="link">
              {text.becameTask(task.code)}
            </Anchor>
            {'　'}
          </>
        )}
        {difficulty && (
          <>
            <Anchor href={`/difficulties/${difficulty.id}`} className="link">
              {text.becameDifficulty}
              {'　'}
              {difficulty.title}
            </Anchor>
            {'　'}
          </>
        )}
        {text.confirmedBy(confirmedBy.name, readBack)}
      </p>
    </li>
  )
}
