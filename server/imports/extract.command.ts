import { readFile } from 'node:fs/promises'
import { receivedSpan } from '#domain/imports/repair.ts'
import { Refusal, refusalSentence } from '#domain/refusal.ts'
import { readSpeech } from '#server/config.ts'
import { UsageError } from '#server/command.ts'
import { inSpeech, type Speech } from '#server/start-error.ts'
import { type DraftedFile, draftFile } from './draftFile.ts'

interface Asked {
  readonly planYear: number | null
  readonly files: readonly string[]
}

function readArguments(args: readonly string[]): Asked {
  let planYear: number | null = null
  const files: string[] = []
  const left = [...args]
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const inline = /^--year=(.*)$/.exec(arg)?.[1]
    if (arg === '--year' || inline !== undefined) planYear = readYear(inline ?? left.shift() ?? '')
    else if (arg === '--') files.push(...left.splice(0))
    else if (arg.startsWith('--')) throw new UsageError(`不认识的选项：${arg}`, `unknown option: ${arg}`)
    else files.push(arg)
  }
  if (files.length === 0) throw new UsageError('请给出至少一个文件', 'name at least one file')
  return { planYear, files }
}

function readYear(written: string): number {
  if (!/^(?:19|20)\d{2}$/.test(written)) {
    throw new UsageError(
      `--year 需要四位年份，不是“${written}”`,
      `--year takes a year of four digits, not "${written}"`,
    )
  }
  return Number(written)
}

/** One line of output: what the document is, its tasks, and where each stands in the text as received. */
function lineOf(file: string, { source, document }: DraftedFile): string {
  const { title, issuer, number, date, kind, news } = document
  const tasks = document.drafts.map((draft) => ({
    title: draft.title,
    text: draft.text,
    sectionPath: draft.sectionPath,
    lead: draft.lead,
    cooperating: draft.supporting,
    leaders: draft.leaders,
    assignees: draft.assignees,
    deadline: draft.deadline,
    deadlineText: draft.deadlineText,
    ongoing: draft.ongoing,
    milestones: draft.milestones,
    kind: draft.kind,
    target: draft.target,
    code: draft.code,
    doubts: draft.doubts,
    source: receivedSpan(source.removals, draft.source),
  }))
  const said = news ? { news } : {}
  return JSON.stringify({
    file,
    document: { title, issuer, number, date, kind, ...said },
    repairs: source.repairs,
    notices: source.notices,
    tasks,
  })
}

function sentenceFor(error: unknown, speech: Speech): string {
  if (error instanceof Refusal) {
    return inSpeech(
      speech,
      refusalSentence(error.code, error.facts, 'zh'),
      refusalSentence(error.code, error.facts, 'en'),
    )
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return inSpeech(speech, '没有这个文件。', 'there is no such file.')
  if (code === 'EISDIR') return inSpeech(speech, '这是文件夹，不是文件。', 'this is a folder, not a file.')
  if (code === 'EACCES') return inSpeech(speech, '没有读取权限。', 'no permission to read it.')
  throw error
}

/**
 * `extract [--year YYYY] FILE...`: reads each file and prints one JSON object a line. No database.
 * A file that cannot be read takes one line on stderr; the others are read all the same.
 * Gives the exit code: 0, or 1 where any file could not be read. Throws `UsageError` (exit code 2).
 */
export async function extractCommand(args: string[], speech: Speech = readSpeech()): Promise<number> {
  const { planYear, files } = readArguments(args)
  let failed = 0
  for (const file of files) {
    try {
      const content = await readFile(file)
      process.stdout.write(`${lineOf(file, await draftFile({ content, planYear }))}\n`)
    } catch (error) {
      failed++
      process.stderr.write(`${file}: ${sentenceFor(error, speech)}\n`)
    }
  }
  return failed === 0 ? 0 : 1
}
