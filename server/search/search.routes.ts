import { search } from '#domain/org/org.contract.ts'
import { searchable } from '#domain/org/searchable.ts'
import { read, type Served } from '../http/route.ts'
import { searchPeople } from '../org/people.queries.ts'
import { searchUnits } from '../org/units.queries.ts'
import { searchTasks } from './search.queries.ts'

/** The running head's `/`: tasks, units and people at once. */
export function searchRoutes(served: Served): void {
  read(served, search, async ({ db, actor, query }) => {
    const find = searchable(query.find)
    const [tasks, units, people] = await Promise.all([
      searchTasks(db, actor, query.find, query.limit),
      searchUnits(db, actor, find, query.limit),
      searchPeople(db, actor, find, query.limit),
    ])
    return { tasks, units, people }
  })
}
