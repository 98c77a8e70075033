import { ensureSetupLink } from '#server/setup/setup.ts'
import { takeNoArguments } from '../command.ts'
import { runServer, type Prepared } from './server.ts'
import { inSpeech } from '#server/start-error.ts'

/** `yipanqi serve`: the server for real use. Empty at first; prints a one-time link until it is set up. */
export async function serveCommand(args: string[]): Promise<number> {
  takeNoArguments(args)
  return runServer({ logLevel: 'info', prepare: async () => undefined, announce })
}

async function announce({ db, config: { speech } }: Prepared, address: string): Promise<string[]> {
  const ready = inSpeech(speech, `一盘棋已启动：${address}`, `Yipanqi is ready: ${address}`)
  const secret = await ensureSetupLink(db)
  if (secret === null) return [ready]
  const first = inSpeech(speech, '首次使用，请打开一次性初始化链接：', 'First use: open this one-time set-up link:')
  return [ready, first, `  ${address}/setup?link=${secret}`]
}
