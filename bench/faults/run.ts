import { setTimeout as pause } from 'node:timers/promises'
import type { WorkingCalendar } from '#domain/calendar/calendar.ts'
import { verifyJournal } from '#domain/journal/journal.contract.ts'
import { URGE_PRESETS } from '#domain/urging/rules.ts'
import { saveUrgeRules } from '#domain/urging/urging.contract.ts'
import { loadCalendar } from '#server/calendar/calendar.queries.ts'
import type { Db } from '#server/db/db.ts'
import { type Dice, diceFor } from '#server/demo/random.ts'
import { type Change, clientOf, Refused, type Traffic } from './clients.ts'
import { compare, type Difference } from './compare.ts'
import { type District, seedDistrict } from './district.ts'
import { findAll, type Found } from './found.ts'
import { addHistories, CLOCKS_OF_EACH, type History, outcomeOf } from './histories.ts'
import { emptyLedger, enter, type Ledger, told } from './ledger.ts'
import { openSigning } from './signing.ts'
import { inTime, type Site } from './site.ts'
import { playStory } from './stories.ts'

const CLIENTS = 6
/** A fault comes after so many more changes at most, and so many milliseconds. */
const MOST_CHANGES = 25
const MOST_MS = 40
/** A second server is killed at any moment of its start, or just after it, in its first rounds. */
const LATEST_PART = 1.3

/** What is broken; `twice` kills a second server while it starts, recovers and does what is due. */
const FAULTS = ['server', 'database', 'connection', 'twice'] as const
type Fault = (typeof FAULTS)[number]
const KILLED: Record<Fault, string> = {
  server: 'the server',
  database: 'the database',
  connection: 'one connection of the database',
  twice: 'the server and, as it started, the next one',
}

export type Outcome = {
  faults: Record<Fault, number>
  traffic: Traffic
  clocks: number
  differences: Record<keyof Found, Difference>
  expected: Record<keyof Found, number>
  journal: { sealed: number; unsealed: number; brokenAt: number | null }
  endedInOrder: boolean
}

type Running = {
  site: Site
  /** The keys of the letters that arrived. */
  mailed: readonly string[]
  dice: Dice
  district: District
  calendar: WorkingCalendar
  traffic: Traffic
  ledger: Ledger
  histories: History[]
  office: Change
  rulesVersion: number
}

/** Breaks a site so often under load, and finds out what became of everything that was acknowledged. */
export async function runFaults(
  site: Site,
  mailed: readonly string[],
  { times, seed, say }: { times: number; seed: string; say: (line: string) => void },
): Promise<Outcome> {
  const dice = diceFor(seed)
  const order = Array.from({ length: Math.ceil(times / FAULTS.length) }, () => dice.shuffled(FAULTS)).flat()
  await site.start()
  const run = await begin(site, mailed, dice)
  const faults = { server: 0, database: 0, connection: 0, twice: 0 }
  const load = startLoad(run)
  for (const [index, fault] of order.slice(0, times).entries()) {
    const line = await Promise.race([breakOnce(run, fault), load.failed])
    faults[fault] += 1
    say(`${index + 1}/${times} ${line}`)
  }
  await Promise.race([load.stop(), load.failed])
  return { faults, ...(await judge(run)) }
}

async function begin(site: Site, mailed: readonly string[], dice: Dice): Promise<Running> {
  const district = await site.withDb(seedDistrict)
  const calendar = await site.withDb((db) => loadCalendar(db, district.organizationId, null))
  const traffic = { acknowledged: 0, sentAgain: 0, unexpected: 0, refused: [] }
  const ledger = emptyLedger()
  const office = clientOf(site, dice, traffic)
  return { site, mailed, dice, district, calendar, traffic, ledger, histories: [], office, rulesVersion: 0 }
}

/** People at work, each with one story after the other, until they are told to stop. */
function startLoad({ site, dice, district, traffic, ledger }: Running) {
  let stopping = false
  let number = 0
  const work = Array.from({ length: CLIENTS }, async (_, index) => {
    const change = clientOf(site, diceFor(`client ${index} ${dice.next()}`), traffic)
    while (!stopping) await playStory({ district, change, ledger }, (number += 1)).catch(endOfStory)
  })
  const signs = async () => {
    const change = clientOf(site, diceFor(`signer ${dice.next()}`), traffic)
    const sign = await openSigning({ district, change, ledger })
    while (!stopping) await sign()
  }
  const done = Promise.all([...work, signs().catch(endOfStory)])
  const failed = new Promise<never>((_, reject) => void done.catch(reject))
  failed.catch(() => undefined)
  return {
    failed,
    stop: async () => {
      stopping = true
      await done
    },
  }
}

/** What was refused is counted, and ends its story only: what else is wrong is to be seen too. */
function endOfStory(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}

/** Brings in what is due, waits for some changes, breaks something, and starts what was broken. */
async function breakOnce(run: Running, fault: Fault): Promise<string> {
  const { site, dice, traffic } = run
  await addDue(run)
  const before = traffic.acknowledged
  const goal = before + dice.whole(1, MOST_CHANGES)
  await inTime('changes that are acknowledged', reached(traffic, goal))
  await pause(dice.whole(0, MOST_MS))
  const changes = traffic.acknowledged - before
  const began = performance.now()
  await breakBy[fault](site, dice)
  const tookMs = Math.round(performance.now() - began)
  return `killed ${KILLED[fault]} after ${changes} changes; at work again in ${tookMs} ms`
}

const breakBy: Record<Fault, (site: Site, dice: Dice) => Promise<void>> = {
  server: async (site) => {
    await site.killServer()
    await site.start()
  },
  database: async (site) => {
    await site.killDatabase()
    await site.start()
  },
  connection: (site, dice) => site.killConnection((pids) => dice.pick(pids)),
  twice: async (site, dice) => {
    await site.killTwice(dice.next() * LATEST_PART)
    await site.start()
  },
}

async function reached(traffic: Traffic, goal: number): Promise<void> {
  while (traffic.acknowledged < goal) await pause(5)
}

/** Former days come in, and the office sets the rules of urging anew, so that the next round has work to do. */
async function addDue(run: Running): Promise<void> {
  const { site, district, dice, calendar, histories } = run
  const batch = run.rulesVersion + 1
  histories.push(...(await site.withDb((db) => addHistories(db, district, { calendar, dice, batch }))))
  await setRules(run)
}

async function setRules(run: Running): Promise<void> {
  const { district, office, ledger } = run
  const { stages, byHand, noticePrefix } = URGE_PRESETS.standard
  const rules = { stages: [...stages], byHand: { ...byHand, to: [...byHand.to] }, noticePrefix }
  const body = { version: run.rulesVersion, effectiveOn: district.today, rules }
  const { version } = await office(saveUrgeRules, district.office, { body })
  run.rulesVersion = version
  enter(ledger, 'urgeRules.saved', String(version), district.office)
}

/** Lets a server that nobody breaks do what is due, and compares what is there with what was acknowledged. */
async function judge(run: Running): Promise<Omit<Outcome, 'faults'>> {
  const { site, district, traffic, histories } = run
  await setRules(run)
  const endedInOrder = (await site.stop()) === 0
  await site.start()
  const address = await site.address()
  const { expected, differences } = await site.withDb((db) => settled(run, address, db))
  return {
    traffic,
    clocks: histories.length * CLOCKS_OF_EACH,
    expected: mapped(expected, (lines) => lines.length),
    differences,
    journal: await chainOf(address, district),
    endedInOrder,
  }
}

/**
 * How long after its start a server may take for its rounds; what is not there then is lost. A letter whose sending
 * broke off with a server goes again after two minutes.
 */
const ROUNDS_MS = 180_000

async function settled(run: Running, address: string, db: Db) {
  const end = performance.now() + ROUNDS_MS
  for (;;) {
    const found = await findAll({ address, db, mailed: run.mailed }, run.district)
    const expected = expectedOf(run, await runVersions(db, run.district))
    const differences = mapped(expected, (lines, area) => compare(lines, found[area]))
    const isRight = Object.values(differences).every(({ lost, doubled }) => lost.length + doubled.length === 0)
    if (isRight || performance.now() > end) return { expected, differences }
    await pause(200)
  }
}

function expectedOf({ ledger, histories, district, calendar, rulesVersion }: Running, versions: number[]): Found {
  const clocks = outcomeOf(histories, district, calendar)
  const daily: Ledger = emptyLedger()
  // Under which of the versions a round ran hangs on when servers died; under the last one it must have.
  for (const version of new Set([...versions, rulesVersion]))
    if (version > 0) told(daily, 'noticesProposed', `proposed ${district.today} ${version}`, district.office)
  for (const { id, head, liaison } of [...district.units, district.signer])
    told(daily, 'periodOpened', `${district.periodId}/${id}`, head, liaison)
  return {
    changes: [...ledger.facts.values(), ...ledger.stories],
    clocks: [...clocks.facts.values(), ...clocks.stories],
    journal: [...ledger.entries, ...clocks.entries],
    messages: [...ledger.messages, ...clocks.messages, ...daily.messages],
    letters: [...ledger.letters, ...clocks.letters, ...daily.letters],
  }
}

const runVersions = async (db: Db, { organizationId }: District): Promise<number[]> =>
  (await db.selectFrom('urgeRun').select('rulesVersion').where('organizationId', '=', organizationId).execute()).map(
    ({ rulesVersion }) => rulesVersion,
  )

const mapped = <Result>(found: Found, map: (lines: string[], area: keyof Found) => Result) => ({
  changes: map(found.changes, 'changes'),
  clocks: map(found.clocks, 'clocks'),
  journal: map(found.journal, 'journal'),
  messages: map(found.messages, 'messages'),
  letters: map(found.letters, 'letters'),
})

/** The chain as an auditor checks it, once everything is in it. */
async function chainOf(address: string, { auditor }: District): Promise<Outcome['journal']> {
  const end = performance.now() + ROUNDS_MS
  for (;;) {
    const reply = await fetch(address + verifyJournal.path, { headers: { cookie: `yipanqi=${auditor.secret}` } })
    const { sealedCount, unsealedCount, brokenAt } = verifyJournal.response.parse(await reply.json()) as Chain
    if (unsealedCount === 0 || brokenAt !== null || performance.now() > end)
      return { sealed: sealedCount, unsealed: unsealedCount, brokenAt }
    await pause(200)
  }
}
type Chain = { sealedCount: number; unsealedCount: number; brokenAt: number | null }
