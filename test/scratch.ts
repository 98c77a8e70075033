import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** What a whole run may have there at once, twice over. */
const ROOM_BYTES = 6e9

const hasRoom = (folder: string): boolean => {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ROOM_BYTES
}

/**
 * Where databases and profiles of a run live: gigabytes that are written and gone at its end. In memory where there is
 * room for them, since a virtual machine pays dearly for each write to a disk. Nothing there is run as a program, which
 * systems often forbid.
 */
const SCRATCH = hasRoom(MEMORY) ? MEMORY : tmpdir()

/** A new folder, named after what it is for and this process. Whoever makes it removes it. */
export const makeScratch = (what: string): string => mkdtempSync(join(SCRATCH, `yipanqi-${what}-${process.pid}-`))

/** Removes a folder at once: by promises, thousands of files take Node longer than the system. */
export const removeScratch = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

/** Removes what runs have left that were killed. */
export function removeLeftovers(): void {
  if (SCRATCH !== MEMORY) return // a disk is swept by its system
  for (const name of readdirSync(SCRATCH)) {
    const pid = /^yipanqi-\w+-(\d+)-\w+$/.exec(name)?.[1]
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) removeScratch(join(SCRATCH, name))
  }
}
