import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { holdExclusively } from '../db/exclusive-file.ts'
import { writeFileAtomic } from './atomic.ts'
import { ensureWritableFolder } from './data-folder.ts'
import { answerSecond, askFirst, type FirstStart } from './second-start.ts'

export interface HeldLock {
  ok: true
  /** Lets go of the data folder. */
  release: () => void
  /** Called each time another start was refused, so that this one shows itself. Answers how to stop listening. */
  onSecondStart: (listener: () => void) => () => void
  /** Tells further starts where this one is reached; the function is asked anew each time (one-time tokens). */
  announce: (address: () => string) => void
}

export interface RefusedLock {
  ok: false
  /** The first start answered and shows itself. */
  raised: boolean
  /** Where the first start is reached, when it said so. */
  address?: string
}

/** How long a second start looks for the first one; together with its own start it must end within a second. */
const ASK_FOR_MS = 500
const ASK_EVERY_MS = 50

/**
 * Makes this process the only one on a data folder. A first start that was killed, in whatever way, leaves no lock
 * behind. A second start asks the first to show itself and is refused. Throws `data_folder_read_only`.
 */
export async function acquireLock(dataDir: string): Promise<HeldLock | RefusedLock> {
  ensureWritableFolder(dataDir)
  // Two files: the locked one may not be opened by anything else, the other one says where the first start listens.
  const infoFile = join(dataDir, 'rolecall.lock.json')
  const drop = holdExclusively(join(dataDir, 'rolecall.lock'))
  if (!drop) return refused(infoFile)

  const listeners = new Set<() => void>()
  let address: (() => string) | null = null
  const token = randomBytes(16).toString('hex')
  const server = createServer(socket =>
    answerSecond(socket, token, () => {
      for (const listener of listeners) listener()
      return address?.() ?? null
    }),
  )
  try {
    const port = await listen(server)
    rememberFirst(infoFile, { port, token })
  } catch {
    // Without it the lock still holds; a second start then only cannot raise this one.
  }
  return {
    ok: true,
    release: () => {
      server.close()
      rmSync(infoFile, { force: true })
      drop()
    },
    onSecondStart: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    announce: of => {
      address = of
    },
  }
}

async function refused(infoFile: string): Promise<RefusedLock> {
  const end = Date.now() + ASK_FOR_MS
  // The first may have locked the folder a moment ago and not have said yet where it listens.
  while (Date.now() < end) {
    const first = readFirst(infoFile)
    const answer = first ? await askFirst(first, Math.max(1, end - Date.now())) : null
    if (answer)
      return { ok: false, raised: true, ...(answer.address === null ? {} : { address: answer.address }) }
    await wait(ASK_EVERY_MS)
  }
  return { ok: false, raised: false }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => {
      server.unref()
      const bound = server.address()
      if (bound === null || typeof bound === 'string') reject(new Error('no port'))
      else resolve(bound.port)
    })
  })
}

function rememberFirst(file: string, first: FirstStart): void {
  writeFileAtomic(file, JSON.stringify(first), 0o600)
}

function readFirst(file: string): FirstStart | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    if (!('port' in value) || !('token' in value)) return null
    const { port, token } = value
    return typeof port === 'number' && typeof token === 'string' ? { port, token } : null
  } catch {
    return null
  }
}
