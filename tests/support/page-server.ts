import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a page answers: its HTML, or everything of the answer. */
export type PageAnswer =
  | string
  | { status?: number; type?: string; body?: string | Uint8Array; headers?: Record<string, string> }
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** A server on loopback that stands for the web: `https://host/path` is asked as `/host/path`. */
export interface PageServer {
  /** `http://127.0.0.1:PORT`, for `page` among the base addresses. */
  address: string
  port: number
  /** By host and path, such as "acme.example/jobs/1", with its query or without. What is not there answers 404. */
  pages: Map<string, PageAnswer>
  /** Every path that was asked, without those of robots.txt. */
  asked: string[]
  /** Connections that were opened. */
  connections(): number
  stop(): Promise<void>
}

export async function startPageServer(): Promise<PageServer> {
  const pages = new Map<string, PageAnswer>()
  const asked: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1))
    if (!path.endsWith('/robots.txt')) asked.push(path)
    const answer = pages.get(path) ?? pages.get(path.replace(/\?.*$/, ''))
    if (typeof answer === 'function') return answer(request, response)
    const { status, type, body, headers } =
      answer === undefined
        ? { status: 404, type: 'text/html', body: '<title>Not found</title>', headers: {} }
        : typeof answer === 'string'
          ? { status: 200, type: undefined, body: answer, headers: {} }
          : { status: 200, headers: {}, ...answer }
    response.writeHead(status, { 'content-type': type ?? 'text/html; charset=utf-8', ...headers })
    response.end(body)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    pages,
    asked,
    connections: () => connections,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A page with the structured data of one posting; `change` sets what the test is about. */
export function postingPage(change: Record<string, unknown> = {}, more = ''): string {
  const data = {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: 'Senior Rust Engineer',
    description:
      '<p>You build control software for telescopes in Rust and PostgreSQL.</p><p>Full-time, hybrid. Salary: £70,000 - £85,000 per year. You lead a team of four and care for the instruments from the first sketch to the night they see light.</p>',
    hiringOrganization: { '@type': 'Organization', name: 'Northlight Instruments' },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: 'Leeds', addressCountry: 'GB' },
    },
    datePosted: '2026-02-20',
    ...change,
  }
  return `<!doctype html><html><head><title>${String(data.title)}</title>
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></head>
<body><h1>${String(data.title)}</h1><main>${String(data.description)}</main>${more}</body></html>`
}

/** A page without structured data: title and text only, and no word on who hires. */
export const PLAIN_PAGE = `<!doctype html><html><head><title>Junior Gardener</title></head><body><main><h1>Junior Gardener</h1>
<p>You look after the roses and the kitchen garden of an old estate near Bath. The work is part-time, three days a week,
on site, from March to October. You bring patience, a driving licence and the wish to learn.</p>
<p>The garden has four acres, two greenhouses and a walled orchard. A head gardener shows you everything. Pay is 13.50
an hour, with lunch from the kitchen garden on every day that you work.</p></main></body></html>`
