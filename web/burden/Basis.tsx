import { ASK_SECONDS } from '#domain/burden/asks.ts'
import type { BurdenBasis } from '#domain/burden/burden.contract.ts'
import { listed } from '#domain/listed.ts'
import { CHANGE_SECONDS, READ_ROW_SECONDS } from '#domain/burden/asks.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatPercent } from '../ui/figures.ts'
import { burdenText } from './burden.text.ts'

const CELLS = ['actualShare', 'done', 'nextStep', 'confidence', 'claimedMilestoneIds', 'evidence'] as const
const PIECES = ['acknowledgement', 'answer', 'noticeReply', 'delivery', 'confirmation'] as const

/** How the minutes come about, with every assumption named. */
export function Basis({ basis: { changedShare, isMeasured, givenCount } }: { basis: BurdenBasis }) {
  const text = useText(burdenText)
  const { language } = useLanguage()
  const cells = CELLS.map((cell) => text.basisCell(text.cells[cell], CHANGE_SECONDS[cell]))
  const pieces = PIECES.map((kind) => text.basisCell(text.kinds[kind], ASK_SECONDS[kind]))
  const percent = formatPercent(changedShare)
  return (
    <div className="stack text-13">
      <p>{text.basisRow(READ_ROW_SECONDS, listed(language, cells))}</p>
      <p>{isMeasured ? text.basisMeasured(percent, givenCount) : text.basisAssumed(percent)}</p>
      <p>{text.basisOther(listed(language, pieces))}</p>
      <p className="second">{text.basisHonest}</p>
    </div>
  )
}
