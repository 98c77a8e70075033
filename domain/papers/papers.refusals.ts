/** Why an office's template was not taken, and what to do about it. */
export const PAPER_REFUSALS = {
  template_not_docx: {
    status: 422,
    zh: '模板须是 Word 文档（.docx）。请在 WPS 或 Word 里另存为 .docx 再上传。',
    en: 'A template has to be a Word document (.docx). Save it as .docx in WPS or Word and send that.',
  },
  template_too_large: {
    status: 413,
    zh: '模板有 {size} MB，超过 {limit} MB 的上限。请去掉图片，再上传。',
    en: 'The template has {size} MB, more than the limit of {limit} MB. Take pictures out and send it again.',
  },
  template_active: {
    status: 422,
    zh: '模板里有宏、嵌入对象或外部链接（{part}），不能使用。请删去后另存为普通的 .docx。',
    en: 'The template holds a macro, an embedded object or an outside link ({part}). Remove it and save a plain .docx.',
  },
  template_empty: {
    status: 422,
    zh: '模板里没有一个占位符。请下载样板，照样写上占位符，如双花括号里的 meeting.name。',
    en: 'The template has no placeholder at all. Download the sample and put placeholders in, such as meeting.name.',
  },
  template_unknown: {
    status: 422,
    zh: '模板里有认不出的占位符：{names}。请对照占位符清单改正，注意它是否写在所属的循环里面。',
    en: 'Unknown placeholders: {names}. Compare with the list, and see whether each stands inside its loop.',
  },
  template_loop: {
    status: 422,
    zh: '循环“{name}”没有写对：开头是 #{name}，结尾是 /{name}，都放在双花括号里，且成对出现。',
    en: 'The loop “{name}” is not right: it opens with #{name} and closes with /{name}, both in double braces.',
  },
  template_broken: {
    status: 422,
    zh: '模板里的占位符“{near}”不完整。请检查双花括号是否成对，再上传。',
    en: 'The placeholder near “{near}” is incomplete. Check that double braces come in pairs and send again.',
  },
  paper_too_slow: {
    status: 422,
    zh: '文稿或模板太复杂，{seconds} 秒内没有排好，没有生成文件。用了模板的，请精简模板再试；内容多的，请分单位生成。',
    en: 'The paper or its template is too complex: it was not set within {seconds} seconds and no file was made. Simplify the template, or make it unit by unit.',
  },
  paper_too_heavy: {
    status: 422,
    zh: '文稿内容太多，排版时内存不够用，没有生成文件。用了模板的，请精简模板再试；内容多的，请分单位生成。',
    en: 'The paper holds more than can be set at once, and no file was made. Simplify the template, or make it unit by unit.',
  },
} as const
