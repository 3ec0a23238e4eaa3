import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createHttpClient } from './client.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function listening(
  answer: (request: IncomingMessage) => string,
): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.end(answer(request))
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

it('asks through the proxy that the person set', async () => {
  const proxy = await listening(() => 'through the proxy')
  const client = createHttpClient({ userAgent: 'Rolecall/test', proxy: proxy.url })
  await client.send({ url: 'http://jobs.example/board', retries: 0 })
  await client.close()
  expect(proxy.seen.join()).toContain('jobs.example')
})

it('asks this computer itself directly', async () => {
  const proxy = await listening(() => 'through the proxy')
  const direct = await listening(() => 'directly')
  const client = createHttpClient({ userAgent: 'Rolecall/test', proxy: proxy.url })
  const result = await client.send({ url: direct.url })
  await client.close()
  expect(result.ok && new TextDecoder().decode(result.response.body)).toBe('directly')
  expect(proxy.seen).toEqual([])
})

it('keeps private addresses out behind a proxy too', async () => {
  const proxy = await listening(() => 'through the proxy')
  const client = createHttpClient({ userAgent: 'Rolecall/test', proxy: proxy.url })
  for (const url of ['http://192.168.1.1/', 'http://localhost:9/', 'http://127.0.0.1:9/'])
    expect(await client.send({ url, publicOnly: true, retries: 0 })).toMatchObject({
      ok: false,
      error: { code: 'private_address' },
    })
  await client.close()
  expect(proxy.seen).toEqual([])
})
