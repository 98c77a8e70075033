import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

/** A document without tasks, said kindly; a meeting's news still says when, who, and which figures. */
export function NoTasks({ view }: { view: ImportView }) {
  const { none: text } = useText(importsText)
  const { news } = view
  return (
    <section className="state no-tasks">
      <h2>{news ? text.news : text.title}</h2>
      {news && (
        <dl className="pairs">
          <Pair name={text.meetingOn} value={news.meetingOn ?? ''} />
          <Pair name={text.participants} value={news.participants.join('、')} />
          <Pair name={text.pillars} value={news.pillars.join('、')} />
          <Pair
            name={text.figures}
            value={news.figures.map(({ name, text: words }) => `${name} ${words}`).join('；')}
          />
        </dl>
      )}
      <p>{text.sentence}</p>
    </section>
  )
}

function Pair({ name, value }: { name: string; value: string }) {
  if (value === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
