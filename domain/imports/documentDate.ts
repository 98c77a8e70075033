import type { DocumentKind } from './draft.ts'
import { dateLine, dayIn, NO_YEAR, signedDay, type Sketch } from './sketch.ts'
import { findTimes } from './times.ts'

const ISO_LIKE =
  /(?:发布日期|发布时间|公开日期|成文日期|填报时间|印发日期|时间)[：]? ?(\d{4}[-./年]\d{1,2}[-./月]\d{1,2})/

interface DateFound {
  readonly on: string
  readonly line: number | null
}

export function findDate(sketches: readonly Sketch[], kind: DocumentKind): DateFound | null {
  const meta = sketches.find(({ even }) => /成文日期|印发日期/.test(even))
  const written = meta ? dayIn(meta.even) : null
  if (written) return { on: written, line: null }
  for (const { line, even } of sketches) {
    const on = line.kind === 'cell' ? null : dateLine(even)
    if (on) return { on, line: line.index }
  }
  const signed = sketches.find(({ line, even }) => line.kind !== 'cell' && signedDay(even) !== null)
  if (signed) return { on: signedDay(signed.even) ?? '', line: signed.line.index }
  const inLine = sketches.find(
    ({ even }) => even.length <= 60 && /(?:\d日|号) ?印发$|填报时间|制表时间|编制时间/.test(even) && dayIn(even),
  )
  if (inLine) return { on: dayIn(inLine.even) ?? '', line: inLine.line.index }
  const published = sketches.slice(0, 12).find(({ even }) => ISO_LIKE.test(even))
  const publishedOn = published ? dayIn(published.even) : null
  if (publishedOn && kind !== 'minutes') return { on: publishedOn, line: null }
  const meeting = sketches
    .slice(0, 12)
    .find(({ even }) => dayIn(even) !== null && (/召开|主持|会议|办公会/.test(even) || /^时间[：]/.test(even)))
  const metOn = meeting && kind === 'minutes' ? dayIn(meeting.even) : null
  if (metOn) return { on: metOn, line: null }
  if (publishedOn) return { on: publishedOn, line: null }
  const met = meetingDay(sketches)
  return met ? { on: met, line: null } : null
}

/** 4月21日上午 of a report that names its year elsewhere. */
export function meetingDay(
  sketches: readonly { readonly even: string }[],
  planYear: number | null = null,
): string | null {
  const opening = sketches
    .slice(0, 8)
    .find(({ even }) => /^(?:.{0,14}[讯电](?:（[^）]{0,30}）)? ?)?(?:\d{4}年)?\d{1,2}月\d{1,2}日/.test(even))
  if (!opening) return null
  const year =
    /(20\d{2})年/.exec(opening.even) ??
    /(20\d{2})(?:年|〕)/.exec(
      sketches
        .map(({ even }) => even)
        .join('\n')
        .slice(0, 4000),
    )
  const frame = { year: year ? Number(year[1]) : planYear, on: null }
  return findTimes(opening.even, frame).find((time) => time.form === 'day')?.dueOn ?? null
}

// 2025年工作总结及2026年工作打算: what is to be done is of the year behind.
const aheadOf = (title: string) => title.replace(/^.*总结(?=[及和暨、].*\d{4}年)/, '')

export function yearOf(
  title: string | null,
  inner: string | null,
  date: string | null,
  number: string | null,
): number | null {
  const inTitle = [title, inner]
    .map(
      (words) =>
        /(?<!\d)(20\d{2}|19\d{2}|二[○〇零Oo][○〇零Oo一二三][○〇零Oo一二三四五六七八九])/.exec(
          aheadOf(words ?? ''),
        )?.[1],
    )
    .find(Boolean)
  const ranged = /20\d{2}\s*[—\-~～至]+\s*20\d{2}/.test(`${title ?? ''}${inner ?? ''}`)
  if (inTitle && !ranged) {
    const year = findTimes(`${inTitle}年`, NO_YEAR)[0]?.dueOn
    if (year) return Number(year.slice(0, 4))
  }
  if (date) return Number(date.slice(0, 4))
  const inNumber = /(20\d{2})/.exec(number ?? '')?.[1]
  return inNumber ? Number(inNumber) : null
}
