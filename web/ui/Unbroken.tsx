/** Days, and counts with their measure: 11-20, 2026-11-20, 12 月 31 日, 5 个, 20 Nov, 63%. */
const TOGETHER =
  /(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}|\d+ 月 \d+ 日|\d+(?:\.\d+)? [个项件家天]|\d+ [A-Z][a-z]{2}\b|\d+(?:\.\d+)?%)/

/** A sentence in which no day and no count is torn between two lines; a browser breaks 11-20 after its hyphen. */
export function Unbroken({ text }: { text: string }) {
  return text.split(TOGETHER).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // The parts of one sentence never move among themselves.
      <span key={at} className="nowrap">
        {part}
      </span>
    ),
  )
}
