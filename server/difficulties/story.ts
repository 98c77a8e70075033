import { unitIdsOf } from '#domain/access/actor.ts'
import type { ClockDays } from '#domain/difficulties/clock.ts'
import type { Difficulty } from '#domain/difficulties/difficulty.ts'
import type { Happening } from '#domain/difficulties/happening.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { addStory, type ChangedDifficulty, saveDifficulties } from './difficulties.queries.ts'
import { tellOfDifficulties } from './telling.ts'

/**
 * A difficulty as it is now and what happened to it. `byClock` is how many of its lines clocks wrote before somebody
 * did something; the next one is theirs, and what follows from it, such as the next level, is nobody's.
 */
export type Changed = ChangedDifficulty & {
  title: string
  happened: readonly Happening[]
  byClock: number
  /** Whose deeds lines are, by their place, where more than one is somebody's or somebody else wrote them down. */
  deeds?: ReadonlyMap<number, string>
}

/** Saves what became of difficulties, with their stories, the journal, and who is told; all in the one transaction. */
export async function saveChanged(changing: Changing, days: ClockDays, changed: readonly Changed[]) {
  if (changed.length === 0) return
  await saveDifficulties(changing.tx, changing.actor.organizationId, changing.now, changed)
  await writeStory(changing, days, changed)
}

/** Writes down what happened to difficulties whose rows are saved. */
export async function writeStory(changing: Changing, days: ClockDays, changed: readonly Changed[]) {
  const { tx, actor, now } = changing
  const lines = changed.flatMap(({ id, difficulty, happened, byClock, deeds }) =>
    happened.map((line, index) => {
      if (deeds) return { ...line, difficultyId: id, personId: deeds.get(index) ?? null, unitId: null }
      const isDeed = index === byClock && actor.personId !== ''
      const unitId = isDeed ? unitOf(changing, difficulty) : null
      return { ...line, difficultyId: id, personId: isDeed ? actor.personId : null, unitId }
    }),
  )
  await addStory(tx, actor.organizationId, now, lines)
  await record(changing, ...changed.flatMap(entriesOf))
  await tellOfDifficulties(changing, days, changed)
}

/** For which of their units somebody acts: the one that has a part in it. */
function unitOf({ actor }: Changing, { raisedUnitId, counterpartId, ruling, askedUnitIds }: Difficulty): string | null {
  const part = [raisedUnitId, counterpartId, ruling?.unitId, ...askedUnitIds]
  return unitIdsOf(actor).find((id) => part.includes(id)) ?? null
}

const entriesOf = ({ id, title, difficulty, happened }: Changed) =>
  happened.map(({ kind, on, level, cause, toUnitId, words, dueOn }) => ({
    action: `difficulty.${kind}`,
    subjectType: 'difficulty',
    subjectId: id,
    after: {
      title,
      state: difficulty.state,
      level,
      on,
      ...(cause && { cause }),
      ...(toUnitId && { unitId: toUnitId }),
      ...(dueOn && { dueOn }),
    },
    reason: words || null,
  }))
