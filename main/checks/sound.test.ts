import { afterAll, beforeAll, expect, it } from 'vitest'
import { generatePosting } from '../../tests/fixtures/generate-postings.ts'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { CheckName } from '../contract/checks.ts'

// Sound data breaks no check: the sample, what an import brings, and what a person does with it.

let backend: TestBackend
beforeAll(async () => {
  backend = openBackend()
  await backend.call('sample.load', {})
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'Engineers',
    query: 'engineer',
    skills: ['Python'],
    salary_min: 50_000,
    salary_currency: 'GBP',
  })
  const postings = Array.from({ length: 300 }, (_, at) => ({ ...generatePosting(at) }))
  await backend.importText(jsonl([row(), ...postings]), campaignId)
  const { rows } = await backend.call('jobs.list', { filter: {}, limit: 20 })
  for (const [at, status] of (
    ['approved', 'applied', 'interview', 'rejected', 'archived'] as const
  ).entries())
    await backend.call('applications.setStatus', { jobIds: [rows[at]?.id ?? 0], status })
  const undone = await backend.call('applications.setStatus', {
    jobIds: [rows[6]?.id ?? 0],
    status: 'applied',
  })
  if (undone.undo) await backend.call('changes.undo', { changeId: undone.undo.changeId })
})
afterAll(() => backend.close())

async function all(): Promise<Record<string, string>> {
  await backend.call('checks.run', {})
  await backend.checks.settled()
  const { checks } = await backend.call('checks.list', {})
  return Object.fromEntries(checks.map(({ name, last }) => [name, `${last?.state} ${last?.message}`]))
}

it('finds nothing wrong with the sample, an import and moves of jobs', async () => {
  const found = await all()
  console.log(found)
  for (const name of CheckName.options) expect(found[name]).toMatch(/^passed/)
})

it('gives campaigns time after a long pause of the schedule, or without a source', async () => {
  const [engineers] = await backend.call('campaigns.list', {})
  const campaignId = engineers?.id
  if (campaignId === undefined) throw new Error('no campaign')
  const at = (iso: string) => backend.clock.set(iso)
  at('2026-03-02T10:00:00.000Z')
  await backend.call('settings.update', { schedulePaused: true })
  at('2026-03-22T10:00:00.000Z')
  await backend.call('sources.add', { kind: 'greenhouse', config: { board: 'north' }, campaignId })
  await backend.call('settings.update', { schedulePaused: false })
  expect((await all()).freshness).toMatch(/^passed/)
  at('2026-03-25T10:00:00.000Z')
  expect((await all()).freshness).toMatch(/^failed 1 row/)
  // The scheduler moves it along for as long as there is nobody to ask.
  backend.db.sql('UPDATE schedule_since SET since = ?').run('2026-03-25T09:59:30.000Z')
  expect((await all()).freshness).toMatch(/^passed/)
})
