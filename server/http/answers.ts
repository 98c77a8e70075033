import { serializerCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** What copying a value gives where it does not fit. */
export const UNFIT = Symbol('does not fit')
type Copier = (value: unknown) => unknown

/**
 * Writes answers as their contracts say: unknown fields are dropped, and what does not fit is an error of ours, never a
 * leak. zod says what fits; what is plain in a contract (objects, lists, words, numbers) is copied without it, in a
 * third of the time (decision 0010).
 */
export const answerCompiler: typeof serializerCompiler = (route) => {
  const refuse = serializerCompiler(route)
  let copy: Copier | null = null
  return (answer) => {
    copy ??= copierOf(route.schema) // at the first answer: a start asks for few of them
    const copied = copy(answer)
    return copied === UNFIT ? refuse(answer) : JSON.stringify(copied)
  }
}

/** Copies a value that fits a schema, as zod's `encode` does; UNFIT for any other. */
export function copierOf(schema: unknown): Copier {
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodType && (schema.def.checks?.length ?? 0) > 0) return byZod(schema)
  if (schema instanceof z.ZodUUID || schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime)
    return matching(schema)
  if (schema instanceof z.ZodString) return (value) => (typeof value === 'string' ? value : UNFIT)
  if (schema instanceof z.ZodBoolean) return (value) => (typeof value === 'boolean' ? value : UNFIT)
  if (schema instanceof z.ZodEnum) return oneOf(schema.options)
  if (schema instanceof z.ZodLiteral) return oneOf([...schema.values])
  if (schema instanceof z.ZodNullable) return nullable(copierOf(schema.unwrap()))
  if (schema instanceof z.ZodArray) return listOf(copierOf(schema.element))
  if (schema instanceof z.ZodDiscriminatedUnion) return kindOf(schema)
  if (schema instanceof z.ZodObject) return objectOf(schema)
  return byZod(schema)
}

/** Whatever is not plain: rules of their own, transformations, records, unions. */
function byZod(schema: unknown): Copier {
  if (!(schema instanceof z.ZodType)) throw new TypeError('an answer without a schema')
  return (value) => {
    const { success, data } = z.safeEncode(schema, value)
    return success ? data : UNFIT
  }
}

/** A rule about a number, as zod writes it down: the schema's own, or one of its checks. */
type NumberRule = { type?: string; check?: string; format?: string; value?: unknown; inclusive?: boolean }

function numberOf(schema: z.ZodNumber): Copier {
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
      ? value
      : UNFIT
}

const nullable =
  (copy: Copier): Copier =>
  (value) =>
    value === null ? null : copy(value)

function matching(schema: z.ZodUUID | z.ZodISODate | z.ZodISODateTime): Copier {
  const { pattern } = schema.def
  if (!pattern || pattern.global || pattern.sticky) return byZod(schema) // those remember where they were
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : UNFIT)
}

function oneOf(values: readonly unknown[]): Copier {
  const known = new Set(values)
  return (value) => (known.has(value) ? value : UNFIT)
}

function listOf(copy: Copier): Copier {
  return (values) => {
    if (!Array.isArray(values)) return UNFIT
    const copies: unknown[] = []
    for (const value of values) {
      const copied = copy(value)
      if (copied === UNFIT) return UNFIT
      copies.push(copied)
    }
    return copies
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function objectOf(schema: z.ZodObject): Copier {
  if (schema.def.catchall) return byZod(schema)
  const fields = Object.entries(schema.shape).map(([name, field]) => ({
    name,
    isOptional: field instanceof z.ZodOptional,
    copy: copierOf(field instanceof z.ZodOptional ? field.unwrap() : field),
  }))
  return (value) => {
    if (!isObject(value)) return UNFIT
    const out: Record<string, unknown> = {}
    for (const { name, isOptional, copy } of fields) {
      const part = value[name]
      if (part === undefined && isOptional) continue
      const copied = copy(part)
      if (copied === UNFIT) return UNFIT
      out[name] = copied
    }
    return out
  }
}

function kindOf(schema: z.ZodDiscriminatedUnion): Copier {
  const { discriminator } = schema.def
  const kinds = new Map<unknown, Copier>()
  for (const option of schema.options) {
    const kind = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
    if (!(kind instanceof z.ZodLiteral)) return byZod(schema)
    for (const value of kind.values) kinds.set(value, copierOf(option))
  }
  return (value) => (isObject(value) ? (kinds.get(value[discriminator])?.(value) ?? UNFIT) : UNFIT)
}
