/**
 * `node bench/papers.ts`: what a briefing book of a hundred units takes, as a server makes it: in a process of its own,
 * its start included. Against ten units it shows that a unit more costs a unit more. Each book twice: built in, and from
 * the sample as an office's own template.
 */
import { randomUUID } from 'node:crypto'
import { briefPaper } from '#domain/papers/briefPaper.ts'
import { BRIEF, CARD } from '#domain/papers/meetingExamples.ts'
import { starterPaper } from '#domain/papers/starters.ts'
import { TEMPLATE_DATA } from '#domain/papers/templateData.ts'
import { openPress } from '#server/papers/press.ts'

/** A busy unit: six tasks that are red or yellow, and something in every part. */
const busy = { ...CARD, tasks: [...CARD.tasks, ...CARD.tasks, ...CARD.tasks] }
const bookOf = (units: number) => ({
  ...BRIEF,
  cards: Array.from({ length: units }, () => ({ ...busy, unit: { ...CARD.unit, id: randomUUID() } })),
})

async function timed(work: () => Promise<Uint8Array>): Promise<{ ms: number; kilobytes: number }> {
  const began = performance.now()
  const { length } = await work()
  return { ms: Math.round(performance.now() - began), kilobytes: Math.round(length / 1024) }
}

const press = openPress()
const first = await timed(() => press.write(briefPaper(bookOf(100), 'book')))
const ten = await timed(() => press.write(briefPaper(bookOf(10), 'book')))
const hundred = await timed(() => press.write(briefPaper(bookOf(100), 'book')))
const template = await press.write(starterPaper('brief'))
const filled = await timed(() => press.fill(template, TEMPLATE_DATA.brief(bookOf(100))))
press.close()
console.log(`book of 100 units, process started for it   ${first.ms} ms, ${first.kilobytes} kB`)
console.log(`book of 100 units, process running          ${hundred.ms} ms`)
console.log(`a unit of 100 over a unit of 10             ${(hundred.ms / 10 / ten.ms).toFixed(2)}`)
console.log(`book of 100 units from a template           ${filled.ms} ms, ${filled.kilobytes} kB`)
