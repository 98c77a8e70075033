import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { type BenchmarkView, dropBenchmark, listBenchmarks } from '#domain/highlights/highlights.contract.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Section } from '../ui/Section.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { highlightsText } from './highlights.text.ts'
import { NameDialog } from './NameDialog.tsx'
import './highlights.css'

/** An indicator beside named peers; nothing where the task has no target in numbers. */
export function TaskBenchmarks({ task }: { task: TaskView }) {
  const text = useText(highlightsText)
  const [isNaming, setNaming] = useState(false)
  const { data } = useRead(listBenchmarks, { params: { taskId: task.id } }, { enabled: task.target !== null })
  const measure = task.target?.measure
  if (measure === undefined || !data || (data.items.length === 0 && !data.mayName)) return null
  const { own, items, mayName } = data
  return (
    <Section title={text.benchmarks} note={text.benchmarksNote}>
      <p className="second">{own === null ? text.ownNone : text.own(`${formatNumber(own)} ${measure}`)}</p>
      {items.length === 0 && <p className="second">{text.none}</p>}
      <ul className="benchmark-list">
        {items.map((benchmark) => (
          <Line key={benchmark.id} taskId={task.id} benchmark={benchmark} measure={measure} mayDrop={mayName} />
        ))}
      </ul>
      {mayName && (
        <button type="button" className="btn small" onClick={() => setNaming(true)}>
          {text.addPeer}
        </button>
      )}
      {isNaming && <NameDialog taskId={task.id} measure={measure} onClose={() => setNaming(false)} />}
    </Section>
  )
}

type LineProps = { taskId: string; benchmark: BenchmarkView; measure: string; mayDrop: boolean }

function Line({ taskId, benchmark, measure, mayDrop }: LineProps) {
  const text = useText(highlightsText)
  const { language } = useLanguage()
  const { mutate, isPending } = useChange(dropBenchmark)
  const { id, peer, value, asOn, source, gap } = benchmark
  return (
    <li>
      <span>
        <b>{peer}</b> {formatNumber(value)} {measure}
        {gap !== null && (
          <>
            {'　'}
            <GapWords gap={gap} measure={measure} />
          </>
        )}
      </span>
      <span className="second">{text.of(formatOnInFull(asOn, language), source)}</span>
      {mayDrop && (
        <button
          type="button"
          className="btn small"
          aria-label={text.dropOf(peer)}
          disabled={isPending}
          onClick={() => mutate({ params: { taskId, benchmarkId: id }, body: {} })}
        >
          {text.drop}
        </button>
      )}
    </li>
  )
}

function GapWords({ gap, measure }: { gap: number; measure: string }) {
  const text = useText(highlightsText)
  if (gap === 0) return <span>{text.even}</span>
  const size = `${formatNumber(Math.abs(gap))} ${measure}`
  return <span>{gap > 0 ? text.behind(size) : text.ahead(size)}</span>
}
