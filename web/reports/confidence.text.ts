import type { Confidence } from '#domain/reports/row.ts'

type Words = Readonly<Record<Confidence, string>>

/** What a unit says of the year's end, in words; a shape stands beside them. */
export const confidenceText: { zh: Words; en: Words } = {
  zh: { green: '有把握', amber: '有风险', red: '难完成' },
  en: { green: 'sure', amber: 'at risk', red: 'unlikely' },
}
