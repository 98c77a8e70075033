import type { UnitKind } from '../org/unit.ts'
import type { Office } from './office.ts'

// 有关部门 are some of them: which, the words do not say.
const SOME = /有关|相关|涉及|责任|成员|牵头|配合/

const KINDS: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/(?:镇|乡).*街|街.*(?:镇|乡)/, ['town', 'street']],
  [/街/, ['street']],
  [/镇|乡/, ['town']],
  [/企业|公司/, ['enterprise']],
  [/部门|委办局|委局|机关|直属机构|[省市区县州]直/, ['party', 'government']],
  [/^(?:全[市区县])?各(?:级各)?单位$/, ['party', 'government', 'town', 'street']],
]

/**
 * The units that a collective name means: 各镇（街道）, 各部门, 区直各单位, 各单位, by what kind of unit they are. Some
 * towns (沿线乡镇) stand for all to choose from; of departments that are only some (有关部门) none.
 */
export function membersOf(name: string, { units }: Pick<Office, 'units'>): Office['units'] {
  const kinds = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? []
  if (SOME.test(name) && !kinds.some((kind) => kind === 'town' || kind === 'street')) return []
  return units.filter(({ kind }) => kinds.includes(kind))
}

/** 各有关部门, 相关单位: some offices that the words do not name, so that there is nothing to ask. */
export const isOnlySome = (name: string): boolean =>
  SOME.test(name) && /部门|单位|机关|机构|委局|委办局|方面/.test(name)
