import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import type { FactChoice } from '../contract/detection.ts'
import type { JobId } from '../contract/ids.ts'

let backend: TestBackend
let jobId: JobId
beforeEach(async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'Cooks', query: 'Cook' })
  const posting = {
    id: 'c-1',
    title: 'Junior Cook',
    company: 'Soylent Kitchens',
    location: 'Vienna, Austria',
    description: 'A full-time role in our kitchen in Vienna. We pay EUR 2,400 per month. You speak German.',
  }
  await backend.importText(JSON.stringify(posting), campaignId)
  const [row] = (await backend.call('jobs.list', { filter: {} })).rows
  if (!row) throw new Error('The job is not there')
  jobId = row.id
})
afterEach(() => backend.close())

/** The job as an older version read it: another type, no pay, no proof of either. */
function readByOlderVersion() {
  backend.db.raw.exec(`UPDATE jobs SET detector_version = 0, job_type = 'contract', salary_low = NULL, salary_high = NULL,
      compensation_currency = NULL, salary_period = NULL, salary_year_low = NULL, salary_year_high = NULL;
    DELETE FROM job_fields WHERE field LIKE 'salary%' OR field = 'compensation_currency';
    UPDATE job_fields SET value = 'contract', quote = 'role' WHERE field = 'job_type'`)
}

const preview = () => backend.call('detection.preview', { jobId })
const apply = async (choices: FactChoice[]) => {
  const { version } = await preview()
  return backend.call('detection.apply', { jobId, version, choices })
}
const view = () => backend.call('jobs.get', { jobId })
const shown = async () =>
  Object.fromEntries((await view()).facts.map(fact => [fact.name, [fact.value, fact.origin]]))

it('shows old and new side by side and stores nothing', async () => {
  readByOlderVersion()
  const before = await view()
  const { fields, aiMessage, cost } = await preview()
  expect(fields.filter(one => !one.same).map(one => one.field)).toEqual([
    'salary_low',
    'salary_high',
    'compensation_currency',
    'salary_period',
    'job_type',
  ])
  expect(fields.find(one => one.field === 'job_type')).toMatchObject({
    old: { value: 'contract', origin: 'pattern', quote: 'role' },
    found: { value: 'full-time', origin: 'pattern', quote: 'full-time' },
  })
  expect({ aiMessage, cost }).toEqual({ aiMessage: null, cost: 0 })
  expect(await view()).toEqual(before)
})

it('finds nothing new in a job that was just read', async () => {
  expect((await preview()).fields.filter(one => !one.same)).toEqual([])
})

it('accepts, keeps and edits field by field, and takes all of it back', async () => {
  readByOlderVersion()
  const before = await view()
  const choices: FactChoice[] = [
    { act: 'accept', field: 'salary_low' },
    { act: 'edit', field: 'salary_high', value: 2600 },
    { act: 'accept', field: 'compensation_currency' },
    { act: 'accept', field: 'salary_period' },
    { act: 'keep', field: 'job_type' },
  ]
  const { undo } = await apply(choices)
  expect(await shown()).toMatchObject({
    salary_low: [2400, 'pattern'],
    salary_high: [2600, 'manual'],
    compensation_currency: ['EUR', 'pattern'],
    job_type: ['contract', 'manual'],
  })
  expect((await view()).salaryYearHigh).toBe(31_200)
  if (!undo) throw new Error('There is nothing to undo')
  await backend.call('changes.undo', { changeId: undo.changeId })
  expect(await view()).toEqual(before)
})

it('lets a fact without a decision say what it said', async () => {
  readByOlderVersion()
  await apply([{ act: 'accept', field: 'job_type' }])
  expect(await shown()).toMatchObject({ job_type: ['full-time', 'pattern'], salary_low: [null, 'manual'] })
})

it('keeps "not stated" against what was found', async () => {
  readByOlderVersion()
  const keep = ['salary_low', 'salary_high', 'compensation_currency', 'salary_period', 'job_type'] as const
  await apply(keep.map(field => ({ act: 'keep', field })))
  expect(await shown()).toMatchObject({ salary_low: [null, 'manual'], job_type: ['contract', 'manual'] })
  const again = await preview()
  expect(again.fields.find(one => one.field === 'salary_low')).toMatchObject({
    same: false,
    old: { value: null, origin: 'manual' },
    found: { value: 2400 },
  })
})

it('refuses a value that does not fit, at its field, and changes nothing', async () => {
  readByOlderVersion()
  const before = await view()
  const { version } = await preview()
  const wrong: [FactChoice, string][] = [
    [{ act: 'edit', field: 'job_type', value: 'slavery' }, 'job_type'],
    [{ act: 'edit', field: 'salary_low', value: -1 }, 'salary_low'],
    [{ act: 'edit', field: 'salary_low', value: 9_000 }, 'salary_high'],
  ]
  for (const [choice, field] of wrong) {
    const choices = [choice, { act: 'edit', field: 'salary_high', value: 100 }].slice(
      0,
      field === 'salary_high' ? 2 : 1,
    )
    expect(await backend.refusal('detection.apply', { jobId, version, choices })).toMatchObject({
      code: 'bad_input',
      field,
    })
  }
  expect(await view()).toEqual(before)
})

it('does not write over a posting that changed while it was read', async () => {
  readByOlderVersion()
  const { version } = await preview()
  const running = backend.call('detection.apply', {
    jobId,
    version,
    choices: [{ act: 'accept', field: 'job_type' }],
  })
  backend.db.raw.exec(
    `INSERT INTO raw_postings (source_id, source_key, loaded_at, content_hash, media_type, payload)
       SELECT source_id, source_key, loaded_at, x'00', media_type, payload FROM raw_postings LIMIT 1;
     UPDATE postings SET raw_posting_id = (SELECT max(id) FROM raw_postings)`,
  )
  await expect(running).rejects.toMatchObject({ code: 'conflict', retryable: true })
})

it('accepts facts that have no proof of their own: skills, years, education, sponsorship', async () => {
  backend.db.raw.exec(
    `UPDATE postings SET description = description || ' You need 3 years of experience with Excel and a bachelor''s degree. We sponsor visas.'`,
  )
  await apply(
    ['skills', 'years_low', 'education', 'visa_sponsorship'].map(
      field => ({ act: 'accept', field }) as FactChoice,
    ),
  )
  const { skills, facts, terms } = await view()
  expect(skills.map(skill => skill.name)).toContain('Microsoft Excel')
  expect(facts.find(fact => fact.name === 'years_low')).toMatchObject({ value: 3, origin: 'pattern' })
  expect(terms).toMatchObject({ education: { value: 'bachelor' }, visa_sponsorship: { value: 'offered' } })
  await backend.call('detection.clearFacts', {
    jobId,
    fields: ['skills', 'years_low', 'education', 'visa_sponsorship'],
  })
  expect(await view()).toMatchObject({ skills, terms })
})

it('stores nothing that was not shown: another version of the posting came in between', async () => {
  readByOlderVersion()
  const { version } = await preview()
  backend.db.raw.exec("UPDATE postings SET description = 'A full-time role. We pay EUR 1,900 per month.'")
  const choices: FactChoice[] = [{ act: 'accept', field: 'salary_low' }]
  const before = await view()
  expect(await backend.refusal('detection.apply', { jobId, version, choices })).toMatchObject({
    code: 'conflict',
  })
  expect(await view()).toEqual(before)
})

it('takes one decision on a fact', async () => {
  const { version } = await preview()
  const choices: FactChoice[] = [
    { act: 'keep', field: 'job_type' },
    { act: 'accept', field: 'job_type' },
  ]
  expect(await backend.refusal('detection.apply', { jobId, version, choices })).toMatchObject({
    code: 'bad_input',
    field: 'job_type',
  })
})

it('finds skills that the person struck out to be the same as none', async () => {
  await backend.call('detection.setFacts', { jobId, facts: { skills: [] } })
  backend.db.raw.exec(
    "UPDATE postings SET description = 'A full-time role in our kitchen in Vienna. We pay EUR 2,400 per month.'",
  )
  expect((await preview()).fields.find(one => one.field === 'skills')).toMatchObject({ same: true })
})

it('says why the model gave nothing when it is off', async () => {
  const { aiMessage, cost } = await backend.call('detection.preview', { jobId, ai: true })
  expect(aiMessage).toMatch(/switched off/i)
  expect(cost).toBe(0)
})

it('knows nothing of a job that is not there', async () => {
  expect(await backend.refusal('detection.preview', { jobId: 4711 })).toMatchObject({ code: 'not_found' })
})
