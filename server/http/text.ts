import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal, type Language, type RefusedField } from '#domain/refusal.ts'
import { languageOf } from './errors.ts'

/** Deeper than any contract: what is nested further is not meant for us. */
const DEEPEST = 50
/** More values than any contract's: decisions on a thousand drafted rows have a tenth of them. */
const MOST = 100_000

const MANY: Record<Language, string> = { zh: '10 万个值', en: '100,000 values' }

const SENTENCE: Record<Language, string> = {
  zh: '含有无法保存的字符（空字符或残缺的字符），请删去后重试。',
  en: 'Contains characters that cannot be kept (a null or half a character). Remove them and try again.',
}

/**
 * Refuses `invalid_input` for text that PostgreSQL cannot keep as it is: null characters and halves of surrogate
 * pairs, wherever they stand in address, query or JSON body. So no handler meets them, and jsonb neither. A body of more
 * values than anybody means to send is `too_large`: looking at them all would keep everybody else waiting.
 */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request: FastifyRequest) => {
    if (!request.routeOptions.config.endpoint) return // a page is shown whatever its address says
    const { body, query, params } = request
    const json = body instanceof Uint8Array ? null : body
    let left = MOST
    const look = () => {
      left -= 1
      if (left < 0) throw new Refusal('too_large', { limit: MANY[languageOf(request)] })
    }
    const at = firstUnstorable(params, look) ?? firstUnstorable(query, look) ?? firstUnstorable(json, look)
    if (at === null) return
    const field: RefusedField = { at: at.join('/'), message: SENTENCE[languageOf(request)] }
    throw new Refusal('invalid_input', {}, [field])
  })
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/**
 * The path to the first piece of text that cannot be kept, names of fields included; null where there is none. `look` is
 * called for every value and may put an end to it.
 */
function firstUnstorable(value: unknown, look: () => void, depth = 0): string[] | null {
  look()
  if (typeof value === 'string') return isStorable(value) ? null : []
  if (typeof value !== 'object' || value === null) return null
  if (depth === DEEPEST) return []
  if (Array.isArray(value)) return firstIn(value, look, depth)
  for (const [name, part] of Object.entries(value)) {
    if (!isStorable(name)) return []
    const at = firstUnstorable(part, look, depth + 1)
    if (at) return [name, ...at]
  }
  return null
}

/** By index: the names of a million items are not worth writing down. */
function firstIn(values: readonly unknown[], look: () => void, depth: number): string[] | null {
  for (const [index, part] of values.entries()) {
    const at = firstUnstorable(part, look, depth + 1)
    if (at) return [String(index), ...at]
  }
  return null
}
