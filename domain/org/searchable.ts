/** What somebody typed, made comparable with search keys: lower case, full-width letters narrowed, no spaces. */
export const searchable = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·]+/g, '')
