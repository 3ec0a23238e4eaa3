import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type HttpClient, type HttpClientOptions, readRetryAfter } from './client.ts'
import { parseJson } from './errors.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let handler: Handler
let base = ''
let seen: IncomingMessage[] = []
let waits: number[] = []
let clients: HttpClient[] = []

beforeEach(async () => {
  seen = []
  waits = []
  clients = []
  server = createServer((request, response) => {
    seen.push(request)
    handler(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterEach(async () => {
  await Promise.all(clients.map(client => client.close()))
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

/** A client whose waits pass at once and are written down. */
function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const made = createHttpClient({
    userAgent: 'Rolecall/test',
    delay: async milliseconds => {
      waits.push(milliseconds)
    },
    now: () => Date.UTC(2026, 0, 1),
    random: () => 1,
    ...options,
  })
  clients.push(made)
  return made
}

const text = (body: Uint8Array | undefined) => new TextDecoder().decode(body)
const answers = (...statuses: number[]): Handler => {
  let at = 0
  return (_, response) => {
    response.statusCode = statuses[Math.min(at++, statuses.length - 1)] ?? 200
    response.end('{"ok":true}')
  }
}

describe('a plain call', () => {
  it('names the app, sends the headers and gives back the answer', async () => {
    handler = (_, response) => {
      response.setHeader('Content-Type', 'application/json')
      response.end('{"jobs":[]}')
    }
    const http = client()
    const result = await http.send({
      url: `${base}/v1?x=1`,
      headers: { accept: 'application/json', 'x-key': 'k' },
    })
    expect(result).toMatchObject({
      ok: true,
      response: { status: 200, url: `${base}/v1?x=1`, headers: { 'content-type': 'application/json' } },
    })
    expect(text(result.response?.body)).toBe('{"jobs":[]}')
    expect(seen[0]?.headers).toMatchObject({
      'user-agent': 'Rolecall/test',
      'x-key': 'k',
      accept: 'application/json',
    })
    expect(http.counters()).toEqual({ calls: 1, errors: 0, retries: 0, bytes: 11 })
  })

  it('posts a body once only, whatever the answer', async () => {
    handler = answers(500)
    const result = await client().send({ url: base, method: 'POST', body: 'q=1' })
    expect(result).toMatchObject({ ok: false, error: { code: 'http_500' } })
    expect(seen).toHaveLength(1)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['', (body: string) => Buffer.from(body)],
  ])('reads a body compressed by "%s"', async (encoding, compress) => {
    handler = (_, response) => {
      if (encoding !== '') response.setHeader('Content-Encoding', encoding)
      response.end(compress('Zürich'.repeat(1000)))
    }
    const result = await client().send({ url: base })
    expect(text(result.response?.body)).toBe('Zürich'.repeat(1000))
  })
})

describe('repeats', () => {
  it('tries again with doubling waits until it works', async () => {
    handler = answers(503, 502, 200)
    const http = client()
    expect(await http.send({ url: base })).toMatchObject({ ok: true })
    expect(waits).toEqual([500, 1000])
    expect(http.counters()).toMatchObject({ calls: 3, errors: 2, retries: 2 })
  })

  it('shortens waits at random by a half at most', async () => {
    handler = answers(503)
    await client({ random: () => 0 }).send({ url: base })
    expect(waits).toEqual([250, 500, 1000])
  })

  it('gives up after three repeats and answers with the last error and its body', async () => {
    handler = answers(500)
    const result = await client().send({ url: base })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'http_500', retryable: true },
      response: { status: 500 },
    })
    expect(seen).toHaveLength(4)
  })

  it.each([
    [401, 'http_401'],
    [404, 'http_404'],
    [410, 'http_410'],
    [451, 'http_451'],
  ])('does not repeat after %i', async (status, code) => {
    handler = answers(status)
    const result = await client().send({ url: base })
    expect(result).toMatchObject({
      ok: false,
      error: { code, retryable: false, message: expect.stringMatching(/^The .+\.$/) },
    })
    expect(seen).toHaveLength(1)
  })

  it('waits as long as the server asks, in seconds or until a date', async () => {
    const asked = ['7', new Date(Date.UTC(2026, 0, 1, 0, 0, 9)).toUTCString(), '']
    handler = (_, response) => {
      response.statusCode = seen.length < 3 ? 429 : 200
      response.setHeader('Retry-After', asked[seen.length - 1] ?? '')
      response.sendDate = false
      response.end()
    }
    expect(await client().send({ url: base })).toMatchObject({ ok: true })
    expect(waits).toEqual([7000, 9000])
  })

  it('reads a date by the clock of the server, however far that is from ours', async () => {
    handler = (_, response) => {
      response.statusCode = seen.length < 2 ? 503 : 200
      response.setHeader('Date', new Date(Date.UTC(2031, 5, 1, 12, 0, 0)).toUTCString())
      response.setHeader('Retry-After', new Date(Date.UTC(2031, 5, 1, 12, 0, 4)).toUTCString())
      response.end()
    }
    expect(await client().send({ url: base })).toMatchObject({ ok: true })
    expect(waits).toEqual([4000])
  })

  it('does not repeat to a server whose pace makes it wait for long', async () => {
    handler = answers(500)
    let turns = 0
    const lanes = {
      turn: async () => {
        turns += 1
        return turns === 1
      },
    }
    const lane = { name: 'slow', requests: 1, seconds: 60 }
    expect(await client({ lanes }).send({ url: base, lane })).toMatchObject({ error: { code: 'http_500' } })
    expect(seen).toHaveLength(1)
  })

  it('does not wait longer than allowed and says when to come back', async () => {
    handler = (_, response) => {
      response.statusCode = 429
      response.setHeader('Retry-After', '3600')
      response.end()
    }
    const result = await client().send({ url: base })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'http_429', retryable: true, retryAfter: 3_600_000 },
    })
    expect(waits).toEqual([])
  })

  it('reads Retry-After in both forms', () => {
    expect(readRetryAfter('120', 0)).toBe(120_000)
    expect(readRetryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60_000)
    expect(readRetryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 90_000)).toBe(0)
    expect(readRetryAfter('soon', 0)).toBeNull()
    expect(readRetryAfter(undefined, 0)).toBeNull()
  })
})

describe('limits', () => {
  const kilobytes = { maxBytes: 100_000, retries: 0 }

  it('refuses a body that says it is too large', async () => {
    handler = (_, response) => {
      response.setHeader('Content-Length', '100001')
      response.write('x')
    }
    expect(await client().send({ url: base, ...kilobytes })).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    })
  })

  it('refuses a body that is too large without saying so', async () => {
    handler = (_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(10_000), more)
      }
      more()
    }
    expect(await client().send({ url: base, ...kilobytes })).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    })
  })

  it('refuses a small body that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(kilobytes.maxBytes)
    handler = (_, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(bomb)
    }
    expect(await client().send({ url: base, ...kilobytes })).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    })
  })

  it('answers a damaged or unknown compression as an error', async () => {
    for (const encoding of ['gzip', 'br', 'zstd', 'gzip, gzip, gzip']) {
      handler = (_, response) => {
        response.setHeader('Content-Encoding', encoding)
        response.end('not compressed at all')
      }
      expect(await client().send({ url: base, retries: 0 })).toMatchObject({
        ok: false,
        error: { code: 'network' },
      })
    }
  })

  it.each([
    ['never answers', (() => undefined) as Handler],
    ['stops in the middle of a body', ((_, response) => response.write('{')) as Handler],
  ])('does not wait for a server that %s', async (_, hang) => {
    handler = hang
    const timeouts = { headers: 100, body: 100, total: 200 }
    const result = await client({ timeouts }).send({ url: base, retries: 1 })
    expect(result).toMatchObject({ ok: false, error: { code: 'timeout', retryable: true } })
    expect(seen).toHaveLength(2)
  })

  it('does not wait for a server that sends forever', async () => {
    handler = (_, response) => {
      const timer = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(timer))
    }
    const result = await client({ timeouts: { total: 150 } }).send({ url: base, retries: 0 })
    expect(result).toMatchObject({ ok: false, error: { code: 'timeout' } })
  })
})

describe('redirects', () => {
  const redirectTo =
    (...targets: string[]): Handler =>
    (request, response) => {
      const target = targets[Number(request.url?.slice(1) || 0)]
      if (target === undefined) {
        response.end('there')
        return
      }
      response.statusCode = 302
      response.setHeader('Location', target)
      response.end()
    }

  it('follows five and no more', async () => {
    handler = redirectTo('/1', '/2', '/3', '/4', '/5')
    expect(await client().send({ url: `${base}/0` })).toMatchObject({
      ok: true,
      response: { url: `${base}/5` },
    })
    handler = redirectTo('/1', '/2', '/3', '/4', '/5', '/6')
    expect(await client().send({ url: `${base}/0` })).toMatchObject({
      ok: false,
      error: { code: 'too_many_redirects' },
    })
  })

  it('leaves keys with the host that they were for', async () => {
    const other = base.replace('127.0.0.1', 'localhost')
    handler = redirectTo(`${other}/1`)
    await client().send({
      url: `${base}/0`,
      headers: { 'x-api-key': 'secret', authorization: 'secret', accept: 'text/plain' },
    })
    expect(seen[1]?.headers).toMatchObject({ accept: 'text/plain' })
    expect(JSON.stringify(seen[1]?.headers)).not.toContain('secret')
    handler = redirectTo('/1')
    await client().send({ url: `${base}/0`, headers: { 'x-api-key': 'secret' } })
    expect(seen[3]?.headers).toMatchObject({ 'x-api-key': 'secret' })
  })

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/x', 'http://', 'javascript:alert(1)'])(
    'does not follow to %s',
    async target => {
      handler = redirectTo(target)
      expect(await client().send({ url: `${base}/0` })).toMatchObject({
        ok: false,
        error: { code: 'invalid_url' },
      })
      expect(seen).toHaveLength(1)
    },
  )
})

describe('private addresses', () => {
  it('are refused for pasted addresses without a connection', async () => {
    handler = answers(200)
    const port = base.split(':').at(-1)
    const hosts = [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f.1',
      '2130706433',
      '017700000001',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '0.0.0.0',
      '[::]',
    ]
    let connections = 0
    server.on('connection', () => {
      connections++
    })
    for (const host of hosts) {
      const result = await client().send({ url: `http://${host}:${port}/`, publicOnly: true })
      expect(result, host).toMatchObject({ ok: false, error: { code: 'private_address', retryable: false } })
    }
    expect(connections).toBe(0)
    // The same server answers where the person's own settings name it.
    expect(await client().send({ url: base })).toMatchObject({ ok: true })
  })
})

describe('faults of the network', () => {
  it('are put in plain words', async () => {
    handler = request => request.socket.destroy()
    expect(await client().send({ url: base, retries: 1 })).toMatchObject({
      ok: false,
      error: { code: 'network', message: 'The server broke the connection off.' },
    })
    expect(seen).toHaveLength(2)
    const free = await freePort()
    expect(await client().send({ url: `http://127.0.0.1:${free}`, retries: 0 })).toMatchObject({
      ok: false,
      error: { code: 'network', message: 'The server refuses connections.' },
    })
    expect(await client().send({ url: 'https://name.invalid', retries: 0 })).toMatchObject({
      ok: false,
      error: { code: 'network' },
    })
  })

  it.each(['', 'nonsense', 'file:///etc/passwd', 'data:,x'])('%j is no web address', async url => {
    expect(await client().send({ url })).toMatchObject({
      ok: false,
      error: { code: 'invalid_url', retryable: false },
    })
  })

  it('speaking to something that is no web server is an error', async () => {
    handler = request => request.socket.end('SSH-2.0-OpenSSH\r\n')
    expect(await client().send({ url: base, retries: 0 })).toMatchObject({
      ok: false,
      error: { code: 'network' },
    })
  })
})

describe('cancelling', () => {
  it('ends a call that is under way', async () => {
    const stop = new AbortController()
    handler = () => stop.abort()
    expect(await client().send({ url: base, signal: stop.signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(seen).toHaveLength(1)
  })

  it('ends the wait before a repeat', async () => {
    handler = answers(503)
    const stop = new AbortController()
    const delay = async (): Promise<void> => stop.abort()
    expect(await client({ delay }).send({ url: base, signal: stop.signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(seen).toHaveLength(1)
  })

  it('starts nothing when cancelled before', async () => {
    expect(await client().send({ url: base, signal: AbortSignal.abort() })).toMatchObject({
      error: { code: 'cancelled' },
    })
    expect(seen).toHaveLength(0)
  })
})

it('says when data is expected and a page comes', () => {
  const bytes = (body: string) => new TextEncoder().encode(body)
  expect(parseJson(bytes('{"a":1}'), 'application/json')).toEqual({ ok: true, value: { a: 1 } })
  expect(parseJson(bytes('<!doctype html>'), undefined)).toMatchObject({
    error: { code: 'not_json', message: 'The server answered with a web page instead of data.' },
  })
  expect(parseJson(bytes('{'), 'application/json')).toMatchObject({
    error: { code: 'not_json', message: 'The answer is not valid JSON.' },
  })
})

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise(resolve => probe.close(resolve))
  await new Promise<void>(resolve => connect(port, '127.0.0.1').on('error', () => resolve()))
  return port
}
