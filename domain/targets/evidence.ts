/*
 * What would prove a task, in its own words' kind. A proposal only: the review shows it as one, and a row that says
 * nothing of the sort gets none.
 */
const PROOFS: readonly { readonly says: RegExp; readonly proof: string }[] = [
  {
    says: /(?:制定|出台|印发|修订|编制|报送|形成).{0,24}(?:方案|办法|意见|规划|制度|细则|清单|报告|预案|标准)/,
    proof: '印发的文件',
  },
  { says: /(?:签约|引进|招引|落户).{0,20}\d/, proof: '签约合同' },
  { says: /(?:竣工|建成|投用|投入使用|交付|通车|完工|验收)/, proof: '竣工验收材料' },
  { says: /(?:开工|动工)/, proof: '施工许可和现场照片' },
  { says: /(?:培训|举办|开展|组织).{0,24}\d+(?:余)?(?:场|次|期|人|人次)/, proof: '活动记录和现场照片' },
  { says: /(?:增长|增速|达到|完成|突破|控制在|不低于|下降).{0,16}\d/, proof: '统计数据' },
  { says: /(?:改造|新建|铺设|修建|整治|绿化|安装|硬化).{0,24}\d/, proof: '现场照片和验收单' },
]

/** The kind of evidence a task's words suggest; null where they suggest none. */
export const proposeEvidence = (text: string): string | null =>
  PROOFS.find(({ says }) => says.test(text))?.proof ?? null
