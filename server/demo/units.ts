/**
 * The units of 清源区 in official order with their staff. One line a unit:
 * key | name | short name | further aliases | head | liaison | assignees; each person as post, name, user name.
 * A line with # opens a group: its heading and the kind of its units.
 */
export const UNIT_LINES = `
# 党群机关 party
qwb | 中共清源区委办公室 | 区委办 | 区委办公室 | 主任 宋知远 songzhiyuan | 综合科副科长 岑小雨 cenxiaoyu | 秘书科科长 温良玉 wenliangyu, 改革科科长 匡一舟 kuangyizhou, 机要保密科科长 卞南星 biannanxing
jwj | 中共清源区纪律检查委员会、清源区监察委员会 | 纪委监委 | 区纪委 区监委 区纪委监委机关 | 副书记 冷江涛 lengjiangtao | 办公室副主任 崔嘉树 cuijiashu | 党风政风监督室主任 傅明辉 fuminghui, 案件监督管理室主任 盛若兰 shengruolan, 区委巡察办副主任 乔正阳 qiaozhengyang
zzb | 中共清源区委组织部 | 组织部 | 区委组织部 | 常务副部长 葛天佑 getianyou | 办公室主任 尤佳宁 youjianing | 组织科科长 邢伟 xingwei, 干部科科长 霍建平 huojianping, 人才工作科科长 娄思敏 lousimin
xcb | 中共清源区委宣传部 | 宣传部 | 区委宣传部 文明办 | 常务副部长 丁慕云 dingmuyun | 办公室主任 谭雪 tanxue | 新闻科科长 翟宇航 zhaiyuhang, 文明创建科科长 魏春梅 weichunmei, 理论科科长 骆启文 luoqiwen
tzb | 中共清源区委统一战线工作部 | 统战部 | 区委统战部 民宗局 侨办 | 常务副部长 马德海 madehai | 办公室主任 阿依夏·库尔班 ayixiakuerban | 党派工作科科长 甄晓东 zhenxiaodong, 经济联络科科长 祝晴 zhuqing
zfw | 中共清源区委政法委员会 | 政法委 | 区委政法委 平安办 | 常务副书记 石敬安 shijingan | 办公室主任 贝海燕 beihaiyan | 基层治理科科长 纪凯 jikai, 维稳指导科科长 路长庚 luchanggeng, 法治督查科科长 管彤 guantong
bzb | 中共清源区委机构编制委员会办公室 | 编办 | 区委编办 机构编制办 | 主任 柯文博 kewenbo | 综合科科长 殷悦 yinyue | 机构编制科科长 樊立新 fanlixin, 监督检查科科长 亓晓萌 qixiaomeng
zgh | 清源区总工会 | 总工会 | 工会 | 常务副主席 时国强 shiguoqiang | 办公室主任 华倩 huaqian | 权益保障部部长 凌云 lingyun, 基层工作部部长 鲁大勇 ludayong
tqw | 共青团清源区委员会 | 团区委 | 共青团 区团委 | 书记 纪若彤 jiruotong | 办公室主任 胡悦然 huyueran | 青年发展部部长 廖子昂 liaoziang, 学校少年部部长 简宁 jianning
fnl | 清源区妇女联合会 | 妇联 | 区妇女联合会 | 主席 方淑琴 fangshuqin | 办公室主任 计小满 jixiaoman | 权益部部长 倪红 nihong, 发展部部长 穆青青 muqingqing
# 政府部门 government
zfb | 清源区人民政府办公室 | 政府办 | 区政府办公室 区府办 | 主任 余万钧 yuwanjun | 综合科科长 戚文静 qiwenjing | 秘书二科科长 邬晗 wuhan, 政务公开科科长 万立新 wanlixin, 机关事务科科长 屈大成 qudacheng
fgj | 清源区发展和改革局 | 发改局 | 发展改革局 区发改委 | 局长 范成章 fanchengzhang | 办公室主任 梅思远 meisiyuan | 投资科科长 滕飞 tengfei, 国民经济综合科科长 侯雅琴 houyaqin, 价格和能源科科长 阎峻 yanjun, 重点项目办主任 武志刚 wuzhigang
jyj | 清源区教育局 | 教育局 | 教体局 | 局长 安若素 anruosu | 办公室副主任 蓝心 lanxin | 基础教育科科长 赖文俊 laiwenjun, 项目建设科科长 池国栋 chiguodong, 学前教育科科长 喻晓琳 yuxiaolin, 教师工作科科长 尚杰 shangjie
kgx | 清源区科技和工业信息化局 | 科工信局 | 工信局 科技局 科工局 | 局长 沈砚秋 shenyanqiu | 办公室副主任 邵一鸣 shaoyiming | 园区建设科科长 彭立群 pengliqun, 企业服务科科长 龚雪莹 gongxueying, 科技创新科科长 欧阳若溪 ouyangruoxi, 信息化科科长 章喆 zhangzhe
gaj | 泽安市公安局清源分局 | 公安分局 | 公安局 清源公安分局 | 局长 翟振邦 zhaizhenbang | 指挥中心副主任 包雨薇 baoyuwei | 治安管理大队大队长 关毅 guanyi, 交通警察大队大队长 牛俊峰 niujunfeng, 刑事侦查大队大队长 秦立军 qinlijun, 科技信息化科科长 司徒亮 situliang
mzj | 清源区民政局 | 民政局 |  | 局长 康秀云 kangxiuyun | 办公室主任 伍悠悠 wuyouyou | 养老服务科科长 薛敏 xuemin, 社会救助科科长 孟德生 mengdesheng, 基层政权科科长 鞠静 jujing
sfj | 清源区司法局 | 司法局 |  | 局长 严守正 yanshouzheng | 办公室主任 程曦 chengxi | 人民参与和促进法治科科长 车晓峰 chexiaofeng, 行政执法监督科科长 游佳 youjia, 公共法律服务科科长 冯安琪 fenganqi
czj | 清源区财政局 | 财政局 |  | 局长 金怀瑾 jinhuaijin | 办公室主任 岳小川 yuexiaochuan | 预算科科长 钱守一 qianshouyi, 政府债务科科长 费翔宇 feixiangyu, 国有资产科科长 庄研 zhuangyan
rsj | 清源区人力资源和社会保障局 | 人社局 | 人力社保局 | 局长 杜若飞 duruofei | 办公室主任 邱月 qiuyue | 就业促进科科长 龙海波 longhaibo, 劳动监察科科长 毕胜男 bishengnan, 职业能力建设科科长 辛垚 xinyao
zrj | 清源区自然资源局 | 自然资源局 | 自规局 自然资源和规划局 | 局长 曲正平 quzhengping | 办公室主任 柴琳 chailin | 耕地保护科科长 谷丰 gufeng, 规划科科长 岳佳 yuejia, 土地利用科科长 卓岳 zhuoyue, 执法监察科科长 刁国良 diaoguoliang
hbj | 泽安市生态环境局清源分局 | 生态环境局 | 环保局 生态环境分局 | 局长 闻静波 wenjingbo | 办公室主任 佘晴 sheqing | 大气环境科科长 仲伟 zhongwei, 水生态环境科科长 桂香 guixiang, 固体废物科科长 靳大川 jindachuan
zjj | 清源区住房和城乡建设局 | 住建局 | 住房城乡建设局 | 局长 向国荣 xiangguorong | 办公室主任 施雯 shiwen | 城市建设科科长 裴俊 peijun, 住房保障科科长 冉静 ranjing, 物业管理科科长 幸文 xingwen, 工程质量安全科科长 苗永刚 miaoyonggang
jtj | 清源区交通运输局 | 交通运输局 | 交通局 交运局 | 局长 陆望舒 luwangshu | 办公室主任 奚敏 ximin | 公路建设科科长 敖建国 aojianguo, 运输管理科科长 蒙丽 mengli, 养护中心主任 巫大江 wudajiang
nsj | 清源区农业农村和水利局 | 农水局 | 农业农村局 水利局 农业农村和水利局 | 局长 何润生 herunsheng | 办公室主任 储敏 chumin | 乡村建设科科长 简国富 jianguofu, 种植业科科长 粟满昌 sumanchang, 水利工程科科长 濮阳春 puyangchun, 产业发展科科长 解冬梅 xiedongmei
swj | 清源区商务局 | 商务局 | 商务和招商局 招商局 | 局长 童慧 tonghui | 办公室主任 林一诺 linyinuo | 招商科科长 单卓 shanzhuo, 消费促进科科长 舒畅 shuchang, 外贸外资科科长 应天翼 yingtianyi
wlj | 清源区文化广电旅游体育局 | 文广旅体局 | 文旅局 文旅体局 体育局 | 局长 叶知秋 yezhiqiu | 办公室主任 慕容雪 murongxue | 公共文化科科长 易安然 yianran, 旅游产业科科长 游大鹏 youdapeng, 文物科科长 瞿子墨 quzimo, 群众体育科科长 项前进 xiangqianjin
wjj | 清源区卫生健康局 | 卫健局 | 卫健委 卫生健康委 | 局长 任继民 renjimin | 办公室主任 祖晓凡 zuxiaofan | 医政医管科科长 裘欣 qiuxin, 基层卫生科科长 明晓月 mingxiaoyue, 疾控科科长 晏平 yanping, 老龄健康科科长 阳艳 yangyan
tyj | 清源区退役军人事务局 | 退役军人局 | 退役军人事务局 | 局长 詹卫东 zhanweidong | 办公室主任 荀颖 xunying | 移交安置科科长 耿志远 gengzhiyuan, 拥军优抚科科长 冼国华 xianguohua
yjj | 清源区应急管理局 | 应急局 | 应急管理局 安委办 | 局长 鲁平 luping | 办公室主任 全丽 quanli | 安全生产基础科科长 尉迟刚 yuchigang, 危化监管科科长 束军 shujun, 防灾减灾科科长 昝立业 zanliye
sjj | 清源区审计局 | 审计局 |  | 局长 郝清和 haoqinghe | 办公室主任 鞠然 juran | 经济责任审计科科长 闻静 wenjing, 固定资产投资审计科科长 赖旺生 laiwangsheng
scj | 清源区市场监督管理局 | 市场监管局 | 市监局 市场监督管理局 | 局长 魏衡 weiheng | 办公室主任 隋晓 suixiao | 食品安全科科长 郎坤 langkun, 知识产权科科长 晁丽娜 chaolina, 特种设备科科长 荆伟业 jingweiye, 登记注册科科长 郁芳 yufang
tjj | 清源区统计局 | 统计局 |  | 局长 蔡志衡 caizhiheng | 办公室主任 米岚 milan | 综合核算科科长 俞树人 yushuren, 工业统计科科长 宁馨 ningxin
cgj | 清源区城市管理局 | 城管局 | 城市管理局 综合执法局 | 局长 洪振亮 hongzhenliang | 办公室主任 桑天 sangtian | 市容环卫科科长 傅建民 fujianmin, 市政设施科科长 黎兵 libing, 执法大队大队长 翁翀 wengchong
ybj | 清源区医疗保障局 | 医保局 | 医疗保障局 | 局长 聂如意 nieruyi | 办公室主任 封敏 fengmin | 基金监管科科长 寇俊义 koujunyi, 待遇保障科科长 席宁 xining
xsj | 清源区行政审批和数据管理局 | 行政审批局 | 审批局 数据局 政务服务局 政务数据局 | 局长 简铭 jianming | 办公室主任 边雨晴 bianyuqing | 审批改革科科长 殷向前 yinxiangqian, 数据资源科科长 芮航 ruihang, 政务服务中心主任 厉小勤 lixiaoqin
# 镇（街道） town
lxj | 清源区临溪街道办事处 | 临溪街道 | 临溪街道党工委 临溪街办 | 主任 窦长河 douchanghe | 党政办主任 焦晨 jiaochen | 城建办主任 雍和平 yongheping, 综治中心主任 车建社 chejianshe
qfj | 清源区栖凤街道办事处 | 栖凤街道 | 栖凤街道党工委 栖凤街办 | 主任 冯鸣岐 fengmingqi | 党政办主任 都佳 dujia | 经济发展办主任 赵一楠 zhaoyinan, 社区建设办主任 钟灵 zhongling
wgz | 清源区梧岗镇人民政府 | 梧岗镇 | 梧岗镇政府 | 镇长 栾志坚 luanzhijian | 党政办主任 隆兴 longxing | 农业农村办主任 谷月娥 guyuee, 乡村建设办主任 冯大庆 fengdaqing
mhz | 清源区沐河镇人民政府 | 沐河镇 | 沐河镇政府 | 镇长 逄晓川 pangxiaochuan | 党政办主任 谈晓 tanxiao | 生态环保办主任 江小涛 jiangxiaotao, 项目办主任 闵杰 minjie
yhz | 清源区雁回镇人民政府 | 雁回镇 | 雁回镇政府 | 镇长 扈晓晨 huxiaochen | 党政办主任 支静 zhijing | 文旅办主任 云帆 yunfan, 农业农村办主任 郗望 xiwang
# 功能区和国有企业 enterprise
kfq | 清源经济开发区管理委员会 | 开发区管委会 | 经开区 经开区管委会 开发区 | 主任 尚海峰 shanghaifeng | 综合办副主任 晋元 jinyuan | 规划建设部部长 佟刚 tonggang, 招商服务部部长 兰婷 lanting, 安全环保部部长 展鹏 zhanpeng
ctj | 清源城市建设投资集团有限公司 | 城投集团 | 区城投 城投公司 | 董事长 查文渊 zhawenyuan | 综合部部长 左思源 zuosiyuan | 工程管理部经理 仇大海 qiudahai, 资产运营部经理 柳明烨 liumingye
`
