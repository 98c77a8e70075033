import { labelFor, wordFor } from '#domain/glossary.ts'
import type { Language, RefusedField } from '#domain/refusal.ts'
import { wordOfField } from '#domain/tasks/editing.ts'

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

/** A field that names a unit, a person or a pillar that is not there any more, by its place in the request. */
export const unknownField = (at: string, language: Language): RefusedField => ({
  at,
  message: language === 'zh' ? '没有这一项，或已停用，请另选。' : 'Unknown or retired; choose another.',
})

/** So many fields are named in one sentence. */
const MOST_NAMED = 3

/** What is wrong with which fields, each named where it has a word: most pages show one sentence, and mark no field. */
export function fieldsSentence(fields: readonly RefusedField[], language: Language): string {
  const said = fields.map(({ at, message }) => {
    const word = wordOfPlace(at, language)
    return word === null ? message : `${word}${language === 'zh' ? '：' : ': '}${message}`
  })
  return [...new Set(said)].slice(0, MOST_NAMED).join(language === 'zh' ? '' : ' ')
}

/** The outermost step of a place that is a word: of `supports/2/unitId` the supporting units. */
function wordOfPlace(at: string, language: Language): string | null {
  const codes = at.split('/').flatMap((step) => [wordOfField(step), wordOfField(step.replace(/s$/, ''))])
  const code = codes.find((one) => wordFor(one, language) !== one)
  return code === undefined ? null : labelFor(code, language)
}
