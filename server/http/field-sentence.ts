import type { Language } from '#domain/refusal.ts'

type Issue = { keyword: string; message?: string; params?: unknown }

const SENTENCES: Record<string, Record<Language, string>> = {
  invalid_type: { zh: '请填写此项。', en: 'Fill this in.' },
  too_small: { zh: '太短或太小，请补充。', en: 'Too short or too small.' },
  too_big: { zh: '太长或太大，请精简。', en: 'Too long or too large.' },
  invalid_format: { zh: '格式不对，请检查。', en: 'The format is not right.' },
  invalid_value: { zh: '请从给出的选项中选择。', en: 'Choose one of the given values.' },
  unrecognized_keys: { zh: '有不认识的内容，请去掉。', en: 'Contains fields that are not known.' },
}

/** A sentence for one field that the contract's schema refused; a contract's own Chinese message is kept as it is. */
export function fieldSentence(issue: Issue, language: Language): string {
  const own = issue.message ?? ''
  if (language === 'zh' && /[\u4e00-\u9fff]/.test(own)) return own
  return SENTENCES[issue.keyword]?.[language] ?? (language === 'zh' ? '此项有误，请检查。' : 'Check this field.')
}
