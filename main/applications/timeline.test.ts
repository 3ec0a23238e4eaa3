import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { ApplicationFilter, TimelineRow } from '../contract/applications.ts'
import type { JobId } from '../contract/ids.ts'

// Two applications with something of every kind, and many moves at one instant.

let all: DealtWith
let first: JobId
let second: JobId
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T12:00:00.000Z`

beforeAll(async () => {
  all = await dealtWith(6)
  const { backend } = all
  ;[first, second] = all.jobs as [JobId, JobId]
  const at = (n: number) => backend.clock.set(day(n))
  at(3)
  await all.move(all.jobs, 'approved')
  at(4)
  await all.move([first, second], 'applied')
  at(5)
  await backend.call('contacts.save', { contactId: null, contact: { name: 'Sam Okafor' }, jobId: first })
  at(6)
  await backend.call('applications.addEntry', {
    jobId: first,
    entry: { kind: 'call', at: day(6), text: 'Rang Sam' },
  })
  const { reminderId } = await backend.call('reminders.save', {
    reminderId: null,
    reminder: { jobId: first, text: 'Ring again', dueAt: day(7) },
  })
  at(7)
  await backend.call('reminders.setDone', { reminderId, done: true })
  at(8)
  await all.move(first, 'interview')
  await backend.call('applications.saveInterview', {
    jobId: first,
    interviewId: null,
    interview: { kind: 'video', at: day(9) },
  })
  await backend.call('applications.saveInterview', {
    jobId: first,
    interviewId: null,
    interview: { kind: 'onsite', at: day(29) },
  })
  at(10)
  await backend.call('applications.saveNotes', { jobId: first, notes: 'Good people\nand more', basedOn: 0 })
  at(11)
  await backend.call('applications.edit', {
    jobId: first,
    facts: { offer: { amount: 64_500, currency: 'GBP', period: 'year' } },
  })
  at(12)
  backend.db
    .sql("INSERT INTO documents (kind, title, created_at) VALUES ('resume', 'Résumé March', ?)")
    .run(day(1))
  backend.db
    .sql(
      `INSERT INTO document_versions (document_id, version, file_hash, file_name, media_type, bytes, created_at)
       VALUES (1, 1, 'a', 'a.pdf', 'application/pdf', 1, ?), (1, 2, 'b', 'b.pdf', 'application/pdf', 1, ?)`,
    )
    .run(day(1), day(1))
  backend.db
    .sql(
      'INSERT INTO application_documents (job_id, document_version_id, sent_at) VALUES (?, 1, ?), (?, 2, ?)',
    )
    .run(first, day(12), first, day(12))
  at(20)
})
afterAll(() => all.close())

const timeline = (filter: Partial<ApplicationFilter>, limit = 200, cursor: string | null = null) =>
  all.backend.call('applications.timeline', { filter, limit, cursor })

const words = (rows: readonly TimelineRow[]) =>
  rows.map(row => `${row.at.slice(8, 10)} ${row.kind} ${row.text}`)

const OF_FIRST = [
  '12 document Résumé March',
  '12 document Résumé March',
  '11 offer GBP 64,500 a year',
  '10 note Good people',
  '09 interview video',
  '08 response interview',
  '08 status interview',
  '07 reminder Ring again',
  '06 call Rang Sam',
  '05 contact Sam Okafor',
  '04 status applied',
  '03 status approved',
]

describe('the timeline', () => {
  it('tells everything that happened in an application, the newest first', async () => {
    const { companyId } = (await all.backend.call('jobs.get', { jobId: first })).job
    const { rows, cursor } = await timeline({ companyId })
    expect(words(rows)).toEqual(OF_FIRST)
    expect(cursor).toBeNull()
    expect(rows[0]).toMatchObject({
      jobId: first,
      title: 'Backend Engineer',
      company: 'Company A',
      companyId,
    })
    expect(rows.every(row => row.status === 'interview')).toBe(true)
  })

  it('is the history of the application the other way round', async () => {
    const { history } = await all.backend.call('applications.get', { jobId: first })
    expect(words(history.toReversed() as TimelineRow[])).toEqual(OF_FIRST)
  })

  it('of all applications comes in pages that lose and repeat nothing, whatever their length', async () => {
    const whole = (await timeline({})).rows
    expect(whole).toHaveLength(OF_FIRST.length + 2 + 4)
    for (const limit of [1, 2, 3, 5]) {
      const found: TimelineRow[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof timeline>> = await timeline({}, limit, cursor)
        expect(page.rows.length).toBeGreaterThan(0)
        found.push(...page.rows)
        cursor = page.cursor
      } while (cursor !== null)
      expect(found).toEqual(whole)
    }
  })

  it('keeps to present statuses and to times', async () => {
    expect(words((await timeline({ statuses: ['applied'] })).rows)).toEqual([
      '04 status applied',
      '03 status approved',
    ])
    expect(words((await timeline({ since: day(9), until: day(11) })).rows)).toEqual([
      '10 note Good people',
      '09 interview video',
    ])
    expect((await timeline({ since: day(13) })).rows).toEqual([])
    expect((await timeline({ statuses: ['offer'] })).rows).toEqual([])
  })

  it('leaves out what was undone, and what is still to come', async () => {
    const change = await all.move(second, 'rejected')
    expect(words((await timeline({ since: day(19) })).rows)).toEqual([
      '20 response rejection',
      '20 status rejected',
    ])
    await all.undo(change)
    expect((await timeline({ since: day(19) })).rows).toEqual([])
    expect((await timeline({ until: day(31) })).rows.map(row => row.text)).not.toContain('onsite')
  })
})
