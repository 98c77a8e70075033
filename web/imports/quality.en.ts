import { counted } from '#domain/counted.ts'
import type { qualityZh } from './quality.zh.ts'

export const qualityEn: typeof qualityZh = {
  title: 'Quality of reading',
  note: 'Documents registered in the last twelve months: of the rows read, how many were taken without an edit, edited, left out.',
  open: 'Quality of reading',
  nothing: 'No document was registered in the last twelve months',
  later: 'Once one is, this page keeps month by month how it was read.',
  sentence: (documents, found, share) =>
    `${counted(documents, 'document')}, ${counted(found, 'row')} read; ${share} taken without an edit.`,
  month: 'Month',
  documents: 'Documents',
  found: 'Read',
  asRead: 'Taken as read',
  madeByHand: 'Made by hand',
  share: 'Share',
  edited: 'Edited',
  discarded: 'Left out',
  doubts: 'Doubts',
  all: 'Total',
  byMonth: 'Month by month',
  cells: 'Cells edited most',
  cellsNote: 'a row counts once for each cell edited',
  left: 'Why rows were left out',
  none: 'None',
  leftFor: {
    notTask: 'No task',
    no_measure: 'No result to check',
    vague_verb: 'Only “strengthen”, “promote” and the like',
    same_in_document: 'Said twice in the document',
    in_other_import: 'In another document as well',
    carried_over: 'There last year, not carried over',
    unknown_code: 'Its code is no task',
  },
}
