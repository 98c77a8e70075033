import { reviewEntries, saveReportEntry, signSheet } from '#domain/reports/reports.contract.ts'
import { enter, reportLine, told } from './ledger.ts'
import { begin, type Play } from './stories.ts'

/** One sheet after the other's return: filled, signed by the head, returned by the office; the unit is this one's alone. */
export async function openSigning(play: Play): Promise<() => Promise<void>> {
  const { district, change, ledger } = play
  const { office, signer, signingPeriodId: periodId } = district
  const { id: taskId } = await begin(play, '签发任务', signer, district.units[0])
  const place = { periodId, unitId: signer.id }
  const sheet = `${periodId}/${signer.id}`
  let version = 0
  let share = 0
  const now = () => ledger.facts.set(`signed report ${taskId}`, reportLine(taskId, share, version))
  return async () => {
    share = (share + 1) % 100
    const changes = { actualShare: share, done: [`第 ${share} 段完工`], nextStep: '继续施工', evidence: ['监理日志'] }
    const saved = await change(saveReportEntry, signer.liaison, {
      params: { ...place, taskId },
      body: { version, changes, checked: true },
    })
    version = saved.version
    now()
    enter(ledger, 'report.saved', saved.entryId, signer.liaison)
    await change(signSheet, signer.head, { params: place, body: { seen: [{ taskId, version }], seenDeliveries: [] } })
    version += 1
    now()
    enter(ledger, 'sheet.signed', sheet, signer.head)
    enter(ledger, 'report.submitted', taskId, signer.head)
    told(ledger, 'sheetSigned', sheet, office, signer.liaison)
    const rows = [{ entryId: saved.entryId, version }]
    const decision = { decision: 'return' as const, reason: 'noEvidence' as const, note: '补佐证' }
    await change(reviewEntries, office, { body: { rows, ...decision } })
    version += 1
    now()
    enter(ledger, 'report.returned', taskId, office)
    told(ledger, 'reportsReturned', sheet, signer.head, signer.liaison)
  }
}
