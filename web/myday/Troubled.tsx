import { sentenceOfAll } from '#domain/lights/sentence.ts'
import type { TroubledTasks } from '#domain/myday/myday.contract.ts'
import { useHasAnyRole, useSession } from '../shell/session.tsx'
import { ledgerHref } from '../tasks/address.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Light } from '../ui/Light.tsx'
import { Section } from '../ui/Section.tsx'
import { Why } from '../ui/Why.tsx'
import { myDayText } from './myday.text.ts'

/** The person's own red and yellow tasks, worst first, each with why. */
export function Troubled({ troubled: { items, count }, planYear }: { troubled: TroubledTasks; planYear: number }) {
  const text = useText(myDayText)
  const { language } = useLanguage()
  const { today } = useSession()
  const hasTasks = useHasAnyRole(['leaderInCharge', 'unitHead', 'liaison', 'assignee'])
  const context = { language, planYear, today }
  // The office and the principal leader have no tasks of their own; theirs is the board.
  if (count === 0 && !hasTasks) return null
  return (
    <aside>
      <Section title={text.troubled} note={count > items.length ? text.all(count) : undefined}>
        {items.length === 0 && <p className="second">{text.calm}</p>}
        {items.map(({ id, title, light, why }) => (
          <Anchor key={id} href={`/tasks/${id}`} className="troubled">
            <Light kind={light} />
            <span>
              <b>{title}</b>
              <Why light={light} sentence={sentenceOfAll(why, 1, context)} />
            </span>
          </Anchor>
        ))}
        {count > items.length && (
          <p className="more">
            <Anchor className="link" href={ledgerHref({ light: ['red', 'yellow'], mine: true })}>
              {text.all(count)}
            </Anchor>
          </p>
        )}
      </Section>
    </aside>
  )
}
