import { type Light as Kind, LIGHTS } from '#domain/lights/light.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Glyph } from '#web/ui/Light.tsx'
import { Stone } from '#web/ui/Stone.tsx'

type Props = {
  counts: Record<Kind, number>
  onLight: (light: Kind) => void
}

const SIZES = [1, 4, 9]
const SHARES = [1, 3, 4]

/** Which lights there are and how many tasks have each, then how a stone is read. */
export function BoardLegend({ counts, onLight }: Props) {
  const { lights, board } = useText(kitText)
  return (
    <div className="legend" role="group" aria-label={board.legend}>
      {LIGHTS.map((light) => (
        <button key={light} type="button" className={`light ${light}`} onClick={() => onLight(light)}>
          <Glyph kind={light} />
          {lights[light]}
          <b>{counts[light]}</b>
        </button>
      ))}
      <i className="rule" />
      <span className="sample">
        {SIZES.map((taskCount) => (
          <Stone key={taskCount} facts={{ light: 'green', taskCount, doneCount: 0 }} className="on-paper" />
        ))}
        {board.sizeMeaning}
      </span>
      <span className="sample">
        {SHARES.map((doneCount) => (
          <Stone key={doneCount} facts={{ light: 'green', taskCount: 4, doneCount }} className="on-paper" />
        ))}
        {board.rimMeaning}
      </span>
      <span className="bare-meaning">{board.bareMeaning}</span>
    </div>
  )
}
