import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { ReminderId } from '../contract/applications.ts'
import type { JobId } from '../contract/ids.ts'
import { dueReminders } from './service.ts'

let all: DealtWith
let job: JobId
beforeEach(async () => {
  all = await dealtWith(1)
  ;[job] = all.jobs as [JobId]
})
afterEach(() => all.close())

const DUE = '2026-03-05T09:00:00.000Z'
const save = (text: string, dueAt = DUE, jobId: JobId | null = null, reminderId: ReminderId | null = null) =>
  all.backend.call('reminders.save', { reminderId, reminder: { jobId, text, dueAt } })
const list = (done = false) => all.backend.call('reminders.list', { done })
const texts = async (done = false) => (await list(done)).map(({ text }) => text)

describe('reminders', () => {
  it('are added, changed, done and removed, each with its undo', async () => {
    const added = await save('Ring Sam', DUE, job)
    expect(await list()).toEqual([
      {
        id: added.reminderId,
        jobId: job,
        text: 'Ring Sam',
        dueAt: DUE,
        doneAt: null,
        job: { title: 'Backend Engineer', company: 'Company A' },
      },
    ])
    expect((await all.backend.call('applications.get', { jobId: job })).reminders).toHaveLength(1)
    expect((await save('Ring Sam', '2026-03-05T09:00:00Z', job, added.reminderId)).undo).toBeNull()
    const changed = await save('Write to Sam', '2026-03-06T09:00:00Z', null, added.reminderId)
    expect(await list()).toMatchObject([{ text: 'Write to Sam', jobId: null, job: null }])
    await all.undo(changed.undo)
    expect(await list()).toMatchObject([{ text: 'Ring Sam', jobId: job, dueAt: DUE }])

    const setDone = (done: boolean) =>
      all.backend.call('reminders.setDone', { reminderId: added.reminderId, done })
    const ended = await setDone(true)
    expect(await setDone(true)).toEqual({ undo: null })
    expect([await texts(), await texts(true)]).toEqual([[], ['Ring Sam']])
    await all.undo(ended.undo)
    expect([await texts(), await texts(true)]).toEqual([['Ring Sam'], []])

    const removed = await all.backend.call('reminders.remove', { reminderId: added.reminderId })
    expect(await texts()).toEqual([])
    await all.undo(removed.undo)
    expect(await list()).toMatchObject([{ id: added.reminderId, text: 'Ring Sam', jobId: job }])
    await all.undo(added.undo)
    expect(await texts()).toEqual([])
  })

  it('that were changed since stay as they are when an older change is undone', async () => {
    const added = await save('One')
    const changed = await save('Two', DUE, null, added.reminderId)
    await save('Three', DUE, null, added.reminderId)
    await all.undo(changed.undo)
    await all.undo(added.undo)
    expect(await texts()).toEqual(['Three'])
  })

  it('open ones come by the time they are due, done ones the newest first', async () => {
    const ids: ReminderId[] = []
    for (const [text, dueAt] of [
      ['late', '9999-12-31T23:59:59.999Z'],
      ['soon', '2026-03-03T09:00:00Z'],
      ['past', '0001-01-01T00:00:00Z'],
    ] as const)
      ids.push((await save(text, dueAt)).reminderId)
    expect(await texts()).toEqual(['past', 'soon', 'late'])
    for (const reminderId of ids) {
      all.backend.clock.advance(1000)
      await all.backend.call('reminders.setDone', { reminderId, done: true })
    }
    expect(await texts(true)).toEqual(['past', 'soon', 'late'])
    expect(await all.backend.call('reminders.list', { done: true, limit: 1 })).toHaveLength(1)
  })

  it('that are due are those before an instant, overdue ones too', async () => {
    await save('tomorrow', '2026-03-03T09:00:00Z')
    await save('overdue', '2026-02-01T09:00:00Z')
    const due = (until: string) => dueReminders(all.backend.db, Date.parse(until), 10).map(({ text }) => text)
    expect(due('2026-03-03T09:00:00.000Z')).toEqual(['overdue'])
    expect(due('2026-03-03T09:00:00.001Z')).toEqual(['overdue', 'tomorrow'])
  })

  it('outlive their job, without it', async () => {
    const { reminderId } = await save('Ring Sam', DUE, job)
    const { undo } = await all.backend.call('reminders.remove', { reminderId })
    all.backend.db.sql('DELETE FROM postings').run()
    all.backend.db.sql('DELETE FROM jobs WHERE id = ?').run(job)
    await all.undo(undo)
    expect(await list()).toMatchObject([{ id: reminderId, jobId: null, job: null }])
  })

  it('are refused without words, without a time, for a job that is gone, or when they are gone', async () => {
    const refused = (reminder: object, reminderId: number | null = null) =>
      all.backend.refusal('reminders.save', { reminderId, reminder: { text: 'x', dueAt: DUE, ...reminder } })
    expect(await refused({ text: ' ' })).toMatchObject({
      code: 'bad_input',
      message: 'Write what to remember',
    })
    expect(await refused({ dueAt: 'soon' })).toMatchObject({ code: 'bad_input' })
    expect(await refused({ jobId: 999 })).toMatchObject({ code: 'not_found' })
    expect(await refused({}, 999)).toMatchObject({ code: 'not_found' })
    for (const name of ['reminders.setDone', 'reminders.remove'] as const)
      expect(await all.backend.refusal(name, { reminderId: 999, done: true })).toMatchObject({
        code: 'not_found',
      })
  })
})
