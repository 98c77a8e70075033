import { findDate, yearOf } from './documentDate.ts'
import { isPlanLike, kindOf } from './documentKind.ts'
import { findTitle, innerTitle } from './documentTitle.ts'
import type { DocumentKind } from './draft.ts'
import { isBody, isStrongBody } from './names.ts'
import { addressed } from './addressed.ts'
import { dateLine, isHost, META, NUMBER, SALUTATION, type Sketch } from './sketch.ts'
import type { SourceLine } from './source.ts'
import { evenWidth } from '../width.ts'

/** What stands around the tasks: whose document it is, of when, and what sort. */
export interface DocumentHead {
  readonly title: string | null
  readonly issuer: string | null
  readonly number: string | null
  /** ISO date. */
  readonly date: string | null
  /** The year that dates without one belong to: the title's, else the date's, else the number's. */
  readonly year: number | null
  readonly kind: DocumentKind
  /** Whether it sets itself up as a list of things to do, so that items which name nobody can be tasks. */
  readonly planLike: boolean
  /** Indices of lines that belong to the head or the foot and hold no tasks. */
  readonly furniture: ReadonlySet<number>
}

function findIssuer(title: string | null, sketches: readonly Sketch[], dateAt: number | null): string | null {
  const opening = title ? /^(.{3,40}?)(?:关于|印发|转发)/.exec(evenWidth(title))?.[1] : undefined
  if (opening && isBody(opening)) return opening
  const before = dateAt === null ? undefined : sketches.find(({ line }) => line.index === dateAt - 1)
  if (before && isBody(before.even.replace(/ /g, ''))) return before.even.replace(/ /g, '')
  for (const { even } of sketches) {
    const filled = /^(?:填报单位|制表单位|发布机构|发文机关|来源)[：] ?([^ ]{3,40})/.exec(even)?.[1]
    if (filled) return filled
    const sourced = /(?:来源|发布机构|填报单位)[：] ?([^ ：]{3,30})/.exec(even)?.[1]
    if (sourced) return sourced
    const printed = /^([\u4e00-\u9fff]{4,30}?) *\d{4}年\d{1,2}月\d{1,2}日印发/.exec(even)?.[1]
    if (printed && isStrongBody(printed)) return printed
  }
  const owner = title
    ? /^(.{2,30}?(?:人民政府|委员会|办公室|局|委))(?:第?[\u4e00-\u9fff\d]*)?(?:常务|党组|专题|办公|联席)?会议纪要/.exec(
        title,
      )?.[1]
    : undefined
  return owner && isBody(owner) ? owner : null
}

/** Reads title, issuer, number, date and sort of a document from its lines. */
export function readHead(lines: readonly SourceLine[]): DocumentHead {
  const sketches = lines.filter((line) => line.text !== '').map((line) => ({ line, even: evenWidth(line.text) }))
  const { title, lines: titleLines } = findTitle(sketches.slice(0, 14))
  const kind = kindOf(title, sketches)
  const date = findDate(sketches, kind)
  const furniture = new Set(titleLines)
  const numbered = sketches.slice(0, 16).find(({ even }) => NUMBER.test(even) && even.length <= 60)
  const number = numbered ? (NUMBER.exec(numbered.even)?.[0] ?? null) : null
  const inner = /印发|转发|分解|下达|附/.test(title ?? '') ? innerTitle(sketches.slice(titleLines.length)) : null
  if (inner) furniture.add(inner.line.index)
  if (date?.line != null) furniture.add(date.line)
  for (const [at, { line, even }] of sketches.entries()) {
    if (line.kind === 'cell') continue
    if (isHost(even, sketches[at - 1]?.even ?? '', sketches[at + 1]?.even ?? '')) furniture.add(line.index)
    if (
      (SALUTATION.test(even) && !addressed(even)) ||
      dateLine(even) ||
      (META.test(even) && even.length <= 80) ||
      even.startsWith('附件')
    )
      furniture.add(line.index)
    if (numbered?.line === line && even.length <= 30) furniture.add(line.index)
  }
  if (date?.line != null) {
    const signed = sketches.find(({ line }) => line.index === (date.line ?? 0) - 1)
    if (signed && !signed.line.label && signed.even.length <= 40 && isBody(signed.even.replace(/ /g, '')))
      furniture.add(signed.line.index)
  }
  return {
    title: inner ? inner.line.text : title,
    issuer: findIssuer(title, sketches, date?.line ?? null),
    number,
    date: date?.on ?? null,
    year: yearOf(inner ? inner.line.text : title, title, date?.on ?? null, number),
    kind,
    planLike: isPlanLike(inner ? inner.line.text : title, sketches),
    furniture,
  }
}
