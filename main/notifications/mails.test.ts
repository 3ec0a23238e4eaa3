import { afterEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { type MailServer, startMailServer } from '../../tests/support/mail-server.ts'
import { DEFAULT_NOTIFICATION_RULES } from '../contract/notifications.ts'
import { notify, notifyMatches, sendDaily } from './service.ts'

let backend: TestBackend
let server: MailServer | null = null
afterEach(async () => {
  await backend.close()
  await server?.close()
  server = null
})

async function open(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  server = await startMailServer(options)
  backend = openBackend({
    now: '2026-03-02T12:00:00.000Z',
    secrets: { 'mail.password@127.0.0.1': 'correct horse' },
  })
  await setServer(server.port, options.auth ? 'ada@example.org' : '')
  return server
}
const setServer = (mailPort: number, mailUser = '') =>
  backend.call('settings.update', {
    mailHost: '127.0.0.1',
    mailPort,
    mailSecurity: 'none',
    mailUser,
    mailTo: 'ada@example.org',
    notify: {
      ...DEFAULT_NOTIFICATION_RULES,
      match: { in_app: true, os: false, email: true },
      check: { in_app: true, os: false, email: true },
    },
  })

let keys = 0
const tell = (title: string, kind: 'check' | 'match' = 'check') =>
  backend.context.unit(tx => {
    keys += 1
    notify(tx, {
      kind,
      title,
      body: 'Body',
      target: '/checks',
      campaignId: null,
      runId: null,
      dedupeKey: `mail ${keys}`,
    })
  })
async function deliver(): Promise<void> {
  backend.delivery.wake()
  await backend.delivery.settled()
}
const mails = async () =>
  (await backend.call('notifications.list', {})).rows.flatMap(({ title, deliveries }) =>
    deliveries.filter(({ channel }) => channel === 'email').map(delivery => ({ title, ...delivery })),
  )
const subjects = () => server?.arrived.map(({ email }) => email.subject)

describe('the queue of mails', () => {
  it('sends what waits once, and says so', async () => {
    await open()
    tell('One')
    tell('Two')
    await deliver()
    await deliver()
    expect(subjects()).toEqual(['One', 'Two'])
    expect((await mails()).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    expect(await backend.call('notifications.mail', {})).toMatchObject({
      state: 'ready',
      waiting: 0,
      lastSentAt: '2026-03-02T12:00:00.000Z',
    })
  })

  it('comes back after greylisting, with the same message', async () => {
    let polite = false
    const ids: string[] = []
    await open({
      onRcptTo(_address, _session, done) {
        if (polite) done()
        else done(Object.assign(new Error('Greylisted'), { responseCode: 451 }))
        polite = true
      },
    })
    tell('One')
    await deliver()
    expect(await mails()).toMatchObject([
      { state: 'pending', attempts: 1, nextAt: '2026-03-02T12:01:00.000Z' },
    ])
    const stored = () =>
      ids.push(
        backend.db
          .sql<{ id: string }>("SELECT message_id AS id FROM notification_deliveries WHERE channel = 'email'")
          .first()?.id ?? '',
      )
    stored()
    backend.clock.advance(60_000)
    await deliver()
    stored()
    expect(server?.arrived[0]?.email.messageId).toBe(ids[0])
    expect(new Set(ids).size).toBe(1)
    expect(await mails()).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  it('a mail that a kill interrupted is sent again under its own id', async () => {
    await open()
    tell('One')
    await deliver()
    backend.db
      .sql(
        `UPDATE notification_deliveries SET state = 'pending', attempting_at = settled_at, next_attempt_at = settled_at,
           settled_at = NULL WHERE channel = 'email'`,
      )
      .run()
    await deliver()
    const [first, second] = server?.arrived ?? []
    expect(second?.email.messageId).toBe(first?.email.messageId)
    await deliver()
    expect(server?.arrived).toHaveLength(2)
  })

  it('leaves a server alone that takes nothing, and sends all when the settings are right', async () => {
    const first = await open({ auth: { user: 'ada@example.org', pass: 'another' } })
    for (const title of ['One', 'Two', 'Three']) tell(title)
    await deliver()
    expect(first.logins).toHaveLength(1)
    expect(await backend.call('notifications.mail', {})).toMatchObject({
      state: 'failing',
      message: expect.stringContaining('refused the user name or the password'),
      waiting: 3,
    })
    // A wrong password is not tried every few minutes: accounts are locked for that.
    backend.clock.advance(50 * 60_000)
    await deliver()
    expect(first.logins).toHaveLength(1)
    const right = await startMailServer({ auth: { user: 'ada@example.org', pass: 'correct horse' } })
    await setServer(right.port, 'ada@example.org')
    expect(await backend.call('notifications.test', { channel: 'email' })).toMatchObject({ ok: true })
    await backend.delivery.settled()
    expect(right.arrived.map(({ email }) => email.subject)).toEqual([
      'Mail from Rolecall works',
      'One',
      'Two',
      'Three',
    ])
    expect((await backend.call('notifications.mail', {})).state).toBe('ready')
    await right.close()
  })

  it('stands as the last test of it says, and a test by hand keeps nobody waiting', async () => {
    const refusing = await open({ auth: { user: 'ada@example.org', pass: 'another' } })
    expect((await backend.call('notifications.mail', {})).state).toBe('ready')
    expect(await backend.call('notifications.test', { channel: 'email' })).toMatchObject({ ok: false })
    expect(await backend.call('notifications.mail', {})).toMatchObject({
      state: 'failing',
      message: expect.stringContaining('refused the user name or the password'),
    })
    tell('One')
    await deliver()
    expect(refusing.logins).toHaveLength(2)
  })

  it('gives up at once what will never be taken, and can be told to try again', async () => {
    let refuse = true
    await open({
      onRcptTo: (_address, _session, done) =>
        refuse ? done(Object.assign(new Error('No such user'), { responseCode: 550 })) : done(),
    })
    tell('One')
    await deliver()
    expect(await mails()).toMatchObject([
      { state: 'failed', error: expect.stringContaining('does not deliver to ada@example.org') },
    ])
    expect(await backend.call('notifications.mail', {})).toMatchObject({ failed: 1, state: 'ready' })
    refuse = false
    const { rows } = await backend.call('notifications.list', {})
    for (const { id } of rows)
      await backend.call('notifications.retry', { notificationId: id, channel: 'email' })
    await backend.delivery.settled()
    expect(subjects()).toEqual(['One'])
  })

  it('refuses in words to make a message that is wanted nowhere', async () => {
    await open()
    const nowhere = { in_app: false, os: false, email: false }
    await backend.call('settings.update', {
      notify: { ...DEFAULT_NOTIFICATION_RULES, briefing: nowhere },
    })
    expect(await backend.refusal('notifications.send', { kind: 'briefing' })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('switched off'),
    })
  })

  it('tests one channel and no other, whatever is chosen for notices', async () => {
    await open()
    for (const notice of [
      { in_app: false, os: false, email: false },
      { in_app: false, os: false, email: true },
    ]) {
      backend.clock.advance(1)
      await backend.call('settings.update', { notify: { ...DEFAULT_NOTIFICATION_RULES, notice } })
      await backend.call('notifications.test', { channel: 'in_app' })
    }
    await deliver()
    expect(server?.arrived).toEqual([])
    expect(await backend.call('notifications.list', { unread: true })).toMatchObject({
      unread: 2,
      rows: [{ title: 'Test' }, { title: 'Test' }],
    })
  })

  it('does not wait for a time that a clock set far ahead has left behind', async () => {
    const { port } = await open()
    backend.clock.set('2030-03-02T12:00:00.000Z')
    await setServer(port + 1)
    tell('One')
    await deliver()
    expect(await mails()).toMatchObject([{ state: 'pending', attempts: 1 }])
    backend.clock.set('2026-03-02T12:00:00.000Z')
    backend.db.sql("UPDATE settings SET value = ? WHERE key = 'mailPort'").run(String(port))
    await deliver()
    expect(subjects()).toEqual(['One'])
  })

  it('holds mails of matches in quiet hours, and no others', async () => {
    await open()
    const local = (hours: number) =>
      `${String((new Date('2026-03-02T12:00:00.000Z').getHours() + hours + 24) % 24).padStart(2, '0')}:00`
    await backend.call('settings.update', { quietHours: { from: local(-1), to: local(1) } })
    tell('Match', 'match')
    tell('Check')
    await deliver()
    expect(subjects()).toEqual(['Check'])
    backend.clock.advance(3_600_000)
    await deliver()
    expect(subjects()).toEqual(['Check', 'Match'])
  })

  it('passes over what waits when mail is switched off, and yesterday’s messages of the day', async () => {
    await open()
    backend.context.unit(tx =>
      notify(tx, {
        kind: 'briefing',
        title: 'Yesterday',
        body: '',
        target: '/',
        campaignId: null,
        runId: null,
        dedupeKey: 'b',
        expiresAt: '2026-03-02T11:00:00.000Z',
      }),
    )
    tell('One')
    await backend.call('settings.update', { mailHost: '' })
    await deliver()
    expect((await mails()).map(({ state }) => state)).toEqual(['skipped', 'skipped'])
    expect(await backend.call('notifications.mail', {})).toMatchObject({ state: 'off', message: null })
    expect(subjects()).toEqual([])
  })
})

describe('messages of the day', () => {
  const withJobs = async () => {
    const { campaignId } = await backend.call('campaigns.create', {
      name: 'Backend',
      query: 'backend engineer',
      locations: ['London'],
      skills: ['Python'],
      schedule: null,
      alert_threshold: 10,
    })
    const titles = ['Backend Engineer', 'Senior Backend Engineer', 'Nurse', 'Cook', 'Data Engineer', 'Driver']
    await backend.importText(
      jsonl(
        titles.map((title, index) =>
          row({
            id: `p-${index}`,
            title,
            company: `Company ${index}`,
            url: `https://jobs.example.org/${index}`,
          }),
        ),
      ),
      campaignId,
    )
    return campaignId
  }

  it('the briefing tells of the best five, why, and where they are', async () => {
    await open()
    await withJobs()
    const id = sendDaily(backend.context, 'briefing', '2026-03-02T08:00')
    expect(sendDaily(backend.context, 'briefing', '2026-03-02T08:00')).toBe(id)
    await deliver()
    const arrived = server?.arrived.find(({ email }) => email.subject?.startsWith('Morning briefing'))
    expect(arrived?.email.subject).toMatch(/^Morning briefing: 5 jobs worth a look, best \d+$/)
    const text = arrived?.email.text ?? ''
    expect(text.match(/https:\/\/jobs\.example\.org\/\d/g)).toHaveLength(5)
    expect(text).toMatch(/\d+ {2}(?:Senior )?Backend Engineer \(new\)/)
    expect(text).toContain('£60,000–£75,000 a year')
    expect(text).toMatch(/itle: fits/)
    expect(arrived?.email.html).toContain('Backend Engineer')
    const { rows } = await backend.call('notifications.list', { kinds: ['briefing'] })
    expect(rows).toHaveLength(1)
  })

  it('there is none when there is nothing to say, but what was asked for is made', async () => {
    await open()
    expect(sendDaily(backend.context, 'briefing', 'x')).toBeNull()
    expect(sendDaily(backend.context, 'summary', 'x')).toBeNull()
    const { notificationId } = await backend.call('notifications.send', { kind: 'briefing' })
    expect(notificationId).toBeGreaterThan(0)
  })

  it('the summary counts the day', async () => {
    await open()
    await withJobs()
    const { rows } = await backend.call('jobs.list', { filter: {} })
    await backend.call('applications.setStatus', {
      jobIds: rows.slice(0, 2).map(({ id }) => id),
      status: 'applied',
    })
    const preview = await backend.call('notifications.preview', { kind: 'summary' })
    expect(preview.subject).toMatch(/^Today: 6 new jobs, \d match/)
    expect(preview.text).toContain('New jobs: 6')
    expect(preview.text).toContain('Applications sent: 2')
    expect(preview.text).toContain('Jobs moved to another status: 2')
    expect(preview.text).toContain('Runs: 1')
  })

  it('a mail of matches shows the best of them with their facts', async () => {
    await open()
    const campaignId = await withJobs()
    await deliver()
    const [mail] = server?.arrived ?? []
    expect(mail?.email.subject).toMatch(/new match(?:es)? for Backend/)
    expect(mail?.email.text).toContain('https://jobs.example.org/')
    expect((await backend.call('notifications.preview', { kind: 'match' })).html).toContain('Company')
    const told = backend.context.unit(tx =>
      notifyMatches(tx, { id: campaignId, name: 'Backend' }, 99_999_999, []),
    )
    expect(told).toBe(false)
  })
})
