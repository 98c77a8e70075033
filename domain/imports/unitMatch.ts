import { isCollective } from './names.ts'
import { evenWidth } from '../width.ts'

/** The names by which a unit of the organization goes. */
export interface NamedUnit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
}

/**
 * What a written name means: one unit, one of several (a person decides), all of a kind (各镇（街道）),
 * a body outside the organization (省水利厅, 国网供电公司), or nothing known.
 */
export type UnitMatch =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'several'; readonly unitIds: readonly string[] }
  | { readonly kind: 'collective' }
  | { readonly kind: 'outside' }
  /** `level`: of this level of government, or the organization's own; the words do not say. */
  | { readonly kind: 'unknown'; readonly level?: string }

export type UnitMatcher = (written: string) => UnitMatch

/**
 * A list of names as it is read: a level is written once and carried along (市公安局、财政局). Where the first is of
 * another level, a bare name behind it may be that one's or the organization's own: nothing known, a person says.
 */
export function matchList(names: readonly string[], match: UnitMatcher): UnitMatch[] {
  let carried = ''
  return names.map((name) => {
    const found = match(name)
    const level = LEVEL.exec(evenWidth(name))?.[0] ?? ''
    if (level !== '' || found.kind === 'collective') carried = found.kind === 'outside' ? level : ''
    const isOpen =
      level === '' &&
      carried !== '' &&
      !/[镇乡道]$/.test(name) &&
      found.kind === 'unit' &&
      match(carried + name).kind === 'outside'
    return isOpen ? { kind: 'unknown', level: carried } : found
  })
}

// 区发改局 → 发改局; but 市场监管局, 市政管理处 and 区域办 keep their first character.
const LEVEL =
  /^(?:省|自治区|市(?!场|政|容|民|域)|区(?!域|块|划|位)|县(?!域)|州|旗|镇(?!区)|街道(?!办))(?=[\u4e00-\u9fff]{2})/
/** Whose level stands in front of a name: 市财政局 is not the district's, 区财政局 not the city's. */
const OTHER_LEVELS: Readonly<Record<string, string>> = { 区: '省市', 县: '省市', 旗: '省市', 市: '省区县旗', 州: '省' }
const ownLevel = (place: string): string => /([市区县州旗])(?:人民政府|政府|管委会)?$/.exec(place)?.[1] ?? ''

/** Whether a name says by its first word that it belongs to another level of government. */
function isOfOtherLevel(name: string, place: string): boolean {
  const level = LEVEL.exec(name)?.[0] ?? ''
  return level !== '' && (OTHER_LEVELS[ownLevel(place)] ?? '').includes(level)
}

const OUTSIDE =
  /^(?:省|自治区|国家|中国|中央|国网|南网|人民银行|中共)|海关|铁路|车务段|电信|移动|联通|铁塔|国网|供电|邮政|烟草|银保监|金融监管|监狱|部队|人武部|武警|银行|支行|保险|石化|石油|港航|民航|机场集团/

/** One writing for what is said in several: 和 left out, 委员会 as 委, 人民政府 as nothing behind a town. */
function plain(name: string): string {
  return evenWidth(name)
    .replace(/[\s·“”"']/g, '')
    .replace(/(镇|乡)人民政府$/, '$1')
    .replace(/街道办事处$|街道办$/, '街道')
    .replace(/管理委员会$/, '管委会')
    .replace(/委员会办公室$/, '委办')
    .replace(/委员会$/, '委')
    .replace(/办公室$/, '办')
    .replace(/人民(?=政府|法院|检察院)/, '')
    .replace(/有限(?:责任)?公司$/, '公司')
    .replace(/(?<=[\u4e00-\u9fff]{2})[和与](?=[\u4e00-\u9fff]{2})/g, '')
}

const withoutBracket = (name: string) => name.replace(/（[^（）]*）$/, '')
const withoutLevel = (name: string) => name.replace(LEVEL, '')

function withoutPlace(name: string, place: string): string {
  if (place.length < 2) return name
  const bare = place.replace(/[省市区县州旗]$/, '')
  for (const start of [place, bare]) {
    if (start.length >= 2 && name.startsWith(start) && name.length - start.length >= 2) return name.slice(start.length)
  }
  return name
}

/** The writings of a name from the fullest to the barest; a match at a fuller one wins. */
function writingsOf(name: string, place: string): string[] {
  const full = plain(name)
  const local = withoutPlace(full, place)
  return [
    ...new Set([
      full,
      local,
      withoutLevel(local),
      plain(withoutBracket(full)),
      withoutLevel(withoutPlace(plain(withoutBracket(full)), place)),
    ]),
  ]
}

/**
 * Matches written names to units by name, short name and alias, with or without the place (清源区) and the level
 * (区, 县, 市) in front; a name of another level is a unit only where that is its own name. Two units for one writing
 * are never chosen between.
 * @param place the organization's own place, such as 清源区; '' where unknown
 */
export function unitMatcher(units: readonly NamedUnit[], place = ''): UnitMatcher {
  const exact = new Map<string, Set<string>>()
  const loose = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, id: string) => {
    const ids = map.get(key)
    if (ids) ids.add(id)
    else map.set(key, new Set([id]))
  }
  for (const unit of units) {
    for (const name of [unit.name, unit.shortName, ...unit.aliases].filter((one) => one.trim().length >= 2)) {
      add(exact, plain(name), unit.id)
      for (const writing of writingsOf(name, place)) add(loose, writing, unit.id)
    }
  }
  return (written) => {
    const own = exact.get(plain(written))
    const isOther = isOfOtherLevel(plain(written), place)
    const writings = isOther ? [] : writingsOf(written, place)
    const found = own ?? writings.map((writing) => loose.get(writing)).find((ids) => ids !== undefined)
    if (found)
      return found.size === 1 ? { kind: 'unit', unitId: [...found][0] ?? '' } : { kind: 'several', unitIds: [...found] }
    const even = evenWidth(written).replace(/\s/g, '')
    if (isCollective(even)) return { kind: 'collective' }
    return isOther || OUTSIDE.test(even) ? { kind: 'outside' } : { kind: 'unknown' }
  }
}
