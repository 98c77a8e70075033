const GAP = 56
const LINES = 19
/** Crossings with a star point, as on a go board. */
const STARS = [3, 9, 15]
/** An opening, counted from the top left: the first stones of a year. */
const BLACK = [
  [3, 3],
  [5, 2],
  [9, 15],
  [15, 4],
  [10, 9],
  [4, 10],
] as const
const WHITE = [
  [3, 6],
  [15, 15],
  [14, 3],
  [9, 10],
  [3, 14],
] as const

const at = (index: number): number => GAP / 2 + index * GAP

/** The quiet board beside the form: lines, star points and the first stones. Has no meaning. */
export function EntryBoard() {
  const size = GAP * LINES
  const lines = Array.from({ length: LINES }, (_, index) => at(index))
  return (
    <div className="entry-board" aria-hidden="true">
      <svg viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="xMidYMid slice">
        <path className="lines" d={lines.map((line) => `M${line} 0V${size}M0 ${line}H${size}`).join('')} />
        {STARS.flatMap((x) =>
          STARS.map((y) => <circle key={`${x} ${y}`} className="star" cx={at(x)} cy={at(y)} r="3.5" />),
        )}
        {BLACK.map(([x, y]) => (
          <circle key={`${x} ${y}`} className="black" cx={at(x)} cy={at(y)} r="24" />
        ))}
        {WHITE.map(([x, y]) => (
          <circle key={`${x} ${y}`} className="white" cx={at(x)} cy={at(y)} r="23.4" />
        ))}
      </svg>
    </div>
  )
}
