import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftDocument } from './draftDocument.ts'
import { DOCUMENTS } from './examples/documents.ts'
import { toSourceText } from './lines.ts'
import { receivedSpan } from './repair.ts'

const PIECES = Object.values(DOCUMENTS).flatMap((text) => text.split(/(?<=[，。；：、（）\n\t|])/))
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\n',
      '（',
      '）',
      '〔',
      '】',
      '，',
      ',，',
      '区(qū)',
      '|',
      '\t',
      '1.',
      '（一）',
      '\u3000',
      '。',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
)

test('whatever the text, drafts come with words, with spans inside the text as received, and with real days', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const received = pieces.join('')
      const source = toSourceText({ text: received, notices: [] }, (char) => (char === '區' ? '区' : char))
      for (const draft of draftDocument(source, { planYear: 2026 }).drafts) {
        const span = receivedSpan(source.removals, draft.source)
        expect(draft.title.length * draft.text.length).toBeGreaterThan(0)
        expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(received.length)
        expect(draft.deadline ?? '2026-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(draft.ongoing && draft.deadline !== null).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})
