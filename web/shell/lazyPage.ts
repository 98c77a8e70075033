import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'

/**
 * The code of a page did not come: the server is away, or runs a newer version that has other files. It is an error of
 * our own, as the router would answer the browser's by loading the page anew, also where nobody is there to serve it.
 */
export class PageMissing extends Error {
  override name = 'PageMissing'
}

/** A page whose code is fetched when it is first opened. */
export function lazyPage<Module extends Record<string, any>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
): AsyncRouteComponent<any> {
  const loadOr = () =>
    load().catch((cause: unknown) => {
      throw new PageMissing(cause instanceof Error ? cause.message : String(cause), { cause })
    })
  return lazyRouteComponent(loadOr, name)
}
