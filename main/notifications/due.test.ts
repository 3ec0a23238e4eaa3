import { afterEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import { createDue, type Due } from './service.ts'

const START = Date.parse('2026-03-02T12:00:00.000Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (offset: number): string => new Date(START + offset).toISOString()

let backend: TestBackend
let due: Due
/** The one timer of the alarm, by the backend's clock. */
let timer: { work: () => void; at: number } | null = null

function open(): void {
  backend = openBackend({ now: at(0) })
  start()
}
function start(): void {
  due = createDue(backend.context, {
    later(work, milliseconds) {
      const mine = { work, at: backend.clock.millis() + milliseconds }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
  })
  due.wake()
}
function restart(): void {
  due.stop()
  start()
}
/** Lets time pass; the timer rings when its time comes, however often. */
function pass(milliseconds: number): void {
  const end = backend.clock.millis() + milliseconds
  for (let rings = 0; timer !== null && timer.at <= end; rings += 1) {
    if (rings > 20_000) throw new Error('The alarm rings without end')
    const { work, at: ringsAt } = timer
    timer = null
    backend.clock.set(new Date(Math.max(ringsAt, backend.clock.millis())).toISOString())
    work()
  }
  backend.clock.set(new Date(end).toISOString())
}
afterEach(async () => {
  due.stop()
  timer = null
  await backend.close()
})

const remind = async (text: string, offset: number) => {
  const saved = await backend.call('reminders.save', {
    reminderId: null,
    reminder: { text, dueAt: at(offset) },
  })
  due.wake()
  return saved.reminderId
}
const told = async (...kinds: ('reminder' | 'interview' | 'follow_up')[]) =>
  (await backend.call('notifications.list', { kinds, limit: 200 })).rows.map(({ title }) => title)
const events = (type: string) => backend.events.filter(event => event.type === type).length

async function application(): Promise<number> {
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'A',
    query: 'engineer',
    schedule: null,
  })
  await backend.importText(
    JSON.stringify({
      id: 'p',
      title: 'Backend Engineer',
      company: 'Ardent',
      location_text: 'London, UK',
      description: 'We build things with Python.',
    }),
    campaignId,
  )
  const { rows } = await backend.call('jobs.list', { filter: {} })
  const [job] = rows
  if (!job) throw new Error('There is no job')
  await backend.call('applications.setStatus', { jobIds: [job.id], status: 'applied' })
  return job.id
}
const interview = async (jobId: number, offset: number, minutes = 60) => {
  const saved = await backend.call('applications.saveInterview', {
    interviewId: null,
    jobId: jobId as never,
    interview: { kind: 'video', at: at(offset), minutes, place: 'https://meet.example.org', people: 'Robin' },
  })
  due.wake()
  return saved
}

describe('reminders', () => {
  it('are told at their time, once, and not before', async () => {
    open()
    await remind('Call', 30 * MINUTE)
    pass(29 * MINUTE)
    expect(await told('reminder')).toEqual([])
    pass(MINUTE)
    expect(await told('reminder')).toEqual(['Reminder: Call'])
    pass(48 * HOUR)
    restart()
    pass(48 * HOUR)
    expect(await told('reminder')).toHaveLength(1)
    expect(events('reminder.due')).toBe(1)
  })

  it('slept over are told late, and a clock set back tells nothing twice', async () => {
    open()
    await remind('One', HOUR)
    await remind('Two', 2 * HOUR)
    timer = null
    backend.clock.advance(9 * 24 * HOUR)
    due.wake()
    expect((await told('reminder')).toSorted()).toEqual(['Reminder: One', 'Reminder: Two'])
    backend.clock.set(at(0))
    due.wake()
    pass(2 * 24 * HOUR)
    expect(await told('reminder')).toHaveLength(2)
  })

  it('set to another time are told for that one too; done ones are not', async () => {
    open()
    const id = await remind('Call', HOUR)
    const done = await remind('Done', HOUR)
    await backend.call('reminders.setDone', { reminderId: done, done: true })
    pass(2 * HOUR)
    await backend.call('reminders.save', { reminderId: id, reminder: { text: 'Call', dueAt: at(5 * HOUR) } })
    due.wake()
    pass(4 * HOUR)
    expect(await told('reminder')).toEqual(['Reminder: Call', 'Reminder: Call'])
  })

  it('stay told although their notifications are not kept any more', async () => {
    open()
    await remind('Call', HOUR)
    pass(2 * HOUR)
    backend.db.sql('DELETE FROM notifications').run()
    restart()
    pass(24 * HOUR)
    expect(await told('reminder')).toEqual([])
  })

  it('the alarm waits for what comes next instead of asking again and again', async () => {
    open()
    await remind('Far', 4 * HOUR)
    let rings = 0
    while (timer !== null && backend.clock.millis() < START + 4 * HOUR) {
      rings += 1
      const { work, at: ringsAt } = timer
      timer = null
      backend.clock.set(new Date(ringsAt).toISOString())
      work()
    }
    // At least every five minutes, since timers stand still while a machine sleeps.
    expect(rings).toBeLessThanOrEqual(4 * 12 + 2)
  })
})

describe('interviews', () => {
  it('are announced the chosen minutes before, once for each time that they are set to', async () => {
    open()
    const jobId = await application()
    await backend.call('settings.update', { interviewMinutes: 90 })
    const { interviewId } = await interview(jobId, 3 * HOUR)
    pass(89 * MINUTE)
    expect(await told('interview')).toEqual([])
    pass(2 * MINUTE)
    expect(await told('interview')).toHaveLength(1)
    await backend.call('applications.saveInterview', {
      interviewId,
      jobId: jobId as never,
      interview: { kind: 'video', at: at(24 * HOUR), minutes: 60 },
    })
    due.wake()
    pass(30 * HOUR)
    expect(await told('interview')).toHaveLength(2)
    expect(events('interview.near')).toBe(2)
  })

  it('that are over are not told, those under way are', async () => {
    open()
    const jobId = await application()
    await interview(jobId, 3 * HOUR, 30)
    await interview(jobId, 4 * HOUR, 120)
    timer = null
    backend.clock.advance(5 * HOUR)
    due.wake()
    const titles = await told('interview')
    expect(titles).toHaveLength(1)
    expect(titles[0]).toMatch(/^Interview since \d\d:\d\d: Ardent$/)
  })
})

describe('follow-ups', () => {
  it('are told once a local day while some are due', async () => {
    open()
    const jobId = await application()
    await backend.call('applications.edit', { jobId: jobId as never, facts: { followUpOn: '2026-03-04' } })
    due.wake()
    pass(24 * HOUR)
    expect(await told('follow_up')).toEqual([])
    pass(4 * 24 * HOUR)
    restart()
    const days = backend.db
      .sql<{ due: string }>("SELECT due FROM told_in_time WHERE kind = 'follow_up' ORDER BY due")
      .all()
      .map(row => row.due)
    expect(days).toEqual([...new Set(days)])
    expect(days[0]).toBe('2026-03-04')
    expect(await told('follow_up')).toHaveLength(days.length)
    expect(days.length).toBeGreaterThanOrEqual(3)
  })
})
