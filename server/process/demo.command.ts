import { wordFor } from '#domain/glossary.ts'
import { passwordFits } from '#server/auth/password.ts'
import type { Config } from '#server/config.ts'
import type { Db } from '#server/db/db.ts'
import { demoPasswordDigest } from '#server/demo/account.queries.ts'
import { DISTRICT } from '#server/demo/district.ts'
import { DEMO_PASSWORD } from '#server/demo/leaders.ts'
import { hasOrganization } from '#server/setup/setup.queries.ts'
import { takeNoArguments } from '../command.ts'
import { loadDemoApart } from './demo-load.ts'
import { runServer, type Prepared } from './server.ts'
import { inSpeech, StartError, type Speech } from '#server/start-error.ts'

/** `yipanqi demo`: the server with the demo district, loaded once; prints one account per role. */
export async function demoCommand(args: string[]): Promise<number> {
  takeNoArguments(args)
  return runServer({ logLevel: 'warn', prepare, announce })
}

const passwordOf = ({ demoPassword }: Config): string => demoPassword ?? DEMO_PASSWORD

/** The demo's accounts with their people, one per role. */
const accounts = () =>
  DISTRICT.accounts.flatMap(({ role, person }) => {
    const found = DISTRICT.people.find(({ key }) => key === person)
    return found ? [{ role, key: person, name: found.name, userName: found.userName }] : []
  })

const storedPassword = (db: Db): Promise<string | undefined> => demoPasswordDigest(db, accounts()[0]?.key ?? '')

async function prepare({ db, url, config }: Prepared): Promise<void> {
  if (await storedPassword(db)) return
  if (await hasOrganization(db)) throw new StartError('demo_elsewhere')
  await loadDemoApart({ url, now: new Date(), password: passwordOf(config) })
}

async function announce({ db, config }: Prepared, address: string): Promise<string[]> {
  const { speech } = config
  const isCurrent = await passwordFits(passwordOf(config), (await storedPassword(db)) ?? '')
  const password = isCurrent
    ? passwordOf(config)
    : inSpeech(speech, '首次启动时设定的那个', 'the one given at the first start')
  return [
    inSpeech(speech, `一盘棋演示区已启动：${address}`, `The demo of Yipanqi is ready: ${address}`),
    '',
    ...accountLines(speech),
    '',
    `  ${inSpeech(speech, '密码', 'password')}: ${password}`,
  ]
}

/** A line per role: user name, who that is, what they are. */
function accountLines(speech: Speech): string[] {
  const width = Math.max(...accounts().map(({ userName }) => userName.length)) + 2
  return accounts().map(({ role, name, userName }) => {
    const label = inSpeech(speech, wordFor(role, 'zh'), wordFor(role, 'en'))
    return `  ${userName.padEnd(width)}${name}  ${label}`
  })
}
