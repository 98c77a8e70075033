import type { CSSProperties } from 'react'
import { LIGHTS } from '#domain/lights/light.ts'
import type { Rate } from '#domain/rates/rates.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { formatNumber, formatPercent } from '#web/ui/figures.ts'
import { Light } from '#web/ui/Light.tsx'
import { Stone } from '#web/ui/Stone.tsx'
import { LightCounts, PillarName } from './BoardEnds.tsx'
import { type Edge, edgesFor } from './edges.tsx'
import { arrangeLines, type BoardFacts, type BoardIndex, type BoardLine, indexBoard } from './facts.ts'
import { laySheets } from './sheets.ts'

type PrintedRate = { name: string; rate: Rate; measure: string }

type Props = {
  facts: BoardFacts
  /** 清源区 2026 年度任务棋盘 */
  title: string
  /** The moment of the figures, in words. */
  asOf: string
  rates: readonly PrintedRate[]
  rulesVersion: string
  digest: string
}

const LEAF_HEIGHT = 504
/** With this many pillars their totals need another line. */
const TIGHT = { from: 11, takes: 30 }
/** English pillar names stand upright. */
const UPRIGHT_TAKES = 48

/** The board on A4 landscape, set anew for paper; shapes, figures and arcs carry it without colour. */
export function BoardPrint(props: Props) {
  const { facts } = props
  const words = useText(kitText).board
  const index = indexBoard(facts)
  const edges = edgesFor(facts.pillars.length)
  const tight = facts.pillars.length >= TIGHT.from
  const taken = (tight ? TIGHT.takes : 0) + (useLanguage().language === 'en' ? UPRIGHT_TAKES : 0)
  const sheets = laySheets(arrangeLines(facts, index, 'official'), LEAF_HEIGHT - taken)
  return (
    <div className="on-paper-only">
      {sheets.map(({ leaves, rowHeight }, at) => (
        <article
          key={at}
          className={tight ? 'board-sheet tight' : 'board-sheet'}
          style={{ '--row': `${rowHeight}px` } as CSSProperties}
        >
          <header className="heading">
            <h1>{props.title}</h1>
            <span>
              {words.asOf(props.asOf)}
              {sheets.length > 1 && `　${words.sheetOf(at + 1, sheets.length)}`}
            </span>
          </header>
          <Figures facts={facts} rates={props.rates} />
          <div className="leaves">
            {leaves.map((lines, leaf) => (
              <Leaf key={leaf} lines={lines} facts={facts} index={index} edges={edges} />
            ))}
          </div>
          <PillarTotals facts={facts} index={index} />
          <footer className="footing">
            <PrintedLegend />
            <span>
              {words.rules(props.rulesVersion)}　{words.digest(props.digest)}
            </span>
          </footer>
        </article>
      ))}
    </div>
  )
}

function Figures({ facts, rates }: Pick<Props, 'facts' | 'rates'>) {
  const words = useText(kitText).board
  const { lightCounts, taskCount } = facts.total
  return (
    <div className="figures">
      {rates.map(({ name, rate, measure }) => (
        <div key={name}>
          <span>{name}</span>
          <b>
            {formatPercent(rate.value)}
            {rate.value !== null && '%'}
          </b>
          <em>
            {formatNumber(rate.numerator)} / {formatNumber(rate.denominator)} {measure}
          </em>
        </div>
      ))}
      <div>
        <span>{words.redYellowAll}</span>
        <b>
          {lightCounts.red} / {lightCounts.yellow} / {taskCount}
        </b>
      </div>
    </div>
  )
}

type LeafProps = {
  lines: readonly BoardLine[]
  facts: BoardFacts
  index: BoardIndex
  edges: readonly Edge[]
}

function Leaf({ lines, facts, index, edges }: LeafProps) {
  const words = useText(kitText).board
  if (lines.length === 0) return <div />
  return (
    <table className="board">
      <colgroup>
        <col className="unit" />
        {facts.pillars.map(({ id }) => (
          <col key={id} />
        ))}
        {edges.map(({ of, column }) => (
          <col key={of} className={column} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th className="unit">{words.unit}</th>
          {facts.pillars.map(({ id, name }) => (
            <th key={id} className="pillar">
              <PillarName name={name} />
            </th>
          ))}
          {edges.map((edge, at) => (
            <th key={edge.of} className={at === 0 ? 'edge first' : 'edge'}>
              {edge.of === 'attainment' ? words.attainmentShort : edge.head(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ unit, opensGroup }, row) => (
          <tr key={unit.id} className={opensGroup && row > 0 ? 'opens' : undefined}>
            <th className="unit">{unit.name}</th>
            {facts.pillars.map(({ id }) => {
              const stone = index.cell(unit.id, id)
              return (
                <td key={id} className="crossing">
                  {stone && <Stone facts={stone} />}
                </td>
              )
            })}
            {edges.map((edge, at) => (
              <td key={edge.of} className={at === 0 ? 'edge first' : 'edge'}>
                {edge.show(index.unit(unit.id))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PillarTotals({ facts, index }: { facts: BoardFacts; index: BoardIndex }) {
  const words = useText(kitText).board
  return (
    <table className="totals">
      <tbody>
        <tr>
          <th>{words.pillarTotals}</th>
          {facts.pillars.map(({ id, name }) => {
            const { taskCount, activeCount, onPlanCount, lightCounts } = index.pillar(id)
            return (
              <td key={id}>
                <div className="gap">
                  <b>{name}</b>
                  <span>{words.taskCount(taskCount)}</span>
                </div>
                <div className="gap">
                  <span>{words.attains(formatPercent(activeCount === 0 ? null : onPlanCount / activeCount))}</span>
                  <LightCounts red={lightCounts.red} yellow={lightCounts.yellow} />
                </div>
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}

function PrintedLegend() {
  const words = useText(kitText).board
  return (
    <div className="legend">
      {LIGHTS.map((light) => (
        <Light key={light} kind={light} />
      ))}
      <span>{words.sizeMeaning}</span>
      <span>{words.rimMeaning}</span>
      <span>{words.bareMeaning}</span>
      <span>{words.attainmentMeaning}</span>
    </div>
  )
}
