import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerGlassdoor } from '../../support/replay/glassdoor.ts'

/** A company search of our own on loopback. */
export interface CompanySearchServer {
  /** `http://127.0.0.1:PORT`. */
  address: string
  stop(): Promise<void>
}

/** Answers as the company search does, from fixtures. */
export async function startCompanySearch(): Promise<CompanySearchServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://replay')
    const headers = { 'x-api-key': String(request.headers['x-api-key'] ?? '') }
    const answer = answerGlassdoor({ method: request.method ?? 'GET', url, headers, body: '' })
    response.writeHead(answer?.status ?? (answer ? 200 : 404), { 'content-type': 'application/json' })
    response.end(answer?.body ?? '{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
