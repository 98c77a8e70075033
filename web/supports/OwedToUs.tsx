import { listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import { listSupports } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { OwedAnswers } from './OwedAnswers.tsx'
import { SupportList } from './UnitSupports.tsx'
import { supportsText } from './supports.text.ts'

const SHOWN = 5

/**
 * In one's day: what others owe one's units, first what supporting units have not delivered to the tasks these lead,
 * then what other units have not answered to the difficulties these raised. Nothing where nothing is owed.
 */
export function OwedToUs() {
  const text = useText(supportsText)
  const { data: supports } = useRead(listSupports, { query: { side: 'owedToUs', owed: 'true', limit: SHOWN } })
  const { data: answers } = useRead(listDifficulties, { query: { waiting: 'onOthers', limit: SHOWN } })
  if (!supports || !answers || supports.items.length + answers.items.length === 0) return null
  return (
    <Section title={text.owedToUs} note={text.stillOwed}>
      {supports.items.length > 0 && <SupportList side="owedToUs" items={supports.items} />}
      <OwedAnswers items={answers.items} />
      {(supports.next ?? answers.next) && (
        <p className="more">
          <Anchor href="/reports" className="link">
            {text.all}
          </Anchor>
        </p>
      )}
    </Section>
  )
}
