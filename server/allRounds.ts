import { planRound } from './channels/plan.ts'
import { settleDifficulties } from './difficulties/rounds.ts'
import type { Round } from './rounds/rounds.ts'
import { silencesRound } from './tasks/silences.ts'
import { resumeDeferred } from './tasks/deferrals.ts'
import { urgingRound } from './urging/round.ts'
import { pausingRound } from './webhooks/pausing.ts'

/** Everything that the passing of time makes due, as a running server does it; a test runs the one it is about. */
export const ALL_ROUNDS: readonly Round[] = [
  resumeDeferred,
  settleDifficulties,
  silencesRound,
  urgingRound,
  planRound,
  pausingRound,
]
