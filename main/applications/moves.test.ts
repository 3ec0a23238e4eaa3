import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { JobId } from '../contract/ids.ts'
import { JOB_STATUSES } from '../contract/values.ts'

// What an application copies of its job stays true in every way a status changes, and each undo restores it.

let all: DealtWith
beforeEach(async () => {
  all = await dealtWith(3)
})
afterEach(() => all.close())

const view = (jobId: JobId) => all.backend.call('applications.get', { jobId })

interface Copy {
  status: string
  applied_at: string | null
  moved_at: string | null
  company: string
}
const copyOf = (jobId: JobId): Copy | undefined =>
  all.backend.db
    .sql<Copy>('SELECT status, applied_at, moved_at, company FROM applications WHERE job_id = ?')
    .first(jobId)
const trueOf = (jobId: JobId): Copy | undefined =>
  all.backend.db
    .sql<Copy>(
      `SELECT j.status, j.applied_at, j.company,
         (SELECT at FROM status_events WHERE job_id = j.id AND undone = 0 ORDER BY id DESC LIMIT 1) AS moved_at
       FROM jobs j WHERE id = ?`,
    )
    .first(jobId)

describe('moves', () => {
  it('leave a true copy after any moves and undos, and the counts of the board with it', async () => {
    const act = fc.oneof(
      fc.record({ move: fc.constantFrom(...JOB_STATUSES), job: fc.nat(2) }),
      fc.record({ undo: fc.nat(10) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
        const changes: number[] = []
        for (const each of acts) {
          all.backend.clock.advance(60_000)
          if ('move' in each) {
            const moved = await all.move(all.jobs[each.job] ?? all.jobs, each.move)
            if (moved) changes.push(moved.changeId)
          } else {
            const [changeId] = changes.splice(each.undo % (changes.length + 1), 1)
            if (changeId !== undefined) await all.undo({ changeId })
          }
        }
        for (const job of all.jobs) if (copyOf(job)) expect(copyOf(job)).toEqual(trueOf(job))
        const { columns } = await all.backend.call('applications.counts', {})
        for (const { status, n } of columns) {
          const { cards } = await all.backend.call('applications.column', { status })
          expect([status, cards.length]).toEqual([status, n])
          for (const card of cards) expect(card.job.status).toBe(status)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('undone, restore when the job came to its former status', async () => {
    const [job] = all.jobs as [JobId]
    await all.move(job, 'approved')
    const { movedAt } = await view(job)
    all.backend.clock.advance(3_600_000)
    const change = await all.move(job, 'applied')
    expect((await view(job)).movedAt).not.toBe(movedAt)
    await all.undo(change)
    expect((await view(job)).movedAt).toBe(movedAt)
    expect((await view(job)).appliedAt).toBeNull()
  })

  it('undone, keep a day of the application that was corrected since', async () => {
    const [job] = all.jobs as [JobId]
    const change = await all.move(job, 'applied')
    await all.backend.call('applications.edit', {
      jobId: job,
      facts: { appliedAt: '2026-02-20T12:00:00.000Z' },
    })
    await all.undo(change)
    expect(copyOf(job)).toMatchObject({ status: 'waiting', applied_at: '2026-02-20T12:00:00.000Z' })
  })

  it('follow a company that is joined into another one', async () => {
    const [first, second] = all.jobs as [JobId, JobId]
    await all.move([first, second], 'approved')
    const { companyId } = (await all.backend.call('jobs.get', { jobId: first })).job
    await all.backend.call('companies.addAlias', { companyId, name: 'Company B' })
    const { cards } = await all.backend.call('applications.list', { filter: { companyId } })
    expect(cards.map(card => card.job.id).sort()).toEqual([first, second])
  })
})

describe('the first answer', () => {
  it.each([
    ['interview', 'interview'],
    ['offer', 'offer'],
    ['rejected', 'rejection'],
  ] as const)('is known by a move to %s, and taken back with it', async (status, kind) => {
    const [job] = all.jobs as [JobId]
    await all.move(job, 'applied')
    all.backend.clock.advance(86_400_000)
    const change = await all.move(job, status)
    expect((await view(job)).response).toEqual({ kind, at: '2026-03-03T09:00:00.000Z' })
    await all.undo(change)
    expect((await view(job)).response).toBeNull()
  })

  it('is not overwritten by later moves', async () => {
    const [job] = all.jobs as [JobId]
    await all.move(job, 'applied', 'interview')
    const change = await all.move(job, 'rejected')
    expect((await view(job)).response?.kind).toBe('interview')
    await all.undo(change)
    expect((await view(job)).response?.kind).toBe('interview')
  })

  it('is no rejection where nothing was applied for', async () => {
    const [job] = all.jobs as [JobId]
    await all.move(job, 'rejected')
    expect((await view(job)).response).toBeNull()
  })

  it('that the person corrected stays when the move is undone', async () => {
    const [job] = all.jobs as [JobId]
    await all.move(job, 'applied')
    const change = await all.move(job, 'interview')
    const response = { kind: 'other', at: '2026-03-01T08:00:00.000Z' } as const
    await all.backend.call('applications.edit', { jobId: job, facts: { response } })
    await all.undo(change)
    expect((await view(job)).response).toEqual(response)
  })
})

describe('giving up waiting', () => {
  it('says that there is no answer and archives, with one undo for all', async () => {
    const [first, second, third] = all.jobs as [JobId, JobId, JobId]
    await all.move([first, second], 'applied')
    await all.move(second, 'interview')
    all.backend.clock.advance(20 * 86_400_000)
    const { undo } = await all.backend.call('applications.markNoResponse', { jobIds: [first, second, third] })
    expect((await view(first)).response).toEqual({ kind: 'none', at: all.backend.clock.now() })
    expect((await view(second)).response?.kind).toBe('interview')
    for (const job of all.jobs) expect(copyOf(job)?.status).toBe('archived')
    expect((await all.backend.call('applications.counts', {})).stale).toBe(0)

    await all.undo(undo)
    expect((await view(first)).response).toBeNull()
    expect((await view(second)).response?.kind).toBe('interview')
    expect([first, second, third].map(job => copyOf(job)?.status)).toEqual([
      'applied',
      'interview',
      'waiting',
    ])
    expect((await all.backend.call('applications.counts', {})).stale).toBe(1)
  })

  it('of nothing new changes nothing', async () => {
    const [job] = all.jobs as [JobId]
    const { undo } = await all.backend.call('applications.markNoResponse', { jobIds: [job] })
    expect(undo?.label).toBe('Gave up waiting for Backend Engineer')
    expect(await all.backend.call('applications.markNoResponse', { jobIds: [job, job] })).toEqual({
      undo: null,
    })
  })
})
