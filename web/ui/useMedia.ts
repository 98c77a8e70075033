import { useSyncExternalStore } from 'react'

// Of the screen only: paper is narrow too, and must not turn the page into a phone's while it is printed.

/** Below this the grid gives way to one unit at a time. */
export const PHONE = 'screen and (max-width: 820px)'
/** Below this a panel beside the content becomes a drawer. */
export const DRAWER = 'screen and (max-width: 1279px)'

/** Whether the screen is a phone's at this moment; for what happens once, such as where somebody goes first. */
export const isOnPhone = (): boolean => matchMedia(PHONE).matches

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const listen = (onChange: () => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }
  return useSyncExternalStore(listen, () => matchMedia(query).matches)
}
