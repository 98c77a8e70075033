import { ApiError } from '#web/api.ts'

/** The server's sentence for one field by its path (`administrator/userName`), where it had one. */
export const fieldError = (error: Error | null, at: string): string | undefined =>
  error instanceof ApiError ? error.fields.find((field) => field.at === at)?.message : undefined
