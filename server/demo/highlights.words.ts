/**
 * Highlights of the demo district, one a line: unit | working days before today | name | practice | evidence | units
 * that adopted it, each with working days before today.
 */
export const HIGHLIGHT_LINES = `
xsj | 11 | 开办餐饮店“一次跑”只进一个门 | 把市场监管、城管、消防三家的现场勘验并成一次联合上门，材料由审批局一次收齐后内部流转。四季度 62 家新店平均 4 天拿证，少跑 3 趟。 | 联合勘验台账 62 份；回访满意 61 家 | scj 9, cgj 6, lxj 3
jtj | 17 | 养护巡查用“随手拍”派单 | 养护工用手机拍坑槽，照片带位置直接派给最近班组，当天没补上的第二天一早上调度会。坑槽平均修复由 3.4 天降到 1.2 天。 | 派单系统九月至今 418 单；前后对比照片 | cgj 12, wgz 8
wjj | 23 | 家庭医生随访排进赶集日 | 镇卫生院把慢病随访改在赶集当天，村医在集市口设点，老人赶集顺路量压取药。两个镇随访率由 71% 升到 93%。 | 公卫系统随访报表；两镇排班表 | mzj 15
kgx | 6 | 企业诉求“一本账”每周清零 | 包联干部的记录并成一本账，周五过一遍，办不了的当天转困难。挂账超过两周的由 34 件减到 5 件。 | 包联走访台账；转办困难清单 | kfq 4
mhz | 29 | 河道保洁包段到户 | 每公里选两户沿河人家包段，每月评一次，评上的抵扣垃圾费。保洁支出减少四成，断面水质没有反弹。 | 包段协议 46 份；断面监测月报 | yhz 20, wgz 18
`

/** Peers of the demo's indicators, one a line: words of the task's title | peer | share of the own target | source. */
export const BENCHMARK_LINES = `
社会消费品零售总额 | 临泽区 | 0.74 | 临泽区统计局前三季度经济运行情况
社会消费品零售总额 | 望湖区 | 0.66 | 望湖区统计公报
优良天数比率 | 临泽区 | 1.01 | 泽安市空气质量月报
城镇新增就业 | 望湖区 | 0.87 | 泽安市就业工作通报
`
