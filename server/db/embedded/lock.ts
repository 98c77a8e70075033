import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { StartError } from '#server/start-error.ts'

const SQLITE_BUSY = 5
const SQLITE_FULL = 13
const SqliteError = z.object({ errcode: z.number(), message: z.string() })

export interface Lock {
  readonly release: () => void
}

/**
 * Claims a folder for this process until `release` or the end of the process, however it ends.
 * The lock is the operating system's own (SQLite takes it for us, Node has no call for it), so a crash or a
 * power cut leaves nothing behind; the empty file stays, because removing it would let two claims pass each other.
 * Refuses with StartError `folder_locked` (another process holds it), `disk_full` or `folder_unwritable`.
 */
export function lockFolder(folder: string): Lock {
  try {
    const lock = new DatabaseSync(join(folder, 'in-use.lock'))
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
    return { release: () => lock.close() }
  } catch (error) {
    const { errcode, message } = SqliteError.parse(error)
    if (errcode === SQLITE_BUSY) throw new StartError('folder_locked', { folder })
    if (errcode === SQLITE_FULL) throw new StartError('disk_full', { folder })
    throw new StartError('folder_unwritable', { folder, detail: message })
  }
}
