import type { UnitCard } from '../meetings/card.ts'
import type { AgendaFacts } from './agendaPaper.ts'
import type { AsksFacts } from './asksPaper.ts'
import type { BriefFacts } from './briefPaper.ts'
import type { PaperMeeting } from './meetingPaper.ts'
import type { MinutesPaperFacts } from './minutesPaper.ts'

/** A meeting as a district holds them, for tests of what its papers say and how they are set. */
export const MEETING: PaperMeeting = {
  organization: '清源区',
  office: '督查室',
  year: 2026,
  number: 4,
  heldOn: '2026-11-20',
  startsAt: '14:30',
  place: '区委第一会议室',
  chair: '沈明远',
}

export const AGENDA: AgendaFacts = {
  meeting: MEETING,
  plannedMinutes: 150,
  units: ['区教育局', '区住房和城乡建设局', '区科技和工业信息化局', '石桥镇', '区气象局'],
  observers: ['区统计局'],
  leave: ['区水利局'],
  items: [
    { section: 'rulings', title: '由教育局牵头，年底前补齐学位缺口', unit: '区教育局', minutes: 2 },
    { section: 'red', title: '区住房和城乡建设局', unit: '区住房和城乡建设局', minutes: 8 },
    { section: 'asks', title: '园区二期供电', unit: '区科技和工业信息化局', minutes: 5 },
    { section: 'own', title: '传达上级会议精神', unit: null, minutes: 5 },
    { section: 'written', title: '区气象局', unit: '区气象局', minutes: 0 },
  ],
  printedOn: '2026-11-19',
}

export const MINUTES: MinutesPaperFacts = {
  meeting: MEETING,
  number: '清联纪〔2026〕4号',
  isCirculated: false,
  people: {
    present: ['沈明远', '郭建川', '教育局魏晴', '科工信局梁志恒', '住建局许文博（赵亮代）', '石桥镇何平'],
    observers: ['统计局吴敏'],
    leave: ['水利局孙启'],
    absent: [],
  },
  parts: [
    {
      key: 'opening',
      heading: '',
      text: '2026年11月20日，沈明远主持召开联席会议（区委第一会议室），听取5家单位汇报年度任务推进情况和需要协调的困难，研究议定有关事项。纪要如下。',
    },
    { key: 'last', heading: '关于上次会议议定事项', text: '上次会议议定6项，已办结4项，其余2项继续督办。' },
    {
      key: 'ruling:r1',
      heading: '关于园区二期供电',
      text: '会议议定：供电公司配套工程提前进场。由科工信局牵头，住建局、石桥镇配合，12月18日前办结。',
    },
    {
      key: 'ruling:r2',
      heading: '关于补齐学位缺口',
      text: '会议议定：年底前腾出两处校舍。由教育局牵头，12月31日前办结。',
    },
  ],
  rulings: [
    {
      id: 'r1',
      number: 1,
      sentence: '供电公司配套工程提前进场',
      lead: '科工信局',
      supports: [
        { unit: '住建局', deliverable: '提供用地红线图', dueOn: '2026-11-27' },
        { unit: '石桥镇', deliverable: '', dueOn: null },
      ],
      dueOn: '2026-12-18',
    },
    {
      id: 'r2',
      number: 2,
      sentence: '年底前腾出两处校舍',
      lead: '教育局',
      supports: [],
      dueOn: '2026-12-31',
    },
  ],
  copyTo: ['沈明远同志', '郭建川同志', '各参会单位'],
  printedOn: '2026-11-21',
}

export const ASKS: AsksFacts = {
  meeting: MEETING,
  minutesNumber: '清联纪〔2026〕4号',
  units: [
    {
      id: 'u1',
      name: '科工信局',
      asks: [{ number: 1, role: 'lead', words: '供电公司配套工程提前进场', dueOn: '2026-12-18' }],
    },
    {
      id: 'u2',
      name: '住建局',
      asks: [{ number: 1, role: 'support', words: '提供用地红线图', dueOn: '2026-11-27' }],
    },
  ],
  printedOn: '2026-11-21',
}

const ID = '00000000-0000-4000-8000-00000000000'

/** The card of a unit with something in every part. */
export const CARD: UnitCard = {
  unit: { id: `${ID}1`, name: '住建局', fullName: '清源区住房和城乡建设局', groupName: '政府部门' },
  heads: [{ id: `${ID}2`, name: '许文博' }],
  leaders: [{ id: `${ID}3`, name: '郭建川' }],
  sheet: 'submitted',
  taskCount: 12,
  lightCounts: { red: 1, yellow: 1, green: 7, blue: 2, grey: 1 },
  rates: {
    milestoneOnTimeRate: { numerator: 13, denominator: 16, value: 13 / 16 },
    trajectoryAttainment: { numerator: 9, denominator: 12, value: 0.75 },
    taskCompletionRate: { numerator: 3, denominator: 12, value: 0.25 },
    indicatorAttainment: { numerator: 0, denominator: 0, value: null },
  },
  stones: [],
  highlights: [{ id: `${ID}9`, title: '开挖前三家会签一张图' }],
  tasks: [
    {
      id: `${ID}4`,
      code: '26-环-014',
      title: '改造老旧管网8.6公里',
      pillarId: `${ID}5`,
      light: 'red',
      why: [
        {
          code: 'milestone_overdue',
          facts: { title: '管网铺设完成', dueOn: '2026-10-31', originalDueOn: '2026-10-31', workdays: 14 },
        },
      ],
      originalDueOn: '2026-10-31',
      currentDueOn: '2026-11-30',
      assigneeName: '韩磊',
    },
    {
      id: `${ID}6`,
      code: '26-城-003',
      title: '建成口袋公园5处',
      pillarId: `${ID}5`,
      light: 'yellow',
      why: [{ code: 'milestone_due_soon', facts: { title: '完成竣工验收', dueOn: '2026-11-27', workdays: 5 } }],
      originalDueOn: '2026-11-27',
      currentDueOn: '2026-11-27',
      assigneeName: null,
    },
  ],
  early: [{ id: `${ID}7`, code: '26-城-009', title: '完成旧改3个小区' }],
  dueNext: [{ taskId: `${ID}6`, code: '26-城-003', title: '完成竣工验收', dueOn: '2026-11-27' }],
  difficulties: [
    {
      id: `${ID}8`,
      title: '占道施工许可未办结',
      state: 'triaged',
      level: 3,
      ask: '请十一月底前办结许可',
      taskCode: '26-环-014',
      taskId: `${ID}4`,
      raisedUnit: { id: `${ID}1`, name: '住建局' },
      counterpart: { id: `${ID}9`, name: '城管局' },
      answer: null,
      wantedOn: '2026-11-30',
      lastOn: null,
    },
  ],
  suggestions: [{ taskId: `${ID}4`, code: '26-环-014', words: '建议明年把管网改造与道路大修合并立项。' }],
  lastRulings: [
    {
      id: `${ID}0`,
      meetingId: `${ID}0`,
      year: 2026,
      meetingNumber: 3,
      number: 2,
      sentence: '十月底前完成管网铺设',
      dueOn: '2026-10-31',
      standing: 'overdue',
    },
  ],
  questions: [
    {
      code: 'extendedTwice',
      unitId: `${ID}1`,
      facts: {
        code: '26-环-014',
        title: '改造老旧管网8.6公里',
        count: 2,
        originalDueOn: '2026-10-31',
        currentDueOn: '2026-11-30',
      },
    },
  ],
}

export const BRIEF: BriefFacts = {
  meeting: MEETING,
  asOn: '2026-11-19',
  frozenAt: '2026年11月19日17:05',
  digest: '9f2c11ab04de',
  planYear: 2026,
  withheld: [],
  cards: [
    CARD,
    {
      ...CARD,
      unit: { ...CARD.unit, id: `${ID}a`, name: '气象局', fullName: '清源区气象局' },
      tasks: [],
      difficulties: [],
      lightCounts: { red: 0, yellow: 0, green: 12, blue: 0, grey: 0 },
    },
  ],
}
