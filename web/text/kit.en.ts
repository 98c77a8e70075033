import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { counted } from '#domain/counted.ts'
import type { Light } from '#domain/lights/light.ts'
import type { KitText } from './kit.zh.ts'

const lights: Record<Light, string> = {
  red: 'Overdue',
  yellow: 'At risk',
  green: 'On plan',
  blue: 'Early',
  grey: 'Not started',
}

const points = (value: number): string => String(Math.round(Math.abs(value) * 10) / 10)

const change = (value: number): string =>
  Math.abs(value) < 0.05 ? 'no change' : `${value > 0 ? '+' : '−'}${points(value)} points`

const tasks = (count: number): string => counted(count, 'task')

const lightPhrases = (counts: Record<Light, number>): string =>
  [counts.red && `${counts.red} overdue`, counts.yellow && `${counts.yellow} at risk`].filter(Boolean).join(', ')

export const kitEn: KitText = {
  lights,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  close: 'Close',
  missing: (what) => `Still missing: ${what}`,
  typedUnsaved: 'What you typed is not saved. Press Esc again to discard it.',
  typedHeld: 'What you typed is not saved. Leave once more to discard it.',
  row: { up: 'Up', down: 'Down', remove: 'Remove', retire: 'Retire' },
  optional: ' (optional)',
  loading: 'Fetching the figures…',
  retry: 'Try again',
  failed: 'The data did not arrive',
  broken: 'Something went wrong on this page. Try again, or reload the page.',
  signedOut: 'You are not signed in any more',
  signInFirst: 'Sign in first; you will come back to this page.',
  signIn: 'Sign in',
  requestNumber: (id) => `If you report this, give the number ${id}.`,
  copy: 'Copy',
  copied: 'Copied',
  copyOnce: 'Shown only this once. Copy it now and keep it somewhere safe.',
  copyByHand: 'The browser does not allow copying here. Select the text above and copy it yourself.',
  date: {
    unread: 'Write a date such as 12-4, 4 Dec, next Friday or end of month.',
    hint: '12-4, 4 Dec, next Friday, end of month',
    echo: (on, weekday) => `${weekday}, ${formatOnInFull(on, 'en')}`,
  },
  chip: (name, value) => `${name}: ${value}`,
  combo: {
    open: 'Show the choices',
    none: 'Nothing matches. Try another word or pinyin initials.',
    remove: (label) => `Remove ${label}`,
    picked: (count) => `${count} chosen`,
  },
  rate: {
    closed: (period, percent, points) => `${period} ${percent}%, ${change(points)}`,
    none: 'Nothing to count yet',
  },
  bar: {
    both: (actual, planned) => `Actual ${actual}%, planned ${planned}%`,
    actual: (actual) => `Actual ${actual}%`,
    none: 'No progress data',
  },
  board: {
    label: 'The board: units × pillars',
    unit: 'Unit',
    tasks: 'Tasks',
    red: lights.red,
    yellow: lights.yellow,
    redYellow: 'R / Y',
    attainment: 'Trajectory attainment',
    attainmentShort: 'Attained',
    attainmentMeaning: 'attained: at or above plan ÷ active tasks',
    total: 'All units',
    pillarTotals: 'Pillars',
    taskCount: tasks,
    redCount: (count) => `R ${count}`,
    yellowCount: (count) => `Y ${count}`,
    attains: (percent) => `${percent}%`,
    legend: 'Legend',
    sizeMeaning: 'size: tasks',
    rimMeaning: 'rim: closed',
    bareMeaning: 'bare crossing: none',
    at: (unit, pillar) => `${unit} ×\u00a0${pillar}`,
    stone: ({ unit, pillar }, { taskCount, doneCount, light }) =>
      `${unit}, ${pillar}: ${tasks(taskCount)}, ${doneCount} closed out, worst light ${lights[light]}`,
    bare: ({ unit, pillar }) => `${unit}, ${pillar}: no tasks`,
    edge: (name, what, value) => `${name}: ${what} ${value}`,
    counts: ({ taskCount, doneCount, lightCounts }) =>
      [`${tasks(taskCount)}, ${doneCount} closed out`, lightPhrases(lightCounts)].filter(Boolean).join('; '),
    keysLabel: 'Keys of the board',
    keys: [
      ['↑ ↓ ← →', 'move'],
      ['Ctrl ←', 'next with tasks'],
      ['R', 'next overdue'],
      ['Y', 'next at risk'],
      ['Enter', 'open'],
      ['Esc', 'close'],
      ['[ ]', 'other as-of date'],
      ['P', 'print'],
      ['?', 'all keys'],
    ],
    panel: (place) => `Tasks of ${place}`,
    assignee: (name) => `Assignee ${name}`,
    originalDue: (on) => `Due ${on}`,
    currentDue: (on) => `Now ${on}`,
    openAll: 'Open in the ledger',
    emptyCell: 'No tasks here.',
    asOf: (moment) => `As of ${moment}`,
    redYellowAll: 'Overdue / at risk / all',
    sheetOf: (index, count) => `Sheet ${index} of ${count}`,
    rules: (version) => `Rules ${version}`,
    digest: (digest) => `Digest ${digest}`,
    previousUnit: 'Previous',
    nextUnit: 'Next',
    chooseUnit: 'Choose a unit',
    attention: 'Overdue and at-risk tasks',
    allCalm: 'Nothing overdue or at risk.',
  },
}
