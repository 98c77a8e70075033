import type { NoticeFacts } from './noticePaper.ts'

/** A notice as a district issues them, for tests of what papers say and how they are set. */
export const NOTICE: NoticeFacts = {
  organization: '清源区',
  office: '督查室',
  number: '清督〔2026〕5号',
  level: 'yellow',
  unit: '区住房和城乡建设局',
  supportingUnits: ['区财政局', '石桥镇'],
  leader: '郭建川',
  task: {
    code: '26-环-014',
    title: '改造老旧管网 8.6 公里',
    source: '政府工作报告（清政发〔2026〕1号）',
    originalDueOn: '2026-10-31',
    currentDueOn: '2026-11-30',
  },
  reason: '节点“管网铺设完成”应于10月31日完成，已逾期20个工作日。',
  demand: '请倒排工期，11月底前完成铺设并报送验收单。',
  answerBy: '2026-11-25',
  issuedOn: '2026-11-20',
  copyTo: ['郭建川同志'],
}
