import { afterEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { createComputePool } from '../platform/threads/compute-pool.ts'
import { threadEntry } from '../platform/threads/entries.ts'
import { BATCH } from './batches.ts'

let backend: TestBackend
let stop: () => Promise<void> = async () => {}
afterEach(async () => {
  await backend.close()
  await stop()
})

const COUNT = 5 * BATCH

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    row({ id: `row-${index}x`, title: `Engineer ${index}`, company: `Company ${index}` }),
  )

it('repeats the batch of a compute thread that dies in an import, which ends complete', async () => {
  let downs = 0
  const pool = createComputePool(threadEntry('compute'), 1, { dataDir: '', version: 'test' }, () => {
    downs += 1
  })
  stop = () => pool.stop()
  let batches = 0
  backend = openBackend({
    compute: () => ({
      run(task) {
        batches += 1
        const answer = pool.run(task)
        if (batches === 2 || batches === 5) void pool.crash()
        return answer as never
      },
    }),
  })
  const { campaignId } = await backend.call('campaigns.create', { name: 'Any', query: 'engineer' })
  const { run, issues } = await backend.importText(jsonl(rows(COUNT)), campaignId)
  expect(downs).toBe(2)
  expect(issues).toEqual([])
  expect(run).toMatchObject({
    state: 'succeeded',
    counts: { raw: COUNT, jobs: COUNT, ranked: COUNT, rejected: 0 },
  })
})

it('sets only the posting aside that ends the threads which read it', async () => {
  backend = openBackend({
    compute: real => ({
      async run(task) {
        if (task.kind === 'prepare' && task.items.some(item => 'text' in item && item.text.includes('Bomb')))
          throw Object.assign(new Error('The computation ended its thread'), { deadly: true })
        return real.run(task)
      },
    }),
  })
  const { campaignId } = await backend.call('campaigns.create', { name: 'Any', query: 'engineer' })
  const file = [...rows(120), row({ id: 'b-1', title: 'Bomb', company: 'B' }), ...rows(150).slice(120)]
  const { run, issues } = await backend.importText(jsonl(file), campaignId)
  expect(run).toMatchObject({ state: 'succeeded', counts: { jobs: 150, rejected: 1 } })
  expect(issues).toEqual([expect.objectContaining({ row: 121, code: 'not_understood' })])
})

it('fails the run plainly, with what was stored kept, when no thread is left to compute', async () => {
  let batches = 0
  backend = openBackend({
    compute: real => ({
      async run(task) {
        batches += 1
        if (batches > 3) throw new Error('No compute thread is left')
        return real.run(task)
      },
    }),
  })
  const { campaignId } = await backend.call('campaigns.create', { name: 'Any', query: 'engineer' })
  const { run } = await backend.importText(jsonl(rows(900)), campaignId)
  expect(run.state).toBe('failed')
  expect(run.error).toContain('kept')
  expect(run.counts.jobs).toBe((await backend.call('jobs.counts', {})).total)
})
