import type { Example } from './read.ts'

/*
 * A fifteenth batch: tables whose columns an office named itself, and tables that look like them and hand out no work.
 * Written and labelled before they were read for the first time. Every place and name is invented.
 */

export const OFFICE_FORMS_FIFTEENTH: readonly Example[] = [
  {
    name: 'what to do, who does it, when it is done, what it looks like',
    text: `云岭县“开门红”攻坚作战图
序号\t干什么\t谁来干\t谁配合\t何时干成\t干成什么样
1\t签约亿元以上项目9个\t县招商中心\t县工信局、产业园管委会\t3月31日\t合同原件
2\t开工标准厂房3栋\t产业园管委会\t县住建局\t3月20日\t施工许可证`,
    rows: [
      '签约亿元以上项目9个 | 县招商中心 | 县工信局、产业园管委会 |  | 2026-03-31',
      '开工标准厂房3栋 | 产业园管委会 | 县住建局 |  | 2026-03-20',
    ],
  },
  {
    name: 'a list of shortcomings with what is done about each and by when',
    text: `云岭县乡村振兴考核反馈问题整改方案
短板弱项\t整改路径\t整改主体\t整改时点\t牵头抓总领导
监测对象帮扶措施不精准\t开展帮扶措施大排查1轮\t县农业农村局、各乡镇\t4月底\t林间
产业项目联农带农弱\t修订联农带农办法1份\t县农业农村局、县财政局\t5月20日\t林间`,
    rows: [
      '开展帮扶措施大排查1轮 | 县农业农村局 | 各乡镇 | 林间 | 2026-04-30',
      '修订联农带农办法1份 | 县农业农村局 | 县财政局 | 林间 | 2026-05-20',
    ],
  },
  {
    name: 'a tender’s result: no tasks',
    text: `云岭县2026年第二批政府采购中标公告
项目编号\t项目名称\t采购单位\t中标单位\t中标金额（万元）\t公告时间
YL-26-08\t县医院CT采购\t县人民医院\t明康医疗器械公司\t980\t2026年3月2日
YL-26-09\t校服采购\t县教育局\t青禾服装公司\t126\t2026年3月5日`,
    rows: [],
  },
  {
    name: 'a table of figures by town: no tasks',
    text: `云岭县2026年一季度主要经济指标完成情况
单位\t规上工业增加值增速\t固定资产投资\t排名
城关镇\t8.1%\t3.2亿元\t1
云溪镇\t6.4%\t1.1亿元\t3
石门乡\t7.0%\t0.9亿元\t2`,
    rows: [],
  },
  {
    name: 'a table by bars with the lead office and the office that watches',
    text: `|项目|今年干到什么程度|挂帅领导|主抓单位|协作单位|督办单位|投用时间|
|---|---|---|---|---|---|---|
|云溪水库|大坝填筑到顶|林间|县水利局|云溪镇|县政府督查室|2027年5月|
|城北小学|主体完工|苏木|县教育局|县住建局、县自然资源局|县政府督查室|2026年8月20日|`,
    rows: [
      '云溪水库 | 县水利局 | 云溪镇 | 林间 | 2027-05-31',
      '城北小学 | 县教育局 | 县住建局、县自然资源局 | 苏木 | 2026-08-20',
    ],
  },
  {
    name: 'an action list with start and end of each',
    text: `云岭县“百日会战”行动清单
行动名称\t主要动作\t牵头部门\t参战单位\t起始时间\t截止时间
扫黑除恶“回头看”\t复核线索146条\t县公安局\t县检察院、县法院\t7月1日\t10月8日
道路隐患清零\t整治隐患点88处\t县交警大队\t县交通运输局\t7月1日\t9月15日`,
    rows: [
      '扫黑除恶“回头看” | 县公安局 | 县检察院、县法院 |  | 2026-10-08',
      '道路隐患清零 | 县交警大队 | 县交通运输局 |  | 2026-09-15',
    ],
  },
  {
    name: 'commitments of each unit, one a row, the unit first',
    text: `云岭县部门公开承诺事项一览表
承诺单位\t承诺事项\t兑现时间\t监督电话
县人社局\t开展技能培训4200人次\t10月底前\t5620011
县民政局\t适老化改造家庭300户\t9月底前\t5620022
县司法局\t新建公共法律服务工作站12个\t6月底前\t5620033`,
    rows: [
      '开展技能培训4200人次 | 县人社局 |  |  | 2026-10-31',
      '适老化改造家庭300户 | 县民政局 |  |  | 2026-09-30',
      '新建公共法律服务工作站12个 | 县司法局 |  |  | 2026-06-30',
    ],
  },
  {
    name: 'what was received and by whom: a register without tasks',
    text: `云岭县政府办收文登记（3月第2周）
收文日期\t来文单位\t文件标题\t份数\t签收人
3月9日\t市水利局\t关于报送水库安全责任人名单的通知\t1\t李可
3月11日\t市教育局\t关于做好春季学校食品安全工作的通知\t2\t李可`,
    rows: [],
  },
]
