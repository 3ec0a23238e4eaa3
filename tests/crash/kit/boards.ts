import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generatePosting } from '../../fixtures/generate-postings.ts'

/** Job boards on loopback that always list the same postings, in the shape of Greenhouse. */

export const BOARDS = ['north', 'south', 'east'] as const
/** Postings of each board. */
export const POSTINGS_PER_BOARD = 120

const SEED = 31

function boardOf(board: number): string {
  const jobs = Array.from({ length: POSTINGS_PER_BOARD }, (_, at) => {
    const index = board * POSTINGS_PER_BOARD + at
    const { title, company, location_text, description, posted_at } = generatePosting(index, SEED)
    return {
      id: 9_000_000 + index,
      title,
      company_name: company,
      location: { name: location_text },
      content: description,
      absolute_url: `https://boards.greenhouse.io/${BOARDS[board]}/jobs/${9_000_000 + index}`,
      first_published: posted_at,
    }
  })
  return JSON.stringify({ jobs })
}

/** Starts the boards; `address` is the base of the source kind `greenhouse`. */
export async function startBoards(): Promise<{ address: string; stop(): void }> {
  const bodies = BOARDS.map((_, board) => boardOf(board))
  const server = createServer((request, response) => {
    const board = BOARDS.findIndex(name => request.url?.includes(`/boards/${name}/`))
    response.statusCode = board === -1 ? 404 : 200
    response.setHeader('content-type', 'application/json')
    response.end(bodies[board] ?? '{}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
