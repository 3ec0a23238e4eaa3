import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { addFile, readAll } from '../../tests/support/documents.ts'
import { createQueries } from '../app/procedures.ts'
import { createDb, type Db } from '../platform/db/connection.ts'
import { dispatch } from '../platform/dispatch.ts'
import { createSources } from '../sources/adapters/index.ts'

// Every query that a page makes has an index: the statements are caught as the procedures run them, and their
// plans must not walk through a table that grows with the jobs.

let backend: TestBackend
beforeAll(async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
  await backend.importText(jsonl([row(), row({ id: 'b', title: 'Nurse', company: 'Care' })]), campaignId)
  await backend.call('companies.setBlocked', { companyIds: [2], blocked: true })
  await addFile(backend, 'resume.txt', 'An engineer')
  await readAll(backend)
})
afterAll(() => backend.close())

const GROWING =
  'jobs|postings|raw_postings|job_fields|rankings|best_rankings|matches|job_skills|campaign_jobs|companies|status_events|events|event_counts|notifications|notification_deliveries|runs|run_steps|run_log|source_runs|run_issues|changes|job_ai|ai_readings|applications|interviews|application_entries|contacts|contact_jobs|reminders|schedule_slots|documents|document_versions|document_readings|application_documents'
const WALK = new RegExp(`^SCAN (?:j|r|b|m|p|d|n|x|a|v|${GROWING})\\b(?!.*USING)`)

/** Statements that a procedure runs, with a connection that writes them down. */
async function statementsOf(procedure: string, input: unknown): Promise<string[]> {
  const texts: string[] = []
  const db = createDb(backend.db.raw)
  const spy: Db = {
    ...db,
    all: query => {
      texts.push(query.compile().sql)
      return db.all(query)
    },
    first: query => {
      texts.push(query.compile().sql)
      return db.first(query)
    },
    sql: <Row>(text: string) => {
      texts.push(text)
      return db.sql<Row>(text)
    },
  }
  const answer = await dispatch(
    { id: 1, procedure, input },
    {
      handlers: createQueries(createSources()),
      context: { ...backend.context, db: spy },
      onUnexpected: error => {
        throw error
      },
    },
  )
  if (!answer.ok) throw new Error(answer.error.message)
  return texts
}

function planOf(text: string): string[] {
  const values = Array((text.match(/\?/g) ?? []).length).fill(1)
  return backend.db.raw
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all(...values)
    .map(step => step.detail)
}

const pages: [string, unknown][] = [
  ['jobs.list', { filter: {} }],
  ['jobs.list', { filter: {}, sort: 'newest' }],
  ['jobs.list', { filter: {}, sort: 'salary' }],
  ['jobs.list', { filter: { campaignId: 1 } }],
  ['jobs.list', { filter: { campaignId: 1 }, sort: 'newest' }],
  ['jobs.list', { filter: { campaignId: 1 }, sort: 'salary' }],
  ['jobs.list', { filter: { favourite: true } }],
  ['jobs.list', { filter: { foundSince: '2026-03-01T00:00:00.000Z' } }],
  ['jobs.list', { filter: { text: 'engineer' } }],
  ['jobs.list', { filter: { companyId: 1 } }],
  ['jobs.list', { filter: {}, reversed: true }],
  ['jobs.list', { filter: {}, sort: 'match' }],
  ['jobs.list', { filter: {}, sort: 'company' }],
  ['jobs.list', { filter: {}, sort: 'title' }],
  ['jobs.list', { filter: { minMatch: 50, sourceIds: [1], foundBy: [1], cities: ['London'] } }],
  ['jobs.facets', { filter: {} }],
  ['jobs.facets', { filter: { campaignId: 1, text: 'engineer', salary: { low: 1, currency: 'GBP' } } }],
  ['jobs.ids', { filter: {} }],
  ['jobs.export', { jobIds: [1, 2], format: 'csv' }],
  ['jobs.similar', { jobId: 1 }],
  ['companies.list', {}],
  ['companies.list', { sort: 'name' }],
  ['companies.list', { show: 'blocked' }],
  ['companies.list', { text: 'ard' }],
  ['companies.list', { text: 'ard', show: 'favourites' }],
  ['companies.counts', {}],
  ['companies.get', { companyId: 1 }],
  ['companies.lookups', {}],
  ['jobs.counts', {}],
  ['jobs.counts', { campaignId: 1 }],
  ['search.jobs', { text: 'eng' }],
  ['search.jobs', { text: 'engineer -night company:ardent' }],
  ['search.jobs', { text: 'at:"Ardent Systems Ltd" campaign:Backend source:file engineer' }],
  ['search.jobs', { text: 'enginere ' }],
  ['search.suggest', { text: 'eng' }],
  ['search.suggest', { text: 'backend engi' }],
  ['search.read', { text: 'salary:>50k at:ardent' }],
  ['search.write', { filter: { companyIds: [1], sourceIds: [1] } }],
  ['presets.list', {}],
  ['jobs.get', { jobId: 1 }],
  ['jobs.posting', { jobId: 1 }],
  ['campaigns.list', {}],
  ['campaigns.get', { campaignId: 1 }],
  ['campaigns.statistics', { campaignId: 1 }],
  ['campaigns.estimate', { draft: { name: 'Draft', query: 'engineer', locations: ['London'] } }],
  ['runs.list', {}],
  ['runs.list', { campaignId: 1 }],
  ['runs.list', { kinds: ['collect'], states: ['failed'], before: 9 }],
  ['runs.get', { runId: 1 }],
  ['runs.log', { runId: 1 }],
  ['runs.bars', {}],
  ['runs.bars', { campaignId: 1 }],
  ['notifications.list', {}],
  ['notifications.list', { text: 'match', unread: true }],
  ['notifications.list', { kinds: ['match', 'reminder'], before: 7 }],
  ['notifications.mail', {}],
  ['notifications.preview', { kind: 'match' }],
  ['notifications.preview', { kind: 'briefing' }],
  ['notifications.preview', { kind: 'summary' }],
  ['changes.latest', {}],
  ['activity.list', {}],
  ['activity.list', { groups: ['jobs'], before: 7 }],
  ['events.monitor', {}],
  ['events.list', {}],
  ['events.list', { types: ['jobs.added'], before: 7 }],
  ['events.failures', {}],
  ['dashboard.overview', {}],
  ['dashboard.overview', { campaignId: 1 }],
  ['sources.list', {}],
  ['settings.get', {}],
  ['schedule.get', {}],
  ['schedule.slots', {}],
  ['schedule.slots', { kind: 'ingestion' }],
  ['schedule.slots', { campaignId: 1 }],
  ['schedule.slots', { kind: 'ingestion', campaignId: 1 }],
  ['detection.missing', {}],
  ['detection.missing', { fact: 'salary', cursor: '7' }],
  ['detection.counts', {}],
  ['detection.runs', {}],
  ['resumes.history', {}],
  ['resumes.review', { versionId: 1 }],
  ['resumes.match', { versionId: 1, jobId: 1 }],
  ['resumes.bestForJob', { jobId: 1 }],
  ['resumes.bestJobs', { versionId: 1 }],
  ['ai.status', {}],
  ['applications.column', { status: 'applied' }],
  ['applications.column', { status: 'applied', filter: { since: '2026-03-01T00:00:00.000Z', companyId: 1 } }],
  ['applications.counts', {}],
  ['applications.counts', { filter: { until: '2026-03-01T00:00:00.000Z', companyId: 1 } }],
  ['applications.list', { filter: {} }],
  ['applications.list', { filter: { statuses: ['offer'] }, sort: 'applied' }],
  ['applications.list', { filter: {}, sort: 'company' }],
  ['applications.get', { jobId: 1 }],
  ['applications.timeline', { filter: {} }],
  ['applications.timeline', { filter: { statuses: ['offer'], since: '2026-03-01T00:00:00.000Z' } }],
  ['applications.timeline', { filter: { companyId: 1 } }],
  ['applications.stale', {}],
  ['applications.followUps', { today: '2026-03-02' }],
  ['contacts.list', {}],
  ['contacts.list', { text: 'sam' }],
  ['reminders.list', {}],
  ['reminders.list', { done: true }],
  ['documents.list', {}],
  ['documents.list', { kind: 'resume', place: 'library' }],
  ['documents.list', { place: 'job', cursor: '["2026-03-01T00:00:00.000Z",7]' }],
  ['documents.list', { jobId: 1 }],
  ['documents.list', { jobId: 1, kind: 'cover_letter' }],
  ['documents.list', { documentIds: [1, 2] }],
  ['documents.list', { text: 'eng' }],
  ['documents.get', { documentId: 1 }],
  ['documents.reading', {}],
  ['documents.file', { versionId: 1 }],
  ['documents.text', { versionId: 1 }],
  ['documents.attached', { jobId: 1 }],
  ['checks.list', {}],
  ['checks.rows', { name: 'counts' }],
  ['checks.repairs', {}],
  ['system.info', {}],
  ['system.diagnostics', {}],
]

describe('plans of the pages', () => {
  it.each(pages)('%s %j walks through no growing table', async (procedure, input) => {
    const texts = await statementsOf(procedure, input)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts)
      expect(
        planOf(text).filter(step => WALK.test(step)),
        text,
      ).toEqual([])
  })

  const sorted = pages.filter(
    ([name, input]) => /^companies.list$/.test(name) && !/show|text/.test(JSON.stringify(input)),
  )
  it.each([...pages.slice(0, 6), ...sorted])('%s %j sorts by its index', async (procedure, input) => {
    const texts = await statementsOf(procedure, input)
    for (const text of texts.filter(each => each.includes('LIMIT')))
      expect(
        planOf(text).filter(step => step.includes('TEMP B-TREE')),
        text,
      ).toEqual([])
  })

  const dealtWith = pages.filter(
    ([name, input]) =>
      /^(?:applications.(?:column|list|timeline)|contacts.list|reminders.list|documents.list)$/.test(name) &&
      !/companyId|documentIds|"eng"/.test(JSON.stringify(input)),
  )
  it.each(dealtWith)('%s %j sorts by its index', async (procedure, input) => {
    const texts = await statementsOf(procedure, input)
    for (const text of texts.filter(each => each.includes('LIMIT')))
      expect(
        planOf(text).filter(step => step.includes('TEMP B-TREE')),
        text,
      ).toEqual([])
  })

  it('jobs.get finds earlier applications to the company by their own index', async () => {
    const texts = await statementsOf('jobs.get', { jobId: 1 })
    const plans = texts.filter(text => text.includes('applied_at DESC')).map(planOf)
    expect(plans).toEqual([
      [expect.stringContaining('SEARCH jobs USING INDEX jobs_applied_company (company_id=?')],
    ])
  })
})
