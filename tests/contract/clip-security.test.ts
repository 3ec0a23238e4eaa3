import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ClippedPage, type ClipServer, startClipServer } from '../../main/app/clip/clip-server.ts'
import type { Added } from '../../main/contract/by-hand.ts'
import { type Result, rolecallError } from '../../main/contract/errors.ts'
import { JobId } from '../../main/contract/ids.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

const TOKEN = 'the-token-of-this-bookmark-and-of-no-other'
const saved = (title: string, known = false): Result<Added> => ({
  ok: true,
  value: {
    jobs: [{ jobId: JobId.parse(7), title, company: 'Initech', known }],
    how: 'json_ld',
    notes: [],
    undo: null,
  },
})

let server: ClipServer
let pages: ClippedPage[] = []
let save: (page: ClippedPage) => Promise<Result<Added>> | Result<Added>
let token = TOKEN
beforeAll(async () => {
  server = await startClipServer({
    port: 0,
    token: () => token,
    save: async page => {
      pages.push(page)
      return save(page)
    },
  })
})
afterAll(() => server.close())
beforeEach(() => {
  pages = []
  token = TOKEN
  save = () => saved('Engineer')
})

interface Sent {
  path?: string
  method?: string
  headers?: Record<string, string | string[]>
  body?: string
}

function send({ path = '/clip', method = 'POST', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: server.port, path, method, headers, setHost: !('host' in headers) },
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
    // Only a POST says how long its body is.
    sent.end(method === 'POST' ? body : undefined)
  })
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const clip = (fields: Record<string, string> = {}, headers: Sent['headers'] = {}) =>
  send({
    headers: { ...FORM, ...headers },
    body: form({ token: TOKEN, url: 'https://a.example/1', html: '<p>x</p>', ...fields }),
  })

const FOREIGN_HOSTS = [
  'evil.example',
  'evil.example:PORT',
  'localhost',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1:80',
  '127.0.0.1:PORT0',
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
  '0.0.0.0:PORT',
  '[::1]:PORT',
  '[::ffff:127.0.0.1]:PORT',
  '192.168.1.10:PORT',
  'rolecall.localhost:PORT',
  'localhost.evil.example:PORT',
  'LOCALHOST.:PORT',
  '127.0.0.1.nip.io:PORT',
  'http://127.0.0.1:PORT',
  '127.0.0.1:PORT, evil.example',
  '127.0.0.1 :PORT',
  'EVIL.EXAMPLE:PORT',
  '',
]

describe('meant for another server', () => {
  it.each(FOREIGN_HOSTS)('Host %j answers 403 and stores nothing', async host => {
    const foreign = host.replace('PORT', String(server.port))
    for (const method of ['GET', 'POST', 'OPTIONS'])
      expect(
        (await send({ method, headers: { ...FORM, host: foreign }, body: form({ token: TOKEN, html: 'x' }) }))
          .status,
      ).toBe(403)
    expect(pages).toEqual([])
  })

  it('two Hosts are refused', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: server.port })
      let text = ''
      socket.setEncoding('utf8').on('data', chunk => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
      socket.write(
        `GET /clip HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      )
    })
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
  })

  it.each(['127.0.0.1', 'localhost'])('%s with its port is this one', async name => {
    expect((await clip({}, { host: `${name}:${server.port}` })).status).toBe(200)
  })
})

describe('the token', () => {
  it.each([
    [{ url: 'https://a.example', html: '<p>x</p>' }],
    [{ token: '', html: 'x' }],
    [{ token: 'guess', html: 'x' }],
    [{ token: `${TOKEN}x`, html: 'x' }],
    [{ token: TOKEN.slice(0, -1), html: 'x' }],
    [{ token: TOKEN.toUpperCase(), html: 'x' }],
    [{ token: 'undefined', html: 'x' }],
  ])('%o answers 401 and stores nothing', async fields => {
    const answers = [
      await send({ headers: FORM, body: form(fields as Record<string, string>) }),
      await send({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) }),
      // A token elsewhere than in the body is none.
      await send({
        headers: { ...FORM, authorization: `Bearer ${TOKEN}`, cookie: `token=${TOKEN}` },
        body: form(fields as Record<string, string>),
      }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(answers[0]?.text).toContain('does not work any more')
    expect(pages).toEqual([])
  })

  it('renewed, the old one stops working at once', async () => {
    token = 'another'
    expect((await clip()).status).toBe(401)
    expect((await clip({ token: 'another' })).status).toBe(200)
  })
})

describe('what it takes', () => {
  it('a form or JSON, from a page of any origin', async () => {
    const origins = ['https://jobs.example', 'null', 'https://www.linkedin.com']
    for (const origin of origins) expect((await clip({}, { origin })).status).toBe(200)
    const json = JSON.stringify({ token: TOKEN, url: 'https://a.example/1', html: '<p>Zürich & “more”</p>' })
    const { status, text } = await send({ headers: { 'content-type': 'application/json' }, body: json })
    expect(status).toBe(200)
    expect(text).toContain('<strong>Engineer</strong>, Initech')
    expect(pages.at(-1)).toEqual({
      url: 'https://a.example/1',
      html: '<p>Zürich & “more”</p>',
      company: null,
    })
  })

  it.each([
    ['text/plain', 'x'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json', '{"token":'],
    ['application/json', '[]'],
    ['application/json', '{"token":7,"html":"x"}'],
    ['application/json', 'null'],
    ['', ''],
  ])('nothing as %j (%j)', async (type, body) => {
    const { status } = await send({ headers: type ? { 'content-type': type } : {}, body })
    expect(status).toBe(400)
    expect(pages).toEqual([])
  })

  it('up to 10 MB, and goes on after more', async () => {
    const large = await clip({ html: 'x'.repeat(11 * 1024 * 1024) })
    expect(large.status).toBe(413)
    expect(large.text).toContain('10 MB')
    const pieces = await clip({ html: 'x'.repeat(11 * 1024 * 1024) }, { 'transfer-encoding': 'chunked' })
    expect(pieces.status).toBe(413)
    expect(pages).toEqual([])
    expect((await clip({ html: 'x'.repeat(9 * 1024 * 1024) })).status).toBe(200)
  })

  it.each(['GET', 'HEAD'])('%s explains', async method => {
    const { status, text } = await send({ method })
    expect(status).toBe(200)
    if (method === 'GET') expect(text).toContain('Settings')
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s answers 405', async method => {
    const { status, headers } = await send({ method })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, POST')
  })

  it.each([
    '/',
    '/clip/',
    '/clip?token=x',
    '/clip/../clip',
    '//clip',
    '/Clip',
    '/api/call',
    '/favicon.ico',
    '*',
  ])('nothing at %s', async path => {
    for (const method of ['GET', 'POST'])
      expect(
        (await send({ path, method, headers: FORM, body: form({ token: TOKEN, html: 'x' }) })).status,
      ).toBe(404)
    expect(pages).toEqual([])
  })

  it('a few at once; the others are asked to wait', async () => {
    const waiting: (() => void)[] = []
    save = () => new Promise(resolve => waiting.push(() => resolve(saved('Slow'))))
    const first = [clip(), clip(), clip()]
    await expect.poll(() => waiting.length).toBe(3)
    const others = await Promise.all(Array.from({ length: 10 }, () => clip()))
    expect(others.map(({ status }) => status)).toEqual(Array(10).fill(503))
    expect(others[0]?.headers['retry-after']).toBe('2')
    for (const go of waiting) go()
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200, 200])
    save = () => saved('Engineer')
    expect((await clip()).status).toBe(200)
  })

  it('many that are begun and never ended hinder nobody', async () => {
    const sockets = Array.from({ length: 3 }, () => connect({ host: '127.0.0.1', port: server.port }))
    for (const socket of sockets) {
      socket.on('error', () => {})
      socket.write(
        `POST /clip HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 100\r\n\r\ntoken=`,
      )
    }
    await expect.poll(async () => (await clip()).status).toBe(503)
    for (const socket of sockets) socket.destroy()
    await expect.poll(async () => (await clip()).status).toBe(200)
  })
})

const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</title></style><svg/onload=alert(3)>`

describe('the answer', () => {
  it('shows what a page calls itself as text only', async () => {
    save = () => ({
      ok: true,
      value: {
        jobs: [{ jobId: JobId.parse(7), title: EVIL, company: EVIL, known: false }],
        how: 'readable',
        notes: [EVIL],
        undo: null,
      },
    })
    const one = await clip({ url: EVIL })
    save = () => ({ ok: false, error: rolecallError('page_without_posting', EVIL) })
    const two = await clip()
    save = () => ({
      ok: false,
      error: rolecallError('posting_incomplete', EVIL, {
        details: { title: EVIL, location: '', site: EVIL, url: null },
      }),
    })
    const three = await clip()
    for (const { text, headers } of [one, two, three]) {
      expect(text).not.toMatch(/<script|<img|<svg|onerror=alert\(2\)>/)
      expect(text).toContain('&lt;script&gt;')
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/,
      )
    }
    expect(three.text.match(/value="[^"]*"/g)).toHaveLength(2)
  })

  it('carries the headers that keep others out, whatever it is', async () => {
    save = () => {
      throw new Error('a secret reason')
    }
    const answers = [
      await clip(),
      await clip({ token: 'x' }),
      await send({ method: 'GET' }),
      await send({ path: '/x' }),
      await send({
        method: 'OPTIONS',
        headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
      }),
      await clip({}, { host: 'evil.example' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([500, 401, 200, 404, 405, 403])
    for (const { headers, text } of answers) {
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['access-control-allow-private-network']).toBeUndefined()
      expect(text).not.toContain(TOKEN)
      expect(text).not.toContain('a secret reason')
    }
  })

  it('says when the job was known', async () => {
    save = () => saved('Engineer', true)
    expect((await clip()).text).toContain('Known to Rolecall already')
  })
})

describe('a page that does not name its company', () => {
  const pendingOf = (text: string) => /name="pending" value="([\w-]{43})"/.exec(text)?.[1] ?? ''
  const incomplete = () => ({
    ok: false as const,
    error: rolecallError('posting_incomplete', 'Which?', {
      details: { title: 'T', location: '', site: 'a.example', url: null },
    }),
  })

  it('is asked for once, and stored with what was answered', async () => {
    save = page => (page.company ? saved('Engineer') : incomplete())
    const { status, text } = await clip({ html: '<p>kept</p>' })
    expect(status).toBe(422)
    const pending = pendingOf(text)
    const done = await send({ headers: FORM, body: form({ pending, company: 'Initech' }) })
    expect(done.status).toBe(200)
    expect(pages.at(-1)).toMatchObject({ html: '<p>kept</p>', company: 'Initech' })
    // Once only; a guess opens nothing.
    expect((await send({ headers: FORM, body: form({ pending, company: 'Initech' }) })).status).toBe(410)
    expect(
      (await send({ headers: FORM, body: form({ pending: 'x'.repeat(43), company: 'I' }) })).status,
    ).toBe(410)
    expect(pages).toHaveLength(2)
  })

  it('the oldest of many are forgotten', async () => {
    save = incomplete
    const pending: string[] = []
    for (let page = 0; page < 7; page += 1) pending.push(pendingOf((await clip()).text))
    save = () => saved('Engineer')
    const statuses: number[] = []
    for (const one of pending)
      statuses.push((await send({ headers: FORM, body: form({ pending: one, company: 'I' }) })).status)
    expect(statuses).toEqual([410, 410, 200, 200, 200, 200, 200])
  })
})
