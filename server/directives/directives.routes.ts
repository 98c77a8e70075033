import * as directives from '#domain/directives/directives.contract.ts'
import { limitOf, URGENCIES } from '#domain/directives/urgency.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import { change, download, read, type Served } from '../http/route.ts'
import { answer, instruct, withdraw } from './answer.ts'
import { assignDirectiveTo } from './assign.ts'
import { openSheetWriter } from '../exports/sheetWriter.ts'
import { exportList } from './export.ts'
import { countDirectives, findDirectives, findWriters } from './list.queries.ts'
import { addPagesTo, keepPage, readPage } from './pages.ts'
import { register } from './register.ts'
import { viewDirective, viewDirectivePage } from './view.ts'

/** Directives: registered, handed to units, answered, and what leaders write on the answers. */
export function directiveRoutes(served: Served): void {
  read(served, directives.listDirectives, async (asking) => {
    const { db, actor, today, query } = asking
    const [page, counts, writers, calendar] = await Promise.all([
      findDirectives(db, actor, { ...query, today }),
      countDirectives(db, actor, { ...query, today }),
      findWriters(db, actor),
      loadCalendar(db, actor.organizationId, null),
    ])
    return { ...page, items: page.items.map((one) => viewDirective(one, asking, calendar)), counts, writers }
  })
  const writeSheets = openSheetWriter(served.app)
  download(served, directives.exportDirectives, (asking) => exportList(asking, writeSheets))
  read(served, directives.getDirective, (asking) => viewDirectivePage(asking, asking.params.directiveId))
  read(served, directives.foreseeDirectiveLimits, async ({ db, actor, today }) => {
    const calendar = await loadCalendar(db, actor.organizationId, null)
    return { items: URGENCIES.map((urgency) => ({ urgency, ...limitOf(urgency, today, calendar) })) }
  })
  download(served, directives.getDirectivePage, (asking) => readPage(asking, asking.params))

  change(served, directives.uploadDirectivePage, ({ query, bytes, ...changing }) =>
    keepPage(changing, { name: query.name, bytes }),
  )
  change(served, directives.createDirective, ({ body, ...changing }) => register(changing, body))
  change(served, directives.assignDirective, ({ params, body, ...changing }) =>
    assignDirectiveTo(changing, params.directiveId, body),
  )
  change(served, directives.addDirectivePages, ({ params, body, ...changing }) =>
    addPagesTo(changing, params.directiveId, body.pageIds),
  )
  change(served, directives.withdrawDirective, ({ params, body, ...changing }) =>
    withdraw(changing, params.directiveId, body.reason),
  )
  change(served, directives.answerDirective, ({ params, body, ...changing }) =>
    answer(changing, params.directiveId, body),
  )
  change(served, directives.instructOnDirective, ({ params, body, ...changing }) =>
    instruct(changing, params.directiveId, body),
  )
}
