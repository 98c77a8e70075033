import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { evaluate, worldOfCommands } from './finding.ts'
import type { Tab } from './tab.ts'

export interface AxeViolation {
  id: string
  help: string
  nodes: string[]
}

const readAxe = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const Violations = z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.string()) }))

/** The world of the commands is not bound by the page's content security policy, so nothing is switched off for axe. */
export async function findViolations(tab: Tab, scope: string): Promise<AxeViolation[]> {
  const world = await worldOfCommands(tab)
  const isThere = await evaluate(tab, "typeof axe === 'object'", world)
  if (!isThere) await evaluate(tab, `${readAxe()};0`, world)
  // Pages have no frames, and no rule asked for reads style sheets by itself.
  const looks = { iframes: false, preload: false, elementRef: false, resultTypes: ['violations'] }
  const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], ...looks }
  const violations = await evaluate(
    tab,
    `axe.run(${JSON.stringify(scope)}, ${JSON.stringify(rules)}).then(({ violations }) => violations.map(({ id, help, nodes }) =>
      ({ id, help, nodes: nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary) })))`,
    world,
  )
  return Violations.parse(violations)
}
