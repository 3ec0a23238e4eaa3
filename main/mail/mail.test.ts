import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { selfSigned } from '../../tests/support/certificate.ts'
import { type MailServer, startMailServer, startRudeServer } from '../../tests/support/mail-server.ts'
import { Settings } from '../contract/shapes.ts'
import { createMailer, type Mail, newMessageId } from './service.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of closing.splice(0)) await server.close()
})
async function server(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const started = await startMailServer(options)
  closing.push(started)
  return started
}
async function rude(...how: Parameters<typeof startRudeServer>) {
  const started = await startRudeServer(...how)
  closing.push(started)
  return started
}

const settingsFor = (port: number, change: Partial<Settings> = {}): Settings =>
  Settings.parse({
    mailHost: '127.0.0.1',
    mailPort: port,
    mailSecurity: 'none',
    mailTo: 'ada@example.org',
    ...change,
  })
const mail: Mail = {
  messageId: '<one@example.org>',
  date: '2026-03-02T08:00:00.000Z',
  subject: 'Günstige Stellen: 5 · “best” 92',
  text: 'Grüße\n.\nA line that begins with a dot',
  html: '<p>Grüße</p>',
}
const mailer = (change: Partial<Parameters<typeof createMailer>[0]> = {}) =>
  createMailer({
    secret: async () => 'correct horse',
    timeouts: { connection: 1500, greeting: 600, socket: 600, total: 3000 },
    ...change,
  })
const user = { user: 'ada@example.org', pass: 'correct horse' }
const SIGNS_IN = { mailUser: user.user }

describe('a mail that arrives', () => {
  it('has both parts, its own id and date, and asks for no answer of a machine', async () => {
    const { port, arrived } = await server()
    expect(await mailer().send(mail, settingsFor(port, { mailFrom: 'rolecall@example.org' }))).toMatchObject({
      ok: true,
    })
    const [one] = arrived
    expect(one).toMatchObject({ from: 'rolecall@example.org', to: ['ada@example.org'] })
    expect(one?.email).toMatchObject({
      subject: mail.subject,
      messageId: mail.messageId,
      date: '2026-03-02T08:00:00.000Z',
      from: { name: 'Rolecall', address: 'rolecall@example.org' },
    })
    expect(one?.email.text?.trim()).toBe(mail.text)
    expect(one?.email.html?.trim()).toBe(mail.html)
    expect(one?.email.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(one?.raw).toMatch(/Content-Type: multipart\/alternative/)
  })

  it('is not turned into other headers by what stands in it', async () => {
    const { port, arrived } = await server()
    await mailer().send({ ...mail, subject: 'A\r\nBcc: eve@example.org\r\n\r\nHello' }, settingsFor(port))
    expect(arrived[0]?.to).toEqual(['ada@example.org'])
    expect(arrived[0]?.email.headers.some(({ key }) => key === 'bcc')).toBe(false)
  })

  it.each(['tls', 'starttls'] as const)('goes over %s with a certificate that is trusted', async security => {
    const pair = selfSigned('127.0.0.1')
    const { port, arrived, logins } = await server({
      ...pair,
      secure: security === 'tls',
      auth: user,
      allowInsecureAuth: false,
    })
    const sent = await mailer({ trusted: pair.cert }).send(
      mail,
      settingsFor(port, { mailSecurity: security, ...SIGNS_IN }),
    )
    expect(sent).toMatchObject({ ok: true })
    expect(arrived).toHaveLength(1)
    expect(logins).toEqual(['ada@example.org:correct horse'])
  })

  it('gets an id of the domain of its sender, each another one', () => {
    const settings = { mailFrom: '', mailTo: 'ada@example.org' }
    expect(newMessageId(settings)).toMatch(/^<[0-9a-f-]{36}@example\.org>$/)
    expect(newMessageId(settings)).not.toBe(newMessageId(settings))
  })
})

/** Sends to a server that will not have it; what is said, and what it means. */
async function refused(
  port: number,
  change: Partial<Settings> = {},
  tools: Parameters<typeof mailer>[0] = {},
) {
  const outcome = await mailer(tools).send(mail, settingsFor(port, change))
  if (outcome.ok) throw new Error('The mail was expected to be refused')
  expect(outcome.message).not.toContain('correct horse')
  expect(outcome.detail ?? '').not.toContain('correct horse')
  return outcome
}

describe('what goes wrong is said in plain words', () => {
  it('nothing listens', async () => {
    const { port, close } = await startRudeServer(null)
    await close()
    const outcome = await refused(port)
    expect(outcome).toMatchObject({ scope: 'server', final: false })
    expect(outcome.message).toMatch(/^Nothing answers at 127.0.0.1 on port \d+/)
  })

  it('no such host', async () => {
    const { message } = await refused(25, { mailHost: 'no-such-host.invalid', mailSecurity: 'tls' })
    expect(message).toMatch(/^No server named no-such-host.invalid was found/)
  })

  it('a server that says nothing, or stops saying anything', async () => {
    const silent = await rude(null)
    expect((await refused(silent.port)).message).toMatch(/did not answer in time/)
    const falling = await rude('220 hello', line => (line.startsWith('EHLO') ? '250 hello' : null))
    expect((await refused(falling.port)).message).toMatch(/did not answer in time/)
  })

  it('a server that drips for ever is left after a while', async () => {
    const dripping = await rude('220 hello', (line, socket) => {
      if (line.startsWith('EHLO')) return '250 hello'
      const timer = setInterval(() => (socket.writable ? socket.write('250-') : clearInterval(timer)), 100)
      return null
    })
    expect((await refused(dripping.port)).message).toMatch(/did not answer in time/)
  })

  it('something else than a mail server', async () => {
    const web = await rude('HTTP/1.1 400 Bad Request')
    expect((await refused(web.port)).message).toMatch(/no mail server|turned the connection away/)
    const odd = await rude('\x00\x01 garbage')
    expect((await refused(odd.port)).message).toMatch(/no mail server/)
  })

  it('a certificate that signs itself, is for another name, or is over', async () => {
    const own = await server({ ...selfSigned('127.0.0.1'), secure: true })
    expect((await refused(own.port, { mailSecurity: 'tls' })).message).toMatch(/signed by itself/)
    const upgraded = await server({ ...selfSigned('127.0.0.1') })
    expect((await refused(upgraded.port, { mailSecurity: 'starttls' })).message).toMatch(/signed by itself/)
    const other = selfSigned('mail.example.org')
    const otherName = await server({ ...other, secure: true })
    expect((await refused(otherName.port, { mailSecurity: 'tls' }, { trusted: other.cert })).message).toMatch(
      /another name/,
    )
    const old = selfSigned('127.0.0.1', [-30, -1])
    const past = await server({ ...old, secure: true })
    expect((await refused(past.port, { mailSecurity: 'tls' }, { trusted: old.cert })).message).toMatch(
      /not valid today/,
    )
    for (const { arrived } of [own, upgraded, otherName, past]) expect(arrived).toEqual([])
  })

  it('no STARTTLS where it is required, and nothing is sent in the open', async () => {
    const { port, arrived, logins } = await server({ auth: user })
    expect((await refused(port, { mailSecurity: 'starttls', ...SIGNS_IN })).message).toMatch(
      /offers no encryption by STARTTLS/,
    )
    expect(arrived).toEqual([])
    expect(logins).toEqual([])
  })

  it('TLS to a port that speaks plainly', async () => {
    const { port } = await server()
    expect((await refused(port, { mailSecurity: 'tls' })).message).toMatch(
      /does not speak TLS|No safe connection/,
    )
  })

  it('a wrong password, with the hint at app passwords, and never the password itself', async () => {
    const { port } = await server({ auth: { user: 'ada@example.org', pass: 'another' } })
    const outcome = await refused(port, SIGNS_IN)
    expect(outcome).toMatchObject({ scope: 'server', final: false, auth: true })
    expect(outcome.message).toMatch(/refused the user name or the password.*app password/)
    expect(outcome.detail).toMatch(/^535 .*got …/)
  })

  it('a password that was never entered', async () => {
    const { port } = await server({ auth: user })
    const outcome = await refused(port, SIGNS_IN, { secret: async () => null })
    expect(outcome.message).toMatch(/^Enter the password of ada@example.org/)
  })

  const turnedDown = (at: 'onMailFrom' | 'onRcptTo' | 'onData', code: number): SMTPServerOptions => ({
    [at]: (...given: unknown[]) => {
      const done = given.at(-1) as (error: Error) => void
      if (at === 'onData') (given[0] as NodeJS.ReadableStream).resume()
      done(Object.assign(new Error('Not this one'), { responseCode: code }))
    },
  })

  it.each([
    ['onRcptTo', 451, false, /come back later/],
    ['onMailFrom', 450, false, /come back later/],
    ['onRcptTo', 550, true, /does not deliver to ada@example.org/],
    ['onMailFrom', 553, true, /does not let you send as ada@example.org/],
    ['onData', 554, true, /refused the mail/],
    ['onData', 452, false, /come back later/],
  ] as const)('%s answered with %i', async (at, code, final, words) => {
    const { port } = await server(turnedDown(at, code))
    const outcome = await refused(port)
    expect(outcome).toMatchObject({ scope: 'message', final, detail: `${code} Not this one` })
    expect(outcome.message).toMatch(words)
  })

  it('a mail that is too large for the server', async () => {
    const { port } = await server({ size: 400 })
    expect(await refused(port)).toMatchObject({ scope: 'message', final: true })
    expect((await refused(port)).message).toMatch(/no mail of this size/)
  })

  it('a server without encryption elsewhere is not even connected to', async () => {
    const { message } = await refused(25, { mailHost: 'mail.example.org' })
    expect(message).toMatch(/^Without encryption/)
    expect((await refused(25, { mailHost: 'https://mail.example.org' })).message).toMatch(
      /not the name of a server/,
    )
  })
})

it('goes through the proxy of the settings, though never to this computer itself', async () => {
  const { port, arrived } = await server()
  const asked: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request, client, head) => {
    asked.push(request.url ?? '')
    const through = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      through.write(head)
      through.pipe(client).pipe(through)
    })
    through.on('error', () => client.destroy())
    client.on('error', () => through.destroy())
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  closing.push({ close: () => new Promise(resolve => proxy.close(() => resolve())) })
  const at = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  await mailer().send(mail, settingsFor(port, { proxy: at }))
  expect([asked, arrived.length]).toEqual([[], 1])
  await refused(587, { mailHost: 'mail.example.org', mailSecurity: 'starttls', proxy: at })
  expect(asked).toEqual(['mail.example.org:587'])
})
