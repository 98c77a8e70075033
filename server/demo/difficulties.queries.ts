import { randomUUID } from 'node:crypto'
import type { Difficulty } from '#domain/difficulties/difficulty.ts'
import { SYSTEM_NAME } from '#domain/journal/system.ts'
import type { Tx } from '../db/db.ts'
import { columnsOf } from '../difficulties/difficulties.queries.ts'
import type { DemoDifficulty, DemoStoryLine } from './difficulties.ts'
import { idOf } from './ids.ts'
import type { Into } from './load.queries.ts'
import { Versions } from './versions.ts'

/** The district's difficulties with their stories, their former versions, and the journal's lines about them. */
export async function insertDifficulties(tx: Tx, { organizationId, names }: Into, told: readonly DemoDifficulty[]) {
  if (told.length === 0) return
  const versions = new Versions<ReturnType<typeof rowOf>>()
  for (const one of told)
    one.story.forEach((line, index) => {
      if (index === 0) versions.begin(one.id, rowOf(organizationId, one, line.after), new Date(line.at))
      else versions.change(one.id, columnsOf(line.after), new Date(line.at))
    })
  await tx.insertInto('difficulty').values(versions.current()).execute()
  const former = versions.former()
  if (former.length > 0) await tx.insertInto('difficultyFormer').values(former).execute()
  await tx
    .insertInto('difficultyEvent')
    .values(told.flatMap(({ id, story }) => story.map((line, index) => eventOf(organizationId, id, line, index))))
    .execute()
  await tx
    .insertInto('journalEntry')
    .values(
      told.flatMap(({ id, title, story }) =>
        story.map(({ kind, at, by, level, words, after }) => ({
          organizationId,
          happenedAt: new Date(at),
          personId: by && idOf('person', by),
          personName: by === null ? SYSTEM_NAME : (names.get(by) ?? by),
          origin: by === null ? 'system' : 'demo',
          requestId: randomUUID().slice(0, 8),
          action: `difficulty.${kind}`,
          subjectType: 'difficulty',
          subjectId: id,
          after: JSON.stringify({ title, state: after.state, level }),
          reason: words || null,
        })),
      ),
    )
    .execute()
}

const rowOf = (organizationId: string, told: DemoDifficulty, facts: Difficulty) => ({
  organizationId,
  id: told.id,
  taskId: told.taskId,
  kind: told.kind,
  cause: told.cause,
  title: told.title,
  ask: told.ask,
  consequence: told.consequence,
  tried: told.tried,
  wantedOn: told.wantedOn,
  raisedOn: told.raisedOn,
  lightAtRaising: told.lightAtRaising,
  raisedUnitId: facts.raisedUnitId,
  raisedBy: facts.raisedById,
  raisedByHead: facts.raisedByHead,
  ...columnsOf(facts),
})

const eventOf = (organizationId: string, difficultyId: string, line: DemoStoryLine, index: number) => ({
  organizationId,
  difficultyId,
  ordinal: index + 1,
  kind: line.kind,
  happenedOn: line.on,
  happenedAt: new Date(line.at),
  level: line.level,
  cause: line.cause,
  personId: line.by && idOf('person', line.by),
  unitId: line.unit && idOf('unit', line.unit),
  silentPost: line.silent?.post ?? null,
  silentUnitId: line.silent?.post === 'unitHead' ? line.silent.unitId : null,
  silentPersonId: line.silent?.post === 'leaderInCharge' ? line.silent.personId : null,
  toUnitId: line.toUnitId,
  words: line.words,
  dueOn: line.dueOn,
})
