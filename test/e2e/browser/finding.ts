import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Tab } from './tab.ts'

/**
 * What a person would point at: a CSS selector, a role with its accessible name, a visible text, or
 * the label of a field. Names and texts match exactly where anything does, else by containing.
 * Actions want exactly one visible match; `within` and `nth` (from 0) narrow it down.
 */
export type Target =
  | string
  | (Narrowed & ({ role: string; name?: string } | { text: string } | { label: string } | { css: string }))
interface Narrowed {
  within?: Target
  nth?: number
}

const PATIENCE_MS = 15_000
/** How long the page itself goes on trying: it may be left meanwhile, and then the next page is asked. */
const TURN_MS = 1_000
const PAUSE_MS = 20

const IN_PAGE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8')

const Why = z.object({ why: z.string().optional() })
const Count = z.object({ count: z.number() })
const World = z.object({ executionContextId: z.number() })
const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
})

export const say = (target: Target) => (typeof target === 'string' ? target : JSON.stringify(target))

/** Repeats until it holds; says what is missing when patience runs out. */
export async function until(holds: () => Promise<boolean>, complaint: () => string): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(complaint())
    await pause(PAUSE_MS)
  }
}

/** Repeats a command of `in-page.js` until it succeeds, that is, until it gives no reason `why` not. */
export async function patiently<Shape extends z.ZodType>(
  tab: Tab,
  shape: Shape,
  doing: string,
  target: Target,
  command: string,
  ...args: unknown[]
): Promise<z.infer<Shape>> {
  let answer: unknown
  let why: string | undefined
  await until(
    async () => {
      answer = await inPage(tab, command, [target, ...args], TURN_MS).catch(toldByNavigation)
      why = answer === undefined ? 'the page is loading' : Why.parse(answer).why
      return why === undefined
    },
    () => `Cannot ${doing} ${say(target)}: ${why}`,
  )
  return shape.parse(answer)
}

/** How many visible elements match now. */
export async function countOf(tab: Tab, target: Target): Promise<number> {
  const answer = await inPage(tab, 'count', [target], 0).catch(toldByNavigation)
  return answer === undefined ? 0 : Count.parse(answer).count
}

/** A page on its way to another one has nobody to answer; asking again helps. */
export function toldByNavigation(error: unknown): undefined {
  if (error instanceof Error && /context|frame|navigated|Inspected target|collected/i.test(error.message))
    return undefined
  throw error
}

/** A set of variables beside the page's own, over the same elements, outside the page's content security policy. */
async function isolatedWorld(tab: Tab): Promise<number> {
  const world = await tab.send('Page.createIsolatedWorld', { frameId: tab.targetId, worldName: 'journey' })
  return World.parse(world).executionContextId
}

/** The world that knows the commands of `in-page.js`: made once for each document. */
export async function worldOfCommands(tab: Tab): Promise<number> {
  tab.world ??= isolatedWorld(tab).then(async (id) => {
    await evaluate(tab, IN_PAGE, id)
    return id
  })
  return tab.world
}

async function inPage(tab: Tab, command: string, args: unknown[], patienceMs: number): Promise<unknown> {
  const world = await worldOfCommands(tab).catch((error: unknown) => {
    tab.world = undefined
    throw error
  })
  return evaluate(tab, `journey(${JSON.stringify(command)}, ${JSON.stringify(args)}, ${patienceMs})`, world)
}

export async function evaluate(tab: Tab, expression: string, contextId?: number): Promise<unknown> {
  const answer = await tab.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    ...(contextId !== undefined && { contextId }),
  })
  const { result, exceptionDetails } = Evaluated.parse(answer)
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}
