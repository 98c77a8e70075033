import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { MEETING_PAPERS } from './meetingPaper.ts'

const Kind = z.enum(MEETING_PAPERS)
/** A version by its number, or the built-in paper. */
const Ordinal = z.coerce.number().int().min(1).max(100_000)
const params = z.object({ kind: Kind })

/**
 * A meeting's paper (docx, GB/T 9704), made of what the asker's screen shows: the template in use, unless `template`
 * names a version to look at it with, or 0 for the built-in paper (both the office's only). `unitId` asks for one unit's
 * brief or asks. Refuses not_found where there is nothing to print yet.
 */
export const getMeetingPaper = endpoint({
  operationId: 'getMeetingPaper',
  method: 'GET',
  path: '/api/meetings/:meetingId/papers/:kind',
  summary: 'A paper of a meeting: agenda, brief, minutes, or what units are asked',
  params: z.object({ meetingId: z.uuid(), kind: Kind }),
  query: z.object({
    unitId: z.uuid().optional(),
    template: z.coerce.number().int().min(0).max(100_000).optional(),
  }),
  answers: 'file',
  response: z.unknown(),
})

const Version = z.object({
  /** 1 for the first template of its paper. */
  ordinal: z.int(),
  name: z.string(),
  size: z.int(),
  /** SHA-256 of the file, hexadecimal. */
  digest: z.string(),
  by: z.object({ id: z.uuid(), name: z.string() }),
  addedAt: z.iso.datetime(),
})

/** Each paper with the version in use and the latest twenty. */
export const listPaperTemplates = endpoint({
  operationId: 'listPaperTemplates',
  method: 'GET',
  path: '/api/paper-templates',
  summary: 'Templates of meeting papers',
  response: z.object({
    items: z.array(
      z.object({
        kind: Kind,
        /** Null: the built-in paper. */
        inUse: z.int().nullable(),
        versions: z.array(Version),
      }),
    ),
  }),
})

/**
 * Keeps a docx as the next version; it is used once it is chosen. Refuses template_not_docx, template_too_large,
 * template_active (macros, embedded objects, outside links), file_zip_bomb, file_broken, file_encrypted, and what is
 * wrong with its placeholders: template_unknown, template_loop, template_broken, template_empty.
 */
export const addPaperTemplate = endpoint({
  operationId: 'addPaperTemplate',
  method: 'POST',
  path: '/api/paper-templates/:kind',
  status: 201,
  summary: 'Upload a template',
  params,
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  receives: 'bytes',
  response: z.object({ kind: Kind, ordinal: z.int(), digest: z.string() }),
})

/** From now on papers are made with this version; null goes back to the built-in paper. */
export const choosePaperTemplate = endpoint({
  operationId: 'choosePaperTemplate',
  method: 'POST',
  path: '/api/paper-templates/:kind/choice',
  summary: 'Use a version of a template, or the built-in paper',
  params,
  body: z.object({ ordinal: Ordinal.nullable() }),
  response: z.object({ kind: Kind, inUse: z.int().nullable() }),
})

/** A version as it was uploaded; without a number the sample to begin one's own with. */
export const getPaperTemplate = endpoint({
  operationId: 'getPaperTemplate',
  method: 'GET',
  path: '/api/paper-templates/:kind/file',
  summary: 'Download a template or the sample',
  params,
  query: z.object({ ordinal: Ordinal.optional() }),
  answers: 'file',
  response: z.unknown(),
})
