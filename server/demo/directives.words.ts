import type { Urgency } from '#domain/directives/urgency.ts'

/** What a leader of the demo wrote, by the number of the copy that its tasks name as their source. */
export type DirectiveLine = {
  /** `清督批〔{y}〕7号`. */
  source: string
  text: string
  paper: string
  urgency: Urgency
  /** What the leader wrote on the first answer, and when. */
  further: { on: string; text: string } | null
}

export const DIRECTIVE_LINES: readonly DirectiveLine[] = [
  {
    source: '7号',
    text: '两件事都是老问题了，拖不得。机关大院的消防隐患由府办牵头，赶在汛期前改完；沐河镇集镇路面群众反映多次，镇里要拿出分段施工的办法，年内见路。办理结果报我。',
    paper: '一季度安全和民生热点问题汇总',
    urgency: 'complex',
    further: null,
  },
  {
    source: '19号',
    text: '废弃杆线影响市容，更影响安全。请城管局会同各运营单位摸清底数，先把主次干道清干净。',
    paper: '政务热线周报（第19期）',
    urgency: 'ordinary',
    further: {
      on: '07-06',
      text: '主次干道已有变化，很好。背街小巷还有不少，请一并纳入，九月下旬前清完，并建立不再新增的办法。',
    },
  },
  {
    source: '26号',
    text: '平安小区创建不能只看牌子。栖凤街道可先行一步，把三十个小区一个一个过，居民认可才算数。',
    paper: '基层治理情况专报',
    urgency: 'complex',
    further: null,
  },
  {
    source: '35号',
    text: '今年两次强降雨，积水的还是那几处。请应急局牵头，十二处易发点逐点治理，监测设备接到平台，十一月底前完成，明年汛期不许再淹。',
    paper: '8月强降雨应对情况报告',
    urgency: 'ordinary',
    further: null,
  },
  {
    source: '41号',
    text: '孩子的事没有小事。校园周边食品店要全部分级，结果公示在店门口，让家长看得见。',
    paper: '人大代表来信摘报',
    urgency: 'ordinary',
    further: null,
  },
  {
    source: '53号',
    text: '入冬在即，保供、保运、保暖三件事要同时抓：农水局管好菜，交通局备好车，民政局走到户。各自拿出清单，每周报一次。',
    paper: '关于今冬明春民生保障工作的请示',
    urgency: 'ordinary',
    further: null,
  },
]

/** Written the working day before, and with nobody yet. */
export const UNASSIGNED = {
  text: '老工业路两侧临停车辆挤占公交车道，早高峰一堵就是半小时。请研究一个管用的办法，不要一罚了之，拿出方案报我。',
  paper: '关于老工业路早高峰拥堵情况的调研',
  urgency: 'pressing',
} as const

/** What a unit answered where the work of its task is done. */
export const answerOf = (result: string): { done: string; result: string } => ({
  done: `接到批示后，主要负责人牵头，会同配合单位逐项排查、列出清单，按周推进，重点点位由班子成员包干到底。`,
  result: `“${result}”已经完成，资料齐全，现场核对无误；后续纳入日常巡查，每季度复核一次。`,
})
