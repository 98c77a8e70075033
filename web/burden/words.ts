import type { LoadView } from '#domain/burden/burden.contract.ts'
import { givenShare } from '#domain/burden/load.ts'
import { useText } from '../text.tsx'
import { formatPercent } from '../ui/figures.ts'
import { burdenText } from './burden.text.ts'

/** Seconds as whole minutes; what is anything at all is at least one. */
export const minutesOf = (seconds: number): number => (seconds === 0 ? 0 : Math.max(1, Math.round(seconds / 60)))

/** The share of cells that come filled in, as a percentage without its sign; null where there is no cell. */
export const shareText = (load: Pick<LoadView, 'cellCount' | 'givenCount'>): string | null => {
  const share = givenShare(load)
  return share === null ? null : formatPercent(share)
}

const HOURS_FROM = 180

/** A length of time as one reads it: minutes, or hours where it is long. */
export function useLength(): (seconds: number) => string {
  const text = useText(burdenText)
  return (seconds) => {
    const minutes = minutesOf(seconds)
    return minutes < HOURS_FROM ? text.minutes(minutes) : text.hours((minutes / 60).toFixed(1))
  }
}
