/** A number with its English noun: `1 task`, `3 tasks`; `more` where the plural is no mere s. */
export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
