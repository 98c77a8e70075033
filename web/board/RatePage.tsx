import type { ReactNode } from 'react'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { listRateItems, type RateItemView } from '#domain/board/board.contract.ts'
import { BOARD_RATES, type BoardRateName } from '#domain/board/rate-names.ts'
import { formatOn } from '#domain/calendar/calendar.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { formatNumber, formatPercent } from '../ui/figures.ts'
import { Loading } from '../ui/Loading.tsx'
import { usePages } from '../usePages.ts'
import { boardText } from './board.text.ts'

type Asked = { rate: BoardRateName; year: number; asOn: string | undefined }

/** The list behind a rate: every item of its denominator, and whether it counts. */
export function RatePage() {
  const { year, rate } = useParams({ from: '/signed-in/rates/$year/$rate' })
  const { asOn } = useSearch({ from: '/signed-in/rates/$year/$rate' })
  const name = BOARD_RATES.find((known) => known === rate)
  return name ? <RateList asked={{ rate: name, year: Number(year), asOn }} /> : <NotFoundPage />
}

function RateList({ asked }: { asked: Asked }) {
  const text = useText(boardText)
  const { rate, year, asOn } = asked
  const pages = usePages(listRateItems, { params: { rate }, query: { year, asOn, limit: 100 } })
  if (pages.error) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  const { data, items } = pages
  if (!data || !items) return <Loading />
  const [first] = data.pages
  const words = text.rates[asked.rate]
  return (
    <div className="page">
      <div className="title">
        <h1>{text.listTitle(words.name)}</h1>
        {first && (
          <span className="second">
            {[
              `${formatPercent(first.rate.value)}%`,
              text.listFacts(formatNumber(first.rate.numerator), formatNumber(first.rate.denominator)),
              words.meaning,
            ].join('　')}
          </span>
        )}
        <span className="grow" />
        <Link to="/" className="btn">
          {text.back}
        </Link>
      </div>
      {items.length === 0 ? <p>{text.none}</p> : <Items items={items} asked={asked} />}
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
    </div>
  )
}

type Column = {
  key: string
  width: number | undefined
  head: string
  number?: boolean
  cell: (item: RateItemView) => ReactNode
}

/** The columns of each rate's list; the task takes what is left. */
function useColumns({ rate, year }: Asked): Column[] {
  const text = useText(boardText)
  const { language } = useLanguage()
  const { columns } = text
  const day = (on: string | null | undefined) => (on ? formatOn(on, year, language) : '–')
  const counted: Column = {
    key: 'counts',
    width: 76,
    head: columns.counts,
    cell: ({ counts }) => (counts > 0 ? text.counted : <b>{text.notCounted}</b>),
  }
  const task: Column[] = [
    { key: 'code', width: 104, head: columns.code, cell: ({ code }) => code },
    {
      key: 'task',
      width: undefined,
      head: columns.task,
      cell: (item) => <Anchor href={`/tasks/${item.taskId}`}>{item.title}</Anchor>,
    },
    { key: 'unit', width: 116, head: columns.unit, cell: ({ unitName }) => unitName },
  ]
  const measured = (value: number | null | undefined, measure = '') =>
    typeof value === 'number' ? `${formatNumber(value)} ${measure}` : '–'
  switch (rate) {
    case 'milestoneOnTimeRate':
      return [
        counted,
        ...task,
        { key: 'milestone', width: 300, head: columns.milestone, cell: ({ milestone }) => milestone?.title },
        {
          key: 'original',
          width: 84,
          head: columns.original,
          number: true,
          cell: ({ milestone }) => day(milestone?.originalDueOn),
        },
        { key: 'done', width: 84, head: columns.done, number: true, cell: ({ milestone }) => day(milestone?.doneOn) },
      ]
    case 'indicatorAttainment':
      return [
        {
          key: 'share',
          width: 84,
          head: columns.share,
          number: true,
          cell: ({ counts }) => `${formatPercent(counts)}%`,
        },
        ...task,
        {
          key: 'actual',
          width: 132,
          head: columns.actual,
          number: true,
          cell: ({ indicator }) => measured(indicator?.actual, indicator?.measure),
        },
        {
          key: 'target',
          width: 132,
          head: columns.target,
          number: true,
          cell: ({ indicator }) => measured(indicator?.target, indicator?.measure),
        },
      ]
    case 'trajectoryAttainment':
    case 'taskCompletionRate':
      return [counted, ...task]
  }
}

function Items({ items, asked }: { items: readonly RateItemView[]; asked: Asked }) {
  const columns = useColumns(asked)
  return (
    <div className="scroll-x">
      <table className="table">
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, head, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={`${item.taskId} ${index}`}>
              {columns.map(({ key, number, cell }) => (
                <td key={key} className={number ? 'number' : undefined}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
