import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { InterviewDraft, InterviewId } from '../contract/applications.ts'
import type { JobId } from '../contract/ids.ts'

// Interviews with their files for calendars, and what the person writes down; each undo leaves what was changed since.

let all: DealtWith
beforeAll(async () => {
  all = await dealtWith(4)
})
afterAll(() => all.close())

const view = (jobId: JobId) => all.backend.call('applications.get', { jobId })
const jobAt = (n: number): JobId => all.jobs[n] as JobId

const PHONE: InterviewDraft = {
  kind: 'phone',
  at: '2026-03-05T14:00:00.000Z',
  minutes: 45,
  place: '+44 20 7946 0000',
  people: 'Sam Okafor',
  notes: 'Ask about the team; bring questions,\nand the letter',
}
const save = (jobId: JobId, interview: InterviewDraft, interviewId: InterviewId | null = null) =>
  all.backend.call('applications.saveInterview', { jobId, interviewId, interview })

describe('interviews', () => {
  it('are added, changed and removed, each with its undo', async () => {
    const job = jobAt(0)
    const later = await save(job, { ...PHONE, at: '2026-03-09T09:00:00Z' })
    const { interviewId } = await save(job, PHONE)
    expect((await view(job)).interviews.map(({ at }) => at)).toEqual([PHONE.at, '2026-03-09T09:00:00.000Z'])
    expect(await save(job, PHONE, interviewId)).toEqual({ interviewId, undo: null })

    const changed = await save(job, { ...PHONE, kind: 'video' }, interviewId)
    expect((await view(job)).interviews[0]).toEqual({ ...PHONE, kind: 'video', id: interviewId, jobId: job })
    await all.undo(changed.undo)
    expect((await view(job)).interviews[0]?.kind).toBe('phone')

    const removed = await all.backend.call('applications.removeInterview', { interviewId })
    expect((await view(job)).interviews).toHaveLength(1)
    await all.undo(removed.undo)
    expect((await view(job)).interviews[0]).toEqual({ ...PHONE, id: interviewId, jobId: job })
    await all.undo(later.undo)
    expect((await view(job)).interviews).toHaveLength(1)
  })

  it('that were changed since stay when their making is undone', async () => {
    const job = jobAt(1)
    const { interviewId, undo } = await save(job, PHONE)
    await save(job, { ...PHONE, place: 'Room 5' }, interviewId)
    await all.undo(undo)
    expect((await view(job)).interviews).toMatchObject([{ place: 'Room 5' }])
  })

  it('never get an id twice, so that an undo brings back the right one', async () => {
    const job = jobAt(2)
    const { interviewId } = await save(job, PHONE)
    const { undo } = await all.backend.call('applications.removeInterview', { interviewId })
    const other = await save(job, { ...PHONE, kind: 'onsite' })
    expect(other.interviewId).not.toBe(interviewId)
    await all.undo(undo)
    expect((await view(job)).interviews.map(({ kind }) => kind).sort()).toEqual(['onsite', 'phone'])
  })

  it('belong to one job, and to one that is there', async () => {
    const { interviewId } = await save(jobAt(0), PHONE)
    const refused = (input: object) =>
      all.backend.refusal('applications.saveInterview', { interviewId, interview: PHONE, ...input })
    expect(await refused({ jobId: jobAt(1) })).toMatchObject({ code: 'bad_input' })
    expect(await refused({ jobId: 999 })).toMatchObject({ code: 'not_found' })
    expect(await refused({ jobId: jobAt(0), interviewId: 999 })).toMatchObject({ code: 'not_found' })
    expect(await refused({ jobId: jobAt(0), interview: { ...PHONE, minutes: 4 } })).toMatchObject({
      code: 'bad_input',
    })
    expect(await all.backend.refusal('applications.removeInterview', { interviewId: 999 })).toMatchObject({
      code: 'not_found',
    })
  })

  it('show the next one on the card, and are followed up two days after the last', async () => {
    const job = jobAt(3)
    await all.move(job, 'applied', 'interview')
    await save(job, PHONE)
    await save(job, { ...PHONE, at: '2026-03-10T14:00:00Z' })
    const { cards } = await all.backend.call('applications.column', { status: 'interview' })
    expect(cards).toMatchObject([{ interviewAt: PHONE.at }])
    expect((await view(job)).followUp).toMatchObject({ on: '2026-03-12', kind: 'interview' })
  })
})

/** The properties of a calendar file with its folded lines joined. */
function propertiesOf(text: string): Map<string, string> {
  expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true)
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  return new Map(
    lines.map(line => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).split(';')[0] ?? '', line.slice(colon + 1)]
    }),
  )
}

describe('the calendar file of an interview', () => {
  it('has times in UTC, the place, and all notes', async () => {
    const { interviewId } = await save(jobAt(0), PHONE)
    const file = await all.backend.call('applications.interviewFile', { interviewId })
    expect(file.fileName).toBe('interview-company-a-2026-03-05.ics')
    const found = propertiesOf(file.text)
    expect(found.get('DTSTART')).toBe('20260305T140000Z')
    expect(found.get('DTEND')).toBe('20260305T144500Z')
    expect(found.get('SUMMARY')).toBe('Phone interview: Backend Engineer\\, Company A')
    expect(found.get('LOCATION')).toBe('+44 20 7946 0000')
    expect(found.get('DESCRIPTION')).toBe(
      'With Sam Okafor\\n\\nAsk about the team\\; bring questions\\,\\nand the letter',
    )
    expect(found.has('URL')).toBe(false)
  })

  it('keeps its UID when the interview is moved, or removed and brought back', async () => {
    const job = jobAt(1)
    const { interviewId } = await save(job, PHONE)
    const uid = async () =>
      propertiesOf((await all.backend.call('applications.interviewFile', { interviewId })).text).get('UID')
    const first = await uid()
    await save(job, { ...PHONE, at: '2026-04-01T08:00:00Z' }, interviewId)
    expect(await uid()).toBe(first)
    const { undo } = await all.backend.call('applications.removeInterview', { interviewId })
    expect(await all.backend.refusal('applications.interviewFile', { interviewId })).toMatchObject({
      code: 'not_found',
    })
    await all.undo(undo)
    expect(await uid()).toBe(first)
  })

  it('lets no note end the event, and folds signs of many bytes whole', async () => {
    const notes = `END:VEVENT\r\nBEGIN:VALARM\n${'👩🏽‍💻שלום'.repeat(300)}`
    const { interviewId } = await save(jobAt(0), {
      ...PHONE,
      place: 'https://meet.example/a?b=c',
      notes,
      people: 'x\ny',
    })
    const { text } = await all.backend.call('applications.interviewFile', { interviewId })
    expect(text.match(/^(BEGIN|END):/gm)).toHaveLength(4)
    expect(text).not.toContain('\ufffd')
    expect(propertiesOf(text).get('URL')).toBe('https://meet.example/a?b=c')
  })

  it('can be made of the last minute of the year 9999', async () => {
    const { interviewId } = await save(jobAt(0), { ...PHONE, at: '9999-12-31T23:59:00Z', minutes: 1440 })
    const { text } = await all.backend.call('applications.interviewFile', { interviewId })
    expect(propertiesOf(text).get('DTSTART')).toBe('99991231T235900Z')
  })
})

describe('what the person writes down', () => {
  it('stands in the history and can be removed by its id, with undo', async () => {
    const job = jobAt(2)
    const { entryId, undo } = await all.backend.call('applications.addEntry', {
      jobId: job,
      entry: { kind: 'email', at: '2026-03-01T10:00:00Z', text: 'Sent the papers 📎' },
    })
    const written = async () => (await view(job)).history.filter(entry => entry.entryId !== null)
    expect(await written()).toEqual([
      { at: '2026-03-01T10:00:00.000Z', kind: 'email', text: 'Sent the papers 📎', entryId },
    ])
    const removed = await all.backend.call('applications.removeEntry', { entryId })
    expect(await written()).toEqual([])
    await all.undo(removed.undo)
    expect(await written()).toHaveLength(1)
    await all.undo(undo)
    expect(await written()).toEqual([])
  })

  it('ends the silence of an application', async () => {
    const job = jobAt(3)
    await all.move(job, 'applied')
    await all.backend.call('applications.edit', { jobId: job, facts: { response: null } })
    const at = all.backend.clock.now()
    all.backend.clock.advance(15 * 86_400_000)
    expect((await view(job)).staleDays).toBe(15)
    const entry = { kind: 'follow_up', at: all.backend.clock.now(), text: '' } as const
    const { undo } = await all.backend.call('applications.addEntry', { jobId: job, entry })
    expect((await view(job)).staleDays).toBeNull()
    await all.undo(undo)
    expect((await view(job)).staleDays).toBe(15)
    all.backend.clock.set(at)
  })
})
