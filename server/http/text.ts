import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal, type Language, type RefusedField } from '#domain/refusal.ts'
import { languageOf } from './errors.ts'

/** Deeper than any contract: what is nested further is not meant for us. */
const DEEPEST = 50

const SENTENCE: Record<Language, string> = {
  zh: '含有无法保存的字符（空字符或残缺的字符），请删去后重试。',
  en: 'Contains characters that cannot be kept (a null or half a character). Remove them and try again.',
}

/**
 * Refuses `invalid_input` for text that PostgreSQL cannot keep as it is: null characters and halves of surrogate
 * pairs, wherever they stand in address, query or JSON body. So no handler meets them, and jsonb neither.
 */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request: FastifyRequest) => {
    if (!request.routeOptions.config.endpoint) return // a page is shown whatever its address says
    const { body, query, params } = request
    const json = body instanceof Uint8Array ? null : body
    const at = firstUnstorable(params) ?? firstUnstorable(query) ?? firstUnstorable(json)
    if (at === null) return
    const field: RefusedField = { at: at.join('/'), message: SENTENCE[languageOf(request)] }
    throw new Refusal('invalid_input', {}, [field])
  })
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** The path to the first piece of text that cannot be kept, names of fields included; null where there is none. */
function firstUnstorable(value: unknown, depth = 0): string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : []
  if (typeof value !== 'object' || value === null) return null
  if (depth === DEEPEST) return []
  for (const [name, part] of Object.entries(value)) {
    if (!isStorable(name)) return []
    const at = firstUnstorable(part, depth + 1)
    if (at) return [name, ...at]
  }
  return null
}
