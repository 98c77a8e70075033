import type { ReactNode } from 'react'
import type { Endpoint } from '#domain/endpoint.ts'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { usePaused } from '../ui/usePaused.ts'
import { usePages } from '../usePages.ts'

const PAUSE_MS = 400
const AT_ONCE = 20

type Page = { items: unknown[]; next: string | null }
type Props<Rules, Answer extends Page> = {
  /** Tries rules and changes nothing; its items come in pages. */
  endpoint: Endpoint<{ body: Rules & { after?: string | undefined; limit?: unknown } }, any, any, Answer>
  rules: Rules
  text: { preview: string; previewNote: string; previewMore: string }
  /** What the whole comes to, over its items. */
  said: (answer: Answer) => ReactNode
  item: (item: Answer['items'][number]) => ReactNode
  /** What stands under the items. */
  foot?: (answer: Answer) => ReactNode
}

/** What rules as they stand in a form would do, a moment after they were changed. */
export function Trial<Rules extends object, Answer extends Page>(props: Props<Rules, Answer>) {
  const { endpoint, rules, text, said, item, foot } = props
  const asked = usePaused(JSON.stringify(rules), PAUSE_MS)
  const body: Rules = JSON.parse(asked)
  const { data, items, error, hasNextPage, isFetchingNextPage, fetchNextPage } = usePages(endpoint, {
    body: { ...body, limit: AT_ONCE },
  })
  const whole = data?.pages[0]
  return (
    <Section title={text.preview} note={text.previewNote}>
      <Refused error={error} />
      {!whole && !error && <Loading lines={4} />}
      {whole && (
        <>
          <p role="status">{said(whole)}</p>
          <ul className="list">{items?.map((one) => item(one))}</ul>
          {hasNextPage && (
            <button
              type="button"
              className="btn small"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {text.previewMore}
            </button>
          )}
          {foot?.(whole)}
        </>
      )}
    </Section>
  )
}
