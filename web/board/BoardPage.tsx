import { Link, useSearch } from '@tanstack/react-router'
import { getBoard, type BoardView } from '#domain/board/board.contract.ts'
import { BOARD_RATES } from '#domain/board/rate-names.ts'
import { ApiError } from '../api.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Rate } from '../ui/Rate.tsx'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import { useRead } from '../useEndpoint.ts'
import type { BoardAddress } from './address.ts'
import { AsOfPicker } from './AsOfPicker.tsx'
import { boardText } from './board.text.ts'
import { BoardOnPaper } from './BoardOnPaper.tsx'
import { OnePhone } from './OnePhone.tsx'
import { Play } from './Play.tsx'

/** The home page: where the year stands, and why. */
export function BoardPage() {
  const address = useSearch({ from: '/signed-in/' })
  const { year, asOn } = address
  const { data, error, refetch, isPlaceholderData } = useRead(getBoard, { query: { year, asOn } })
  const phone = useMedia(PHONE)
  if (error instanceof ApiError && error.code === 'plan_missing') return <NoPlan />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={20} />
  if (phone) return <OnePhone board={data} address={address} />
  return (
    <div className={isPlaceholderData ? 'page board-page stale' : 'page board-page'}>
      <div className="on-screen-only">
        <Title board={data} address={address} />
        <Rates board={data} />
        {data.total.taskCount === 0 ? <NoTasks /> : <Play board={data} address={address} />}
      </div>
      <BoardOnPaper board={data} />
    </div>
  )
}

function Title({ board, address }: { board: BoardView; address: BoardAddress }) {
  const text = useText(boardText)
  return (
    <div className="title">
      <h1>{text.title}</h1>
      <span className="second">
        {text.facts(board.plan.year, board.units.length, board.pillars.length, board.total.taskCount)}
      </span>
      {board.asOn !== board.today && <span className="second text-13">{text.recomputed(board.asOn)}</span>}
      <span className="grow" />
      <AsOfPicker board={board} address={address} />
      <button type="button" className="btn" onClick={() => window.print()}>
        {text.print}
      </button>
    </div>
  )
}

function Rates({ board }: { board: BoardView }) {
  const text = useText(boardText)
  const { year } = board.plan
  const query = board.asOn === board.today ? '' : `?asOn=${board.asOn}`
  return (
    <section className="rates" aria-label={BOARD_RATES.map((name) => text.rates[name].name).join('、')}>
      {BOARD_RATES.map((name) => {
        const former = board.former?.rates[name].value
        return (
          <Rate
            key={name}
            {...text.rates[name]}
            rate={board.rates[name]}
            closed={
              board.former && typeof former === 'number'
                ? { period: text.quarterEnd(board.former.quarter), value: former }
                : undefined
            }
            href={`/rates/${year}/${name}${query}`}
          />
        )
      })}
    </section>
  )
}

function NoTasks() {
  const text = useText(boardText)
  const office = useHasAnyRole(['supervisionOffice'])
  return (
    <EmptyState title={text.emptyTitle} sentence={office ? text.empty : text.emptyOther}>
      {office && (
        <Link to="/imports" className="btn solid">
          {text.toImport}
        </Link>
      )}
    </EmptyState>
  )
}

function NoPlan() {
  const text = useText(boardText)
  const office = useHasAnyRole(['supervisionOffice'])
  return (
    <EmptyState title={text.noPlan} sentence={office ? text.noPlanHint : text.emptyOther}>
      {office && (
        <Link to="/plan" className="btn solid">
          {text.toPlan}
        </Link>
      )}
    </EmptyState>
  )
}
