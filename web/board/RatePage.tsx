import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { listRateItems } from '#domain/board/board.contract.ts'
import { BOARD_RATES, type BoardRateName } from '#domain/board/rate-names.ts'
import { formatOn } from '#domain/calendar/calendar.ts'
import { call } from '../api.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { formatNumber, formatPercent } from '../ui/figures.ts'
import { Loading } from '../ui/Loading.tsx'
import { BoardAddress } from './address.ts'
import { boardText } from './board.text.ts'

type Item = Awaited<ReturnType<typeof fetchPage>>['items'][number]
type Asked = { rate: BoardRateName; year: number; asOn: string | undefined }

const fetchPage = ({ rate, year, asOn }: Asked, after: string, signal: AbortSignal) =>
  call(listRateItems, { params: { rate }, query: { year, asOn, limit: 100, ...(after && { after }) } }, signal)

/** The list behind a rate: every item of its denominator, and whether it counts. */
export function RatePage() {
  const { year = '', rate = '' } = useParams({ strict: false })
  const { asOn } = BoardAddress.parse(useSearch({ strict: false }))
  const name = BOARD_RATES.find((known) => known === rate)
  return name ? <RateList asked={{ rate: name, year: Number(year), asOn }} /> : <NotFoundPage />
}

function RateList({ asked }: { asked: Asked }) {
  const text = useText(boardText)
  const pages = useInfiniteQuery({
    queryKey: [listRateItems.operationId, asked],
    queryFn: ({ pageParam, signal }) => fetchPage(asked, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (pages.error) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Loading />
  const [first] = pages.data.pages
  const items = pages.data.pages.flatMap((page) => page.items)
  const words = text.rates[asked.rate]
  return (
    <div className="page">
      <div className="title">
        <h1>{text.listTitle(words.name)}</h1>
        {first && (
          <span className="second">
            {formatPercent(first.rate.value)}%　
            {text.listFacts(formatNumber(first.rate.numerator), formatNumber(first.rate.denominator))}　{words.meaning}
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

function Items({ items, asked }: { items: readonly Item[]; asked: Asked }) {
  const { columns } = useText(boardText)
  const milestones = asked.rate === 'milestoneOnTimeRate'
  const indicators = asked.rate === 'indicatorAttainment'
  return (
    <div className="scroll-x">
      <table className="table rate-items">
        <thead>
          <tr>
            <th>{indicators ? columns.share : columns.counts}</th>
            <th>{columns.code}</th>
            <th>{columns.task}</th>
            <th>{columns.unit}</th>
            {milestones && (
              <>
                <th>{columns.milestone}</th>
                <th className="number">{columns.original}</th>
                <th className="number">{columns.done}</th>
              </>
            )}
            {indicators && (
              <>
                <th className="number">{columns.actual}</th>
                <th className="number">{columns.target}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <Row key={`${item.taskId} ${index}`} item={item} year={asked.year} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ item, year }: { item: Item; year: number }) {
  const text = useText(boardText)
  const { language } = useLanguage()
  const day = (on: string | null) => (on === null ? '–' : formatOn(on, year, language))
  const { milestone, indicator } = item
  return (
    <tr>
      <td>
        {indicator ? `${formatPercent(item.counts)}%` : item.counts > 0 ? text.counted : <b>{text.notCounted}</b>}
      </td>
      <td>{item.code}</td>
      <td>
        <Anchor href={`/tasks/${item.taskId}`}>{item.title}</Anchor>
      </td>
      <td>{item.unitName}</td>
      {milestone && (
        <>
          <td>{milestone.title}</td>
          <td className="number">{day(milestone.originalDueOn)}</td>
          <td className="number">{day(milestone.doneOn)}</td>
        </>
      )}
      {indicator && (
        <>
          <td className="number">
            {indicator.actual === null ? '–' : `${formatNumber(indicator.actual)} ${indicator.measure}`}
          </td>
          <td className="number">
            {formatNumber(indicator.target)} {indicator.measure}
          </td>
        </>
      )}
    </tr>
  )
}
