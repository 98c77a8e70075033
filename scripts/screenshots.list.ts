import type { Target } from '#test/e2e/browser/finding.ts'

/** One picture of the documentation: who looks at what, in which language, on what. */
export interface Shot {
  /** The file's name without its ending. */
  name: string
  /** The user name of a demo account, or nobody for the pages before signing in. */
  account: string | null
  path: string
  /** Links and buttons to click on the way, one after the other. */
  steps?: Target[]
  language?: 'zh' | 'en'
  width?: 1440 | 1024 | 390
  /** Paper is A4 landscape at 96 dots an inch, as the browser prints it. */
  medium?: 'screen' | 'print'
}

const OFFICE = 'xiachu'
const LEADER = 'baisongnian'
const LIAISON = 'shaoyiming'

const FIRST_TASK: Target = { css: 'a[href^="/tasks/"]', nth: 0 }
const FIRST_SHEET: Target = { css: 'a[href^="/reports/"]', nth: 0 }
const FIRST_REVIEW: Target = { css: 'a[href^="/imports/"]', nth: 0 }

export const SHOTS: Shot[] = [
  { name: 'sign-in', account: null, path: '/sign-in' },
  { name: 'board', account: OFFICE, path: '/' },
  { name: 'board.en', account: OFFICE, path: '/', language: 'en' },
  { name: 'board.1024', account: OFFICE, path: '/', width: 1024 },
  { name: 'board.390', account: LEADER, path: '/', width: 390 },
  { name: 'board.print', account: OFFICE, path: '/', medium: 'print' },
  { name: 'ledger', account: OFFICE, path: '/ledger' },
  { name: 'ledger.en', account: OFFICE, path: '/ledger', language: 'en' },
  { name: 'ledger.1024', account: OFFICE, path: '/ledger', width: 1024 },
  { name: 'ledger.390', account: LIAISON, path: '/ledger', width: 390 },
  { name: 'task', account: OFFICE, path: '/ledger', steps: [FIRST_TASK] },
  { name: 'task.en', account: OFFICE, path: '/ledger', steps: [FIRST_TASK], language: 'en' },
  { name: 'task.390', account: LIAISON, path: '/ledger', steps: [FIRST_TASK], width: 390 },
  { name: 'reports', account: OFFICE, path: '/reports' },
  { name: 'sheet', account: LIAISON, path: '/reports', steps: [FIRST_SHEET] },
  { name: 'sheet.en', account: LIAISON, path: '/reports', steps: [FIRST_SHEET], language: 'en' },
  { name: 'sheet.1024', account: LIAISON, path: '/reports', steps: [FIRST_SHEET], width: 1024 },
  { name: 'imports', account: OFFICE, path: '/imports' },
  { name: 'review', account: OFFICE, path: '/imports', steps: [FIRST_REVIEW] },
  { name: 'review.en', account: OFFICE, path: '/imports', steps: [FIRST_REVIEW], language: 'en' },
  { name: 'plan', account: OFFICE, path: '/plan' },
  { name: 'organization', account: 'shuwang', path: '/organization' },
  { name: 'accounts', account: 'jishouzhuo', path: '/accounts' },
  { name: 'journal', account: 'tuowenqian', path: '/journal' },
]
