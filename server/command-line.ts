import { readSpeech } from './config.ts'
import { UsageError, type Command } from './command.ts'
import { inSpeech, StartError, type Speech } from './start-error.ts'

const SERVER_VARIABLES = [
  'PORT                     3000',
  'HOST                     127.0.0.1',
  'YIPANQI_DATA             ./data',
  'DATABASE_URL             postgres://user:password@host:5432/name (PostgreSQL 14 – 18)',
  'YIPANQI_PUBLIC_URL       https://…',
  'YIPANQI_SECURE_COOKIES   yes | no',
  'YIPANQI_TRUSTED_PROXIES  loopback | none | 10.0.0.5,192.168.1.0/24',
  'YIPANQI_METRICS_TOKEN    …',
  'YIPANQI_DIGEST           sha256 | sm3',
  'YIPANQI_LOG              silent | error | warn | info | debug',
]

/** Every command: a new one enters here, with its code in a `….command.ts` of its slice. */
const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    summary: { zh: '启动服务；首次启动会打印初始化链接', en: 'start the server; the first start prints a set-up link' },
    usage: ['serve', '', ...SERVER_VARIABLES],
    run: async (args) => (await import('./process/serve.command.ts')).serveCommand(args),
  },
  demo: {
    summary: {
      zh: '启动演示区「清源区」，并打印各角色的账号',
      en: 'start with a demo district and print its accounts',
    },
    usage: ['demo', '', ...SERVER_VARIABLES, 'YIPANQI_DEMO_PASSWORD    …'],
    run: async (args) => (await import('./process/demo.command.ts')).demoCommand(args),
  },
  migrate: {
    summary: {
      zh: '升级 DATABASE_URL 指定的数据库，然后退出',
      en: 'bring the database of DATABASE_URL forward, and end',
    },
    usage: ['migrate'],
    run: async (args, speech) => (await import('./process/migrate.command.ts')).migrateCommand(args, speech),
  },
  extract: {
    summary: { zh: '从文件中提取任务草稿，每行一个 JSON', en: 'read drafted tasks from files, one JSON object a line' },
    usage: ['extract [--year YYYY] FILE...'],
    run: async (args) => (await import('./imports/extract.command.ts')).extractCommand(args),
  },
  rehearse: {
    summary: {
      zh: '按脚本开一次联席会议并报出各项用时；默认在用完即弃的演示区进行',
      en: 'hold a scripted joint meeting and print its figures; by default at a demo of its own that is thrown away',
    },
    usage: [
      'rehearse [--units 40] [--followers 60] [--restart | --url http://…]',
      '',
      '--units N                how many units take their turn, 1 – 42',
      '--followers N            how many screens follow, 1 – 95',
      '--restart                kill the server in the middle and start it again (its own only)',
      '--url http://…           hold it at a demo that runs; rulings, tasks and minutes stay there',
      '',
      'YIPANQI_DEMO_PASSWORD    yipanqi-demo (for --url)',
    ],
    run: async (args, speech) => (await import('./rehearsal/rehearse.command.ts')).rehearseCommand(args, speech),
  },
  help: {
    summary: { zh: '列出所有命令', en: 'list the commands' },
    usage: ['help [COMMAND]'],
    run: async ([name], speech) => {
      if (name === undefined) console.log(overview(speech))
      else console.log(help(name, findCommand(name), speech))
      return 0
    },
  },
}

const PREFIX = 'npm run --silent yipanqi --'
const HELP_FLAGS = ['--help', '-h']

/** Runs one command line (without node and the file) and gives the exit code. Errors take one line on stderr. */
export async function runCommandLine([name = 'help', ...args]: readonly string[]): Promise<number> {
  const speech = readSpeech()
  try {
    if (HELP_FLAGS.includes(name)) return await runHelp([], speech)
    const command = findCommand(name)
    if (args.some((arg) => HELP_FLAGS.includes(arg))) return await runHelp([name], speech)
    return await command.run(args, speech)
  } catch (error) {
    return report(error, speech)
  }
}

const runHelp = (args: string[], speech: Speech): Promise<number> => findCommand('help').run(args, speech)

function findCommand(name: string): Command {
  const command = Object.entries(COMMANDS).find(([each]) => each === name)?.[1]
  if (command) return command
  throw new UsageError(`没有命令 ${name}，可用：${names()}`, `no such command: ${name}. There are: ${names()}`)
}

const names = (): string => Object.keys(COMMANDS).join(', ')

function overview(speech: Speech): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}${inSpeech(speech, summary.zh, summary.en)}`,
  )
  return [`${PREFIX} COMMAND [--help]`, '', ...lines].join('\n')
}

function help(name: string, { summary, usage }: Command, speech: Speech): string {
  const [line, ...rest] = usage
  return [`${name}: ${inSpeech(speech, summary.zh, summary.en)}`, '', `${PREFIX} ${line}`, ...rest].join('\n')
}

/** One line for what the person can mend; the stack as well for what only we can. */
function report(error: unknown, speech: Speech): number {
  if (error instanceof UsageError) {
    console.error(`yipanqi: ${inSpeech(speech, error.zh, error.message)}`)
    return 2
  }
  console.error(error instanceof StartError ? `yipanqi: ${error.say(speech)}` : error)
  return error instanceof StartError && error.code === 'config_invalid' ? 2 : 1
}
