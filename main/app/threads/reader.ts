import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { rolecallError } from '../../contract/errors.ts'
import { systemClock } from '../../platform/clock.ts'
import { createDb } from '../../platform/db/connection.ts'
import { databasePaths } from '../../platform/db/database-paths.ts'
import { openReader } from '../../platform/db/pragmas.ts'
import { dispatch } from '../../platform/dispatch.ts'
import { createLog } from '../../platform/log.ts'
import type { FromThread, ThreadData, ToThread } from '../../platform/threads/protocol.ts'
import { readBoard } from '../../platform/threads/thread-board.ts'
import { createSources } from '../../sources/adapters/index.ts'
import { createQueries } from '../procedures.ts'

/** A reader thread: answers queries over a read-only connection of its own. */

const port = parentPort
if (!port) throw new Error('A reader thread is started by the host')
const { dataDir, version, sourceBaseUrls, board } = workerData as ThreadData
const send = (message: FromThread) => port.postMessage(message)
const log = createLog('reader', line => send({ kind: 'log', line }))
const db = createDb(openReader(databasePaths(dataDir).file))
const queries = createQueries(createSources(sourceBaseUrls))
const context = { db, clock: systemClock, dataDir, version, threads: () => readBoard(board) }

const onUnexpected = (error: unknown, procedure: string) => {
  const id = randomUUID().slice(0, 8)
  log.error('A query failed', {
    id,
    procedure,
    reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  return rolecallError('internal', `Something unexpected happened (${id}). Nothing was changed.`, {
    details: { id },
  })
}

send({ kind: 'ready', replaced: false })

port.on('message', async (message: ToThread) => {
  if (message.kind === 'call')
    send({
      kind: 'answer',
      answer: await dispatch(message.frame, { handlers: queries, context, onUnexpected }),
    })
  if (message.kind === 'stop') {
    db.close()
    port.close()
  }
})
