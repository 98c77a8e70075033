import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { DEMO_PASSWORD } from '#server/demo/leaders.ts'
import { UsageError } from '#server/command.ts'
import { inSpeech, type Speech } from '#server/start-error.ts'
import type { Spread } from './figures.ts'
import { startOwnServer } from './ownServer.ts'
import { followersOf, UNITS_MOST } from './people.ts'
import { type Figures, rehearse } from './rehearsal.ts'

type Options = { url: string | null; units: number; followers: number; restart: boolean }
const DEFAULTS = { units: 40, followers: 60 }

function readOptions(args: string[]): Options {
  const { url, units, followers, restart } = parsed(args)
  if (restart && url !== undefined)
    throw new UsageError(
      '--restart 只用于自带的服务，不能与 --url 同用',
      '--restart is for the server of its own, not with --url',
    )
  const unitCount = countOf('--units', units, DEFAULTS.units, UNITS_MOST)
  return {
    url: url === undefined ? null : addressOf(url),
    units: unitCount,
    followers: countOf('--followers', followers, DEFAULTS.followers, followersOf(unitCount).length),
    restart: restart ?? false,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: 'string' },
        units: { type: 'string' },
        followers: { type: 'string' },
        restart: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    const said = error instanceof Error ? error.message.split('. ')[0] : ''
    throw new UsageError(`参数有误：${said}`, `wrong arguments: ${said}`)
  }
}

function countOf(option: string, written: string | undefined, usual: number, most: number): number {
  const count = written === undefined ? Math.min(usual, most) : Number(written)
  if (Number.isInteger(count) && count >= 1 && count <= most) return count
  throw new UsageError(
    `${option} 须为 1 至 ${most} 的整数，不是“${written}”`,
    `${option} takes a whole number from 1 to ${most}, not "${written}"`,
  )
}

function addressOf(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.origin
  throw new UsageError(
    '--url 须为 http:// 或 https:// 开头的地址，不含用户名和密码',
    '--url takes an address that begins with http:// or https://, without user name or password',
  )
}

/**
 * `rehearse`: a scripted meeting at a demo. Prints its figures, last one JSON object. Gives the exit code: 0, or 1 where
 * something was lost, doubled or disordered. Throws UsageError (exit code 2), StartError `rehearsal_…`.
 */
export async function rehearseCommand(args: string[], speech: Speech): Promise<number> {
  const { url, restart, ...size } = readOptions(args)
  const figures =
    url === null ? await atOwnDemo(size, restart) : await rehearse({ ...size, address: url, password: passwordOf() })
  for (const line of linesOf(figures, speech)) console.log(line)
  console.log(JSON.stringify(figures))
  return figures.lost + figures.doubled + figures.disordered === 0 ? 0 : 1
}

const passwordOf = (): string => readConfig().demoPassword ?? DEMO_PASSWORD

async function atOwnDemo(size: { units: number; followers: number }, isRestarted: boolean): Promise<Figures> {
  const { address, password, restart, end } = await startOwnServer()
  try {
    return await rehearse({ ...size, address, password, ...(isRestarted && { restart }) })
  } finally {
    await end()
  }
}

const spread = ({ count, p50, p99, max }: Spread): string =>
  count === 0 ? '—' : `p50 ${p50} ms, p99 ${p99} ms, max ${max} ms (${count})`

function linesOf(figures: Figures, speech: Speech): string[] {
  const { units, followers, points, events, rulings, cutFollowers, sentAgain, restarted, lost, doubled, disordered } =
    figures
  const rows: [zh: string, en: string, value: string][] = [
    ['单位 / 跟会屏幕', 'units / screens', `${units} / ${followers}`],
    ['议程 / 事件 / 议定', 'points / events / rulings', `${points} / ${events} / ${rulings}`],
    ['断网的屏幕 / 重发', 'screens cut off / sent again', `${cutFollowers} / ${sentAgain}`],
    [
      '会中重启服务',
      'server restarted in the middle',
      restarted ? inSpeech(speech, '是', 'yes') : inSpeech(speech, '否', 'no'),
    ],
    ['冻结材料', 'brief frozen in', `${figures.freezeMs} ms`],
    ['议定保存', 'ruling saved in', spread(figures.rulingSavedMs)],
    ['跟会延迟', 'on the screens after', spread(figures.followerDelayMs)],
    ['恢复联网后补齐', 'caught up after the line stood in', spread(figures.caughtUpMs)],
    ['纪要就绪', 'minutes ready in', `${figures.minutesReadyMs} ms`],
    ['丢失 / 重复 / 乱序', 'lost / doubled / disordered', `${lost} / ${doubled} / ${disordered}`],
  ]
  return rows.map(([zh, en, value]) => `${inSpeech(speech, zh, en)}: ${value}`)
}
