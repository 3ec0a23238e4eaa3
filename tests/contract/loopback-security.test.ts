import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { NAMES } from './kit/ask.ts'
import { type SignedIn, serveTest, signIn } from './kit/loopback.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

interface Sent {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string
}

/** Calls that got through to the core. */
const reached: unknown[] = []
const core = {
  call: async (frame: unknown) => {
    reached.push(frame)
    return { id: 1, ok: true as const, value: 'from the core' }
  },
  subscribe: () => {
    reached.push('subscribed')
    return () => {}
  },
}

let served: Awaited<ReturnType<typeof serveTest>>
let me: SignedIn
let port: number
beforeAll(async () => {
  served = await serveTest(core)
  me = await signIn(served.server)
  port = Number(new URL(me.origin).port)
})
afterAll(() => served.close())

/** A request as it is, with any Host and Origin; a browser's own client would not let them be set. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, setHost: !('host' in headers) },
      response => {
        let text = ''
        response.setEncoding('utf8').on('data', chunk => {
          text += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const inside = () => ({ cookie: me.cookie, 'x-rolecall-token': me.pageToken })
const aCall = (
  headers: Sent['headers'] = {},
  body = '{"id":1,"procedure":"jobs.list","input":{}}',
): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
})

/** How the server meets a WebSocket: `open`, or the status of its refusal. */
async function socketTo(
  path: string,
  protocols: string[],
  options: { headers?: Record<string, string>; origin?: string } = {},
): Promise<'open' | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, options)
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.close()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}

const PATHS = [
  '/',
  '/index.html',
  '/theme.js',
  '/manifest.webmanifest',
  '/assets/index-12345678.js',
  '/api/call',
  '/api/live',
  '/api/',
  '/api/nope',
  '/nope',
  '/.hidden',
  '/favicon.ico',
]

const FOREIGN_HOSTS = [
  'evil.example',
  'evil.example:PORT',
  'localhost',
  'localhost:PORT',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1:80',
  '127.0.0.1:PORT0',
  '127.0.0.1:0PORT',
  '127.0.0.1:PORT.',
  '127.0.0.1.:PORT',
  '127.0.0.1.evil.example:PORT',
  '127.0.0.1@evil.example:PORT',
  'evil.example@127.0.0.1:PORT',
  'evil.example#127.0.0.1:PORT',
  '127.0.0.2:PORT',
  '127.1:PORT',
  '2130706433:PORT',
  '0x7f000001:PORT',
  '0177.0.0.1:PORT',
  '0.0.0.0:PORT',
  '[::1]:PORT',
  '[::ffff:127.0.0.1]:PORT',
  '192.168.1.10:PORT',
  'rolecall.localhost:PORT',
  '127.0.0.1.nip.io:PORT',
  'http://127.0.0.1:PORT',
  '127.0.0.1:PORT, evil.example',
  '127.0.0.1 :PORT',
  'EVIL.EXAMPLE:PORT',
  'xn--80ak6aa92e.com',
]

const FOREIGN_ORIGINS = [
  'null',
  'http://evil.example',
  'https://evil.example',
  'http://evil.example:PORT',
  'http://localhost:PORT',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1',
  'http://127.0.0.1:80',
  'http://127.0.0.1:1',
  'http://127.0.0.1:PORT0',
  'http://127.0.0.1:PORT.evil.example',
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.evil.example:PORT',
  'http://127.0.0.1:PORT@evil.example',
  'http://evil.example@127.0.0.1:PORT',
  'http://[::1]:PORT',
  'http://127.0.0.2:PORT',
  'http://0.0.0.0:PORT',
  'ws://127.0.0.1:PORT',
  'file://',
  'app://rolecall',
  'chrome-extension://abcdefghijklmnop',
  'http://127.0.0.1:PORT, http://evil.example',
  '',
]
const here = (text: string) => text.replaceAll('PORT', String(port))

describe('without being signed in', () => {
  it.each(PATHS)('%s answers 401 to every method', async path => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await send(path, { method })).status, method).toBe(401)
      // The page's token alone is not enough either.
      const half = await send(path, { method, headers: { 'x-rolecall-token': me.pageToken } })
      expect(half.status, method).toBe(401)
    }
  })

  it('every procedure answers 401, with an error value and without reaching the core', async () => {
    reached.length = 0
    for (const procedure of NAMES) {
      const { status, text } = await send(
        '/api/call',
        aCall({}, JSON.stringify({ id: 1, procedure, input: {} })),
      )
      expect(status).toBe(401)
      expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
    }
    expect(reached).toEqual([])
  })

  it('the page says in words how to get in, and gives no token away', async () => {
    const { status, headers, text } = await send('/')
    expect(status).toBe(401)
    expect(headers['content-type']).toMatch(/^text\/html/)
    expect(text).toContain('Start Rolecall once more')
    expect(text).not.toContain('rolecall-token')
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('the one-time address', () => {
  it('opens once: a strict cookie out of reach of scripts, and an address without the token', async () => {
    const path = served.server.newAddress().slice(me.origin.length)
    const first = await send(path)
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(/^rolecall-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
    ])
    const second = await send(path)
    expect(second.status).toBe(401)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('This address was used already')
    expect(second.text).toContain('prints a new address')
    // Whoever is in already is simply led in.
    expect(await send(path, { headers: { cookie: me.cookie } })).toMatchObject({ status: 303 })
  })

  it('leads on by its own page where another site led here, since a strict cookie is held back there', async () => {
    const path = served.server.newAddress().slice(me.origin.length)
    const { status, text } = await send(path, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(status).toBe(200)
    expect(text).toContain('http-equiv="refresh" content="0;url=/"')
  })

  it.each(['/?token=', '/?token=guess', '/?token=undefined', '/?token[]=x', `/?token=${'A'.repeat(43)}`])(
    '%s opens nothing',
    async path => {
      const { status, headers } = await send(path)
      expect(status).toBe(401)
      expect(headers['set-cookie']).toBeUndefined()
    },
  )

  it('several are good at once, the oldest of many are not', async () => {
    const paths = Array.from({ length: 22 }, () => served.server.newAddress().slice(me.origin.length))
    const statuses = []
    for (const path of paths) statuses.push((await send(path)).status)
    expect(statuses).toEqual([401, 401, ...Array.from({ length: 20 }, () => 303)])
  })
})

describe('signed in', () => {
  it('gives the page with its token, never to be kept', async () => {
    const { status, headers, text } = await send('/', { headers: { cookie: me.cookie } })
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).toContain(`<meta name="rolecall-token" content="${me.pageToken}" />`)
    expect(text).toContain(
      '<link rel="manifest" href="/manifest.webmanifest" crossorigin="use-credentials" />',
    )
  })

  it.each([
    ['/theme.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('gives %s as %s', async (path, type) => {
    const { status, headers } = await send(path, { headers: { cookie: me.cookie } })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers['cache-control']).toBe('no-cache')
  })

  it.each([
    '/.hidden',
    '/index.html',
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd.txt',
    '/theme.js%00.png',
    '/C:/x.js',
  ])('gives nothing at %s', async path => {
    const { status, text } = await send(path, { headers: { cookie: me.cookie } })
    expect([400, 404]).toContain(status)
    expect(text).not.toMatch(/hidden|rolecall-token|"name"|root:/)
  })

  it('every answer carries the headers that keep others out', async () => {
    const answers = [
      await send('/', { headers: { cookie: me.cookie } }),
      await send('/'),
      await send('/nope', { headers: { cookie: me.cookie } }),
      await send('/theme.js', { headers: { cookie: me.cookie } }),
      await send('/api/call', aCall(inside())),
      await send('/', { headers: { host: 'evil.example' } }),
    ]
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      const policy = headers['content-security-policy'] ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
    }
  })

  it('a call needs cookie and token both, and then reaches the core', async () => {
    reached.length = 0
    const { cookie, pageToken } = me
    for (const headers of [
      { cookie },
      { cookie, 'x-rolecall-token': '' },
      { cookie, 'x-rolecall-token': `${pageToken}x` },
      { cookie, 'x-rolecall-token': pageToken.toUpperCase() },
      { 'x-rolecall-token': pageToken },
      { cookie: `${cookie}x`, 'x-rolecall-token': pageToken },
      { cookie: `other=1; x${cookie}`, 'x-rolecall-token': pageToken },
    ])
      expect((await send('/api/call', aCall(headers))).status).toBe(401)
    expect(reached).toEqual([])
    const good = await send(
      '/api/call',
      aCall({ cookie: `other=1; ${cookie}; b=2`, 'x-rolecall-token': pageToken }),
    )
    expect(JSON.parse(good.text)).toEqual({ id: 1, ok: true, value: 'from the core' })
  })

  it('a cookie and a token of another instance on another port are useless', async () => {
    const other = await serveTest(core)
    const them = await signIn(other.server)
    const renamed = them.cookie.replace(/^rolecall-\d+/, `rolecall-${port}`)
    for (const cookie of [them.cookie, renamed])
      for (const token of [them.pageToken, me.pageToken])
        expect((await send('/api/call', aCall({ cookie, 'x-rolecall-token': token }))).status).toBe(401)
    expect((await send('/', { headers: { cookie: renamed } })).status).toBe(401)
    // A browser sends both, as they are for one host; each instance finds its own.
    const both = `${them.cookie}; ${me.cookie}`
    expect((await send('/api/call', aCall({ ...inside(), cookie: both }))).status).toBe(200)
    await other.close()
  })

  it('takes 1.5 MB, refuses more, and goes on', async () => {
    reached.length = 0
    const body = (size: number) => JSON.stringify({ id: 1, procedure: 'a.b', input: 'x'.repeat(size) })
    const large = await send('/api/call', aCall(inside(), body(1_600_000)))
    expect(large.status).toBe(413)
    expect(JSON.parse(large.text)).toMatchObject({ ok: false, error: { code: 'bad_input' } })
    const pieces = await send('/api/call', {
      ...aCall({ ...inside(), 'transfer-encoding': 'chunked' }, body(1_600_000)),
    })
    expect(pieces.status).toBe(413)
    expect(reached).toEqual([])
    expect((await send('/api/call', aCall(inside(), body(1_400_000)))).status).toBe(200)
  })

  it('takes JSON only, and leaves what is not JSON to the core as no frame', async () => {
    expect((await send('/api/call', aCall({ ...inside(), 'content-type': 'text/plain' }))).status).toBe(415)
    reached.length = 0
    expect((await send('/api/call', aCall(inside(), '{"id":'))).status).toBe(200)
    expect(reached).toEqual([undefined])
    expect((await send('/api/nope', aCall(inside()))).status).toBe(404)
    expect((await send('/', { method: 'POST', headers: inside() })).status).toBe(405)
  })
})

describe('meant for another server, or sent by a page of another one', () => {
  it.each(FOREIGN_HOSTS)('Host %j answers 403', async host => {
    reached.length = 0
    for (const path of ['/', '/api/call', `/?token=${'A'.repeat(43)}`])
      expect((await send(path, { headers: { ...inside(), host: here(host) } })).status).toBe(403)
    expect((await send('/api/call', aCall({ ...inside(), host: here(host) }))).status).toBe(403)
    const live = socketTo('/api/live', ['rolecall', `token.${me.pageToken}`], {
      headers: { cookie: me.cookie, host: here(host) },
    })
    expect(await live).toBe(403)
    expect(reached).toEqual([])
  })

  it.each(FOREIGN_ORIGINS)('Origin %j answers 403', async origin => {
    reached.length = 0
    const headers = { ...inside(), origin: here(origin) }
    expect((await send('/', { headers })).status).toBe(403)
    expect((await send('/api/call', aCall(headers))).status).toBe(403)
    expect((await send('/api/call', { method: 'OPTIONS', headers })).status).toBe(403)
    const live = socketTo('/api/live', ['rolecall', `token.${me.pageToken}`], {
      headers: { cookie: me.cookie, origin: here(origin) },
    })
    expect(await live).toBe(403)
    expect(reached).toEqual([])
  })

  it('two Hosts, or a whole address in the request line, are refused', async () => {
    const two = await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`)
    expect(two).toMatch(/^HTTP\/1\.1 40[03] /)
    const whole = await raw(
      `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${me.cookie}\r\nConnection: close\r\n\r\n`,
    )
    expect(whole).not.toContain('rolecall-token')
    expect(whole).toMatch(/^HTTP\/1\.1 4/)
  })
})

async function raw(text: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port })
  let answer = ''
  socket.setEncoding('utf8').on('data', chunk => {
    answer += chunk
    if (answer.includes('\r\n\r\n')) socket.end()
  })
  socket.write(text)
  await once(socket, 'close')
  return answer
}

describe('the live socket', () => {
  const ours = () => ['rolecall', `token.${me.pageToken}`]
  const headers = () => ({ cookie: me.cookie })

  it('opens with cookie, token and our subprotocol', async () => {
    expect(await socketTo('/api/live', ours(), { headers: headers(), origin: me.origin })).toBe('open')
  })

  it('refuses without one of them, and elsewhere', async () => {
    expect(await socketTo('/api/live', ours())).toBe(401)
    expect(await socketTo('/api/live', ['rolecall'], { headers: headers() })).toBe(401)
    expect(await socketTo('/api/live', ['rolecall', 'token.x'], { headers: headers() })).toBe(401)
    expect(await socketTo('/', ours(), { headers: headers() })).toBe(404)
    expect(await socketTo('/api/call', ours(), { headers: headers() })).toBe(404)
    expect((await send('/api/live', { headers: inside() })).status).toBe(404)
  })

  it.each(['', 'nonsense', '{}', '{"since":-1}', '{"since":"0"}', '[]', 'x'.repeat(2_000)])(
    'ends for a first message that is %j',
    async message => {
      reached.length = 0
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, ours(), { headers: headers() })
      socket.on('error', () => {})
      await once(socket, 'open')
      socket.send(message)
      const [code] = await once(socket, 'close')
      expect([1008, 1009]).toContain(code)
      expect(reached).toEqual([])
    },
  )
})
