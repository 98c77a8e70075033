import { useState } from 'react'
import type { z } from 'zod'
import { useSession } from './session.tsx'
import { machineStore } from '../ui/storage.ts'

/**
 * What is typed into a form, kept on this machine for this person until it is sent: it outlives a reload, a session
 * that ends and a restarted server. `name` says which form of which thing; `wasKept` that something was found from
 * before.
 */
export function useKept<Value>(name: string, schema: z.ZodType<Value>, empty: Value) {
  const { person } = useSession()
  const place = `yipanqi.kept.${person.id}.${name}`
  const [found] = useState(() => readKept(machineStore.getItem(place), schema))
  const [value, setValue] = useState(found ?? empty)
  return {
    value,
    wasKept: found !== null,
    /** A field with choices tells its own when it is left, while the next one is typed into: a part may ask what is there. */
    change: (part: Partial<Value> | ((before: Value) => Partial<Value>)) =>
      setValue((before) => {
        const next = { ...before, ...(typeof part === 'function' ? part(before) : part) }
        machineStore.setItem(place, JSON.stringify(next))
        return next
      }),
    forget: () => machineStore.removeItem(place),
    startAnew: () => {
      machineStore.removeItem(place)
      setValue(empty)
    },
  }
}

function readKept<Value>(text: string | null, schema: z.ZodType<Value>): Value | null {
  if (text === null) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // written by something else
  }
}
