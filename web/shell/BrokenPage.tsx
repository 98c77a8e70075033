import type { ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText } from '../text.tsx'
import { PageMissing } from './lazyPage.ts'
import { shellText } from './shell.text.ts'

const RELOADED_FOR = 'yipanqi.reloadedFor'

/** Whether the server itself answers; a gateway that answers for it does not count. */
const isServerThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * In the place of a page that could not be shown. Where the server answers and only this page's code is missing, it
 * runs a newer version: the page is loaded anew by itself, once for each file that was missed.
 */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { brokenPage: text } = useText(shellText)
  const [isAway, setIsAway] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const missing = error instanceof PageMissing ? error.message : null
  useEffect(() => {
    if (missing === null || sessionStorage.getItem(RELOADED_FOR) === missing) return
    void isServerThere().then((isThere) => {
      if (!isThere) return
      sessionStorage.setItem(RELOADED_FOR, missing)
      location.reload()
    })
  }, [missing])
  // Loading it anew while nobody answers would leave the browser's own page in the place of ours.
  const retry = async () => {
    setIsAsking(true)
    const isThere = await isServerThere()
    if (isThere) location.reload()
    setIsAsking(isThere)
    setIsAway(!isThere)
  }
  return (
    <div className="page narrow">
      <div className="state" role="alert">
        <h2>{missing === null ? text.failed : text.missing}</h2>
        <p>{missing === null ? text.failedWhy : text.missingWhy}</p>
        {isAway && <p className="wanting">{text.stillAway}</p>}
        <div className="actions">
          <button type="button" className="btn solid" disabled={isAsking} onClick={() => void retry()}>
            {text.retry}
          </button>
        </div>
      </div>
    </div>
  )
}
