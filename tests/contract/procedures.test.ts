import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createQueries } from '../../main/app/procedures.ts'
import { contract } from '../../main/contract/api.ts'
import { procedureNamed } from '../../main/contract/define.ts'
import type { CampaignId, JobId } from '../../main/contract/ids.ts'
import { createSources } from '../../main/sources/adapters/index.ts'
import { type Asker, asker, NAMES } from './kit/ask.ts'
import { CARRIERS, type OpenCarrier } from './kit/carriers.ts'
import { openTestCore, type TestCore } from './kit/core.ts'
import { listen } from './kit/stream.ts'

const POSTINGS = [
  {
    id: 'a-1',
    title: 'Senior Backend Engineer',
    company: 'Initech',
    location: 'Berlin, Germany',
    description: 'We use Python and PostgreSQL. You work remotely. EUR 80,000 - 95,000 a year.',
    url: 'https://example.org/jobs/1',
  },
  {
    id: 'a-2',
    title: 'Data Analyst',
    company: 'Globex',
    location: 'London',
    description: 'SQL and dashboards.',
  },
  { id: 'a-3', company: 'No Title Ltd', location: 'Paris' },
]

/** A value that no field of any procedure takes. */
const MISFIT = 3.5

/** The names of a procedure's fields. */
function fieldsOf(name: string): string[] {
  const input = procedureNamed(contract, name)?.input
  return input && 'shape' in input ? Object.keys((input as z.ZodObject).shape) : []
}

describe.each(CARRIERS)('over %s', (_name, open) => {
  let test: TestCore
  let page: OpenCarrier
  let asking: Asker
  beforeAll(async () => {
    test = await openTestCore()
    page = await open(test.core)
    asking = asker(page.carrier)
  })
  afterAll(async () => {
    await page.close()
    await test.close()
  })

  it.each(NAMES)('%s is there and refuses bad input with its field', async name => {
    expect(await asking.refusal(name, 'not an object')).toMatchObject({ code: 'bad_input', retryable: false })
    const [field] = fieldsOf(name)
    if (field === undefined) return
    const error = await asking.refusal(name, { [field]: MISFIT })
    expect(error).toMatchObject({ code: 'bad_input', field, retryable: false })
    expect(error.message).not.toBe('')
  })

  it('has each procedure on one thread: queries on the readers, the rest elsewhere', () => {
    const kinds = NAMES.map(name => [name, procedureNamed(contract, name)?.kind])
    expect(Object.keys(createQueries(createSources())).sort()).toEqual(
      kinds.flatMap(([name, kind]) => (kind === 'query' ? [name] : [])).sort(),
    )
  })

  it.each([
    'jobs.nope',
    'nope',
    '',
    'jobs.',
    '.list',
    'constructor.name',
    '__proto__.toString',
    'jobs.list.x',
  ])('answers %j with unknown_procedure', async name => {
    expect(await asking.refusal(name, {})).toMatchObject({ code: 'unknown_procedure', retryable: false })
  })

  it.each([
    null,
    'text',
    7,
    [],
    {},
    { id: 'x', procedure: 'jobs.list', input: {} },
    { id: -1, procedure: 'a.b' },
  ])('answers the frame %j as bad input', async frame => {
    const answer = await page.carrier.call(frame as never)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  })

  it('carries errors unchanged', async () => {
    await asking.ask('campaigns.create', { name: 'Taken' })
    for (const [procedure, input] of [
      ['campaigns.get', { campaignId: 9999 }],
      ['campaigns.create', { name: 'Taken' }],
      ['campaigns.create', { name: 'Low above high', salary_min: 9, salary_max: 1, salary_currency: 'EUR' }],
      ['sources.add', { kind: 'nope', config: {} }],
      ['imports.preview', { uploadId: '0'.repeat(32) }],
      ['shell.setAutostart', { enabled: true }],
      ['shell.openExternal', { url: 'file:///etc/passwd' }],
    ] as const) {
      const direct = await test.core.call({ id: 1, procedure, input })
      expect(direct.ok, procedure).toBe(false)
      expect(await asking.refusal(procedure, input)).toEqual(direct.ok ? null : direct.error)
    }
  })

  it('carries a file through to a job that is read, changed, and changed back', async () => {
    const { ask } = asking
    const stream = await listen(page.carrier)
    const { campaignId } = await ask('campaigns.create', {
      name: 'Backend',
      query: 'backend engineer',
      skills: ['Python'],
      alert_threshold: 1,
    })
    const file = Buffer.from(POSTINGS.map(posting => JSON.stringify(posting)).join('\n'))
    const { uploadId } = await ask('uploads.begin', { name: 'postings.jsonl', size: file.length })
    const half = Math.floor(file.length / 2)
    for (const [from, to] of [
      [0, half],
      [half, file.length],
    ] as const) {
      const data = file.subarray(from, to).toString('base64')
      expect(await ask('uploads.append', { uploadId, offset: from, data })).toEqual({ received: to })
    }
    const preview = await ask('imports.preview', { uploadId })
    expect(preview).toMatchObject({ file: 'postings.jsonl', format: 'jsonl', usable: 2 })
    const { runId } = await ask('imports.start', { uploadId, campaignId, mapping: preview.mapping })
    await stream.first(
      frame =>
        frame.kind === 'event' && frame.event.type === 'run.finished' && frame.event.payload.runId === runId,
    )
    const { run, issues } = await ask('runs.get', { runId })
    expect(run).toMatchObject({ state: 'succeeded', counts: { raw: 2, jobs: 2, rejected: 1 } })
    expect(issues).toMatchObject([{ row: 3, code: 'missing_title' }])

    const { rows } = await ask('jobs.list', { filter: { campaignId } })
    const [best] = rows
    expect(rows.map(row => row.title)).toEqual(['Senior Backend Engineer', 'Data Analyst'])
    const jobId = best?.id as JobId
    const view = await ask('jobs.get', { jobId, campaignId })
    expect(view.rankings[0]?.explanation.factors).toHaveLength(9)
    expect((await ask('jobs.posting', { jobId })).text).toContain('PostgreSQL')
    expect((await ask('search.jobs', { text: 'postgres' })).rows.map(({ job }) => job.id)).toEqual([jobId])

    const { undo } = await ask('applications.setStatus', { jobIds: [jobId], status: 'applied' })
    expect((await ask('jobs.get', { jobId })).job.status).toBe('applied')
    expect(await ask('changes.latest', {})).toEqual(undo)
    await ask('changes.undo', { changeId: undo?.changeId as never })
    expect((await ask('jobs.get', { jobId })).job.status).toBe('waiting')
    await ask('jobs.setFavourite', { jobIds: [jobId], favourite: true })
    await ask('jobs.markRead', { jobIds: [jobId] })
    expect(await ask('jobs.counts', { campaignId })).toMatchObject({ total: 2, favourites: 1 })
    const { version } = await ask('applications.saveNotes', { jobId, notes: 'Grüße — ok? 😀', basedOn: 0 })
    expect(await ask('jobs.get', { jobId })).toMatchObject({ notes: 'Grüße — ok? 😀', notesVersion: version })
    stream.end()
  })

  it('answers every other question as the contract says', async () => {
    const { ask } = asking
    const campaignId = (await ask('campaigns.list', {}))[0]?.id as CampaignId
    await ask('campaigns.get', { campaignId })
    await ask('campaigns.setState', { campaignId, state: 'paused' })
    const { sourceId } = await ask('sources.add', { kind: 'greenhouse', config: { board: 'initech' } })
    await ask('campaigns.setSources', { campaignId, sourceIds: [sourceId] })
    await ask('sources.setEnabled', { sourceId, enabled: false })
    expect(await ask('sources.list', {})).toContainEqual(
      expect.objectContaining({ id: sourceId, enabled: false }),
    )
    const draft = (await ask('campaigns.get', { campaignId })).draft
    await ask('campaigns.update', { campaignId, draft: { ...draft, query: 'analyst' } })
    await ask('campaigns.remove', { campaignId })
    const { uploadId } = await ask('uploads.begin', { name: 'x.csv', size: 10 })
    await ask('uploads.discard', { uploadId })
    await ask('runs.list', {})
    await ask('notifications.list', {})
    await ask('notifications.markRead', { notificationIds: null })
    await ask('dashboard.overview', {})
    expect(await ask('settings.update', { theme: 'dark' })).toEqual(await ask('settings.get', {}))
    const profile = await ask('profile.get', {})
    await ask('profile.save', { ...profile, name: 'Sam' })
    expect((await ask('profile.get', {})).name).toBe('Sam')
    const backup = await ask('backups.create', {})
    expect(await ask('backups.list', {})).toContainEqual(backup)
    expect(await ask('system.info', {})).toMatchObject({ version: 'test', dataDir: test.dataDir })
    expect((await ask('system.health', {})).checks).not.toEqual([])
    await ask('system.reportError', {
      id: '12345678',
      page: '/jobs',
      message: 'x is not a function',
      stack: null,
    })
    expect(test.logged).toContainEqual(
      expect.objectContaining({
        level: 'error',
        details: { id: '12345678', page: '/jobs', reason: 'x is not a function' },
      }),
    )
    await ask('shell.info', {})
  })
})
