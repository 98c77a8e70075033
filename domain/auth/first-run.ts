/** The eight pillars that districts often begin with; every one can be renamed, added or left out. */
export const SUGGESTED_PILLARS: readonly { name: string; mark: string }[] = [
  { name: '党建领区', mark: '党' },
  { name: '工业强区', mark: '工' },
  { name: '商贸富区', mark: '商' },
  { name: '文教兴区', mark: '文' },
  { name: '交通活区', mark: '交' },
  { name: '环境美区', mark: '环' },
  { name: '健康惠区', mark: '健' },
  { name: '平安稳区', mark: '安' },
]
