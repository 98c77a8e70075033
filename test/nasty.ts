import { z } from 'zod'
import type { Endpoint } from '#domain/endpoint.ts'

/** What people, scripts and attackers put into text: at most `most` characters of it. */
const NASTY_TEXTS: Record<string, (most: number) => string> = {
  'a null character': (most) => '任\0务'.slice(0, most),
  'half a character': (most) => '任\ud83d务'.slice(0, most),
  'right to left': (most) => '\u202eabc\u202c مرحبا \u200f'.repeat(2).slice(0, most),
  'as long as may be': (most) => '长'.repeat(most),
  'pairs of halves': (most) =>
    '𠮷👩‍👩‍👧'
      .repeat(40)
      .slice(0, Math.max(2, most - (most % 2)))
      .toWellFormed()
      .replaceAll('\ufffd', '吉'),
  'code of others': (most) => `'; drop table task; -- <script>%_\\{requestId} ((( $1 {{x}}`.slice(0, most),
  'control characters': (most) => '\t\r\n\u0007\u001b[31m\u2028'.slice(0, most),
  'nothing but blanks': (most) => '\u3000 \u00a0'.slice(0, most),
}

const DAYS = ['0000-01-01', '0001-01-01', '9999-12-31', '2024-02-29']
const ABSENT = '00000000-0000-4000-8000-000000000000'

type JsonSchema = {
  $ref?: string
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null'
  enum?: unknown[]
  const?: unknown
  format?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  minItems?: number
  maxLength?: number
  minLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  pattern?: string
  additionalProperties?: JsonSchema | boolean
  $defs?: Record<string, JsonSchema>
}

/** How a valid value is filled: what stands for free text, numbers, days and ids of a name. */
export type Filling = {
  text: (most: number) => string
  number: 'least' | 'most'
  day: string
  id: (name: string) => string | undefined
}

const FAR = 1e15

/** A value that the schema takes, with everything in it that may be there, filled with the given nastiness. */
export function filled(schema: z.ZodType | undefined, filling: Filling): unknown {
  if (!schema) return undefined
  const root = read.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
  read.set(schema, root)
  return fill(root, { filling, root, name: '' })
}
/** Each is filled in fifteen ways. */
const read = new WeakMap<z.ZodType, JsonSchema>()

type Place = { filling: Filling; root: JsonSchema; name: string }

function fill(schema: JsonSchema, place: Place): unknown {
  const { filling, root } = place
  if (schema.$ref) return fill(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, place)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return filling.number === 'least' ? schema.enum[0] : schema.enum.at(-1)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fill(choices[0] ?? {}, place)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => fill(part, place)))
  switch (schema.type) {
    case 'string':
      return textOf(schema, place)
    case 'integer':
    case 'number':
      return filling.number === 'least'
        ? (schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : -FAR))
        : (schema.maximum ?? (schema.exclusiveMaximum !== undefined ? schema.exclusiveMaximum - 1 : FAR))
    case 'boolean':
      return filling.number === 'most'
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => fill(schema.items ?? {}, place))
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, part]) => [key, fill(part, { filling, root, name: key })]),
      )
    case 'null':
    case undefined:
      return null
  }
}

function textOf(schema: JsonSchema, { filling, name }: Place): string {
  if (schema.format === 'uuid') return filling.id(name) ?? ABSENT
  if (schema.format === 'date') return filling.day
  if (schema.format === 'date-time') return `${filling.day}T00:00:00Z`
  const text = filling.text(Math.min(schema.maxLength ?? 10_000, 10_000))
  return text.padEnd(schema.minLength ?? 0, '长')
}

const plain = (most: number): string => '正常的文字'.slice(0, most)

/** Every way of filling: each nasty text, both ends of numbers, every odd day, ids that nobody has. */
export function fillings(id: Filling['id']): { what: string; filling: Filling }[] {
  const usual: Filling = { text: plain, number: 'most', day: '2026-11-20', id }
  return [
    ...Object.entries(NASTY_TEXTS).map(([what, text]) => ({ what, filling: { ...usual, text } })),
    ...DAYS.map((day) => ({ what: `the day ${day}`, filling: { ...usual, day } })),
    { what: 'the least numbers', filling: { ...usual, number: 'least' } },
    { what: 'the largest numbers', filling: usual },
    { what: 'ids that nobody has', filling: { ...usual, id: () => ABSENT } },
  ]
}

/** Bodies that are read and then taken by no contract, as they come over the wire. */
export const RAW_BODIES: Record<string, { type: string; body: string }> = {
  null: { type: 'application/json', body: 'null' },
  'a number beyond all numbers': { type: 'application/json', body: '{"version":1e999,"weight":-1e999}' },
  'deep nesting': { type: 'application/json', body: `{"changes":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
  'a prototype': { type: 'application/json', body: '{"__proto__":{"isOffice":true},"constructor":{"prototype":{}}}' },
  'damaged UTF-8': { type: 'application/json; charset=latin1', body: '{"title":"\ufffd\ufffe"}' },
}

/** Bodies that cannot be read, whatever the contract: it is not asked. */
export const UNREADABLE_BODIES: typeof RAW_BODIES = {
  'no JSON': { type: 'application/json', body: '{"title":' },
  'empty JSON': { type: 'application/json', body: '' },
  'a form': { type: 'application/x-www-form-urlencoded', body: 'title=x' },
  'plain text': { type: 'text/plain', body: 'title' },
  XML: { type: 'application/xml', body: '<a/>' },
  'a broken type': { type: ';;;', body: '{}' },
}

/** Query strings no contract takes, or takes at the edge of sense. */
export const RAW_QUERIES = [
  'limit=0',
  'limit=1e9',
  'after=nonsense',
  `after=${encodeURIComponent(encodeURIComponent('["9e99","x",null]'))}`,
  `after=${encodeURIComponent(encodeURIComponent('[1e300]'))}`,
  `after=${encodeURIComponent(encodeURIComponent('["\\u0000"]'))}`,
  'find=%00',
  'find=%FF%FE',
  `find=${'a'.repeat(5000)}`,
  'asOn=0000-01-01',
  'asOn=9999-12-31',
  '__proto__[x]=1&constructor=1',
  '&&&===%',
]

/** What stands in an address where an id belongs. */
const RAW_PARAMS = ['x', '%00', '%ff', '0'.repeat(300), '2026-02-30', '0000-01-01', ABSENT]

/** Every address of an endpoint with one of its params replaced. */
export const spoiltPaths = (contract: Endpoint, params: Record<string, string>): string[] =>
  [...contract.path.matchAll(/:(\w+)/g)].flatMap(([, spoilt]) =>
    RAW_PARAMS.map((bad) =>
      contract.path.replace(/:(\w+)/g, (_, name: string) => (name === spoilt ? bad : (params[name] ?? ABSENT))),
    ),
  )
