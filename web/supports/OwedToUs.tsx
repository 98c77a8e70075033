import { listSupports } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { SupportList } from './UnitSupports.tsx'
import { supportsText } from './supports.text.ts'

const SHOWN = 5

/** In one's day: what others owe the tasks of one's units, what is due first in front. Nothing where nothing is owed. */
export function OwedToUs() {
  const text = useText(supportsText)
  const { data } = useRead(listSupports, { query: { side: 'owedToUs', owed: 'true', limit: SHOWN } })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={text.owedToUs} note={text.stillOwed}>
      <SupportList side="owedToUs" items={data.items} />
      {data.next && (
        <p className="more">
          <Anchor href="/reports" className="link">
            {text.all}
          </Anchor>
        </p>
      )}
    </Section>
  )
}
