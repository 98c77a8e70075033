import type { DemoAccount, DemoPillarMark } from './demo.types.ts'

/** The eleven leaders; a leader in charge with the units and pillars overseen. First the two principal leaders. */
export type LeaderRow = {
  title: string
  name: string
  userName: string
  units: string[]
  pillars: DemoPillarMark[]
}

/** Who heads the invented district. */
export const PRINCIPAL_LEADERS: LeaderRow[] = [
  { title: '区委书记', name: '祁远山', userName: 'qiyuanshan', units: [], pillars: [] },
  { title: '区委副书记、区长', name: '顾承泽', userName: 'guchengze', units: [], pillars: [] },
]

/** Its leaders in charge, with the units and pillars they oversee by their keys and marks. */
export const LEADERS_IN_CHARGE: LeaderRow[] = [
  {
    title: '区委副书记',
    name: '聂维桢',
    userName: 'nieweizhen',
    units: ['qwb', 'tzb', 'zgh', 'tqw', 'fnl', 'wgz'],
    pillars: [],
  },
  {
    title: '区委常委、常务副区长',
    name: '汤景行',
    userName: 'tangjingxing',
    units: ['zfb', 'fgj', 'czj', 'yjj', 'sjj', 'tjj', 'xsj', 'lxj'],
    pillars: ['工'],
  },
  { title: '区委常委、纪委书记、监委主任', name: '鲍立诚', userName: 'baolicheng', units: ['jwj'], pillars: [] },
  { title: '区委常委、组织部部长', name: '虞静仪', userName: 'yujingyi', units: ['zzb', 'bzb'], pillars: ['党'] },
  { title: '区委常委、宣传部部长', name: '章叙白', userName: 'zhangxubai', units: ['xcb', 'wlj'], pillars: ['文'] },
  {
    title: '区委常委、政法委书记',
    name: '雷振川',
    userName: 'leizhenchuan',
    units: ['zfw', 'gaj', 'sfj'],
    pillars: ['安'],
  },
  {
    title: '副区长',
    name: '柏松年',
    userName: 'baisongnian',
    units: ['kgx', 'swj', 'scj', 'rsj', 'kfq', 'qfj'],
    pillars: ['商'],
  },
  {
    title: '副区长',
    name: '黎曼殊',
    userName: 'limanshu',
    units: ['jyj', 'wjj', 'mzj', 'ybj', 'tyj', 'yhz'],
    pillars: ['健'],
  },
  {
    title: '副区长',
    name: '阮怀东',
    userName: 'ruanhuaidong',
    units: ['zrj', 'hbj', 'zjj', 'jtj', 'cgj', 'nsj', 'ctj', 'mhz'],
    pillars: ['交', '环'],
  },
]

/** The supervision office belongs to the two general offices: post, unit, name, user name. */
export const SUPERVISION_OFFICE = [
  ['督查室主任', 'qwb', '夏初', 'xiachu'],
  ['督查室副主任', 'zfb', '项云起', 'xiangyunqi'],
  ['督查室科员', 'qwb', '孔嘉言', 'kongjiayan'],
] as const

export const ADMINISTRATORS = [
  ['sysAdmin', '系统管理员', '舒望', 'shuwang'],
  ['securityAdmin', '安全管理员', '季守拙', 'jishouzhuo'],
  ['auditAdmin', '审计管理员', '庹文谦', 'tuowenqian'],
] as const

/** Everybody's password in the demo unless YIPANQI_DEMO_PASSWORD says otherwise. */
export const DEMO_PASSWORD = 'yipanqi-demo'

/** One account per role to show at the start; keys of people are their user names. */
export const DEMO_ACCOUNTS: DemoAccount[] = [
  { role: 'supervisionOffice', person: 'xiachu' },
  { role: 'principalLeader', person: 'qiyuanshan' },
  { role: 'leaderInCharge', person: 'baisongnian' },
  { role: 'unitHead', person: 'shenyanqiu' },
  { role: 'liaison', person: 'shaoyiming' },
  { role: 'assignee', person: 'pengliqun' },
  { role: 'sysAdmin', person: 'shuwang' },
  { role: 'securityAdmin', person: 'jishouzhuo' },
  { role: 'auditAdmin', person: 'tuowenqian' },
]
