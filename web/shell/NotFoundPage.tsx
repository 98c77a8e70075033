import { Link } from '@tanstack/react-router'
import { useText } from '../text.tsx'
import { shellText } from './shell.text.ts'

export function NotFoundPage() {
  const text = useText(shellText)
  return (
    <div className="page">
      <h1>{text.notFoundTitle}</h1>
      <p className="second">{text.notFound}</p>
      <p>
        <Link to="/" className="btn">
          {text.toBoard}
        </Link>
      </p>
    </div>
  )
}
