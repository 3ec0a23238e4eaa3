import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { ContactDraft, ContactId } from '../contract/applications.ts'
import type { JobId } from '../contract/ids.ts'

let all: DealtWith
let jobs: JobId[]
beforeEach(async () => {
  all = await dealtWith(3)
  jobs = all.jobs
})
afterEach(() => all.close())

const SAM: ContactDraft = {
  name: 'Sam Okafor',
  role: 'Recruiter',
  email: 'sam@example.org',
  phone: '+44 20 7946 0000',
  link: 'https://people.example/sam',
  notes: 'Met at the fair',
}
const save = (
  contact: Partial<ContactDraft>,
  jobId: JobId | null = null,
  contactId: ContactId | null = null,
) => all.backend.call('contacts.save', { contactId, contact: { ...SAM, ...contact }, jobId })
const list = (text = '') => all.backend.call('contacts.list', { text })
const names = async (text = '') => (await list(text)).rows.map(({ name }) => name)
const jobsOf = async (contactId: ContactId) =>
  (await list()).rows.find(({ id }) => id === contactId)?.jobs.map(({ jobId }) => jobId)
const peopleOf = async (jobId: JobId) =>
  (await all.backend.call('applications.get', { jobId })).contacts.map(({ name }) => name)

describe('contacts', () => {
  it('are added with a job, changed and removed, each with its undo', async () => {
    const [job] = jobs as [JobId]
    const added = await save({}, job)
    expect((await list()).rows).toEqual([
      {
        ...SAM,
        id: added.contactId,
        jobs: [{ jobId: job, title: 'Backend Engineer', company: 'Company A' }],
      },
    ])
    expect(await save({}, job, added.contactId)).toEqual({ contactId: added.contactId, undo: null })
    const changed = await save({ name: 'Samuel Okafor' }, null, added.contactId)
    expect(await peopleOf(job)).toEqual(['Samuel Okafor'])
    await all.undo(changed.undo)
    expect(await peopleOf(job)).toEqual(['Sam Okafor'])
    const removed = await all.backend.call('contacts.remove', { contactId: added.contactId })
    expect([await names(), await peopleOf(job)]).toEqual([[], []])
    await all.undo(removed.undo)
    expect((await list()).rows).toMatchObject([{ ...SAM, id: added.contactId, jobs: [{ jobId: job }] }])
    await all.undo(added.undo)
    expect([await names(), await peopleOf(job)]).toEqual([[], []])
  })

  it('belong to many jobs', async () => {
    const [first, second] = jobs as [JobId, JobId]
    const { contactId } = await save({}, first)
    const link = (jobId: JobId, linked: boolean) =>
      all.backend.call('contacts.setJob', { contactId, jobId, linked })
    const { undo } = await link(second, true)
    expect(await jobsOf(contactId)).toEqual([second, first])
    expect(await link(second, true)).toEqual({ undo: null })
    const unlinked = await link(first, false)
    expect(await peopleOf(first)).toEqual([])
    await all.undo(unlinked.undo)
    await all.undo(undo)
    expect(await jobsOf(contactId)).toEqual([first])
    expect(
      await all.backend.refusal('contacts.setJob', { contactId, jobId: 999, linked: true }),
    ).toMatchObject({
      code: 'not_found',
    })
    expect(await all.backend.refusal('contacts.remove', { contactId: 999 })).toMatchObject({
      code: 'not_found',
    })
  })

  it('stay when they were changed, or linked to another job, since the change that is undone', async () => {
    const [first, second] = jobs as [JobId, JobId]
    const added = await save({}, first)
    await all.backend.call('contacts.setJob', { contactId: added.contactId, jobId: second, linked: true })
    await all.undo(added.undo)
    expect(await names()).toEqual(['Sam Okafor'])
    const other = await save({ name: 'Ada' })
    const changed = await save({ name: 'Ada Lind' }, null, other.contactId)
    await save({ name: 'Ada Lund' }, null, other.contactId)
    await all.undo(changed.undo)
    expect(await names('ada')).toEqual(['Ada Lund'])
  })

  it('keep the newer link when an older one is brought back', async () => {
    const [job] = jobs as [JobId]
    const { contactId } = await save({}, job)
    const { undo } = await all.backend.call('contacts.setJob', { contactId, jobId: job, linked: false })
    await all.backend.call('contacts.setJob', { contactId, jobId: job, linked: true })
    await all.undo(undo)
    expect(await jobsOf(contactId)).toEqual([job])
  })

  it('are told with the jobs that they belong to', async () => {
    const [job] = jobs as [JobId]
    const { contactId } = await save({}, job)
    all.backend.events.length = 0
    await all.backend.call('contacts.remove', { contactId })
    expect(all.backend.events.map(({ type, payload }) => [type, payload])).toEqual([
      ['contact.changed', { jobIds: [job] }],
    ])
  })
})

describe('the list of contacts', () => {
  it('goes by name, small letters and large alike, in pages that lose nothing', async () => {
    for (const name of ['zoe', 'Anna', 'anna', 'Bert', 'Åsa', 'Anna']) await save({ name })
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await all.backend.call('contacts.list', {
        limit: 2,
        cursor,
      })
      found.push(...page.rows.map(({ name }) => name))
      cursor = page.cursor
    } while (cursor !== null)
    expect(found).toEqual(['Anna', 'anna', 'Anna', 'Bert', 'zoe', 'Åsa'])
  })

  it('finds parts of name, role, address and company, without accents, all words together', async () => {
    await save({ name: 'Zoë Müller', role: 'Head of People', email: 'zm@birch.example' })
    await save({ name: 'Sam Okafor', role: 'Recruiter', email: '' }, jobs[1] ?? null)
    expect(await names('muller')).toEqual(['Zoë Müller'])
    expect(await names('ZOE people')).toEqual(['Zoë Müller'])
    expect(await names('birch.example')).toEqual(['Zoë Müller'])
    expect(await names('sam company b')).toEqual(['Sam Okafor'])
    expect(await names('zoe recruiter')).toEqual([])
    for (const odd of ['%', '_', '"', "'", '\\', '\u0000', '😀', 'x'.repeat(300)])
      expect(await names(odd)).toEqual([])
    expect(await names('   ')).toHaveLength(2)
  })

  it('begins anew under a cursor that is not ours', async () => {
    await save({})
    for (const cursor of ['', 'x', '[]', '[1,2]'])
      expect((await all.backend.call('contacts.list', { cursor })).rows).toHaveLength(1)
  })
})

it('odd but possible people are kept as they are, impossible ones refused', async () => {
  const odd = {
    name: '👩🏽‍💻 ﷽ Ünï\u200f',
    role: '',
    email: '',
    phone: '',
    link: '',
    notes: '\n\n'.repeat(100) + 'x'.repeat(4800),
  }
  const { contactId } = await save(odd)
  expect((await list()).rows).toMatchObject([{ ...odd, notes: odd.notes.trim(), id: contactId }])
  for (const bad of [
    { name: ' ' },
    { name: 'x'.repeat(201) },
    { email: 'nobody' },
    { link: 'javascript:alert(1)' },
    { notes: 'x'.repeat(5001) },
  ])
    expect(
      await all.backend.refusal('contacts.save', { contactId: null, contact: { ...SAM, ...bad } }),
    ).toMatchObject({ code: 'bad_input' })
})
