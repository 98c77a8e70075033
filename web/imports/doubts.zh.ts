import type { AnswerWord } from '#domain/imports/answers.ts'
import type { ReviewDoubt, ReviewDoubtCode } from '#domain/imports/cells.ts'

type Facts = ReviewDoubt['facts']
type Said = { title: (facts: Facts) => string; sentence: (facts: Facts) => string }

const named = (facts: Facts): string => String(facts['name'] ?? '')
const worded = (facts: Facts): string => String(facts['text'] ?? '')

/** What tells the two apart: figures, and what only one of them says. */
function differing(facts: Facts): string {
  const { numbers, here, there } = facts
  const said = [numbers && `数字 ${numbers}`, here && `仅本项有“${here}”`, there && `仅那一项有“${there}”`].filter(
    Boolean,
  )
  return said.length > 0 ? `不同处：${said.join('；')}。` : ''
}

/** What is asked at a doubt, by its code. */
export const doubtsZh: Record<ReviewDoubtCode, Said> = {
  several_leads: {
    title: (facts) => `${facts['count'] ?? '几'} 家单位并列牵头`,
    sentence: () => '牵头只能一个，其余改为配合。请选一个。',
  },
  no_lead: { title: () => '没有写牵头单位', sentence: () => '请选一个牵头单位；暂缺的，登记后仍是草稿。' },
  collective_lead: {
    title: (facts) => `“${named(facts)}”是多家单位的统称`,
    sentence: () => '牵头只能一个。请选一个，或拆开各自牵头。',
  },
  no_date: { title: () => '没有写完成时限', sentence: () => '请定日期；暂缺的，登记后仍是草稿。' },
  vague_date: { title: (facts) => `日期“${worded(facts)}”`, sentence: () => '认不出是哪一天，请定日期。' },
  several_dates: { title: () => '有几个日期', sentence: () => '请选完成时限，其余作为节点。' },
  no_measure: {
    title: () => '没有可核验的内容',
    sentence: () => '没有数量、文件、地点等可核验的内容。可改任务表述，或照原文。',
  },
  vague_verb: {
    title: (facts) => `“${facts['verb'] ?? ''}”无法验收`,
    sentence: () => '只有虚词，没有结果。可改任务表述，或照原文。',
  },
  two_tasks: { title: () => '一句两事', sentence: () => '一句里有两项结果，建议拆为两项。' },
  unknown_unit: {
    title: (facts) =>
      facts['level'] ? `“${named(facts)}”是本级的，还是${facts['level']}里的` : `“${named(facts)}”不在单位名册`,
    sentence: () => '请选它是哪个单位，也可新建；名册外单位只留在原文里。',
  },
  several_units: { title: (facts) => `“${named(facts)}”可指几个单位`, sentence: () => '请选一个。' },
  similar_task: {
    title: (facts) => `与已有任务相近（${facts['score'] ?? ''}%）`,
    sentence: (facts) => `是同一件事就并入，不是就另立。${differing(facts)}`,
  },
  same_in_document: {
    title: (facts) =>
      `与本文第 ${Number(facts['index'] ?? 0) + 1} 项${facts['score'] ? `相近（${facts['score']}%）` : '相同'}`,
    sentence: (facts) => `${facts['score'] ? '可能是同一件事。' : '文中说了两遍。'}不要重复登记。${differing(facts)}`,
  },
  year_assumed: {
    title: (facts) => `“${worded(facts)}”没有写年份`,
    sentence: (facts) => `按计划年度算作 ${facts['year'] ?? ''} 年。`,
  },
  unread_cell: { title: (facts) => `读不懂“${worded(facts)}”`, sentence: () => '请定日期。' },
  no_pillar: {
    title: () => '没有写属于哪个板块',
    sentence: (facts) => (facts['section'] ? `在“${facts['section']}”之下。请选板块。` : '请选板块。'),
  },
  collective_support: {
    title: (facts) => `“${named(facts)}”是多家单位的统称`,
    sentence: () => '可列出所指的各单位，也可只留在原文里。',
  },
  unknown_person: { title: (facts) => `名册里没有“${named(facts)}”`, sentence: () => '请选人，或先空着。' },
  several_people: { title: (facts) => `有几位“${named(facts)}”`, sentence: () => '请选一位。' },
  carried_over: {
    title: (facts) => `与 ${facts['year'] ?? ''} 年未完任务相近（${facts['score'] ?? ''}%）`,
    sentence: (facts) => `上年任务：${named(facts)}。是结转就照登，不是就另立。${differing(facts)}`,
  },
  in_other_import: {
    title: (facts) => `另一份核对中的文件也有（${facts['score'] ?? ''}%）`,
    sentence: (facts) => `见“${named(facts)}”。是同一件事就只留一处。${differing(facts)}`,
  },
  unknown_code: {
    title: (facts) => `编号 ${facts['code'] ?? ''} 不在本年计划`,
    sentence: () => '可作为新任务登记，系统另给编号。',
  },
}

/** What an officer can answer; the label is a choice's own. */
export const answersZh: Record<AnswerWord, (label: string) => string> = {
  choose: (label) => label,
  splitByLead: (count) => `拆成 ${count} 项，各自牵头`,
  split: (count) => `拆成 ${count} 项`,
  leaveEmpty: () => '暂缺，先存草稿',
  keep: () => '照原文',
  nextYear: (on) => `是 ${on}`,
  merge: (label) => `并入 ${label}`,
  separate: () => '另立',
  discard: () => '不要这一项',
  outside: () => '名册外单位，只留原文',
  expand: (count) => `列出 ${count} 家单位`,
  newTask: () => '作为新任务',
  carriedOver: () => '是上年结转，照登',
}
