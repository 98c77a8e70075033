import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { OPEN_SUBJECTS } from '#domain/journal/withheld.ts'

const root = path.resolve(import.meta.dirname, '..')
const files = globSync('{domain,server,web}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')
const IMPORTS =
  /^(?:import|export)\b[^'\n]*\bfrom '([^']+)'|^\} from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm
const importsOf = (file: string) =>
  [...textOf(file).matchAll(IMPORTS)]
    .map((found) => found.slice(1).find(Boolean) ?? '')
    .map((to) =>
      to.startsWith('#') ? to.slice(1) : to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to,
    )
// A capability's table of refusals is a leaf that domain/refusal.ts gathers; it is not part of its slice's graph.
const edges = files
  .filter((file) => file !== 'domain/refusal.ts')
  .flatMap((file) => importsOf(file).map((to) => ({ file, to })))
const sliceOf = (file: string) => file.split('/').slice(0, 2).join('/')

// Examples are what tests of a rule are walked through with; nothing but tests reads them.
test('the domain depends on nothing but zod', () => {
  expect(
    edges.filter(
      ({ file, to }) =>
        file.startsWith('domain/') && !file.includes('/examples/') && !to.startsWith('domain/') && to !== 'zod',
    ),
  ).toEqual([])
  expect(edges.filter(({ file, to }) => !file.includes('/examples/') && to.includes('/examples/'))).toEqual([])
})

test('the web never reaches into the server, nor the server into the web', () => {
  const crossing = ({ file, to }: { file: string; to: string }) =>
    (file.startsWith('web/') && to.startsWith('server/')) || (file.startsWith('server/') && to.startsWith('web/'))
  expect(edges.filter(crossing)).toEqual([])
})

test.each(['domain', 'server', 'web'])('the slices of %s form no circle', (runtime) => {
  const graph = new Map<string, Set<string>>()
  for (const { file, to } of edges) {
    const [a, b] = [sliceOf(file), sliceOf(to)]
    const inside = a.startsWith(`${runtime}/`) && b.startsWith(`${runtime}/`) && !b.includes('.')
    if (inside && a !== b && !a.includes('.')) graph.set(a, (graph.get(a) ?? new Set()).add(b))
  }
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    [...(graph.get(from) ?? [])].some(
      (next) => next === goal || (!seen.has(next) && (seen.add(next), reaches(next, goal, seen))),
    )
  const circular = [...graph.keys()].filter((slice) => reaches(slice, slice))
  expect(
    circular.map(
      (slice) => `${slice} → ${[...(graph.get(slice) ?? [])].filter((next) => circular.includes(next)).join(', ')}`,
    ),
  ).toEqual([])
})

test('whoever reads business data says for whom', () => {
  const readers = files
    .filter((file) => file.endsWith('.queries.ts'))
    .flatMap((file) =>
      [...textOf(file).matchAll(READER)].map(([, named, bound, params = '']) => ({
        file,
        name: named ?? bound ?? '',
        params: params.replace(/\s+/g, ' ').trim(),
      })),
    )
  expect(readers.length).toBeGreaterThan(0)
  const anonymous = readers.filter(
    ({ name, params }) => !/^(db: Db|tx: Tx|db: Db \| Tx), actor: Actor/.test(params) && !BEFORE_ANYBODY.includes(name),
  )
  expect(anonymous.map(({ file, name }) => `${file} ${name}`)).toEqual([])
})
/** A function that reads, by its verb; `load` is the system's own reading, whoever may see it. */
const READER =
  /export (?:(?:async )?function ((?:find|list|search|get|count|has|lock)[A-Z]\w*)|const ((?:find|list|search|get|count|has|lock)[A-Z]\w*) = (?:async )?)\(([^)]*)\)/g
/** What is read to find out who asks, before there is anybody. */
const BEFORE_ANYBODY = [
  'findAskerBySession',
  'findAskerByToken',
  'findAskerByFeed',
  'findPasswordDigest',
  'findSignInFailures',
  'lockSignInFailures',
  'hasOrganization',
]

test('SQL stands in *.queries.ts, migrations and the database’s own files only', () => {
  const may = (file: string) => /\.queries\.ts$|^server\/(db|demo|journal)\//.test(file)
  const sqlIn = (file: string) =>
    /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/.test(textOf(file))
  expect(files.filter((file) => file.startsWith('server/') && !may(file) && sqlIn(file))).toEqual([])
})

test('only config.ts reads the environment', () => {
  expect(files.filter((file) => file !== 'server/config.ts' && /process\.env/.test(textOf(file)))).toEqual([])
})

test('the domain knows neither the clock nor chance', () => {
  const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|performance\.now/
  expect(files.filter((file) => file.startsWith('domain/') && impure.test(textOf(file)))).toEqual([])
})

test('whatever the server writes into the journal can be read in words', () => {
  const named = /'([a-z]+(?:[A-Z][a-z]+)*\.[a-z]+(?:[A-Z][a-z]+)*)'/g
  const words = new Set([...textOf('web/text/actions.ts').matchAll(named)].map(([, name = '']) => name))
  const nouns = new Set([...words].map((name) => name.split('.')[0]))
  const written = files
    .filter((file) => file.startsWith('server/') && /\b(?:record|note)\(/.test(textOf(file)))
    .flatMap((file) => [...textOf(file).matchAll(named)].map(([, name = '']) => name))
    .filter((name) => nouns.has(name.split('.')[0]))
  expect(written.length).toBeGreaterThan(20)
  expect([...new Set(written)].filter((name) => !words.has(name))).toEqual([])
})

/** The fields that a source journals by name: the keys of its plain `before: { … }` and `after: { … }`. */
const journalled = (source: string): string[] =>
  Array.from(source.matchAll(/\b(?:before|after): \{([^{}()]*)\}/g), ([, body = '']) => body)
    .flatMap((body) => body.split(','))
    .flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? [])

test('the fields and subjects that the server journals have names in both languages', async () => {
  type Words = Record<'nameOfField' | 'subjectWord', (code: string, language: 'zh' | 'en') => string>
  // By its path, since server and web are checked as two projects.
  const { nameOfField, subjectWord }: Words = await import(path.join(root, 'web/journal/changes.ts'))
  const sources = files.filter((file) => file.startsWith('server/')).map(textOf)
  const fields = [...new Set(sources.flatMap(journalled))]
  expect(fields.length).toBeGreaterThan(60)
  expect(fields.filter((field) => /[A-Za-z]/.test(nameOfField(field, 'zh')))).toEqual([])
  expect(fields.filter((field) => /[a-z][A-Z]/.test(nameOfField(field, 'en')))).toEqual([])
  expect(recordedSubjects().filter((type) => /[A-Za-z]/.test(subjectWord(type, 'zh')))).toEqual([])
})

/** Everything that the server's sources say an entry of the journal is about. */
const recordedSubjects = (): string[] => {
  const texts = files.filter((file) => file.startsWith('server/')).map(textOf)
  const named = (source: string) => Array.from(source.matchAll(/subjectType: '(\w+)'/g), ([, type = '']) => type)
  return [...new Set(texts.flatMap(named))].toSorted()
}

// Whoever journals a new kind of thing says here whether the audit administrator may read it.
test('of every subject in the journal it is decided whether it is business or administration', () => {
  const business = [
    'difficulty',
    'directive',
    'document',
    'feedback',
    'highlight',
    'import',
    'meeting',
    'reportEntry',
    'reportSheet',
    'ruling',
    'sheetDelivery',
    'task',
  ]
  expect(recordedSubjects()).toEqual([...business, ...OPEN_SUBJECTS].toSorted())
})

/** What came after Chromium 90 and has been reached for; the browser would stop with an exception. */
const NEWER_THAN_FLOOR =
  /\.at\(-?\d|\.(?:toSorted|toReversed|toSpliced|findLast|findLastIndex|toWellFormed|isWellFormed)\(|\bstructuredClone\(|\bcrypto\.randomUUID\(|\bObject\.(?:hasOwn|groupBy)\(|\bMap\.groupBy\(|\bArray\.fromAsync\(|\bURL\.parse\(|\bPromise\.withResolvers\(/

test('nothing the browser runs is newer than Chromium 90', () => {
  const reached = new Set(files.filter((file) => file.startsWith('web/')))
  for (const file of reached)
    for (const to of importsOf(file)) if (to.startsWith('domain/')) reached.add(to.replace(/\.js$/, '.ts'))
  const reachedFiles = [...reached].filter((file) => /\.tsx?$/.test(file))
  expect(reachedFiles.some((file) => file.startsWith('domain/'))).toBe(true)
  expect(reachedFiles.filter((file) => NEWER_THAN_FLOOR.test(textOf(file)))).toEqual([])
})
