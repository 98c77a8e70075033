import { serializerCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** The JSON text of a value; null where the value does not fit. */
type Writer = (value: unknown) => string | null

/**
 * Writes answers as their contracts say: unknown fields are dropped, and what does not fit is an error of ours, never a
 * leak. zod says what fits; what is plain in a contract (objects, lists, words, numbers) is written without it, in a
 * fifth of the time (decision 0010).
 */
export const answerCompiler: typeof serializerCompiler = (route) => {
  const refuse = serializerCompiler(route)
  let write: Writer | null = null
  return (answer) => {
    write ??= writerOf(route.schema) // at the first answer: a start asks for few of them
    return write(answer) ?? refuse(answer)
  }
}

/** Writes a value that fits a schema, as JSON of zod's `encode` does; null for any other. */
export function writerOf(schema: unknown): Writer {
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodType && (schema.def.checks?.length ?? 0) > 0) return byZod(schema)
  if (schema instanceof z.ZodUUID || schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime)
    return matching(schema)
  if (schema instanceof z.ZodString) return (value) => (typeof value === 'string' ? quoted(value) : null)
  if (schema instanceof z.ZodBoolean) return (value) => (typeof value === 'boolean' ? String(value) : null)
  if (schema instanceof z.ZodEnum) return oneOf(schema.options)
  if (schema instanceof z.ZodLiteral) return oneOf([...schema.values])
  if (schema instanceof z.ZodNullable) return nullable(writerOf(schema.unwrap()))
  if (schema instanceof z.ZodArray) return listOf(writerOf(schema.element))
  if (schema instanceof z.ZodDiscriminatedUnion) return kindOf(schema)
  if (schema instanceof z.ZodObject) return objectOf(schema)
  return byZod(schema)
}

// All but what JSON writes as it is: signs from the space on, without the quote, the backslash and halves of pairs.
const TO_ESCAPE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

/** Text as JSON has it; most needs nothing but its quotes. */
const quoted = (text: string): string => (TO_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`)

/** Whatever is not plain: rules of their own, transformations, records, unions. */
function byZod(schema: unknown): Writer {
  if (!(schema instanceof z.ZodType)) throw new TypeError('an answer without a schema')
  return (value) => {
    const { success, data } = z.safeEncode(schema, value)
    return success ? (JSON.stringify(data) ?? null) : null // undefined has no JSON
  }
}

/** A rule about a number, as zod writes it down: the schema's own, or one of its checks. */
type NumberRule = { type?: string; check?: string; format?: string; value?: unknown; inclusive?: boolean }

function numberOf(schema: z.ZodNumber): Writer {
  const rules: NumberRule[] = [schema.def, ...(schema.def.checks ?? []).map((check) => check._zod.def)]
  let least = -Number.MAX_VALUE
  let most = Number.MAX_VALUE
  let isWhole = false
  for (const { check, format, value, inclusive } of rules) {
    if (check === 'number_format' && format === 'safeint') isWhole = true
    else if (check === 'greater_than' && typeof value === 'number' && inclusive) least = Math.max(least, value)
    else if (check === 'less_than' && typeof value === 'number' && inclusive) most = Math.min(most, value)
    else if (check !== undefined) return byZod(schema)
  }
  return (value) =>
    typeof value === 'number' && value >= least && value <= most && (!isWhole || Number.isSafeInteger(value))
      ? String(value)
      : null
}

const nullable =
  (write: Writer): Writer =>
  (value) =>
    value === null ? 'null' : write(value)

// What matches one of these patterns holds nothing that JSON would escape.
function matching(schema: z.ZodUUID | z.ZodISODate | z.ZodISODateTime): Writer {
  const { pattern } = schema.def
  if (!pattern || pattern.global || pattern.sticky) return byZod(schema) // those remember where they were
  return (value) => (typeof value === 'string' && pattern.test(value) ? `"${value}"` : null)
}

function oneOf(values: readonly unknown[]): Writer {
  const known = new Map(values.map((value) => [value, JSON.stringify(value)]))
  return (value) => known.get(value) ?? null
}

function listOf(write: Writer): Writer {
  return (values) => {
    if (!Array.isArray(values)) return null
    const texts: string[] = []
    for (const value of values) {
      const text = write(value)
      if (text === null) return null
      texts.push(text)
    }
    return `[${texts.join()}]`
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function objectOf(schema: z.ZodObject): Writer {
  if (schema.def.catchall) return byZod(schema)
  const fields = Object.entries(schema.shape).map(([name, field]) => ({
    name,
    key: `${JSON.stringify(name)}:`,
    isOptional: field instanceof z.ZodOptional,
    write: writerOf(field instanceof z.ZodOptional ? field.unwrap() : field),
  }))
  return (value) => {
    if (!isObject(value)) return null
    let text = ''
    for (const { name, key, isOptional, write } of fields) {
      const part = value[name]
      if (part === undefined && isOptional) continue
      const written = write(part)
      if (written === null) return null
      text += text === '' ? key + written : `,${key}${written}`
    }
    return `{${text}}`
  }
}

function kindOf(schema: z.ZodDiscriminatedUnion): Writer {
  const { discriminator } = schema.def
  const kinds = new Map<unknown, Writer>()
  for (const option of schema.options) {
    const kind = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
    if (!(kind instanceof z.ZodLiteral)) return byZod(schema)
    for (const value of kind.values) kinds.set(value, writerOf(option))
  }
  return (value) => (isObject(value) ? (kinds.get(value[discriminator])?.(value) ?? null) : null)
}
