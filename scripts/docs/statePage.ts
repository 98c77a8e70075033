import type { Language } from '../../domain/refusal.ts'

/** A thing's word in each language. */
export type Words = Record<Language, string>

/** Words one after the other; a dash for none. */
export const listed = (words: readonly string[], language: Language): string =>
  words.length === 0 ? '–' : words.join(language === 'zh' ? '、' : ', ')

/** A way from one state to another, with the words of the step that goes it. */
export type Way = { from: string; to: string; words: string }
/** A state by its code, as it is called, and the class that says how it is drawn. */
export type DrawnState = { state: string; label: string; className: string }

/** How states of a class are drawn, in mermaid's own words. */
const CLASSES: Record<string, string> = {
  before: 'fill:#FFFFFF,stroke:#767D7F,color:#1E2527',
  active: 'fill:#F6EFE0,stroke:#1F4452,color:#1E2527',
  done: 'fill:#B9D8C6,stroke:#2F7A57,color:#17492F',
  stopped: 'fill:#FFFFFF,stroke:#767D7F,color:#5F6769,stroke-dasharray:4',
}

/** The diagram of a state table, begun at its first state; ways between the same two states share one line. */
export function diagram(states: readonly DrawnState[], ways: readonly Way[], language: Language): string {
  const joined = new Map<string, string[]>()
  for (const { from, to, words } of ways)
    joined.set(`${from} --> ${to}`, [...(joined.get(`${from} --> ${to}`) ?? []), words])
  const drawn = new Set(states.map(({ className }) => className))
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(({ state, label }) => `  state "${label}" as ${state}`),
    `  [*] --> ${states[0]?.state}`,
    ...[...joined].map(([way, steps]) => `  ${way} : ${listed(steps, language)}`),
    ...Object.entries(CLASSES).flatMap(([name, look]) => (drawn.has(name) ? [`  classDef ${name} ${look}`] : [])),
    ...states.map(({ state, className }) => `  class ${state} ${className}`),
    '```',
  ].join('\n')
}

/** A table in Markdown. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** The page: its title, what it is drawn from, and both parts in both languages. */
export const page = (title: string, note: string, partsIn: (language: Language) => [diagram: string, table: string]) =>
  [`# ${title}`, note, '## 中文', ...partsIn('zh'), '## English', ...partsIn('en')].join('\n\n') + '\n'
