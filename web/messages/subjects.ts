/** Where a message leads, by what it is about; a place that is not a page of ours leads nowhere. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  task: (id) => `/tasks/${id}`,
  reportSheet: (id) => `/reports/${id}`,
  difficulty: (id) => `/difficulties/${id}`,
  meeting: (id) => `/meetings/${id}`,
  feedback: (id) => `/feedback/${id}`,
  highlight: (id) => `/highlights#${id}`,
  notice: (id) => `/notices/${id}`,
  directive: (id) => `/directives/${id}`,
  notices: (id) => `/notices?state=${id}`,
  calendar: () => '/plan',
  webhook: () => '/organization?part=webhooks',
}

/** The address of what a message is about; null where there is no page for it. */
export const hrefOf = ({ type, id }: { type: string; id: string }): string | null => PLACES[type]?.(id) ?? null
