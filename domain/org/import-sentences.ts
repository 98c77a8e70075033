import type { Language } from '../refusal.ts'

type Sentence = Record<Language, string>

/** What must be corrected in a cell, each saying what to do. `{…}` is filled from the facts. */
const CELL_SENTENCES = {
  nameMissing: { zh: '请填名称。', en: 'Fill in the name.' },
  tooLong: { zh: '太长，请写在 {limit} 个字以内。', en: 'Too long; at most {limit} characters.' },
  unitTwice: { zh: '与第 {row} 行重复，请删去一行。', en: 'The same as row {row}; delete one.' },
  unitByOtherName: {
    zh: '“{name}”已经有了，这是它的简称或别名。要改它，请写全称；是另一个单位，请换个名称。',
    en: '“{name}” goes by this name already. Write its full name to change it, or choose another name.',
  },
  kindUnknown: { zh: '请写：{words}。', en: 'Write one of: {words}.' },
  personNameMissing: { zh: '请填姓名。', en: 'Fill in the name.' },
  userNameMissing: { zh: '请填用户名，不含空格。', en: 'Fill in a user name without spaces.' },
  userNameTaken: { zh: '这个用户名不能用，请换一个。', en: 'This user name cannot be used; choose another.' },
  userNameDisabled: {
    zh: '这个账号已停用。请先恢复，或删去此行。',
    en: 'This account is disabled. Enable it first, or delete the row.',
  },
  nameDiffers: {
    zh: '与第 {row} 行用户名相同、姓名不同。一人多岗每行姓名要一致；是两个人，请用不同的用户名。',
    en: 'The user name of row {row} with another name. Rows of one person agree; two people need two user names.',
  },
  roleUnknown: { zh: '请写：{words}。', en: 'Write one of: {words}.' },
  unitMissing: { zh: '此角色须写所在单位。', en: 'This role needs a unit.' },
  unitUnknown: {
    zh: '没有这个单位。请写全称、简称或别名，或在单位表里加上它。',
    en: 'No such unit. Write its name, short name or alias, or add it to the units.',
  },
  rolesExclude: {
    zh: '三员须由不同的人担任，且不兼业务岗位。',
    en: 'The three administrators must be different people and hold no business post.',
  },
  ownPosts: { zh: '自己的岗位请由另一位管理员修改。', en: 'Another administrator changes your own posts.' },
} as const satisfies Record<string, Sentence>

export type CellSentence = keyof typeof CELL_SENTENCES

/** What a sentence is filled with; words that differ by language come in both. */
export type CellFacts = Record<string, string | number | Sentence>

const said = (fact: CellFacts[string] | undefined, language: Language): string =>
  typeof fact === 'object' ? fact[language] : String(fact ?? '')

/** The sentence in one language, filled. */
export const cellSentence = (code: CellSentence, facts: CellFacts, language: Language): string =>
  CELL_SENTENCES[code][language].replace(/\{(\w+)\}/g, (_, name: string) => said(facts[name], language))
