import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { forbiddenNames } from '#domain/glossary.ts'
import { meetingStatesPage } from '../scripts/docs/meetingStatesPage.ts'
import { statesPage } from '../scripts/docs/statesPage.ts'

const root = path.resolve(import.meta.dirname, '..')
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')
const pages = globSync(['*.md', 'docs/*.md', 'docs/decisions/*.md'], { cwd: root })

test('every link of the documents leads somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !to.includes('://') && !existsSync(path.join(root, path.dirname(page), to)))
      .map((to) => `${page}: ${to}`),
  )
  expect(dead).toEqual([])
})

test('every file that the documents name is there', () => {
  const named = /`((?:domain|server|web|test|scripts|bench|docs)\/[\w./-]+\.\w+)`/g
  const gone = pages.flatMap((page) =>
    [...textOf(page).matchAll(named)]
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(path.join(root, file)))
      .map((file) => `${page}: ${file}`),
  )
  expect(gone).toEqual([])
})

test('the service of the operating page tells node of memory what `npm start` does', () => {
  const told = (text: string) => text.match(/--(?:max|heap)-[\w-]+=\d+|MALLOC_\w+=\d+/g)
  const start = /"start": "(.*)"/.exec(textOf('package.json'))?.[1] ?? ''
  expect(told(start)).toHaveLength(3)
  for (const page of ['docs/OPERATING.md', 'docs/OPERATING.zh-CN.md']) expect(told(textOf(page))).toEqual(told(start))
})

test('the life of a task is drawn from the state table of today: npm run states', () => {
  expect(textOf('docs/supervision.states.md')).toBe(statesPage())
  expect(textOf('docs/meeting.states.md')).toBe(meetingStatesPage())
})

test('decisions are numbered one after the other, and say their number', () => {
  const decisions = globSync('docs/decisions/*.md', { cwd: root }).sort()
  const numbers = decisions.map((file) => Number(path.basename(file).slice(0, 4)))
  expect(numbers).toEqual(decisions.map((_, index) => index + 1))
  for (const file of decisions) expect(textOf(file)).toMatch(`# ${path.basename(file).slice(0, 4)} `)
})

test('a comment that names a part of PRODUCT.md names one that is there', () => {
  const parts = [...textOf('docs/PRODUCT.md').matchAll(/^## (.+)$|^\*\*(.+?)\.\*\*/gm)].map(
    ([, head, bold]) => head ?? bold,
  )
  const named = globSync('{domain,server,web}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    [...textOf(file).matchAll(/PRODUCT\.md, (?!rule )([^):;.]+)/g)].map(([, part = '']) => ({ file, part })),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(({ part }) => !parts.some((known) => known && part.startsWith(known)))).toEqual([])
})

test('no identifier is a name that the glossary gave up', () => {
  const forbidden = forbiddenNames()
  const files = globSync('{domain,server,web}/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.includes('.test.') && !file.startsWith('domain/glossary'),
  )
  const code = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const used = files.flatMap((file) =>
    [...new Set(code(file).match(/[A-Za-z]\w*/g))]
      .filter((name) => forbidden.has(name))
      .map((name) => `${file}: ${name}, say ${forbidden.get(name)}`),
  )
  expect(used).toEqual([])
})
