/** Ways in which a directive says no. */
export const DIRECTIVE_REFUSALS = {
  directive_own_only: {
    status: 403,
    zh: '领导只登记自己的批示；他人的批示由督查室登记。',
    en: 'A leader registers only their own directives; those of others are the office’s.',
  },
  directive_writer_no_leader: {
    status: 422,
    zh: '批示人须是本地现任领导。请另选，或先在“组织”里登记其职务。',
    en: 'Who wrote it must be a leader of this organization now. Choose another, or enter their post first.',
  },
  directive_units_by_office: {
    status: 422,
    zh: '牵头单位由督查室拟办。请只写批示内容，督查室会交办。',
    en: 'Lead units are named by the supervision office. Write the directive; the office hands it on.',
  },
  directive_written_ahead: {
    status: 422,
    zh: '批示日期不能晚于今天（{today}）。',
    en: 'The day it was written cannot come after today ({today}).',
  },
  directive_day_past: {
    status: 422,
    zh: '批示写明的日期已过。请填今天（{today}）或以后的日期，或留空按紧急程度计算。',
    en: 'The named day has passed. Give today ({today}) or a later day, or leave it empty to count by urgency.',
  },
  directive_ended: {
    status: 409,
    zh: '这件批示现为“{state}”，不能再办这一步。请刷新后再看。',
    en: 'This directive is now “{state}”, so this is not open any more. Reload and look again.',
  },
  directive_with_unit: {
    status: 409,
    zh: '已交单位办理，不能再撤回登记。确需撤销，请领导在任务页撤销。',
    en: 'A unit has it already, so the registration stays. If need be, the leader cancels the task on its page.',
  },
  directive_words_missing: {
    status: 422,
    zh: '还有必填的文字是空的。请写明后再提交。',
    en: 'Words that are needed are missing. Write them, then send.',
  },
  directive_answers_apart: {
    status: 422,
    zh: '这是批示件。请在批示件页面填写办理情况报告，或写明再批示的意见。',
    en: 'This task carries out a directive. Answer it, or write the further instruction, on the directive’s page.',
  },
  directive_writer_signs: {
    status: 403,
    zh: '这一步由作出批示的领导本人办理。',
    en: 'Only the leader who wrote the directive takes this step.',
  },
  directive_went_on: {
    status: 409,
    zh: '这件批示已有再批示，请在后一件上办理。',
    en: 'A further instruction was written on this; go on with that one.',
  },
  directive_unit_has_it: {
    status: 409,
    zh: '所选单位中有的已在办这件批示。请去掉后再交办。',
    en: 'One of the chosen units has this directive already. Take it off the list, then assign.',
  },
  page_empty: {
    status: 422,
    zh: '文件是空的。请重新扫描或拍照后再传。',
    en: 'The file is empty. Scan or photograph the page again.',
  },
  page_too_large: {
    status: 413,
    zh: '一页不能超过 {limit}。请降低扫描分辨率，或拆成几页再传。',
    en: 'A page holds {limit} at most. Scan with a lower resolution, or send it in parts.',
  },
  page_kind_unknown: {
    status: 422,
    zh: '只收 JPEG、PNG 图片和 PDF。文件内容不是这几种（与文件名无关），请另存为 JPEG 或 PDF 再传。',
    en: 'Only JPEG, PNG and PDF are taken. The content is none of these, whatever its name; save it as JPEG or PDF.',
  },
  page_cut_off: {
    status: 422,
    zh: '文件不完整，可能没有传完或已损坏。请重新扫描或拍照后再传。',
    en: 'The file is not whole: it was cut off or is damaged. Scan or photograph the page again.',
  },
  pages_too_many: {
    status: 422,
    zh: '一件批示最多 {most} 页。请把多页合成一个 PDF。',
    en: 'A directive holds {most} pages at most. Put several into one PDF.',
  },
  page_unknown: {
    status: 422,
    zh: '有一页没有找到，或已用在别的批示件上。请重新上传这一页。',
    en: 'A page was not found, or belongs to another directive. Upload it again.',
  },
} as const
