import { describe, expect, test } from 'vitest'
import { draftDocument } from './draftDocument.ts'
import { LEDGERS_BY_HAND } from './examples/ledgersByHand.ts'
import { ledgerOf } from './examples/ledgers.ts'
import { traitsOf } from './examples/ledgerTraits.ts'
import { differencesFrom } from './examples/ledgerScore.ts'
import { rowsOf } from './examples/read.ts'
import { sheetAs, sheetsAs } from './examples/sheet.ts'
import { toSourceText } from './lines.ts'

const SHAPES = Array.from({ length: 60 }, (_, seed) => seed)

const scored = SHAPES.map((seed) => {
  const ledger = ledgerOf(seed)
  const source = toSourceText(sheetsAs(ledger.sheets), (char) => char)
  const { drafts } = draftDocument(source, { planYear: 2026 })
  return { seed, traits: ledger.traits, rows: ledger.truth.length, ...differencesFrom(ledger.truth, drafts) }
})
const sum = (of: (one: (typeof scored)[number]) => number) => scored.reduce((total, one) => total + of(one), 0)

describe('sixty messy ledgers', () => {
  test('at least 95 of 100 rows are right without an edit', async ({ annotate }) => {
    const share = sum(({ right }) => right) / sum(({ rows }) => rows)
    const extra = sum((one) => one.extra.length)
    const worst = scored.flatMap(({ seed, wrong }) => wrong.slice(0, 2).map((one) => `${seed}: ${one}`))
    await annotate(`rows right without an edit: ${(100 * share).toFixed(1)} %, rows that are none: ${extra}`)
    expect({ enough: share >= 0.95, worst: share >= 0.95 ? [] : worst.slice(0, 20) }).toEqual({
      enough: true,
      worst: [],
    })
    expect(extra / sum(({ rows }) => rows)).toBeLessThanOrEqual(0.01)
  })

  test('every cell that nobody could read for certain waits for a person', () => {
    expect(scored.flatMap(({ seed, unasked }) => unasked.map((one) => `${seed}: ${one}`))).toEqual([])
  })

  test('every trait comes up', () => {
    const met = (of: (seed: number) => unknown) => new Set(SHAPES.map(of)).size
    expect(met((seed) => traitsOf(seed).who)).toBe(5)
    expect(met((seed) => traitsOf(seed).groups)).toBe(6)
    expect(met((seed) => traitsOf(seed).header)).toBe(4)
    expect(met((seed) => traitsOf(seed).separator)).toBe(14)
  })
})

describe('a ledger as somebody made it by hand gives its rows and nothing else', () => {
  test.each(LEDGERS_BY_HAND)('$name', ({ rows, merges = [], truth }) => {
    const source = toSourceText(sheetAs(rows, merges), (char) => char)
    expect(rowsOf(draftDocument(source, { planYear: 2026 }).drafts, truth)).toEqual(truth)
  })
})
