/** What a unit is in the government's order (PRODUCT.md, Words: 单位/部门). */
export const UNIT_KINDS = ['party', 'government', 'town', 'street', 'enterprise', 'other'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]
