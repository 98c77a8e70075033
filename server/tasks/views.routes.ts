import { Refusal } from '#domain/refusal.ts'
import { createView, listViews, retireView, updateView } from '#domain/tasks/ledger.contract.ts'
import { lockOwnAccount } from '../auth/account.queries.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { addView, findViews, lockView, saveView } from './views.queries.ts'

/** Saved views are a person's own convenience: they are not journalled, and nobody else sees them. */
export function viewRoutes(served: Served): void {
  read(served, listViews, async ({ db, actor }) => ({ items: await findViews(db, actor) }))

  change(served, createView, async (changing) => {
    const { tx, actor, body } = changing
    await lockOwnAccount(tx, actor) // two of one name may come at the same moment
    const views = await findViews(tx, actor)
    refuseTwin(views, body.name)
    return addView(tx, actor, { ...body, position: (views[views.length - 1]?.position ?? 0) + 1 })
  })

  change(served, updateView, async (changing) => {
    const { tx, actor, body } = changing
    await lockOwnAccount(tx, actor)
    const view = await viewOf(changing)
    const others = (await findViews(tx, actor)).filter(({ id }) => id !== view.id)
    if (body.name !== undefined) refuseTwin(others, body.name)
    const { name = view.name, search = view.search, position = view.position } = body
    await saveView(tx, actor, view.id, { name, search, position })
    return { id: view.id, name, search, position }
  })

  change(served, retireView, async (changing) => {
    const view = await viewOf(changing)
    await saveView(changing.tx, changing.actor, view.id, { retiredAt: changing.now })
    return {}
  })
}

async function viewOf({ tx, actor, params }: Changing & { params: { viewId: string } }) {
  const view = await lockView(tx, actor, params.viewId)
  if (!view) throw new Refusal('not_found')
  return view
}

function refuseTwin(views: readonly { name: string }[], name: string): void {
  if (views.some((view) => view.name === name)) throw new Refusal('already_exists', { value: name })
}
