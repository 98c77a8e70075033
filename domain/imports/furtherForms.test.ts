import { describe, expect, test } from 'vitest'
import { HARDER_FORMS } from './examples/harderForms.ts'
import { MEETINGS } from './examples/meetings.ts'
import { NO_TASKS } from './examples/noTasks.ts'
import { rowsAs } from './examples/read.ts'
import { OFFICE_FORMS } from './examples/officeForms.ts'
import { OFFICE_NEWS } from './examples/officeNews.ts'
import { OFFICE_FORMS_EIGHTH } from './examples/officeFormsEighth.ts'
import { OFFICE_FORMS_EMPTY } from './examples/officeFormsEmpty.ts'
import { OFFICE_FORMS_FIFTH } from './examples/officeFormsFifth.ts'
import { OFFICE_FORMS_FOURTH } from './examples/officeFormsFourth.ts'
import { OFFICE_FORMS_MORE } from './examples/officeFormsMore.ts'
import { OFFICE_FORMS_NINTH } from './examples/officeFormsNinth.ts'
import { OFFICE_FORMS_SEVENTH } from './examples/officeFormsSeventh.ts'
import { OFFICE_FORMS_SIXTH } from './examples/officeFormsSixth.ts'
import { OFFICE_FORMS_TENTH } from './examples/officeFormsTenth.ts'
import { OFFICE_FORMS_THIRD } from './examples/officeFormsThird.ts'
import { TABLES_AS_TEXT } from './examples/tablesAsText.ts'
import { TASK_LISTS } from './examples/taskLists.ts'
import { OFFICE_FORMS_TWELFTH } from './examples/officeFormsTwelfth.ts'
import { OFFICE_FORMS_THIRTEENTH } from './examples/officeFormsThirteenth.ts'
import { OFFICE_FORMS_FOURTEENTH } from './examples/officeFormsFourteenth.ts'
import { OFFICE_FORMS_FIFTEENTH } from './examples/officeFormsFifteenth.ts'

describe.each([
  ['a list of tasks', TASK_LISTS],
  ['a table that became text', TABLES_AS_TEXT],
  ['a meeting', MEETINGS],
  ['a paper without tasks', NO_TASKS],
  ['a paper full of traps', HARDER_FORMS],
  ['a paper as offices write it', OFFICE_FORMS],
  ['minutes, news, summaries and matters handed on', OFFICE_NEWS],
  ['more papers as offices write them', OFFICE_FORMS_MORE],
  ['a third batch of papers as offices write them', OFFICE_FORMS_THIRD],
  ['a fourth batch of papers as offices write them', OFFICE_FORMS_FOURTH],
  ['a fifth batch of papers as offices write them', OFFICE_FORMS_FIFTH],
  ['a sixth batch of papers as offices write them', OFFICE_FORMS_SIXTH],
  ['a seventh batch of papers as offices write them', OFFICE_FORMS_SEVENTH],
  ['an eighth batch of papers as offices write them', OFFICE_FORMS_EIGHTH],
  ['a ninth batch of papers as offices write them', OFFICE_FORMS_NINTH],
  ['a tenth batch of papers as offices write them', OFFICE_FORMS_TENTH],
  ['papers of offices that hand out no work', OFFICE_FORMS_EMPTY],
  ['a twelfth batch of papers as offices write them', OFFICE_FORMS_TWELFTH],
  ['a thirteenth batch of papers as offices write them', OFFICE_FORMS_THIRTEENTH],
  ['tables with columns of their own', OFFICE_FORMS_FOURTEENTH],
  ['tables with columns an office named itself', OFFICE_FORMS_FIFTEENTH],
])('%s gives its rows and nothing else', (_, examples) => {
  test.each(examples)('$name', (example) => expect(rowsAs(example)).toEqual(example.rows))
})
