import { afterEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { mergeSearchIndex } from './service.ts'

let backend: TestBackend
afterEach(() => backend.close())

it('merges the small segments of many imports by short steps, and finds the same', async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  for (let file = 0; file < 9; file += 1)
    await backend.importText(
      jsonl([row({ id: `${file}`, title: `Engineer ${file}`, company: `Company ${file}` })]),
      campaignId,
    )
  const segments = () =>
    backend.db.sql<{ n: number }>('SELECT count(DISTINCT segid) AS n FROM job_search_idx').first()?.n
  const found = async () =>
    (await backend.call('search.jobs', { text: 'engineer' })).rows.map(row => row.job.id)
  const before = await found()
  expect(before).toHaveLength(9)
  expect(segments()).toBe(9)
  let steps = 0
  while (backend.context.unit(tx => mergeSearchIndex(tx.db))) steps += 1
  expect(steps).toBeGreaterThan(0)
  expect(segments()).toBeLessThan(4)
  expect(await found()).toEqual(before)
  expect(backend.context.unit(tx => mergeSearchIndex(tx.db))).toBe(false)
})
