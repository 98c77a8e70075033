import type { ReadingProgress } from '#domain/imports/progress.ts'
import type { SourceNotice } from '#domain/imports/source.ts'
import type { AnswerWord } from '#domain/imports/answers.ts'
import type { CellName, DraftState, ImportState, ReviewDoubt, ReviewDoubtCode } from '#domain/imports/cells.ts'
import type { ImportCounts } from '#domain/imports/drafts.contract.ts'
import type { ReadRule } from '#domain/imports/draft.ts'
import type { ImportReport } from '#domain/imports/imports.contract.ts'
import type { TaskKind } from '#domain/tasks/task.ts'

type Keys = readonly (readonly [caps: string, does: string])[]
type Steps = Record<ReadingProgress['step'], (rows: number, of: number | null) => string>
type Facts = ReviewDoubt['facts']
type Said = { title: (facts: Facts) => string; sentence: (facts: Facts) => string }

const named = (facts: Facts): string => String(facts['name'] ?? '')
const worded = (facts: Facts): string => String(facts['text'] ?? '')

/** What tells the two apart: figures, and what only one of them says. */
function differing(facts: Facts): string {
  const { numbers, here, there } = facts
  const said = [numbers && `数字 ${numbers}`, here && `仅本项有“${here}”`, there && `仅那一项有“${there}”`].filter(
    Boolean,
  )
  return said.length > 0 ? `不同处：${said.join('；')}。` : ''
}

const doubts: Record<ReviewDoubtCode, Said> = {
  several_leads: {
    title: (facts) => `${facts['count'] ?? '几'} 家单位并列牵头`,
    sentence: () => '牵头只能一个，其余改为配合。请选一个。',
  },
  no_lead: { title: () => '没有写牵头单位', sentence: () => '请选一个牵头单位；暂缺的，登记后仍是草稿。' },
  collective_lead: {
    title: (facts) => `“${named(facts)}”是多家单位的统称`,
    sentence: () => '牵头只能一个。请选一个，或拆开各自牵头。',
  },
  no_date: { title: () => '没有写完成时限', sentence: () => '请定日期；暂缺的，登记后仍是草稿。' },
  vague_date: { title: (facts) => `日期“${worded(facts)}”`, sentence: () => '认不出是哪一天，请定日期。' },
  several_dates: { title: () => '有几个日期', sentence: () => '请选完成时限，其余作为节点。' },
  no_measure: {
    title: () => '没有可核验的内容',
    sentence: () => '没有数量、文件、地点等可核验的内容。可改任务表述，或照原文。',
  },
  vague_verb: {
    title: (facts) => `“${facts['verb'] ?? ''}”无法验收`,
    sentence: () => '只有虚词，没有结果。可改任务表述，或照原文。',
  },
  two_tasks: { title: () => '一句两事', sentence: () => '一句里有两项结果，建议拆为两项。' },
  unknown_unit: {
    title: (facts) =>
      facts['level'] ? `“${named(facts)}”是本级的，还是${facts['level']}里的` : `“${named(facts)}”不在单位名册`,
    sentence: () => '请选它是哪个单位，也可新建；名册外单位只留在原文里。',
  },
  several_units: { title: (facts) => `“${named(facts)}”可指几个单位`, sentence: () => '请选一个。' },
  similar_task: {
    title: (facts) => `与已有任务相近（${facts['score'] ?? ''}%）`,
    sentence: (facts) => `是同一件事就并入，不是就另立。${differing(facts)}`,
  },
  same_in_document: {
    title: (facts) =>
      `与本文第 ${Number(facts['index'] ?? 0) + 1} 项${facts['score'] ? `相近（${facts['score']}%）` : '相同'}`,
    sentence: (facts) => `${facts['score'] ? '可能是同一件事。' : '文中说了两遍。'}不要重复登记。${differing(facts)}`,
  },
  year_assumed: {
    title: (facts) => `“${worded(facts)}”没有写年份`,
    sentence: (facts) => `按计划年度算作 ${facts['year'] ?? ''} 年。`,
  },
  unread_cell: { title: (facts) => `读不懂“${worded(facts)}”`, sentence: () => '请定日期。' },
  no_pillar: {
    title: () => '没有写属于哪个板块',
    sentence: (facts) => (facts['section'] ? `在“${facts['section']}”之下。请选板块。` : '请选板块。'),
  },
  collective_support: {
    title: (facts) => `“${named(facts)}”是多家单位的统称`,
    sentence: () => '可一次列出所指的各单位，也可只留在原文里。',
  },
  unknown_person: { title: (facts) => `名册里没有“${named(facts)}”`, sentence: () => '请选人，或先空着。' },
  several_people: { title: (facts) => `有几位“${named(facts)}”`, sentence: () => '请选一位。' },
  carried_over: {
    title: (facts) => `与 ${facts['year'] ?? ''} 年未完任务相近（${facts['score'] ?? ''}%）`,
    sentence: (facts) => `上年任务：${named(facts)}。是结转就照登，不是就另立。${differing(facts)}`,
  },
  in_other_import: {
    title: (facts) => `另一份核对中的文件也有（${facts['score'] ?? ''}%）`,
    sentence: (facts) => `见“${named(facts)}”。是同一件事就只留一处。${differing(facts)}`,
  },
  unknown_code: {
    title: (facts) => `编号 ${facts['code'] ?? ''} 不在本年计划`,
    sentence: () => '可作为新任务登记，系统另给编号。',
  },
}

const answers: Record<AnswerWord, (label: string) => string> = {
  choose: (label) => label,
  splitByLead: (count) => `拆成 ${count} 项，各自牵头`,
  split: (count) => `拆成 ${count} 项`,
  leaveEmpty: () => '暂缺，先存草稿',
  keep: () => '照原文',
  nextYear: (on) => `是 ${on}`,
  merge: (label) => `并入 ${label}`,
  separate: () => '另立',
  discard: () => '不要这一项',
  outside: () => '名册外单位，只留原文',
  expand: (count) => `列出 ${count} 家单位`,
  newTask: () => '作为新任务',
  carriedOver: () => '是上年结转，照登',
}

const cells: Record<CellName, string> = {
  title: '任务',
  pillarId: '板块',
  kind: '类型',
  leadUnitId: '牵头单位',
  supports: '配合单位',
  leaderId: '分管领导',
  assigneeId: '承办人',
  dueOn: '完成时限',
  milestones: '时间节点',
  target: '指标',
  evidence: '佐证',
  targetAsWorded: '目标照原文',
}

/** Words of documents in. */
export const importsZh = {
  doubts,
  answers,
  cells,
  kinds: { indicator: '指标', project: '项目', action: '工作' } satisfies Record<TaskKind, string>,
  states: { pending: '待核', accepted: '已采用', discarded: '不登记', merged: '已并入' } satisfies Record<
    DraftState,
    string
  >,
  unchanged: '无变化',
  current: '核对中',
  importStates: { review: '核对中', confirmed: '已登记', undone: '已撤销' } satisfies Record<ImportState, string>,
  notices: {
    mojibake: '文中有乱码，缺字处请对照原件。',
    tracked_changes_accepted: '文件带有修订，已按“接受全部修订”读取。',
    footnotes_dropped: '脚注没有读取。',
    hidden_rows_read: '隐藏的行也已读取。',
    hidden_columns_read: '隐藏的列也已读取。',
    hidden_sheets_skipped: '隐藏的工作表没有读取；要读请先取消隐藏。',
    formula_without_value: '有公式没有算出值，该格读作空。',
    text_cut: '文字过长，只读了前面的部分。',
    pages_without_text: '有的页没有文字（空白页，或夹在中间的扫描页）；扫描页的内容没有读到，请对照原件。',
    hidden_text_dropped: '隐藏的文字没有读取。',
  } satisfies Record<SourceNotice, string> as Readonly<Record<string, string>>,

  list: {
    title: '文件导入',
    note: '拖入分工方案、纪要、台账，读成待核的任务；核对登记之前，什么都不会进台账。',
    secret: '涉密文件不得上传。',
    plan: '登记到',
    planYear: (year: number) => `${year} 年度计划`,
    drop: '把文件拖到这里',
    types: 'Word（.docx）、PDF、Excel（.xlsx）、网页（.html）、文本（.txt、.md），20 MB 以内',
    choose: '选择文件',
    paste: '或粘贴文字',
    pasteLabel: '文字',
    pasteName: '名称',
    pasteDefault: '粘贴的文字',
    read: '读取',
    reading: (name: string) => `正在读取 ${name}……`,
    readingLong: '行数多的台账要读一会儿，读完自动打开核对页。',
    readingSeconds: (seconds: number) => `已 ${seconds} 秒。`,
    readingShare: '已读行数',
    stop: '停止读取',
    steps: {
      waiting: () => '前面还有文件在读，请稍候。',
      opening: (rows) => (rows > 0 ? `已打开 ${rows} 行。` : '正在打开。'),
      reading: (rows, of) => `已读 ${rows} 行，共 ${of ?? rows} 行。`,
      comparing: (rows, of) => `已核对单位 ${rows} 行，共 ${of ?? rows} 行。`,
    } satisfies Steps as Steps,
    done: '读过的文件',
    empty: '还没有导入过文件',
    emptySentence: '拖入一份分工方案试试，约十分钟可核对完。',
    columns: { name: '文件', kind: '种类', found: '识别', decided: '核对', state: '状态', by: '导入人', at: '时间' },
    kinds: { document: '文件', ledger: '台账更新' },
    counts: ({ accepted, discarded, merged, pending }: ImportCounts, kind: 'document' | 'ledger') =>
      [
        accepted && `采用 ${accepted}`,
        merged && `${kind === 'ledger' ? '无变化' : '并入'} ${merged}`,
        discarded && `不登记 ${discarded}`,
        pending && `待核 ${pending}`,
      ]
        .filter(Boolean)
        .join('，') || '没有任务',
    open: '核对',
    look: '查看',
    undo: '整份撤销',
    more: '再看更早的',
    failed: (name: string) => `${name} 没有读成`,
  },

  undo: {
    title: (name: string) => `整份撤销“${name}”？`,
    review: '核对结果作废，台账不变。原件和记录仍保留。',
    confirmed: '这份文件登记的任务全部撤销，改过的任务恢复原值。已交办或有后续改动的任务会列出来，那时什么都不撤。',
    reason: '理由',
    action: '整份撤销',
    cancel: '不撤销',
    done: (cancelled: number, restored: number) => `已撤销 ${cancelled} 项任务，恢复 ${restored} 项改动。`,
  },

  review: {
    title: '导入核对',
    found: (found: number, accepted: number) => `识别 ${found} 项，已采用 ${accepted} 项`,
    repaired: (traditional: number, pinyin: number, punctuation: number) =>
      `已还原${[
        traditional && `繁体 ${traditional} 字`,
        pinyin && `注音尾 ${pinyin} 处`,
        punctuation && `重复标点 ${punctuation} 处`,
      ]
        .filter(Boolean)
        .join('、')}`,
    original: '对照原件',
    download: '下载原件',
    leave: '暂存退出',
    register: (count: number) => `登记 ${count} 项`,
    registerNone: '登记',
    source: '原文',
    make: '立为任务',
    nothingUnread: '后面没有未识别的文字了。',
    nothingChosen: '先点一句没有识别的原文，或按 L 选下一句。',
    received: '收到时的原文',
    receivedNote: '删去的加线，换过的加底',
    back: '回到还原文',
    rows: '识别结果',
    queue: (count: number) => `疑点 ${count}`,
    next: '下一处',
    noDoubts: '没有疑点了。逐项采用后即可登记。',
    allKeys: '全部按键',
    doubtOf: (number: number, title: string) => `第 ${number} 项　${title}`,
    askModel: '问模型',
    modelAsking: '正在问模型…',
    modelProposes: '模型提议',
    modelWords: (words: string) => `模型依据原文：“${words}”。采不采用由您定。`,
    modelSilent: '模型在原文里没有找到这处疑点的依据。',
    modelUntaken: (count: number) => `模型另有 ${count} 个回答没有采：不在备选之中，或所引不是原文。`,
    modelSent: '发给模型的内容',
    alike: (count: number) => `相同的 ${count} 处一并答复`,
    earlierDoubts: (count: number) => `前面还有 ${count} 处`,
    moreDoubts: (count: number) => `后面还有 ${count} 处`,
    pickUnit: '是哪个单位',
    pickLead: '另选牵头单位',
    pickPerson: '另选一位',
    pickDate: '另定日期',
    remember: '记为这个单位的别名',
    newUnit: '新建单位',
    missing: (what: string) => `缺${what}，登记时先存为草稿`,
    byTurns: '末一轮，推定',
    byDuties: '按分工自动填入',
    byHand: '人工填写',
    why: (words: string, rule: string) => `读自“${words}”（${rule}）`,
    cellsOf: (number: number) => `第 ${number} 项各格`,
    suggested: '建议',
    unwritten: '未写明',
    left: '未登记',
    ongoing: '长期工作',
    quoted: (words: string) => `原文“${words}”`,
    fullText: '原文',
    progress: '进展与备注（不转为汇报）',
    edited: '改过',
    changedBy: (name: string, at: string) => `${name} ${at}`,
    accept: '采用',
    edit: '改',
    split: '拆分',
    merge: '并入',
    discard: '不是任务',
    skip: '不采用改动',
    restore: '恢复',
    unaccept: '取消采用',
    similar: '可能重复：',
    similarNone: '这一项没有相近的任务。',
    nothingSplit: '改动已有任务的行不能拆分。',
    differences: '与台账的差别',
    noDifference: '与台账一致。',
    take: '采用这一改动',
    became: (code: string) => `登记为 ${code}`,
    updates: (code: string) => `更新 ${code}`,
    unchangedRows: (count: number) => `${count} 项与台账一致，不必核对。`,
    showUnchanged: '也显示',
    narrow: '核对文件请用更宽的屏幕；这里可以看、可以采用。',
    earlier: (at: string) => `同一份文件 ${at} 已导入过。`,
    openEarlier: '看那一份',
    needsNumber: '请写成数字。',
  },

  form: {
    save: '存',
    cancel: '不改了',
    addStep: '加一个节点',
    step: '节点',
    stepDate: '日期',
    remove: '去掉',
    value: '数值',
    measure: '单位',
    hint: 'Ctrl+Enter 存，Esc 不改了',
    titleMissing: '请写任务。',
  },

  splitting: {
    title: '拆分',
    note: '每行一项。牵头、日期等先照原来的，拆开后再改。',
    part: (number: number) => `第 ${number} 项`,
    add: '再加一项',
    action: '拆分',
    cancel: '不拆',
    tooFew: '至少写两项。',
  },

  newUnit: {
    title: '新建单位',
    name: '全称',
    shortName: '简称',
    kind: '类别',
    kinds: {
      party: '党群机关',
      government: '政府部门',
      town: '乡镇',
      street: '街道',
      enterprise: '国有企业',
      other: '其他',
    },
    action: '新建并采用',
    cancel: '不新建',
  },

  confirm: {
    title: '登记',
    registered: (count: number) => `${count} 项立项`,
    drafted: (count: number) => `${count} 项存为草稿，补齐后再立项`,
    lacking: (number: number, what: string) => `第 ${number} 项缺${what}`,
    updated: (count: number) => `${count} 项更新已有任务`,
    merged: (count: number) => `${count} 项并入已有任务`,
    discarded: (count: number) => `${count} 项不登记`,
    pending: (count: number) => `还有 ${count} 项没有核对。登记后，这份文件不能再核对。`,
    waiting: '请先核对完，或勾选“其余不登记”。',
    leave: '其余不登记',
    doubts: (count: number) => `已采用的项里还有 ${count} 处疑点没有答复。`,
    toDoubt: '去答复',
    nothing: '还没有采用任何一项。',
    allSame: '与台账完全一致，没有可登记的改动。',
    action: '登记',
    cancel: '再看看',
    leftOut: (count: number) => `已登记；${count} 项改动没有写入，原任务未变`,
    leftOutRow: (number: number, code: string, why: string) => `第 ${number} 项（${code}）：${why}`,
    close: '知道了',
  },

  report: {
    title: '登记完毕',
    undone: '已整份撤销',
    sentence: (report: ImportReport) =>
      `识别 ${report.found} 项：${
        [
          report.registered && `立项 ${report.registered} 项`,
          report.drafted && `草稿 ${report.drafted} 项`,
          report.updated && `更新 ${report.updated} 项`,
          report.merged && `并入或无变化 ${report.merged} 项`,
          report.discarded && `不登记 ${report.discarded} 项`,
        ]
          .filter(Boolean)
          .join('，') || '没有登记'
      }。`,
    quality: (report: ImportReport) =>
      `${report.madeByHand ? `手工补立 ${report.madeByHand} 项；` : ''}改过 ${report.edited} 项；疑点 ${report.doubtsFound} 处，答复 ${report.doubtsDecided} 处。`,
    edits: (said: readonly string[]) => `改了哪些格：${said.join('、')}。`,
    left: (said: readonly string[]) => `不登记的原因：${said.join('、')}。`,
    times: (name: string, count: number) => `${name} ${count}`,
    ledger: '去台账',
    assign: '去台账交办',
    again: '再导入一份',
  },

  quality: {
    title: '读取质量',
    note: '近十二个月登记过的文件：读出的项里，多少一字未改就采用，多少改过、没要。',
    open: '读取质量',
    nothing: '近十二个月还没有登记过文件',
    later: '登记之后，这里逐月记下读得怎样。',
    sentence: (documents: number, found: number, share: string) =>
      `${documents} 份文件读出 ${found} 项，${share} 一字未改就采用。`,
    month: '月份',
    documents: '文件',
    found: '读出',
    asRead: '未改即用',
    madeByHand: '手工补立',
    share: '占比',
    edited: '改过',
    discarded: '不登记',
    doubts: '疑点',
    all: '合计',
    byMonth: '逐月',
    cells: '改得最多的格',
    cellsNote: '同一项改了几格，各算一次',
    left: '不登记的原因',
    none: '没有',
    leftFor: {
      notTask: '不是任务',
      no_measure: '没有可检查的结果',
      vague_verb: '只有“加强”“推进”一类的话',
      same_in_document: '文中重复',
      in_other_import: '另一份文件已有',
      carried_over: '上年已有，不再结转',
      unknown_code: '编号对不上任务',
    } as Readonly<Record<string, string>>,
  },

  none: {
    title: '这份文件里没有可以登记的任务',
    sentence: '没有找到写明“谁、做什么”的内容。口号和一般要求不读成任务。若确有任务，请粘贴那一段，或在台账里新建。',
    news: '这是一篇会议报道',
    meetingOn: '会议日期',
    participants: '参加',
    pillars: '板块',
    figures: '数字',
  },

  rules: {
    sentence: '任务原句',
    label_line: '标签行',
    bracket_label: '括号里的标签',
    bracket_led_by: '括号里写明牵头',
    bracket_flat_list: '括号里列出的单位，第一个牵头',
    running_text: '句中写明由谁做',
    together_with: '句中写明会同谁',
    table_column: '表格的列',
    table_column_above: '表格上一行',
    stated_for_several: '一处写明，几项共用',
    date_in_sentence: '句中的时间',
    date_in_bracket: '括号里的时间',
    date_label: '时限标签',
    number_with_unit: '带单位的数',
    stages: '各阶段的时间',
    turns: '按期推算各轮',
    section_heading: '所在标题',
  } satisfies Record<ReadRule, string> as Readonly<Record<string, string>>,

  keys: [
    ['J K', '上下一项'],
    ['A', '采用'],
    ['E', '改'],
    ['M', '拆分'],
    ['I', '并入相近任务'],
    ['X', '不是任务；再按恢复'],
    ['1 … 9', '选答复'],
    ['Alt 1 … 9', '选答复，相同的一并'],
    ['N', '下一处疑点'],
    ['L', '选下一句未识别的原文'],
    ['T', '把选中的原文立为任务'],
    ['Z', '撤销自己的上一步'],
    ['S', '看收到时的原文'],
    ['W', '各格读自哪里'],
    ['P', '问模型（接入时）'],
    ['?', '全部按键'],
  ] as Keys,
  shortKeys: [
    ['J K', '上下'],
    ['A', '采用'],
    ['E', '改'],
    ['M', '拆分'],
    ['X', '不是任务'],
    ['Z', '撤销'],
  ] as Keys,
}

export type ImportsText = typeof importsZh
