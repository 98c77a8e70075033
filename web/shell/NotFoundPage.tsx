import { Link } from '@tanstack/react-router'
import { useText } from '../text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Mark } from './Mark.tsx'
import { shellText } from './shell.text.ts'

/** An address that leads nowhere; it stands outside the shell, as nobody may be signed in. */
export function NotFoundPage() {
  const text = useText(shellText)
  return (
    <>
      <header className="head">
        <Link className="mark" to="/">
          <Mark />
          {text.product}
        </Link>
      </header>
      <main className="page narrow">
        <EmptyState title={text.notFoundTitle} sentence={text.notFound}>
          <Link to="/" className="btn solid">
            {text.toBoard}
          </Link>
        </EmptyState>
      </main>
    </>
  )
}
