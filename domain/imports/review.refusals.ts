/** Ways in which the review of a document says no; what, why, and what to do. */
export const REVIEW_REFUSALS = {
  too_many_drafts: {
    status: 422,
    zh: '文件里有 {count} 项，一次最多核对 {most} 项，没有导入任何内容。请拆成几个文件再试。',
    en: 'The file holds {count} rows, and one review holds {most} at most; nothing was imported. Split it and try again.',
  },
  import_wrong_state: {
    status: 409,
    zh: '不能{step}：这份文件现为“{state}”。请刷新后再看。',
    en: 'The document is now “{state}”, so it cannot be {step}. Reload and look again.',
  },
  doubts_open: {
    status: 422,
    zh: '还有 {count} 处疑点没有答复（第 {rows} 项）。逐处答复后再办。',
    en: '{count} doubts still wait for an answer (rows {rows}). Answer them first.',
  },
  draft_incomplete: {
    status: 422,
    zh: '第 {number} 项还不能采用：缺{missing}。请先补上。',
    en: 'Row {number} cannot be accepted yet; missing: {missing}. Fill in first.',
  },
  drafts_undecided: {
    status: 422,
    zh: '还有 {count} 项没有核对。核对完再登记，或选择“其余不登记”。',
    en: '{count} rows are undecided. Decide them first, or choose to leave the rest out.',
  },
  nothing_accepted: {
    status: 422,
    zh: '还没有采用任何一项，没有可登记的内容。',
    en: 'No row has been accepted, so there is nothing to register.',
  },
  nothing_to_make: {
    status: 422,
    zh: '这里没有可以立为任务的文字。请选一句写明要做什么的话。',
    en: 'There are no words here to make a task of. Choose a sentence that says what is to be done.',
  },
  nothing_to_undo: {
    status: 409,
    zh: '没有可以撤销的操作。',
    en: 'There is nothing to take back.',
  },
  task_moved_on: {
    status: 409,
    zh: '不能{step}：{tasks} 已有后续办理。请在任务页逐项处理。',
    en: 'These tasks have gone on since: {tasks}; the import cannot be {step}. Deal with them one by one.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>
