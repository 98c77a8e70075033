import { EVIDENCE_KINDS, type EvidenceKind, TASK_KINDS, type TaskKind } from '#domain/tasks/task.ts'
import { WORK_LINES } from './work.lines.ts'

/** One step of a kind of work; the texts still hold the blanks explained in `work.lines.ts`. */
export type WorkStep = {
  /** 0 to 1 between start and due date, or the end of a quarter. */
  position: number | 'Q1' | 'Q2' | 'Q3'
  weight: number
  title: string
  doing: string
  done: string
}

/** A kind of work: how a building, an indicator or a campaign goes through the year. */
export type Work = {
  name: string
  kind: TaskKind
  evidenceKind: EvidenceKind
  evidenceNote: string
  steps: WorkStep[]
  troubles: { difficulty: string; suggestion: string }[]
}

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim())

function readStep(line: string): WorkStep {
  const [when = '', title = '', doing = '', done = ''] = cells(line)
  const [at = '', weight = ''] = when.split(' ')
  const position = at === 'Q1' || at === 'Q2' || at === 'Q3' ? at : Number(at)
  return { position, weight: Number(weight), title, doing, done }
}

function readWork(block: string): Work {
  const [head = '', ...lines] = block.trim().split('\n')
  const [name = '', kindWord, evidenceWord, evidenceNote = ''] = head.split(' ')
  return {
    name,
    kind: TASK_KINDS.find((kind) => kind === kindWord) ?? 'action',
    evidenceKind: EVIDENCE_KINDS.find((kind) => kind === evidenceWord) ?? 'other',
    evidenceNote,
    steps: lines.filter((line) => !line.startsWith('!')).map(readStep),
    troubles: lines
      .filter((line) => line.startsWith('!'))
      .map((line) => {
        const [difficulty = '', suggestion = ''] = cells(line.slice(1))
        return { difficulty, suggestion }
      }),
  }
}

/** Every kind of work by name. */
export const WORKS: ReadonlyMap<string, Work> = new Map(
  WORK_LINES.split('\n= ')
    .filter((block) => block.trim() !== '')
    .map(readWork)
    .map((work) => [work.name, work]),
)
