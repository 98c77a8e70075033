/** The five lights, from the worst to the least telling (PRODUCT.md, Lights). */
export const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'] as const
export type Light = (typeof LIGHTS)[number]

const RANK: Record<Light, number> = { red: 0, yellow: 1, green: 2, blue: 3, grey: 4 }

/** Orders lights from the worst; negative when `a` is worse than `b`. */
export const compareLights = (a: Light, b: Light): number => RANK[a] - RANK[b]

/** The worse of two lights. */
export const worse = (a: Light, b: Light): Light => (RANK[a] <= RANK[b] ? a : b)

/** The worst of any number of lights; grey where there is none. */
export const worst = (lights: Iterable<Light>): Light => {
  let found: Light = 'grey'
  for (const light of lights) found = worse(found, light)
  return found
}
