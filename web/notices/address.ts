import { NOTICE_STATES, type NoticeState } from '#domain/notices/notice.ts'

/** What the address of the notices says: the state that is shown. */
export const noticesAddress = (search: Record<string, unknown>): { state?: NoticeState } => {
  const state = NOTICE_STATES.find((one) => one === search['state'])
  return state ? { state } : {}
}
