import type { Language } from '#domain/refusal.ts'

type Words = Record<Language, string>

/** What can happen, by the journal's own name for it. */
const ACTIONS: Record<string, Words> = {
  'task.created': { zh: '写成草稿', en: 'Draft written' },
  'task.updated': { zh: '修改', en: 'Changed' },
  'task.registered': { zh: '立项', en: 'Registered' },
  'task.assigned': { zh: '交办', en: 'Assigned' },
  'task.acknowledged': { zh: '签收', en: 'Acknowledged' },
  'task.completionRequested': { zh: '申请办结', en: 'Completion asked for' },
  'task.completed': { zh: '验收通过，办结', en: 'Accepted and completed' },
  'task.returned': { zh: '退回续办', en: 'Returned' },
  'task.closedOut': { zh: '核验后销号', en: 'Verified and closed out' },
  'task.cancelled': { zh: '撤销', en: 'Cancelled' },
  'task.mentioned': { zh: '又有文件提到', en: 'Named by another document' },
  'draft.undone': { zh: '随导入撤回草稿', en: 'Draft taken back with its import' },
  'milestone.submitted': { zh: '报送节点', en: 'Milestone submitted' },
  'milestone.accepted': { zh: '验收节点', en: 'Milestone accepted' },
  'milestone.returned': { zh: '退回节点', en: 'Milestone returned' },
  'support.confirmed': { zh: '配合单位已交付', en: 'Supporting unit delivered' },
  'report.saved': { zh: '填写汇报', en: 'Report filled in' },
  'report.submitted': { zh: '签发汇报', en: 'Report signed' },
  'report.accepted': { zh: '采用汇报', en: 'Report accepted' },
  'report.returned': { zh: '退回汇报', en: 'Report returned' },
  'sheet.prepared': { zh: '提请签发汇报表', en: 'Sheet sent for signing' },
  'sheet.signed': { zh: '签发汇报表', en: 'Sheet signed' },
  'import.created': { zh: '导入文件', en: 'Document imported' },
  'import.confirmed': { zh: '登记导入的任务', en: 'Import registered' },
  'import.undone': { zh: '整份撤销导入', en: 'Import undone' },
  'plan.created': { zh: '新建年度计划', en: 'Plan created' },
  'plan.updated': { zh: '修改年度计划', en: 'Plan changed' },
  'plan.approved': { zh: '批准年度计划', en: 'Plan approved' },
  'plan.closed': { zh: '关闭年度计划', en: 'Plan closed' },
  'plan.drafting': { zh: '年度计划退回编制', en: 'Plan reopened' },
  'plan.pillarsChanged': { zh: '调整板块', en: 'Pillars changed' },
  'calendarDay.set': { zh: '改工作日历', en: 'Working calendar changed' },
  'organization.created': { zh: '开通', en: 'Organization set up' },
  'organization.renamed': { zh: '改名', en: 'Organization renamed' },
  'organization.imported': { zh: '批量导入单位人员', en: 'Units and people imported' },
  'unit.created': { zh: '新增单位', en: 'Unit added' },
  'unit.changed': { zh: '修改单位', en: 'Unit changed' },
  'unit.moved': { zh: '调整单位次序', en: 'Unit moved' },
  'unit.retired': { zh: '停用单位', en: 'Unit retired' },
  'unit.restored': { zh: '恢复单位', en: 'Unit restored' },
  'person.created': { zh: '新增人员', en: 'Person added' },
  'person.changed': { zh: '修改人员', en: 'Person changed' },
  'person.disabled': { zh: '停用人员', en: 'Person disabled' },
  'person.enabled': { zh: '恢复人员', en: 'Person enabled' },
  'posts.changed': { zh: '调整岗位', en: 'Posts changed' },
  'portfolio.changed': { zh: '调整分管范围', en: 'Portfolio changed' },
  'session.started': { zh: '登录', en: 'Signed in' },
  'session.ended': { zh: '退出登录', en: 'Signed out' },
  'session.endedElsewhere': { zh: '退出其他所有地方', en: 'Signed out elsewhere' },
  'session.refused': { zh: '登录未成', en: 'Sign-in refused' },
  'password.changed': { zh: '修改密码', en: 'Password changed' },
  'password.reset': { zh: '重置密码', en: 'Password reset' },
  'account.locked': { zh: '锁定账号', en: 'Account locked' },
  'account.unlocked': { zh: '解锁账号', en: 'Account unlocked' },
  'token.created': { zh: '新建访问令牌', en: 'Token created' },
  'token.revoked': { zh: '收回访问令牌', en: 'Token revoked' },
}

/** Every action the journal knows, in the order of the business. */
export const ACTION_NAMES = Object.keys(ACTIONS)

/** What happened, in words; the journal's own name where there are none yet. */
export const actionWord = (action: string, language: Language): string => ACTIONS[action]?.[language] ?? action
