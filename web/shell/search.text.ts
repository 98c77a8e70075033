const zh = {
  label: '查找任务、单位和人',
  placeholder: '任务、单位、编号、人名',
  groups: { tasks: '任务', units: '单位', people: '人员' },
  all: (typed: string) => `在台账中查找“${typed}”`,
  none: '没有找到。换个字，或打拼音首字母试试。',
  found: (count: number) => `找到 ${count} 条`,
}
type SearchText = typeof zh

const en: SearchText = {
  label: 'Find tasks, units and people',
  placeholder: 'Tasks, units, codes, people',
  groups: { tasks: 'Tasks', units: 'Units', people: 'People' },
  all: (typed) => `Find “${typed}” in the ledger`,
  none: 'Nothing found. Try another word or pinyin initials.',
  found: (count) => `${count} found`,
}
export const searchText = { zh, en }
