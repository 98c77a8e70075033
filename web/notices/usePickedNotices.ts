import { useState } from 'react'
import type { NoticeState } from '#domain/notices/notice.ts'

/** Which notices of a tab are picked; another tab begins with none. */
export function usePickedNotices(state: NoticeState) {
  const [picked, setPicked] = useState<{ state: NoticeState; ids: readonly string[] }>({ state, ids: [] })
  const ids = picked.state === state ? picked.ids : []
  const set = (next: readonly string[]) => setPicked({ state, ids: next })
  const toggle = (id: string) => set(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])
  return { ids, set, toggle }
}
export type PickedNotices = ReturnType<typeof usePickedNotices>
