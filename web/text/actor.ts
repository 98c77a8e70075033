import { SYSTEM_NAME } from '#domain/journal/system.ts'
import type { Language } from '#domain/refusal.ts'

/** Who an entry is by: a name, or the system in the reader's language. */
export const actorWord = (personName: string, language: Language): string =>
  personName === SYSTEM_NAME && language === 'en' ? 'System' : personName
