/**
 * Difficulties of the demo district, two lines each. First, parted by `|`: words of its task's title, kind and cause,
 * the unit it is asked of (`-` for none), then title, ask, what happens otherwise, what was tried. Second, what
 * happened, parted by `;`: working days before today, who or what, and the words that belong to it. `desk` and `head`
 * raise; the rest are steps of the state table, a unit's key first where one is named. Clocks do what is left out.
 */
export const DIFFICULTY_LINES = `
社会消费品零售总额 | pain data | - | 网络零售额与平台口径差 1.8 亿元 | 请明确平台企业数据由谁核对、按哪个口径上报 | 全年零售额少计，目标差 1 个百分点 | 逐户核对 12 家平台企业，6 家不提供明细
2 desk; 1 triage 1
净增限额以上商贸企业 | hard staffing | - | 商户不愿入库，缺人上门辅导 | 请从各科室抽调 3 人组成入库辅导组 | 年底净增限上企业少 5 家 | 已电话联系 41 户，上门 9 户
3 desk; 2 triage 1
急需紧缺人才 | hard funds | - | 安家补贴第四季度缺口 160 万元 | 请在部门预算内调剂，先行兑付 23 人 | 引进人才来信反映，影响签约 | 已压减培训支出 40 万元
4 desk; 3 triage 1
义务教育阶段课后服务 | pain staffing | - | 体育美育课后教师缺 34 名 | 请统筹城区学校教师走教 | 9 所农村学校只能看护，不能开课 | 招募退休教师 11 名，大学生志愿者 20 名
3 desk; 2 triage 1
城镇新增就业 | pain data | - | 灵活就业人员登记重复 2100 条 | 请组织各窗口集中比对一次 | 新增就业人数被上级核减 | 自行比对两个社区，剔除 170 条
2 desk; 1 triage 1
垃圾回收利用率 | hard contractor | - | 可回收物清运企业停运两个片区 | 请按合同启动替补清运 | 17 个小区可回收物落地堆放 | 约谈企业 2 次，限期 5 日恢复
3 desk; 2 triage 1
优良天数比率 | pain staffing | - | 夜间渣土巡查人手不足 | 请大气科与执法队合编夜巡班组 | 夜间颗粒物峰值无人处置 | 已借用网格员 6 人，每周 3 晚
4 desk; 3 triage 1
风险分级管控 | hard staffing | - | 72 家小微企业没有安全员，风险点填报停滞 | 请向第三方购买 2 个月服务 | 分级管控年底完成率只到 84% | 组织集中填报 5 场
2 desk; 1 triage 1
政务服务好评率 | pain other | - | 夜间取件柜投诉增多 | 请调整取件柜点位和短信提示 | 差评整改率达不到 100% | 已更换 3 台故障柜
1 desk
食品抽检合格率 | hard contractor | - | 检验机构排期推迟两周 | 请增选一家有资质的机构 | 12 月批次出不了结果 | 与现有机构协商加班，只能提前 3 日
1 desk
零就业家庭 | pain other | - | 招聘会场地被撤 | 请另定 12 月中旬场地 | 年底专场招聘会办不成 | 已联系 2 处场地，均有安排
1 desk
动态监测率 | pain data | - | 比对系统每周中断 | 请安排系统维护单位驻点一周 | 困难群众预警晚 3 至 5 天 | 改用人工导表，每周 2 次
3 desk; 2 triage 1
电动自行车专用道 | blockage approval | zjj | 断面改造与在建管沟冲突 | 请明确管沟回填时间，移交 3 个路段 | 专用道 5.4 公里年内不能开工 | 现场对接 2 次，施工方没有给出日期
3 head; 2 triage 2
家庭医生签约重点人群 | hard funds | ybj | 签约服务费第三季度没有结算 | 请在月底前结清 62 万元 | 镇街团队停止上门 | 报送结算单 2 次，退回补数据 1 次
3 head; 2 triage 2
口袋公园 14 个 | blockage land | zrj | 四块边角地权属不清 | 请出具权属核查意见 | 4 个口袋公园要调出年度计划 | 调阅档案 3 卷，走访原单位 2 家
2 head; 1 triage 2
沐河二桥 | blockage contractor | mhz | 桥头两户附房没有腾空 | 请在 10 日内完成腾退 | 引桥钢梁不能吊装，合龙推迟到明年 | 镇村联合上门 6 次
3 head; 2 triage 2; 1 acceptOnCondition 先安排过渡房 2 套，腾退在 8 日内完成
垃圾回收利用率 | hard land | zrj | 分拣中心用地没有落实 | 请在存量用地里选址 6 亩 | 回收利用率少 3 个百分点 | 自行看地 4 处，均不符合规划
3 head; 2 triage 2
应急客运车辆 | blockage approval | gaj | 驾驶员资质核查没有回件 | 请在 5 日内出具核查结果 | 70 台运力不能备案，节前无车可调 | 名单报送 2 次，电话催问 3 次
4 head; 3 triage 2
第二污水处理厂扩建 | hard law | hbj | 排污许可变更材料反复补正 | 请一次性告知全部补正内容 | 12 月底不能通水试运行 | 已补正 3 轮，共 17 项
4 head; 3 triage 2
公共停车位 | blockage counterpart | zjj | 五个小区配建车位核查意见未出 | 请提供配建核查结论 | 620 个车位不能计入年度数 | 函询 1 次、会商 1 次，没有书面答复
7 head; 6 triage 2
固定资产投资增长 | hard counterpart | kgx | 四个工业项目投资没有入库 | 请督促企业 12 月 5 日前补齐票据 | 工业投资增速低 2 个百分点 | 与企业逐个对账，缺票据 1.3 亿元
8 head; 7 triage 2; 5 refuse 统计法第七条：票据由企业自主提供，主管部门不能代报
清源大道东延段 | blockage land | zrj | 末段 1.1 公里用地批复未到 | 请专人赴市里跟办，明确批复日期 | 不能按 12 月 25 日通车 | 组卷补正 2 次，跟办 3 次
8 head; 7 triage 2; 5 acceptOnCondition 先补齐占补平衡指标 38 亩
清源一中实验楼 | hard funds | czj | 建设资金第四笔没有拨付 | 请拨付 900 万元 | 施工班组减员一半，主体年内不能完工 | 两次报送请款报告，垫付 120 万元
9 head; 8 triage 2
政府隐性债务 | blockage law | ctj | 两宗存量资产有历史抵押 | 请在月底前解除抵押并挂牌 | 化债差 6800 万元 | 与银行谈判 4 次，只同意置换一宗
23 head; 22 triage 2
清源客运枢纽 | blockage counterpart | kgx | 站前广场的通信杆线无人迁改 | 请协调三家运营商限期迁改 | 站前广场年内不能完工 | 联合踏勘 2 次，各家都说等别家先迁
23 head; 22 triage 2; 21 passOn cgj 杆线在路幅内，属市政设施; 20 passOn gaj 线缆挂在监控杆上，由杆件管理单位协调; 19 passOn kgx 共享杆不含通信线，运营商归口科工信部门
保交房项目 | blockage law | gaj | 预售监管账户冻结款项解不开 | 请协调异地法院分批解冻 1400 万元 | 第二批 520 套不能按期交付 | 与法院联系 5 次，材料报送 2 次
17 head; 16 triage 2; 14 refuse 司法冻结须由申请执行人同意，公安机关没有解除权限
沐河出境断面 | hard counterpart | nsj | 枯水期生态补水少于方案 | 请按方案加大两座水库放水 | 断面总磷可能超标 | 已关停 4 处排口，水质仍临界
10 head; 9 triage 2; 7 refuse 水库须保春灌库容，调度规程第十二条; 3 rule nsj 每日增放 0.6 立方米每秒至年底，春灌缺口由沐河泵站补; 1 takeUp
耕地流出图斑 | hard staffing | nsj | 复耕验收技术员不足 | 请派 4 名技术员驻点 | 38 个图斑年内验收不完 | 借调农技员 1 名
6 head; 5 triage 2; 3 accept 派 4 名技术员驻点，逐块验收
城市书房 | pain staffing | - | 两座书房晚间没有值守人员 | 请用志愿服务补位 | 夜间提前闭馆，读者投诉 | 招募志愿者 9 人，仍缺 6 人
5 desk; 4 triage 1; 2 settleInUnit 与高校社团签约，排班到年底
急救站点增至 | hard funds | czj | 两台救护车采购款没有下达 | 请下达采购计划 78 万元 | 两个站点建成不能启用 | 用旧车替代 1 台
9 head; 8 triage 2; 6 accept 下达采购计划 78 万元; 2 reportSolved 计划已下达，车辆 12 月中旬到位
走访困难群众 | hard funds | czj | 取暖补助第二批没有拨付 | 请在入冬前拨付 48 万元 | 310 户拿不到补助 | 名册报送 2 次，核对 1 次
10 head; 9 triage 2; 7 acceptOnCondition 先补齐入户核对签字; 6 takeCondition; 1 reportSolved 48 万元已到镇街账户
户外劳动者驿站 | hard land | cgj | 六处驿站选址没有点位 | 请从环卫用房里腾出 6 处 | 驿站数差 6 处 | 自行选址 11 处，5 处可用
8 head; 7 triage 2; 5 accept 腾出 6 处，本周交付钥匙; 3 reportSolved 6 处已交付
根治欠薪 | pain data | jtj | 交通项目用工名单没有共享 | 请提供 14 个在建项目用工名单 | 监控平台覆盖率少 6 个百分点 | 发函 1 次，现场抄录 3 个项目
9 head; 8 triage 2; 6 accept 三日内提供全部名单; 2 reportSolved 14 个项目名单已接入平台
国省道养护 | pain other | gaj | 夜间施工交通疏导警力不足 | 请每晚增派 4 名警力 | 施工窗口只有 4 小时，进度减半 | 自聘引导员 8 名
16 head; 15 triage 2; 13 accept 每晚增派 4 名，到月底; 9 reportSolved 已连续执行 6 晚; 8 confirm
校园心理辅导室 | hard staffing | wjj | 心理医师驻点少 7 人 | 请落实 7 名医师每周半天驻点 | 7 所学校辅导室空置 | 外聘咨询师 3 名
15 head; 14 triage 2; 12 accept 由区医院轮派; 8 reportSolved 排班表已送各校; 7 confirm
跨境电商集货仓 | pain other | jtj | 货车绕行限行路段 | 请发放 12 张通行证 | 日均少处理 800 单 | 调整发车时间，仍超时
14 desk; 13 triage 1; 12 raiseLevel 本单位无权发证; 11 accept 发放 12 张，有效期到年底; 8 reportSolved 通行证已发; 7 confirm
`
