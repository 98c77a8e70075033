import type { ReactNode } from 'react'
import type { Rate as RateFacts } from '#domain/rates/rates.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Anchor } from './Anchor.tsx'
import { clampPoints, formatNumber, formatPercent } from './figures.ts'

type Props = {
  name: string
  /** What is divided by what, in a few words. */
  meaning: string
  rate: RateFacts
  /** The measure word of the counts: 个, 项; empty in English. */
  measure: string
  /** The last closed period, for the tick and the line below. */
  closed?: { period: string; value: number } | undefined
  /** The list of what is counted. */
  href?: string | undefined
}

/** One of the four rates: never a percentage without its name, its numerator and its denominator. */
export function Rate({ name, meaning, rate, measure, closed, href }: Props) {
  const { rate: words } = useText(kitText)
  const share = (rate.value ?? 0) * 100
  return (
    <RateFrame href={href}>
      <span className="name" title={`${name}　${meaning}`}>
        {name}
        <em>{meaning}</em>
      </span>
      <span className="value">
        <b>
          {formatPercent(rate.value)}
          {rate.value !== null && <i>%</i>}
        </b>
        <span className="of">
          {formatNumber(rate.numerator)} <em>/</em> {formatNumber(rate.denominator)} <em>{measure}</em>
        </span>
      </span>
      <span className="track" aria-hidden="true">
        <i style={{ width: `${clampPoints(share)}%` }} />
        {closed && <u style={{ left: `${clampPoints(closed.value * 100)}%` }} />}
      </span>
      <span className="change">
        {rate.value === null
          ? words.none
          : closed && words.closed(closed.period, formatPercent(closed.value), share - closed.value * 100)}
      </span>
    </RateFrame>
  )
}

function RateFrame({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return <div className="rate">{children}</div>
  return (
    <Anchor href={href} className="rate">
      {children}
    </Anchor>
  )
}
