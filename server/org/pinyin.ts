import { searchable } from '#domain/org/searchable.ts'

// The only file that knows the library. Its dictionary takes 30 MB, so it is loaded when a name is first written.
const library = async () => (await import('pinyin-pro')).pinyin
const SYLLABLES = { toneType: 'none', type: 'array', v: true } as const
/** Readings of one character that a name is also found by: 乐 le and yue. */
const READINGS = 2
/** Longer names are read right by their words; single characters of them are not varied. */
const VARIED_LENGTH = 4

/** What a unit is found by: names and aliases in lower case, each with its full pinyin and its initials, by spaces. */
export async function unitKeys(unit: { name: string; shortName: string; aliases: readonly string[] }): Promise<string> {
  const pinyin = await library()
  return joined(
    [unit.name, unit.shortName, ...unit.aliases].flatMap((name) => [name, ...spelt(pinyin(name, SYLLABLES))]),
  )
}

/** What a person is found by: the name, its pinyin as a surname is read (曾 zeng, 单 shan) and otherwise, its initials. */
export async function personKeys(name: string): Promise<string> {
  const pinyin = await library()
  const asName = pinyin(name, { ...SYLLABLES, surname: 'head' })
  const readingsOf = (character: string) => pinyin(character, { ...SYLLABLES, multiple: true }).slice(0, READINGS)
  const readings = [asName, pinyin(name, SYLLABLES), ...variants(name, asName, readingsOf)]
  return joined([name, ...readings.flatMap(spelt)])
}

const spelt = (syllables: readonly string[]): string[] => [
  syllables.join(''),
  syllables.map((syllable) => syllable.slice(0, 1)).join(''),
]

/** The name with one character read otherwise, for each character that can be. */
function variants(name: string, syllables: string[], readingsOf: (character: string) => string[]): string[][] {
  const characters = [...name]
  if (characters.length > VARIED_LENGTH || characters.length !== syllables.length) return []
  return characters.flatMap((character, index) =>
    readingsOf(character)
      .filter((other) => other !== syllables[index])
      .map((other) => syllables.map((syllable, at) => (at === index ? other : syllable))),
  )
}

const joined = (keys: readonly string[]): string => [...new Set(keys.map(searchable))].filter(Boolean).join(' ')
