import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { draftFile } from './draftFile.ts'

/*
 * Labelled documents that stand beside the project, where they are there. The project's own documents are in
 * domain/imports/examples; these only guard against a fall.
 */
const FOLDER = path.resolve(import.meta.dirname, '../../../shared/corpus')

const Gold = z.object({
  text: z.string(),
  gold: z.object({
    tasks: z.array(
      z.object({
        text: z.string(),
        lead: z.array(z.string()),
        cooperating: z.array(z.string()),
        leaders: z.array(z.string()),
        deadline: z.string().nullable(),
      }),
    ),
  }),
})

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()
const names = (list: readonly string[]) => list.map(fold).toSorted().join('|')

test.skipIf(!existsSync(FOLDER))(
  'of the labelled tasks at least 97% are read without an edit, and little else is',
  () => {
    let wanted = 0
    let right = 0
    let drafted = 0
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
      const { text, gold } = Gold.parse(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')))
      const { drafts } = draftFile({ content: text, planYear: null }).document
      wanted += gold.tasks.length
      drafted += drafts.length
      for (const task of gold.tasks) {
        const draft = drafts.find((one) => fold(one.text).includes(fold(task.text)))
        if (!draft) continue
        const same =
          names(draft.lead) === names(task.lead) &&
          names(draft.supporting) === names(task.cooperating) &&
          names(draft.leaders) === names(task.leaders) &&
          draft.deadline === task.deadline
        if (same) right++
      }
    }
    expect(right / wanted).toBeGreaterThanOrEqual(0.97)
    expect(drafted).toBeLessThanOrEqual(wanted * 1.03)
  },
)
