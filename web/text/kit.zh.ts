import type { Light } from '#domain/lights/light.ts'

const lights: Record<Light, string> = {
  red: '逾期',
  yellow: '预警',
  green: '正常',
  blue: '提前',
  grey: '未启动',
}

/** Unsigned, one decimal, in points of 100. */
const points = (value: number): string => String(Math.round(Math.abs(value) * 10) / 10)

const change = (value: number): string =>
  Math.abs(value) < 0.05 ? '持平' : `${value > 0 ? '升' : '降'} ${points(value)} 个百分点`

const lightPhrases = (counts: Record<Light, number>): string =>
  [counts.red && `红 ${counts.red}`, counts.yellow && `黄 ${counts.yellow}`].filter(Boolean).join('，')

/** Words of the kit: widgets and the board. Pages bring their own. */
export const kitZh = {
  lights,
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  close: '关闭',
  missing: (what: string) => `还缺：${what}`,
  typedUnsaved: '填的内容还没有存。再按一次 Esc 放弃。',
  typedHeld: '填的内容还没有存。再离开一次就放弃。',
  /** On small buttons at the end of a row; what they are said of is read aloud. */
  row: { up: '上移', down: '下移', remove: '去掉', retire: '停用' },
  optional: '（可不填）',
  loading: '正在取数……',
  retry: '再试一次',
  failed: '没有取到数据',
  broken: '页面出了问题。请再试一次；仍不行，请刷新页面。',
  signedOut: '登录已失效',
  signInFirst: '请先登录，登录后回到本页。',
  signIn: '去登录',
  requestNumber: (id: string) => `需要报修时，请提供编号 ${id}。`,
  copy: '复制',
  copied: '已复制',
  copyOnce: '只显示这一次。请现在复制，存到安全的地方。',
  copyByHand: '浏览器不让自动复制，请选中上面的文字自己复制。',
  date: {
    unread: '请写成 12-4、12月4日、下周五或月底这样的日期。',
    hint: '可写 12-4、12月4日、下周五、月底',
    echo: (on: string, weekday: string) => `${on}　${weekday}`,
  },
  chip: (name: string, value: string) => `${name}：${value}`,
  combo: {
    open: '展开选项',
    none: '没有相符的。换个字，或打拼音首字母试试。',
    remove: (label: string) => `去掉 ${label}`,
    picked: (count: number) => `已选 ${count} 个`,
  },
  rate: {
    closed: (period: string, percent: string, points: number) => `${period} ${percent}%，${change(points)}`,
    none: '尚无可计入的事项',
  },
  bar: {
    both: (actual: number, planned: number) => `实际 ${actual}%，计划 ${planned}%`,
    actual: (actual: number) => `实际 ${actual}%`,
    none: '没有进度数据',
  },
  board: {
    label: '棋盘：单位×板块',
    unit: '单位',
    tasks: '任务',
    red: '红',
    yellow: '黄',
    redYellow: '红／黄',
    attainment: '序时达标率',
    attainmentShort: '达标率',
    attainmentMeaning: '达标率：不落后于计划 ÷ 在办任务',
    total: '合计',
    pillarTotals: '板块合计',
    taskCount: (count: number) => `${count} 项`,
    redCount: (count: number) => `红 ${count}`,
    yellowCount: (count: number) => `黄 ${count}`,
    attains: (percent: string) => `达标 ${percent}%`,
    legend: '图例',
    sizeMeaning: '大小与数字：任务数',
    rimMeaning: '外圈：销号占比',
    bareMeaning: '空交点：无任务',
    at: (unit: string, pillar: string) => `${unit} × ${pillar}`,
    stone: (place: { unit: string; pillar: string }, facts: { taskCount: number; doneCount: number; light: Light }) =>
      `${place.unit}·${place.pillar}：${facts.taskCount}项，销号${facts.doneCount}项，最差灯${lights[facts.light]}`,
    bare: (place: { unit: string; pillar: string }) => `${place.unit}·${place.pillar}：无任务`,
    edge: (name: string, what: string, value: string) => `${name}：${what} ${value}`,
    counts: (facts: { taskCount: number; doneCount: number; lightCounts: Record<Light, number> }) =>
      [`${facts.taskCount} 项任务，已销号 ${facts.doneCount} 项`, lightPhrases(facts.lightCounts)]
        .filter(Boolean)
        .join('；'),
    keysLabel: '棋盘的按键',
    keys: [
      ['↑ ↓ ← →', '逐格'],
      ['Ctrl ←', '下一处有任务'],
      ['R', '下一个红'],
      ['Y', '下一个黄'],
      ['Enter', '打开'],
      ['Esc', '关闭'],
      ['[ ]', '前后截至日'],
      ['P', '打印'],
      ['?', '全部按键'],
    ] as readonly (readonly [string, string])[],
    panel: (place: string) => `${place} 的任务`,
    assignee: (name: string) => `承办 ${name}`,
    originalDue: (on: string) => `原定 ${on}`,
    currentDue: (on: string) => `现定 ${on}`,
    openAll: '在台账中打开',
    emptyCell: '这里没有任务。',
    asOf: (moment: string) => `截至 ${moment}`,
    redYellowAll: '红 逾期 / 黄 预警 / 全部',
    sheetOf: (index: number, count: number) => `第 ${index} 张，共 ${count} 张`,
    rules: (version: string) => `规则 ${version}`,
    digest: (digest: string) => `数据摘要 ${digest}`,
    previousUnit: '上一个',
    nextUnit: '下一个',
    chooseUnit: '选择单位',
    attention: '红灯与黄灯任务',
    allCalm: '没有红灯和黄灯任务。',
  },
}

export type KitText = typeof kitZh
