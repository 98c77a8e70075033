/**
 * Writes test/upgrade/NAME.json.gz: the rows of every table of the demo district, as the present migrations hold them,
 * the names of these migrations, and what the board said. One is made for every release and never changed afterwards:
 * later versions prove with it that they take over what a place has. `node scripts/upgrade-fixture.ts first-release`
 */
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { buildApp } from '#server/app.ts'
import type { Db } from '#server/db/db.ts'
import { loadDemo } from '#server/demo/load.ts'
import { seal } from '#server/journal/seal.ts'
import { DEMO_NOW, DEMO_PASSWORD } from '#test/database.setup.ts'
import { figuresOf, takeRows, type Fixture, type Rows } from '#test/upgrade/fixture.ts'
import { DEMO_ORGANIZATION, demoPerson } from '#test/world.demo.ts'
import { withMigrated } from './database/migrated.ts'

/** The journal's beginning is enough to prove the chain, and keeps the file small. */
const MOST_ENTRIES = 1500
const DAYS = ['2026-11-20', '2026-06-30']
const NOTICE = `关于做好岁末年初重点工作的通知

一、科工信局要在12月20日前完成规上工业企业安全检查，教育局配合。
二、交通运输局12月25日前完成冬季道路养护，形成验收报告。
`

/** The office reads a document, keeps a view and asks for the board: what the demo's loading leaves empty. */
async function useIt(db: Db): Promise<Fixture['figures']> {
  const app = await buildApp({
    db,
    clock: () => DEMO_NOW,
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'silent',
    requestsPerMinute: 1000,
    trustedProxies: [],
    rounds: [],
    channels: {},
    namedHosts: [],
    publicUrl: null,
  })
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object | Buffer, type = 'application/json') => {
    const reply = await app.inject({
      method,
      url,
      ...(payload && { payload }),
      headers: { cookie, 'idempotency-key': url, ...(payload && { 'content-type': type }) },
    })
    if (reply.statusCode > 299) throw new Error(`${url}: ${reply.body}`)
    return { body: reply.json<unknown>(), cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '' }
  }
  let cookie = ''
  const { userName } = demoPerson('supervisionOffice')
  cookie = (await ask('POST', '/api/sessions', { userName, password: DEMO_PASSWORD })).cookie
  await ask('POST', '/api/saved-views', { name: '本月到期', search: 'sort=due' })
  const query = new URLSearchParams({ name: '岁末年初通知.txt' }).toString()
  await ask('POST', `/api/imports?${query}`, Buffer.from(NOTICE), 'application/octet-stream')
  const figures: Fixture['figures'] = []
  for (const day of DAYS) figures.push(figuresOf((await ask('GET', `/api/board?asOn=${day}`)).body))
  await app.close()
  return figures
}

/** The first links of the chain with their entries. */
function shorten({ migrations, tables }: Rows): Rows {
  const Seal = z.looseObject({ position: z.int(), entry_seq: z.int() })
  const seals = (tables['journal_seal'] ?? [])
    .map((row) => Seal.parse(row))
    .filter((row) => row.position <= MOST_ENTRIES)
  const kept = new Set<unknown>(seals.map((row) => row.entry_seq))
  const entries = (tables['journal_entry'] ?? []).filter((row) => kept.has(row['seq']))
  return { migrations, tables: { ...tables, journal_entry: entries, journal_seal: seals } }
}

const name = process.argv[2]
if (!name) throw new Error('Say the name of the release: node scripts/upgrade-fixture.ts first-release')
const fixture: Fixture = await withMigrated(async ({ db }) => {
  await loadDemo(db, { now: DEMO_NOW, password: DEMO_PASSWORD })
  const figures = await useIt(db)
  await seal(db, DEMO_ORGANIZATION)
  return { ...shorten(await takeRows(db)), figures }
})
const bytes = gzipSync(JSON.stringify(fixture), { level: 9 })
await writeFile(new URL(`../test/upgrade/${name}.json.gz`, import.meta.url), bytes)
console.log(`${fixture.migrations.length} migrations, ${Math.round(bytes.length / 1000)} kB`)
