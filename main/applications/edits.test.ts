import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { ApplicationEdit } from '../contract/applications.ts'
import type { JobId } from '../contract/ids.ts'

let all: DealtWith
let job: JobId
beforeEach(async () => {
  all = await dealtWith(2)
  ;[job] = all.jobs as [JobId]
})
afterEach(() => all.close())

const view = () => all.backend.call('applications.get', { jobId: job })
const edit = async (facts: ApplicationEdit) =>
  (await all.backend.call('applications.edit', { jobId: job, facts })).undo

const OFFER = {
  amount: 64_500,
  currency: 'GBP',
  period: 'year',
  deadline: '2026-03-20',
  notes: 'And a bicycle',
} as const

const FACTS: ApplicationEdit = {
  appliedAt: '2026-03-01T12:00:00.000Z',
  recipient: 'jobs@example.org',
  sent: ['Résumé March', 'Letter 😀'],
  response: { kind: 'other', at: '2026-03-02T08:00:00.000Z' },
  nextStep: 'Call Sam',
  nextStepAt: '2026-03-05T10:00:00.000Z',
  offer: OFFER,
  followUpOn: '2026-03-14',
}

describe('an application', () => {
  it('is empty before anything was done, and says so of a job that is gone', async () => {
    expect(await view()).toMatchObject({
      appliedAt: null,
      movedAt: null,
      sent: [],
      response: null,
      offer: null,
      followUp: null,
      history: [],
    })
    expect(await all.backend.refusal('applications.get', { jobId: 999 })).toMatchObject({ code: 'not_found' })
    expect(await all.backend.refusal('applications.edit', { jobId: 999, facts: {} })).toMatchObject({
      code: 'not_found',
    })
  })

  it('takes every fact, and undo restores exactly the former values', async () => {
    const before = await view()
    const change = await edit(FACTS)
    expect(await view()).toMatchObject(FACTS)
    expect((await all.backend.call('jobs.get', { jobId: job })).appliedAt).toBe(FACTS.appliedAt)
    await all.undo(change)
    expect(await view()).toEqual(before)
  })

  it('keeps what an edit does not name', async () => {
    await edit(FACTS)
    await edit({ nextStep: 'Wait' })
    expect(await view()).toMatchObject({ ...FACTS, nextStep: 'Wait' })
    await edit({ offer: null, response: null, appliedAt: null })
    expect(await view()).toMatchObject({ recipient: 'jobs@example.org', offer: null, response: null })
  })

  it('is not changed by an edit that says what is known', async () => {
    await edit(FACTS)
    expect(await edit({ ...FACTS, appliedAt: '2026-03-01T12:00:00Z' })).toBeNull()
    expect(await edit({})).toBeNull()
  })

  it('keeps what was said since when an edit is undone', async () => {
    await edit({ recipient: 'First', nextStep: 'One' })
    const second = await edit({ recipient: 'Second', nextStep: 'Two' })
    await edit({ recipient: 'Third' })
    await all.undo(second)
    expect(await view()).toMatchObject({ recipient: 'Third', nextStep: 'One' })
  })

  it('tells the pages, and those of jobs when the day of the application changed', async () => {
    all.backend.events.length = 0
    await edit({ nextStep: 'Call' })
    expect(all.backend.events.map(event => event.type)).toEqual(['application.changed'])
    await edit({ appliedAt: '2026-03-01T12:00:00.000Z' })
    expect(all.backend.events.map(event => event.type)).toContain('jobs.changed')
  })

  it('takes long, odd and far-away values, and refuses those that are too long', async () => {
    const facts: ApplicationEdit = {
      appliedAt: '0001-01-01T00:00:00.000Z',
      recipient: '🦑'.repeat(150),
      sent: Array.from({ length: 20 }, (_, n) => `שלום ${n} 👩🏽‍💻`),
      nextStepAt: '9999-12-31T23:59:59.999Z',
      offer: { ...OFFER, amount: 0.01, deadline: '9999-12-31', notes: 'ß\n\u200f'.repeat(1000).trim() },
      followUpOn: '9999-12-31',
    }
    await edit(facts)
    expect(await view()).toMatchObject(facts)
    await all.move(job, 'applied', 'offer')
    expect((await all.backend.call('applications.list', { filter: {} })).cards).toHaveLength(1)
    const [next] = await all.backend.call('applications.followUps', { today: '0001-01-01' })
    expect(next?.followUp.overdue).toBeLessThan(-3_000_000)
    for (const bad of [
      { recipient: 'x'.repeat(301) },
      { sent: Array(21).fill('x') },
      { nextStepAt: 'tomorrow' },
      { appliedAt: '2026-02-30T00:00:00.000Z' },
      { followUpOn: '2026-13-01' },
      { offer: { ...OFFER, currency: 'pounds' } },
    ])
      expect(await all.backend.refusal('applications.edit', { jobId: job, facts: bad })).toMatchObject({
        code: 'bad_input',
      })
  })
})

it.each([
  '0000-01-01T00:00:00.000Z',
  '0001-12-31T23:59:59.999Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999Z',
])('everything at %s can be kept, listed and followed up', async at => {
  const day = at.slice(0, 10)
  await all.move(job, 'applied')
  await edit({ appliedAt: at, nextStepAt: at, offer: { ...OFFER, deadline: day } })
  expect((await view()).followUp?.on).toMatch(/^\d{4}-\d\d-\d\d$/)
  await edit({ response: { kind: 'other', at } })
  await all.backend.call('applications.addEntry', { jobId: job, entry: { kind: 'call', at } })
  const interview = { kind: 'phone', at, minutes: 1440 } as const
  const { interviewId } = await all.backend.call('applications.saveInterview', {
    jobId: job,
    interviewId: null,
    interview,
  })
  await all.backend.call('applications.interviewFile', { interviewId })
  for (const status of ['interview', 'offer', 'applied'] as const) {
    await all.move(job, status)
    const found = await all.backend.call('applications.followUps', { today: day })
    for (const { followUp } of found) expect(followUp.mail.body).not.toMatch(/NaN|undefined|null/)
  }
  await edit({ followUpOn: day })
  for (const sort of ['moved', 'applied', 'company'] as const)
    expect((await all.backend.call('applications.list', { filter: {}, sort })).cards).toHaveLength(1)
  await all.backend.call('applications.timeline', { filter: { since: at, until: at } })
  expect((await all.backend.call('applications.counts', { filter: { since: at } })).columns).toHaveLength(9)
})

describe('notes', () => {
  it('of ten thousand letters and signs of all kinds come back as they are', async () => {
    const notes = `${'Grüße 😀 مرحبا \u0000'.repeat(800)}\n\n- [ ] ask\n${'x'.repeat(10_000)}`
    await all.backend.call('applications.saveNotes', { jobId: job, notes, basedOn: 0 })
    const stored = await all.backend.call('jobs.get', { jobId: job })
    expect(stored.notes).toBe(notes)
    expect(stored.notesVersion).toBe(1)
    all.backend.clock.advance(1000)
    await all.move(job, 'applied')
    const { history } = await view()
    expect(history.map(({ kind }) => kind)).toEqual(['note', 'status'])
    expect(history[0]?.text.length).toBeLessThanOrEqual(300)
  })

  it('do not change what else is known', async () => {
    await edit(FACTS)
    await all.backend.call('applications.saveNotes', { jobId: job, notes: 'Ask Sam', basedOn: 0 })
    expect(await view()).toMatchObject(FACTS)
  })
})

describe('follow-ups', () => {
  const followUps = async (today: string) =>
    (await all.backend.call('applications.followUps', { today })).map(({ card, followUp }) => ({
      company: card.job.company,
      on: followUp.on,
      overdue: followUp.overdue,
      why: followUp.why,
    }))

  it('come by their day, then the nearest to a contract, with what to write to whom', async () => {
    const [, other] = all.jobs as [JobId, JobId]
    await all.backend.call('profile.save', { name: 'Jo Lind' })
    await all.backend.call('contacts.save', { contactId: null, contact: { name: 'Ada Unknown' }, jobId: job })
    await all.backend.call('contacts.save', {
      contactId: null,
      contact: { name: 'Sam Okafor', email: 'sam@example.org' },
      jobId: job,
    })
    await all.move([job, other], 'applied')
    await all.move(other, 'offer')
    await all.backend.call('applications.edit', {
      jobId: other,
      facts: { offer: { ...OFFER, deadline: '2026-03-11' } },
    })
    expect(await followUps('2026-03-10')).toEqual([
      { company: 'Company B', on: '2026-03-09', overdue: 1, why: 'The offer lapses in 1 day' },
      {
        company: 'Company A',
        on: '2026-03-09',
        overdue: 1,
        why: '8 days since the application, no answer yet',
      },
    ])
    const { followUp } = await view()
    expect(followUp?.mail.to).toBe('sam@example.org')
    expect(followUp?.mail.body).toMatch(/^Hello Sam,\n/)
    expect(followUp?.mail.body).toMatch(/ on 2 March 2026 /)
    expect(followUp?.mail.body).toMatch(/\nJo Lind$/)
  })

  it('are put off by a chosen day, by a call, and end with the application', async () => {
    await all.move(job, 'applied')
    const change = await edit({ followUpOn: '2026-03-14' })
    expect(await followUps('2026-03-09')).toMatchObject([{ on: '2026-03-14', overdue: -5 }])
    await all.undo(change)
    const call = await all.backend.call('applications.addEntry', {
      jobId: job,
      entry: { kind: 'call', at: '2026-03-10T12:00:00Z', text: 'They need a week' },
    })
    expect(await followUps('2026-03-09')).toMatchObject([{ on: '2026-03-17' }])
    await all.backend.call('applications.addEntry', {
      jobId: job,
      entry: { kind: 'other', at: '2026-03-12T12:00:00Z', text: 'Read their report' },
    })
    expect(await followUps('2026-03-09')).toMatchObject([{ on: '2026-03-17' }])
    await all.undo(call.undo)
    expect(await followUps('2026-03-09')).toMatchObject([{ on: '2026-03-09' }])
    const archived = await all.move(job, 'archived')
    expect(await followUps('2026-03-09')).toEqual([])
    await all.undo(archived)
    expect(await followUps('2026-03-09')).toMatchObject([{ on: '2026-03-09' }])
  })

  it('write to the recipient when that is an address and nobody is known', async () => {
    await all.move(job, 'applied')
    await edit({ recipient: 'jobs@example.org' })
    expect((await view()).followUp?.mail).toMatchObject({
      to: 'jobs@example.org',
      subject: 'Application: Backend Engineer',
    })
    await edit({ recipient: 'The portal of the company' })
    expect((await view()).followUp?.mail.to).toBe('')
  })
})
