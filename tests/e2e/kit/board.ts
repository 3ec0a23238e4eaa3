import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const recorded = join(import.meta.dirname, '..', '..', 'fixtures', 'greenhouse', 'board.json')

/** A server that answers as the Greenhouse job board does. */
export interface Board {
  /** `http://127.0.0.1:PORT`. */
  address: string
  /** How many postings of the board "tidemark" can be read; three are broken on purpose. */
  postings: number
  stop(): Promise<void>
}

/** Replays the recorded board "tidemark"; there is no other. */
export async function startBoard(): Promise<Board> {
  const body = readFileSync(recorded)
  const server = createServer((request, response) => {
    const known = request.url?.startsWith('/v1/boards/tidemark/jobs') ?? false
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
    response.end(known ? body : '{"status":404,"error":"Job not found"}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    postings: 13,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
