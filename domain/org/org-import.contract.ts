import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** What becomes of one row of the file. */
const PlannedRow = z.object({
  /** `units` or `people`: the sheet the row stands on. */
  list: z.enum(['units', 'people']),
  /** The row's number in the file, the head being 1. */
  row: z.int(),
  name: z.string(),
  does: z.enum(['add', 'change', 'nothing']),
  /** What changes: the column's name, the value now and the value to come. Empty for `add` and `nothing`. */
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
})

/** A cell that must be corrected first; the sentence says what to do. */
const CellProblem = z.object({
  list: z.enum(['units', 'people']),
  row: z.int(),
  column: z.string(),
  value: z.string(),
  message: z.string(),
})

/** What an import of units and people would do, and the cells that are to be corrected first. */
export const OrgImportPreview = z
  .object({
    rows: z.array(PlannedRow),
    problems: z.array(CellProblem),
    /** Counts over both lists. */
    addedCount: z.int(),
    changedCount: z.int(),
    unchangedCount: z.int(),
    /** What was previewed; sent back to confirm exactly this. */
    digest: z.string(),
  })
  .meta({ id: 'OrgImportPreview' })
export type OrgImportPreview = z.infer<typeof OrgImportPreview>

/** The file to fill in: sheets for units and people with heads, one example row and the allowed words. */
export const getOrgTemplate = endpoint({
  operationId: 'getOrgTemplate',
  method: 'GET',
  path: '/api/organization/import-template',
  summary: 'Template for importing units and people',
  query: z.object({
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    list: z.enum(['units', 'people']).default('units'),
  }),
  answers: 'file',
  response: z.unknown(),
})

/** Says what the file would add and change and what is wrong in which cell; saves nothing. Refuses unreadable_table. */
export const previewOrgImport = endpoint({
  operationId: 'previewOrgImport',
  method: 'POST',
  path: '/api/organization/import-preview',
  summary: 'Preview an import of units and people',
  query: z.object({ name: z.string().min(1).max(255) }),
  receives: 'bytes',
  response: OrgImportPreview,
})

/**
 * Adds and changes what the preview with this digest said, all or nothing; new accounts' initial passwords are
 * answered this once. Refuses unreadable_table, import_problems, import_moved (the organization changed meanwhile).
 */
export const createOrgImport = endpoint({
  operationId: 'createOrgImport',
  method: 'POST',
  path: '/api/organization/imports',
  summary: 'Import units and people',
  status: 201,
  secret: true,
  query: z.object({ name: z.string().min(1).max(255), digest: z.string().min(1).max(100) }),
  receives: 'bytes',
  response: z.object({
    addedCount: z.int(),
    changedCount: z.int(),
    accounts: z.array(z.object({ name: z.string(), userName: z.string(), initialPassword: z.string() })),
  }),
})
