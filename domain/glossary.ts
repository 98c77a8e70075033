import { CHANNEL_WORDS } from './glossary/channels.ts'
import { DIRECTIVE_WORDS } from './glossary/directives.ts'
import { DIFFICULTY_WORDS } from './glossary/difficulties.ts'
import { IMPORT_WORDS } from './glossary/imports.ts'
import { MEETING_WORDS } from './glossary/meetings.ts'
import { ORGANIZATION_WORDS } from './glossary/organization.ts'
import { FIGURE_WORDS, REPORT_WORDS, TASK_STATE_WORDS } from './glossary/states.ts'
import type { Word, WordGroup } from './glossary/word.ts'
import { URGING_WORDS } from './glossary/urging.ts'
import { LOOP_WORDS, STEP_WORDS, WORK_WORDS } from './glossary/work.ts'

/** Every word of the business, grouped as docs/GLOSSARY.md prints them. A new word enters here before it enters code. */
const GLOSSARY: readonly WordGroup[] = [
  ORGANIZATION_WORDS,
  WORK_WORDS,
  STEP_WORDS,
  TASK_STATE_WORDS,
  REPORT_WORDS,
  IMPORT_WORDS,
  FIGURE_WORDS,
  LOOP_WORDS,
  DIFFICULTY_WORDS,
  MEETING_WORDS,
  DIRECTIVE_WORDS,
  URGING_WORDS,
  CHANNEL_WORDS,
]

/** All words in one row. */
export const WORDS: readonly Word[] = GLOSSARY.flatMap(({ words }) => words)

const BY_CODE = new Map(WORDS.map((entry) => [entry.code, entry]))

/** The word for a code on a screen; the code itself where the glossary does not have it. */
export const wordFor = (code: string, language: 'zh' | 'en'): string => BY_CODE.get(code)?.[language] ?? code

/** A word that stands alone, on a label or in a cell: English begins it with a capital. */
export function labelFor(code: string, language: 'zh' | 'en'): string {
  const text = wordFor(code, language)
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** The labels of several codes. */
export const labelsFor = <Code extends string>(codes: readonly Code[], language: 'zh' | 'en') =>
  Object.fromEntries(codes.map((code) => [code, labelFor(code, language)])) as Record<Code, string>

/** Names that are not used as identifiers, each with the code that is. */
export const forbiddenNames = (): Map<string, string> =>
  new Map(WORDS.flatMap(({ code, not }) => not.map((name) => [name, code])))

const cell = (text: string): string => text.replaceAll('|', '\\|')

const tableOf = ({ title, words }: WordGroup): string =>
  [
    `## ${title}`,
    '',
    '| 中文 | English | in code | meaning | not |',
    '|---|---|---|---|---|',
    ...words.map(
      ({ code, zh, en, not, meaning }) =>
        `| ${cell(zh)} | ${cell(en)} | \`${code}\` | ${cell(meaning)} | ${not.map((name) => `\`${name}\``).join(' ')} |`,
    ),
  ].join('\n')

/** The whole of docs/GLOSSARY.md. */
export const glossaryMarkdown = (): string =>
  [
    '# Glossary · 词汇表',
    '',
    'Generated from `domain/glossary.ts` by `node scripts/glossary.ts`; do not edit by hand.',
    '本页由 `domain/glossary.ts` 生成，请勿手改。',
    '',
    GLOSSARY.map(tableOf).join('\n\n'),
    '',
  ].join('\n')
