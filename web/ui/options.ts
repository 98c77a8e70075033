/** One choice of a combobox. `keys` are other ways to type it: full name, pinyin, initials. */
export type Option = { id: string; label: string; note?: string | undefined; keys: readonly string[] }

const SHOWN = 60

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** How well an option answers a query: 0 best, 4 not at all. */
function distance(option: Option, query: string): number {
  const label = fold(option.label)
  const keys = option.keys.map(fold)
  if (label.startsWith(query)) return 0
  if (keys.some((key) => key.startsWith(query))) return 1
  if (label.includes(query)) return 2
  if (keys.some((key) => key.includes(query))) return 3
  return 4
}

/** The options that answer what was typed, by text, pinyin or initials: best first, otherwise in their own order. */
export function matchOptions(options: readonly Option[], typed: string): Option[] {
  const query = fold(typed)
  if (query === '') return options.slice(0, SHOWN)
  return options
    .map((option) => ({ option, far: distance(option, query) }))
    .filter(({ far }) => far < 4)
    .sort((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ option }) => option)
}
