import { afterEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend, type TestBackendOptions } from '../../tests/support/backend.ts'
import type { NotificationId } from '../contract/ids.ts'
import { DEFAULT_NOTIFICATION_RULES, type NotificationKind } from '../contract/notifications.ts'
import { notify, notifyMatches, trimNotifications } from './service.ts'
import type { NewNotification } from './store.ts'

let backend: TestBackend
const open = (options: TestBackendOptions = {}) => {
  backend = openBackend({ now: '2026-03-02T12:00:00.000Z', ...options })
  return backend
}
afterEach(() => backend.close())

let keys = 0
function tell(change: Partial<NewNotification> = {}): boolean {
  keys += 1
  return backend.context.unit(tx =>
    notify(tx, {
      kind: 'check',
      title: 'Title',
      body: 'Body',
      target: '/settings',
      campaignId: null,
      runId: null,
      dedupeKey: `key ${keys}`,
      ...change,
    }),
  )
}

async function deliver(): Promise<void> {
  backend.delivery.wake()
  await backend.delivery.settled()
}

const rules = (kind: NotificationKind, change: object) => ({
  ...DEFAULT_NOTIFICATION_RULES,
  [kind]: { in_app: true, os: true, email: false, ...change },
})
const rows = async () => (await backend.call('notifications.list', {})).rows
const os = async () =>
  (await rows()).map(row => row.deliveries.find(({ channel }) => channel === 'os')?.state ?? 'none')

/** A campaign with runs in the table, as the engine writes them. */
async function withRuns(...names: string[]): Promise<{ id: number; name: string; runs: number[] }[]> {
  const found = []
  for (const name of names) {
    const { campaignId } = await backend.call('campaigns.create', { name, query: 'engineer', schedule: null })
    const runs = [1, 2].map(
      () =>
        backend.db
          .sql(
            `INSERT INTO runs (campaign_id, kind, trigger, label, input, state, queued_at)
             VALUES (?, 'collect', 'you', 'x', '{}', 'succeeded', ?)`,
          )
          .run(campaignId, backend.clock.now()).lastId,
    )
    found.push({ id: campaignId, name, runs })
  }
  return found
}
const matches = (n: number, score = 80) =>
  Array.from({ length: n }, (_, index) => ({
    jobId: index + 1,
    title: `Job ${index}`,
    company: 'Ardent',
    score: score - index / 10,
  }))

describe('what is told where', () => {
  it('the same key is told once', () => {
    open()
    expect(tell({ dedupeKey: 'same' })).toBe(true)
    expect(tell({ dedupeKey: 'same' })).toBe(false)
    expect(backend.events.filter(({ type }) => type === 'notification.created')).toHaveLength(1)
  })

  it('what is wanted elsewhere and not in the app is kept as read; what is wanted nowhere is not kept', async () => {
    open()
    await backend.call('settings.update', { notify: rules('check', { in_app: false, os: false }) })
    expect(tell({ dedupeKey: 'nowhere' })).toBe(false)
    await backend.call('settings.update', { notify: rules('check', { in_app: false }) })
    expect(tell()).toBe(true)
    const list = await backend.call('notifications.list', {})
    expect(list.unread).toBe(0)
    expect(list.rows).toMatchObject([{ title: 'Title', read: true, deliveries: [{ channel: 'os' }] }])
  })

  it('matches below the floor are not shown by the system', async () => {
    open()
    const [first] = await withRuns('A')
    await backend.call('settings.update', { matchFloorOs: 90 })
    const [low = 0, high = 0] = first?.runs ?? []
    backend.context.unit(tx => notifyMatches(tx, { id: first?.id ?? 0, name: 'A' }, low, matches(2, 89)))
    backend.context.unit(tx => notifyMatches(tx, { id: first?.id ?? 0, name: 'A' }, high, matches(2, 90)))
    expect(await os()).toEqual(['pending', 'none'])
  })

  it('no mail is queued while there is no server to send it', async () => {
    open()
    tell({ kind: 'briefing' })
    expect((await rows())[0]?.deliveries.map(({ channel }) => channel)).toEqual(['in_app', 'os'])
  })

  it('an event that fails leaves nothing of its notification', async () => {
    open()
    expect(() =>
      backend.context.unit(tx => {
        notify(tx, {
          kind: 'notice',
          title: 'Gone',
          body: '',
          target: '/',
          campaignId: null,
          runId: null,
          dedupeKey: 'gone',
        })
        throw new Error('stopped')
      }),
    ).toThrow('stopped')
    expect(await rows()).toEqual([])
  })
})

describe('the centre', () => {
  it('finds by words without regard to case and accents, by kinds, and what is unread', async () => {
    open()
    tell({ title: 'Reminder: call Zoë', kind: 'reminder' })
    tell({ title: 'New match', body: 'Cook at Café Alder', kind: 'match' })
    tell({ title: 'New match', body: 'Nurse at Birch', kind: 'match' })
    const titles = async (question: object) =>
      (await backend.call('notifications.list', question)).rows.map(({ title, body }) => `${title} ${body}`)
    expect(await titles({ text: 'zoe CALL' })).toEqual(['Reminder: call Zoë Body'])
    expect(await titles({ text: 'cafe' })).toEqual(['New match Cook at Café Alder'])
    expect(await titles({ text: '100%' })).toEqual([])
    expect(await titles({ kinds: ['match'], limit: 1 })).toEqual(['New match Nurse at Birch'])
    expect(await titles({ kinds: ['reminder', 'match'] })).toHaveLength(3)
    const { rows: all } = await backend.call('notifications.list', {})
    await backend.call('notifications.markRead', { notificationIds: all.slice(0, 2).map(({ id }) => id) })
    expect(await titles({ unread: true })).toEqual(['Reminder: call Zoë Body'])
    expect(await titles({ before: all[1]?.id ?? null })).toEqual(['Reminder: call Zoë Body'])
  })

  it('keeps five thousand and lets read ones go first, but nothing that waits', async () => {
    open()
    const db = backend.db
    db.immediate(() => {
      for (let id = 1; id <= 5_300; id += 1)
        db.sql(
          `INSERT INTO notifications (id, kind, title, body, target, dedupe_key, created_at, read_at, words)
           VALUES (?, 'notice', 'x', '', '/', ?, '2026-01-01', ?, 'x')`,
        ).run(id, `old ${id}`, id > 5_000 ? '2026-01-01' : null)
    })
    while (backend.context.unit(trimNotifications));
    const kept = db.sql<{ n: number; unread: number }>(
      'SELECT count(*) AS n, sum(read_at IS NULL) AS unread FROM notifications',
    )
    expect(kept.first()).toEqual({ n: 5_000, unread: 5_000 })
  })
})

describe('the system', () => {
  it('shows one for each run and campaign, and says so', async () => {
    open()
    const [first] = await withRuns('A')
    const campaign = { id: first?.id ?? 0, name: 'A' }
    const [runId = 0] = first?.runs ?? []
    backend.context.unit(tx => notifyMatches(tx, campaign, runId, matches(7, 92)))
    tell({ kind: 'run_failed', runId, campaignId: campaign.id, title: 'A: the run failed' })
    await deliver()
    expect(backend.shown.map(({ title }) => title)).toEqual(['7 new matches for A, best 92'])
    // One more of the same run comes later.
    tell({ kind: 'run_failed', runId, campaignId: campaign.id })
    await deliver()
    expect(backend.shown).toHaveLength(1)
    expect((await rows())[0]?.deliveries.find(({ channel }) => channel === 'os')).toMatchObject({
      state: 'skipped',
      error: 'The system has shown one of this run already.',
    })
    expect(backend.events.filter(({ type }) => type === 'notification.delivered')).toHaveLength(2)
  })

  it('tells of several runs at once, and of those that follow within a minute together', async () => {
    open()
    const campaigns = await withRuns('A', 'B', 'C')
    const end = (index: number, run: number, n: number) => {
      const campaign = campaigns[index]
      backend.context.unit(tx =>
        notifyMatches(
          tx,
          { id: campaign?.id ?? 0, name: campaign?.name ?? '' },
          campaign?.runs[run] ?? 0,
          matches(n),
        ),
      )
    }
    end(0, 0, 7)
    end(1, 0, 5)
    await deliver()
    expect(backend.shown).toMatchObject([
      { title: '12 new matches in 2 campaigns, best 80', body: 'A: 7, B: 5', target: '/notifications' },
    ])
    backend.clock.advance(10_000)
    end(2, 0, 3)
    await deliver()
    expect(backend.shown).toHaveLength(1)
    backend.clock.advance(30_000)
    end(2, 1, 4)
    await deliver()
    backend.clock.advance(25_000)
    await deliver()
    expect(backend.shown[1]).toMatchObject({
      title: '7 new matches for C, best 80',
      target: `/jobs?campaign=${campaigns[2]?.id}`,
    })
    await deliver()
    expect(backend.shown).toHaveLength(2)
  })

  it('waits in quiet hours and tells afterwards', async () => {
    open()
    const at = new Date('2026-03-02T12:00:00.000Z')
    const time = (hours: number) => `${String((at.getHours() + hours + 24) % 24).padStart(2, '0')}:00`
    await backend.call('settings.update', { quietHours: { from: time(-1), to: time(2) } })
    tell()
    await deliver()
    expect(backend.shown).toEqual([])
    expect((await backend.call('notifications.list', {})).unread).toBe(1)
    backend.clock.advance(2 * 3_600_000)
    await deliver()
    expect(backend.shown).toHaveLength(1)
  })

  it('folds what is older than half a day into one, and passes over what is over', async () => {
    open()
    for (let n = 0; n < 5; n += 1) tell({ title: `Old ${n}` })
    tell({ kind: 'interview', title: 'Interview', expiresAt: '2026-03-02T14:00:00.000Z' })
    backend.clock.advance(13 * 3_600_000)
    tell({ title: 'Now' })
    await deliver()
    expect(backend.shown.map(({ title }) => title)).toEqual(['5 notifications while you were away', 'Now'])
    expect(await os()).toEqual(['delivered', 'skipped', ...Array(5).fill('delivered')])
  })

  it('tries again after a failure, in growing pauses, for a day', async () => {
    let works = false
    open({ show: () => (works ? { state: 'shown', message: null } : { state: 'failed', message: 'No.' }) })
    tell()
    await deliver()
    const [first] = await rows()
    expect(first?.deliveries[1]).toMatchObject({ state: 'pending', attempts: 1, error: 'No.' })
    expect(first?.deliveries[1]?.nextAt).toBe('2026-03-02T12:01:00.000Z')
    for (let tries = 0; tries < 40; tries += 1) {
      backend.clock.advance(3_600_000)
      await deliver()
    }
    expect(await os()).toEqual(['failed'])
    expect(backend.events.at(-1)).toMatchObject({ type: 'notification.failed', payload: { final: true } })
    works = true
    const [row] = await rows()
    await backend.call('notifications.retry', {
      notificationId: row?.id ?? (0 as NotificationId),
      channel: 'os',
    })
    await backend.delivery.settled()
    expect(await os()).toEqual(['delivered'])
  })

  it('gives up at once where the system forbids it, and passes over where there is none', async () => {
    let state: 'denied' | 'none' = 'denied'
    open({ show: () => ({ state, message: `It is ${state}.` }) })
    tell()
    await deliver()
    state = 'none'
    tell()
    await deliver()
    expect(await os()).toEqual(['skipped', 'failed'])
    expect((await rows()).map(row => row.deliveries[1]?.error)).toEqual(['It is none.', 'It is denied.'])
  })

  it('shows again what a kill interrupted, and never what was settled', async () => {
    open()
    tell({ title: 'Interrupted' })
    tell({ title: 'Settled' })
    await deliver()
    expect(backend.shown).toHaveLength(1)
    backend.db
      .sql(
        `UPDATE notification_deliveries SET state = 'pending', attempting_at = next_attempt_at, next_attempt_at = ?, settled_at = NULL
         WHERE channel = 'os' AND notification_id = (SELECT min(id) FROM notifications)`,
      )
      .run(backend.clock.now())
    await deliver()
    await deliver()
    expect(backend.shown.map(({ title }) => title)).toEqual(['2 notifications', 'Interrupted'])
  })

  it('is passed over when it was switched off in the meantime', async () => {
    open()
    tell()
    await backend.call('settings.update', { notify: rules('check', { os: false }) })
    await deliver()
    expect(backend.shown).toEqual([])
    expect(await os()).toEqual(['skipped'])
  })
})

describe('tests of channels', () => {
  it('say how it went', async () => {
    open({ show: () => ({ state: 'denied', message: 'Allow them.' }) })
    expect(await backend.call('notifications.test', { channel: 'os' })).toEqual({
      ok: false,
      message: 'Allow them.',
      detail: null,
    })
    expect(await backend.call('notifications.test', { channel: 'in_app' })).toMatchObject({ ok: true })
    expect((await rows())[0]).toMatchObject({ title: 'Test', read: false })
    expect(await backend.call('notifications.test', { channel: 'email' })).toMatchObject({ ok: false })
  })

  it('only what was given up can be tried again', async () => {
    open()
    tell()
    const [row] = await rows()
    expect(
      await backend.refusal('notifications.retry', { notificationId: row?.id, channel: 'os' }),
    ).toMatchObject({
      code: 'not_found',
    })
  })
})
