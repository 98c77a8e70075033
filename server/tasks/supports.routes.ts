import {
  confirmSupport,
  deliverSupport,
  goWithoutSupport,
  listSupports,
  returnSupport,
} from '#domain/tasks/supports.contract.ts'
import { change, read, type Served } from '../http/route.ts'
import { pageOfSupports } from './listedSupports.ts'
import { takeSupportStep } from './supportSteps.ts'

/** What supporting units owe: delivering it, confirming it, sending it back, going without. */
export function supportRoutes(served: Served): void {
  read(served, listSupports, ({ query, ...reading }) => pageOfSupports(reading, query))
  change(served, deliverSupport, ({ params, body: { what, evidence }, ...changing }) =>
    takeSupportStep(changing, params, 'deliver', { words: what, evidence }),
  )
  change(served, confirmSupport, ({ params, body: { note, rating }, ...changing }) =>
    takeSupportStep(changing, params, 'confirm', { words: note, rating }),
  )
  change(served, returnSupport, ({ params, body: { reason }, ...changing }) =>
    takeSupportStep(changing, params, 'return', { words: reason }),
  )
  change(served, goWithoutSupport, ({ params, body: { reason }, ...changing }) =>
    takeSupportStep(changing, params, 'goWithout', { words: reason }),
  )
}
