import { useKeys } from '../ui/useKeys.ts'

type Place = { column: number; row: number }

const placeOf = (card: Element | null | undefined): Place | null => {
  const [column, row] = ((card instanceof HTMLElement && card.dataset['place']) || '').split(' ').map(Number)
  return column === undefined || row === undefined ? null : { column, row }
}

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.difficulty-card[data-place]')]

/** The card where an arrow leads: within the column, or in the next column that has any, as far down as it goes. */
function target(from: Place | null, dx: number, dy: number): HTMLElement | undefined {
  const all = cards().map((card) => ({ card, place: placeOf(card) ?? { column: 0, row: 0 } }))
  if (!from) return all[0]?.card
  const columns = [...new Set(all.map(({ place }) => place.column))].sort((a, b) => a - b)
  const column = columns[columns.indexOf(from.column) + dx]
  const there = all.filter(({ place }) => place.column === (dx === 0 ? from.column : column))
  const row = Math.min(from.row + dy, there.length - 1)
  return there.find(({ place }) => place.row === row)?.card
}

/** Arrows walk the board; the title's link has the focus, so that Enter opens it. N raises, for those who may. */
export function useBoardKeys(onRaise: (() => void) | null): void {
  const go = (dx: number, dy: number) => () => {
    const at = document.activeElement?.closest('.difficulty-card')
    const link = target(placeOf(at), dx, dy)?.querySelector('a')
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    ArrowLeft: go(-1, 0),
    ArrowRight: go(1, 0),
    ArrowUp: go(0, -1),
    ArrowDown: go(0, 1),
    ...(onRaise && { n: onRaise }),
  })
}
