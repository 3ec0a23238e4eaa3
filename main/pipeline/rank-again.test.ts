import { afterEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { BATCH } from './batches.ts'

let backend: TestBackend
afterEach(() => backend.close())

const file = jsonl(
  Array.from({ length: 5 * BATCH }, (_, index) =>
    row({ id: `row-${index}x`, title: `Engineer ${index}`, company: `Company ${index}` }),
  ),
)

/** Waits for every run, and for those that follow it. */
async function allEnd(): Promise<void> {
  const open = () =>
    backend.db.sql<{ id: number }>("SELECT id FROM runs WHERE state IN ('queued', 'running')").all()
  for (let runs = open(); runs.length > 0; runs = open())
    for (const { id } of runs) await backend.engine.ended(id as never)
}

const unranked = () =>
  backend.db
    .sql<{ n: number }>(
      `SELECT count(*) AS n FROM jobs JOIN campaigns c ON c.state = 'active'
       WHERE NOT EXISTS (SELECT 1 FROM rankings WHERE job_id = jobs.id AND campaign_id = c.id)`,
    )
    .first()?.n

it('ranks every job for a campaign that is made in the midst of an import of another one', async () => {
  let batches = 0
  let made: Promise<unknown> | undefined
  backend = openBackend({
    compute: real => ({
      async run(task) {
        const answer = await real.run(task)
        batches += 1
        if (batches === 4) made = backend.call('campaigns.create', { name: 'Late', query: 'nurse' })
        return answer
      },
    }),
  })
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  await backend.importText(file, campaignId)
  await made
  await allEnd()
  expect(made).toBeDefined()
  expect(unranked()).toBe(0)
})

it('ranks what others brought while a campaign was paused, once it is taken up again', async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  const paused = await backend.call('campaigns.create', { name: 'Paused', query: 'nurse' })
  await backend.call('campaigns.setState', { ...paused, state: 'paused' })
  await backend.importText(jsonl([row()]), campaignId)
  await backend.call('campaigns.setState', { ...paused, state: 'active' })
  await allEnd()
  expect(unranked()).toBe(0)
})

it('queues the ranking together with the change that asks for it, and only once while it waits', async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  await backend.importText(jsonl([row()]), campaignId)
  const { draft } = await backend.call('campaigns.get', { campaignId })
  await backend.engine.stop()
  for (const query of ['nurse', 'baker'])
    await backend.call('campaigns.update', { campaignId, draft: { ...draft, query } })
  expect(backend.db.sql("SELECT state FROM runs WHERE kind = 'rank'").all()).toEqual([{ state: 'queued' }])
})

it('shows the scores of a deleted campaign again when its deletion is undone', async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  await backend.importText(jsonl([row()]), campaignId)
  const best = () => backend.db.sql('SELECT score, campaign_id FROM best_rankings').first()
  const before = best()
  const { undo } = await backend.call('campaigns.remove', { campaignId })
  await allEnd()
  expect(best()).toEqual({ score: -1, campaign_id: null })
  if (!undo) throw new Error('A deletion can be undone')
  await backend.call('changes.undo', { changeId: undo.changeId })
  await allEnd()
  expect(before).toMatchObject({ campaign_id: campaignId })
  expect(best()).toEqual(before)
})

it('ranks for a campaign again whose deletion is undone while its scores are being taken away', async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  await backend.importText(file, campaignId)
  const { undo } = await backend.call('campaigns.remove', { campaignId })
  const waning = () =>
    backend.db.sql<{ n: number }>('SELECT count(*) AS n FROM best_rankings WHERE score < 0').first()?.n ?? 0
  while (waning() === 0) await new Promise(resolve => setImmediate(resolve))
  expect(waning()).toBeLessThan(5 * BATCH)
  if (!undo) throw new Error('A deletion can be undone')
  await backend.call('changes.undo', { changeId: undo.changeId })
  await allEnd()
  expect(waning()).toBe(0)
})
