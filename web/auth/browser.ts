// In this order: every browser names the ones it imitates after itself.
const BROWSERS = [
  [/\bEdg\//, 'Edge'],
  [/\b(?:360SE|360EE|QIHU)\b/i, '360'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const

const first = (names: readonly (readonly [RegExp, string])[], agent: string): string =>
  names.find(([pattern]) => pattern.test(agent))?.[1] ?? ''

/** A browser and its system by their User-Agent, in words a person knows; empty where unknown. */
export const browserOf = (agent: string): { browser: string; system: string } => ({
  browser: first(BROWSERS, agent),
  system: first(SYSTEMS, agent),
})
