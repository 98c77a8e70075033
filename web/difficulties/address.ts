import { z } from 'zod'

export const GROUPINGS = ['level', 'unit', 'task', 'ended'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What of the board of difficulties stands in its address. */
export const DifficultiesAddress = z.object({ by: z.enum(GROUPINGS).optional().catch(undefined) })
export type DifficultiesAddress = z.infer<typeof DifficultiesAddress>

/** The page of one difficulty. */
export const difficultyHref = (id: string): string => `/difficulties/${id}`
