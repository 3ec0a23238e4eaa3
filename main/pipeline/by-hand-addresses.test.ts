import { hostname } from 'node:os'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import { type PageServer, postingPage, startPageServer } from '../../tests/support/page-server.ts'

/** A server of this computer that no pasted address may ever reach; it would answer with a posting. */
let target: PageServer
beforeAll(async () => {
  target = await startPageServer()
  for (const path of ['', 'jobs/1', 'robots.txt']) target.pages.set(path, postingPage())
})
afterAll(() => target.stop())

const HOSTS = [
  // Written plainly.
  ...['127.0.0.1', '127.0.0.2', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
  ...['192.168.0.1', '192.168.1.254', '169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.0.1'],
  ...['224.0.0.1', '240.0.0.1', '255.255.255.255'],
  // IPv6.
  ...['[::1]', '[::]', '[fe80::1]', '[fc00::1]', '[fd12:3456:789a::1]', '[ff02::1]', '[fec0::1]'],
  // IPv4 inside of IPv6.
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:10.0.0.1]', '[::127.0.0.1]', '[::7f00:1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[::ffff:a9fe:a9fe]'],
  // The same numbers in other notations.
  ...['127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0x7f.0.0.1', '017700000001', '0177.0.0.1'],
  ...['0177.0.0.01', '127.0.0.1.', '3232235521', '0xc0a80001', '0xa9fea9fe', '127.0x0.0.1', '00000177.1'],
  // Names of this computer, and signs that stand for others.
  ...['localhost', 'LOCALHOST', 'localhost.', 'app.localhost', 'a.b.localhost.', '①②⑦.⓪.⓪.①'],
  ...['127。0。0。1', '１２７.０.０.１', 'loc\u00adalhost', 'ⓛocalhost'],
]
const ADDRESSES = [
  ...HOSTS.map(host => `http://${host}:PORT/jobs/1`),
  'https://127.0.0.1:PORT/jobs/1',
  'http://northlight.example@127.0.0.1:PORT/jobs/1',
  'http://user:word@127.0.0.1:PORT/jobs/1',
  'http:///127.0.0.1:PORT/jobs/1',
  'http://127.0.0.1:PORT#@northlight.example/jobs/1',
  'http://127.0.0.1:PORT?@northlight.example',
  '127.0.0.1/jobs/1',
  'localhost/jobs/1',
]
const here = (address: string) => address.replace('PORT', String(target.port))
const requestId = 'request-1'

describe('an address of this computer or a private network', () => {
  let backend: TestBackend
  beforeAll(() => {
    backend = openBackend()
  })
  afterAll(() => backend.close())
  afterEach(() => expect(target.connections()).toBe(0))

  it('there are more than 60 of them', () => expect(ADDRESSES.length).toBeGreaterThan(60))

  it.each(ADDRESSES)('%s is refused without a connection', async address => {
    const error = await backend.refusal('postings.addUrl', { url: here(address), requestId })
    expect(error).toMatchObject({ code: 'page_refused', message: expect.stringContaining('is not opened') })
    expect(error.message).toContain('Paste the text')
  })

  it.each(['http:\\\\127.0.0.1:PORT\\jobs\\1', 'http:127.0.0.1:PORT/jobs/1', 'http://127.0.0.1 :PORT/'])(
    '%s is no address',
    async address => {
      const error = await backend.refusal('postings.addUrl', { url: here(address), requestId })
      expect(error).toMatchObject({ code: 'bad_input', field: 'url' })
    },
  )

  it('a name that leads to this computer is refused without a connection', async () => {
    // The machine's own name; where it is not known to the system, there is nothing to connect to either.
    const error = await backend.refusal('postings.addUrl', {
      url: here(`http://${hostname()}.:PORT/jobs/1`),
      requestId,
    })
    expect(['page_refused', 'page_unreachable']).toContain(error.code)
  })

  it('the refusal says nothing of what is there', async () => {
    const there = await backend.refusal('postings.addUrl', { url: here('http://127.0.0.1:PORT/'), requestId })
    const nothing = await backend.refusal('postings.addUrl', { url: 'http://127.0.0.1:1/', requestId })
    expect(there).toEqual(nothing)
  })
})

describe('a redirect of a public page', () => {
  let web: PageServer
  let backend: TestBackend
  beforeEach(async () => {
    web = await startPageServer()
    backend = openBackend({ sourceBaseUrls: { page: web.address } })
  })
  afterEach(async () => {
    expect(target.connections()).toBe(0)
    await backend.close()
    await web.stop()
  })
  const redirect = (from: string, to: string, status = 302) =>
    web.pages.set(from, { status, headers: { location: to } })
  const ask = () => backend.refusal('postings.addUrl', { url: 'https://bad.example/start', requestId })

  it.each(HOSTS)('to %s is not followed', async host => {
    const address = here(`http://${host}:PORT/jobs/1`)
    // A header holds no other letters than those of ASCII.
    redirect('bad.example/start', address.replace(/[^ -~]/gu, encodeURIComponent))
    expect(await ask()).toMatchObject({ code: 'page_refused' })
    expect(web.asked).toEqual(['bad.example/start'])
  })

  it.each([301, 302, 303, 307, 308])(
    'with status %i, at the end of a chain, is not followed',
    async status => {
      redirect('bad.example/start', '/two', status)
      redirect('bad.example/two', 'https://other.example/three', status)
      redirect('other.example/three', '//third.example/four', status)
      redirect('third.example/four', here('http://127.0.0.1:PORT/jobs/1'), status)
      expect(await ask()).toMatchObject({ code: 'page_refused' })
      expect(web.asked).toHaveLength(4)
    },
  )

  it('of its robots.txt is not followed either', async () => {
    redirect('bad.example/robots.txt', here('http://127.0.0.1:PORT/robots.txt'))
    web.pages.set('bad.example/start', postingPage())
    const { jobs } = await backend.call('postings.addUrl', { url: 'https://bad.example/start', requestId })
    expect(jobs).toHaveLength(1)
  })

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'data:text/html,x',
    'javascript:alert(1)',
    'gopher://x',
  ])('to %s is not followed', async to => {
    redirect('bad.example/start', to)
    expect(await ask()).toMatchObject({ code: 'page_unreachable' })
  })
})
