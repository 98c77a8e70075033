import { useState } from 'react'
import { addDirectivePages, type DirectivePage, getDirectivePage } from '#domain/directives/directives.contract.ts'
import { addressOf } from '../api.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Section } from '../ui/Section.tsx'
import { useChange } from '../useEndpoint.ts'
import { directivesText } from './directives.text.ts'
import { PagesField, type UploadedPage } from './PagesField.tsx'
import { WordsDialog } from './WordsDialog.tsx'

type Page = DirectivePage['pages'][number]

/** The paper itself, page by page; a picture is enlarged where it stands, a PDF opens in the reader's own program. */
export function Pages({ directive }: { directive: DirectivePage }) {
  const text = useText(directivesText)
  const [enlarged, setEnlarged] = useState<Page | null>(null)
  const [isAdding, setAdding] = useState(false)
  const { pages } = directive
  return (
    <Section title={text.original} note={pages.length > 0 ? text.originalNote(pages.length) : undefined}>
      {pages.length === 0 && <p className="quiet">{text.noPages}</p>}
      <div className="paper-pages">
        {pages.map((page) => (
          <Shown key={page.position} directiveId={directive.id} page={page} onEnlarge={() => setEnlarged(page)} />
        ))}
      </div>
      {directive.may.addPages && (
        <button type="button" className="btn small" onClick={() => setAdding(true)}>
          {text.addPages}
        </button>
      )}
      {enlarged && <Enlarged directiveId={directive.id} page={enlarged} onClose={() => setEnlarged(null)} />}
      {isAdding && <AddDialog directive={directive} onClose={() => setAdding(false)} />}
    </Section>
  )
}

const sourceOf = (directiveId: string, { position }: Page) =>
  addressOf(getDirectivePage, { params: { directiveId, position } })

function Shown({ directiveId, page, onEnlarge }: { directiveId: string; page: Page; onEnlarge: () => void }) {
  const text = useText(directivesText)
  const { position, name, mediaType } = page
  if (mediaType === 'application/pdf')
    return (
      <a className="paper-page pdf" href={sourceOf(directiveId, page)} download>
        <span className="name">{name}</span>
        <span className="quiet">{text.openPdf}</span>
      </a>
    )
  return (
    <button type="button" className="paper-page" aria-label={text.enlarge(position)} onClick={onEnlarge}>
      <img src={sourceOf(directiveId, page)} alt={text.page(position)} loading="lazy" />
    </button>
  )
}

function Enlarged({ directiveId, page, onClose }: { directiveId: string; page: Page; onClose: () => void }) {
  const text = useText(directivesText)
  return (
    <Dialog
      title={`${text.page(page.position)}　${page.name}`}
      size="wide"
      onClose={onClose}
      foot={
        <a className="btn" href={sourceOf(directiveId, page)} download>
          {text.download}
        </a>
      }
    >
      <div className="paper-large">
        <img src={sourceOf(directiveId, page)} alt={text.page(page.position)} />
      </div>
    </Dialog>
  )
}

function AddDialog({ directive, onClose }: { directive: DirectivePage; onClose: () => void }) {
  const text = useText(directivesText)
  const add = useChange(addDirectivePages)
  const [pages, setPages] = useState<UploadedPage[]>([])
  const pageIds = pages.map(({ id }) => id)
  return (
    <WordsDialog
      title={text.addPages}
      explained={text.originalNote(directive.pages.length)}
      deed={text.attach}
      missing={pages.length === 0 ? [text.original] : []}
      change={add}
      onGo={() => add.mutate({ params: { directiveId: directive.id }, body: { pageIds } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <PagesField pages={pages} onChange={setPages} />
    </WordsDialog>
  )
}
