import type { Speech } from '#server/start-error.ts'

/** One word of the command line: `npm run --silent yipanqi -- NAME`. */
export interface Command {
  readonly summary: Record<'zh' | 'en', string>
  /** What `NAME --help` prints after the summary: the arguments, then the variables that matter, one a line. */
  readonly usage: readonly string[]
  /** Imports the command only when it is asked for. Gives the exit code: 0 done, 1 could not, 2 wrong usage. */
  readonly run: (args: string[], speech: Speech) => Promise<number>
}

/** Wrong usage of a command: one line and exit code 2. */
export class UsageError extends Error {
  readonly zh: string

  constructor(zh: string, en: string) {
    super(en)
    this.name = 'UsageError'
    this.zh = zh
  }
}

/** Refuses anything after the name of a command that takes no arguments. */
export function takeNoArguments(args: readonly string[]): void {
  if (args.length > 0) throw new UsageError(`多余的参数：${args[0]}`, `unexpected argument: ${args[0]}`)
}
