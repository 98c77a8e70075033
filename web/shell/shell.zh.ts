import { ROLES } from '#domain/access/actor.ts'
import { labelsFor } from '#domain/glossary.ts'
/** Words of the running head. */
export const shellZh = {
  product: '一盘棋',
  nav: {
    myDay: '我的一天',
    board: '棋盘',
    desk: '工作台',
    ledger: '台账',
    reports: '汇报',
    difficulties: '困难',
    directives: '批示',
    meetings: '会议',
    notices: '督办',
    feedback: '投诉建议',
    imports: '文件导入',
    plan: '年度计划',
    organization: '单位人员',
    accounts: '账号',
    journal: '日志',
  },
  waiting: {
    fillSheet: (count: number) => `${count} 项任务待填报`,
    signSheet: (count: number) => `${count} 项任务待签发`,
    reviewSheet: (count: number) => `${count} 家的汇报表待审核`,
  },
  messages: '消息',
  messagesUnread: (count: number) => (count === 0 ? '消息' : `消息，${count} 条未读`),
  brokenPage: {
    missing: '这一页没有打开',
    missingWhy: '没有连上服务器：网络断开、服务正在重启，或系统刚刚升级。请稍等片刻再试。',
    failed: '这一页出了问题',
    failedWhy: '请再试一次；仍不行，请告诉系统管理员是哪一页、在做什么。',
    stillAway: '还是没有连上服务器，请过一会儿再试。',
    retry: '再试一次',
  },
  skip: '跳到正文',
  lineLost: '与服务器的连接断了，页面上可能不是最新情况；连上后自动更新。',
  account: '我的账号',
  signOut: '退出登录',
  otherLanguage: 'English',
  roles: labelsFor(ROLES, 'zh'),
  noSecrets: '本系统不得录入涉密信息',
  notFoundTitle: '没有这一页',
  notFound: '地址可能输错了，或您无权查看。',
  toBoard: '回棋盘',
}
export type ShellText = typeof shellZh
