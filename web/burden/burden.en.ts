import { counted } from '#domain/counted.ts'
import type { BurdenText } from './burden.zh.ts'

export const burdenEn: BurdenText = {
  title: 'Burden of the units',
  note: 'What units are asked in the coming eight weeks, when, and about how long it takes',
  kinds: {
    reportRow: 'report rows',
    acknowledgement: 'acknowledgements',
    answer: 'answers to difficulties',
    noticeReply: 'replies to notices',
    delivery: 'deliveries',
    confirmation: 'confirmations',
  },
  clashes: {
    windows: ({ from, to }) => `Overlaps the window of another period: ${from} to ${to}`,
    shortWindow: ({ count }) => `Only ${counted(count, 'working day')} in the window`,
    daysOff: ({ from, to, count }) => `${counted(count, 'day')} off in the window: ${from} to ${to}`,
    deadlines: ({ count, units }) => `${counted(units, 'unit')} with ${counted(count, 'milestone')} due in the window`,
    sameDays: ({ count, units }) =>
      `${counted(units, 'unit')} with ${count} other things to answer or deliver in the window`,
  },
  calm: 'No clash: no day off in the window, and no unit meets three or more other dates.',
  clashTitle: 'Clashes',
  minutes: (minutes) => (minutes === 0 ? '–' : `${minutes} min`),
  total: (units, asks, minutes, share) =>
    `${counted(units, 'unit')} asked for ${counted(asks, 'thing')}, about ${minutes} at the screen in all${share === null ? '' : `; ${share}% of the sheets’ cells come filled in`}.`,
  nothing: 'Nothing is asked of units in the coming eight weeks.',
  period: (name, from, to) => `Reports ${name}  ${from} to ${to}`,
  periodAsks: (units, rows, minutes, each, share) =>
    `${counted(units, 'unit')} asked for ${counted(rows, 'row')}, about ${minutes} at the screen in all, ${each} min a unit${share === null ? '' : `; ${share}% of the cells come filled in`}.`,
  periodAsksNothing: 'No unit is asked: no task is at work now.',
  windows: 'Windows',
  calendar: 'Calendar',
  calendarNote: 'Coloured days are windows; the figure is what is due on the day, in brackets the milestones',
  dayAsks: (on, asks, deadlines) => `${on}: ${asks} due, ${counted(deadlines, 'milestone')}`,
  workdays: (days) => counted(days, 'working day'),
  units: 'Units',
  unitsNote: 'By the week of the last day; what is overdue stands in this week; minutes are estimates',
  unit: 'Unit',
  all: 'In all',
  prefilled: 'Filled in',
  hours: (hours) => `${hours} h`,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  basis: 'How it is estimated',
  basisRow: (read, cells) => `Sheets: ${read} seconds to read a row; for a cell that is written, ${cells}.`,
  basisCell: (name, seconds) => `${name} ${seconds} s`,
  cells: {
    actualShare: 'actual share',
    done: 'done',
    nextStep: 'next step',
    confidence: 'confidence',
    claimedMilestoneIds: 'claimed milestone',
    evidence: 'evidence',
  },
  basisMeasured: (percent, count) =>
    `Last period’s figures, confidence and next step are carried over. Of the ${count} cells carried over last time, units changed ${percent}%; the coming period is reckoned alike.`,
  basisAssumed: (percent) =>
    `Last period’s figures, confidence and next step are carried over. Too little has been measured; ${percent}% of them are taken to be changed.`,
  basisOther: (list) => `All else by the piece: ${list}.`,
  basisHonest:
    'The seconds are assumptions, not measurements. They count writing at the screen, not the work behind it, and serve to compare and to spread dates, never to rate anybody.',
}
