import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import type { JobId } from '../contract/ids.ts'

let backend: TestBackend
let campaignId: number
beforeEach(async () => {
  backend = openBackend()
  const made = await backend.call('campaigns.create', {
    name: 'Nurses',
    query: 'Nurse',
    salary_min: 50_000,
    salary_currency: 'EUR',
    remote_preference: ['onsite'],
    skills: ['Triage'],
  })
  campaignId = made.campaignId
})
afterEach(() => backend.close())

const POSTING = {
  id: 'n-1',
  title: 'Senior Nurse',
  company: 'Initech Clinic',
  location: 'Lyon, France',
  description:
    'You work on site in our clinic. EUR 40,000 - 45,000 a year. At least 3 years of experience in nursing.',
}

async function importOne(posting: Record<string, unknown> = POSTING): Promise<JobId> {
  await backend.importText(JSON.stringify(posting), campaignId)
  const { rows } = await backend.call('jobs.list', { filter: {} })
  const [row] = rows
  if (!row) throw new Error('The job is not there')
  return row.id
}

const view = (jobId: JobId) => backend.call('jobs.get', { jobId })
const fact = async (jobId: JobId, name: string) => {
  const { facts } = await view(jobId)
  return facts.find(one => one.name === name)
}
const scoreOf = async (jobId: JobId) => (await view(jobId)).rankings[0]?.explanation.score

it('takes the word of the person over the text, keeps what the text says beside it, and scores anew', async () => {
  const jobId = await importOne()
  const before = await scoreOf(jobId)
  await backend.call('detection.setFacts', { jobId, facts: { salary_low: 60_000, salary_high: 70_000 } })
  expect(await fact(jobId, 'salary_high')).toMatchObject({
    value: 70_000,
    origin: 'manual',
    others: [{ value: 45_000, origin: 'pattern', quote: 'EUR 40,000 - 45,000' }],
  })
  expect((await view(jobId)).salaryYearHigh).toBe(70_000)
  backend.rankChanged.wake()
  await backend.rankChanged.settled()
  expect(await scoreOf(jobId)).toBeGreaterThan(before ?? 100)
})

it('keeps the word of the person when the posting comes again with other words', async () => {
  const jobId = await importOne()
  await backend.call('detection.setFacts', {
    jobId,
    facts: {
      job_type: 'part-time',
      skills: [{ name: 'Triage', kind: 'technical', required: true }],
      education: 'bachelor',
    },
  })
  await importOne({
    ...POSTING,
    description: `${POSTING.description} This is a full-time role. You know Excel.`,
  })
  expect(await fact(jobId, 'job_type')).toMatchObject({
    value: 'part-time',
    origin: 'manual',
    others: [{ value: 'full-time', origin: 'pattern' }],
  })
  const { skills, skillsOrigin, terms } = await view(jobId)
  expect(skills.map(skill => skill.name)).toEqual(['Triage'])
  expect(skillsOrigin).toBe('manual')
  expect(terms.education).toMatchObject({ value: 'bachelor', origin: 'manual' })
})

it('holds "not stated" against the text', async () => {
  const jobId = await importOne()
  await backend.call('detection.setFacts', { jobId, facts: { remote_options: null } })
  expect(await fact(jobId, 'remote_options')).toMatchObject({
    value: null,
    origin: 'manual',
    others: [{ value: 'onsite' }],
  })
})

it('undoes an older correction and leaves a later one of another fact', async () => {
  const jobId = await importOne()
  const first = await backend.call('detection.setFacts', { jobId, facts: { job_type: 'contract' } })
  await backend.call('detection.setFacts', { jobId, facts: { office_city: 'Graz' } })
  if (!first.undo) throw new Error('There is nothing to undo')
  await backend.call('changes.undo', { changeId: first.undo.changeId })
  expect(await fact(jobId, 'job_type')).toMatchObject({ value: null, origin: null })
  expect(await fact(jobId, 'office_city')).toMatchObject({ value: 'Graz', origin: 'manual' })
})

it('undoes a correction to the last letter, and a second one before it', async () => {
  const jobId = await importOne()
  const whole = await view(jobId)
  const first = await backend.call('detection.setFacts', {
    jobId,
    facts: { years_low: 5, office_city: 'Nice' },
  })
  const middle = await view(jobId)
  const second = await backend.call('detection.setFacts', { jobId, facts: { skills: [] } })
  for (const [undo, then] of [
    [second.undo, middle],
    [first.undo, whole],
  ] as const) {
    if (!undo) throw new Error('There is nothing to undo')
    await backend.call('changes.undo', { changeId: undo.changeId })
    expect(await view(jobId)).toEqual(then)
  }
})

it('goes back to what was detected', async () => {
  const jobId = await importOne()
  const whole = await view(jobId)
  await backend.call('detection.setFacts', {
    jobId,
    facts: { years_low: 9, skills: [], salary_low: 1, education: 'master', visa_sponsorship: 'offered' },
  })
  await backend.call('detection.clearFacts', {
    jobId,
    fields: ['years_low', 'skills', 'salary_low', 'education', 'visa_sponsorship'],
  })
  const { facts, skills, terms } = await view(jobId)
  expect({ facts: facts.map(one => one.value), skills, terms }).toEqual({
    facts: whole.facts.map(one => one.value),
    skills: whole.skills,
    terms: whole.terms,
  })
})

it('says so when nothing changes', async () => {
  const jobId = await importOne()
  expect(await backend.call('detection.clearFacts', { jobId, fields: ['job_type'] })).toEqual({ undo: null })
})

it.each([
  [{ salary_low: 50_000 }, 'salary_low'],
  [{ salary_low: 90_000, salary_high: 80_000 }, 'salary_high'],
  [{ years_low: 4, years_high: 3 }, 'years_high'],
  [{ compensation_currency: 'euro' }, 'facts.compensation_currency'],
  [{ office_country: 'UKX' }, 'facts.office_country'],
])('refuses %j at its field', async (facts, field) => {
  const jobId = await importOne()
  expect(await backend.refusal('detection.setFacts', { jobId, facts })).toMatchObject({
    code: 'bad_input',
    field,
  })
})

it('knows no facts of a job that is not there', async () => {
  expect(
    await backend.refusal('detection.setFacts', { jobId: 4711, facts: { job_type: null } }),
  ).toMatchObject({
    code: 'not_found',
  })
})
