import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const create = (draft: Record<string, unknown> = {}) =>
  backend.call('campaigns.create', { name: 'Backend', query: 'engineer', ...draft })

const rankRunEnds = async () => {
  await new Promise(resolve => setImmediate(resolve))
  const run = backend.db.sql<{ id: number }>("SELECT max(id) AS id FROM runs WHERE kind = 'rank'").first()
  await backend.engine.ended(run?.id as never)
}

describe('campaigns', () => {
  it('refuse a lowest salary above the highest, naming the field', async () => {
    const error = await backend.refusal('campaigns.create', {
      name: 'Upside down',
      salary_min: 90000,
      salary_max: 60000,
      salary_currency: 'GBP',
    })
    expect(error).toMatchObject({ code: 'bad_input', field: 'salary_max' })
    expect(await backend.call('campaigns.list', {})).toEqual([])
  })

  it('refuse a salary without currency and an empty name', async () => {
    expect(await backend.refusal('campaigns.create', { name: 'x', salary_min: 1 })).toMatchObject({
      field: 'salary_currency',
    })
    expect(await backend.refusal('campaigns.create', { name: '  ' })).toMatchObject({ field: 'name' })
  })

  it('refuse a name that is taken, whatever its case', async () => {
    await create()
    expect(await backend.refusal('campaigns.create', { name: 'BACKEND', query: '' })).toMatchObject({
      code: 'conflict',
      field: 'name',
    })
  })

  it('come back as they were after undo of an edit, a pause and a deletion', async () => {
    const { campaignId } = await create()
    const before = (await backend.call('campaigns.get', { campaignId })).draft
    const edited = await backend.call('campaigns.update', {
      campaignId,
      draft: { ...before, name: 'Other', query: 'nurse' },
    })
    const paused = await backend.call('campaigns.setState', { campaignId, state: 'paused' })
    const removed = await backend.call('campaigns.remove', { campaignId })
    expect(await backend.call('campaigns.list', {})).toEqual([])
    for (const { undo } of [removed, paused, edited])
      await backend.call('changes.undo', { changeId: undo?.changeId as never })
    const after = await backend.call('campaigns.get', { campaignId })
    expect(after.state).toBe('active')
    expect(after.draft).toEqual(before)
  })

  it('cannot come back under a name that was given away, and say so', async () => {
    const { campaignId } = await create()
    const { undo } = await backend.call('campaigns.remove', { campaignId })
    await create()
    expect(await backend.refusal('changes.undo', { changeId: undo?.changeId })).toMatchObject({
      code: 'conflict',
    })
  })

  it('rank known jobs when they are made and again when their wishes change', async () => {
    const first = await create({ name: 'First' })
    await backend.importText(
      jsonl([row(), row({ id: 'n-1', title: 'Nurse', company: 'Care' })]),
      first.campaignId,
    )
    const { campaignId } = await create({ name: 'Nursing', query: 'nurse' })
    await rankRunEnds()
    const top = async () =>
      (await backend.call('jobs.list', { filter: { campaignId } })).rows.map(job => job.title)
    expect(await top()).toEqual(['Nurse', 'Backend Engineer'])
    const { draft } = await backend.call('campaigns.get', { campaignId })
    await backend.call('campaigns.update', { campaignId, draft: { ...draft, query: 'backend engineer' } })
    await rankRunEnds()
    expect(await top()).toEqual(['Backend Engineer', 'Nurse'])
  })

  it('leave no job shining for a deleted campaign', async () => {
    const keep = await create({ name: 'Keep', query: 'accountant', skills: ['Excel'] })
    const gone = await create({ name: 'Gone', query: 'backend engineer' })
    await backend.importText(jsonl([row()]), keep.campaignId)
    const best = async () => (await backend.call('jobs.list', { filter: {} })).rows[0]
    expect((await best())?.campaignId).toBe(gone.campaignId)
    await backend.call('campaigns.remove', { campaignId: gone.campaignId })
    await rankRunEnds()
    expect((await best())?.campaignId).toBe(keep.campaignId)
  })

  it('are duplicated as a paused copy with their sources, which undo takes away again', async () => {
    const { campaignId } = await create({ skills: ['Rust'], weights: null })
    const { sourceId } = await backend.call('sources.add', {
      kind: 'greenhouse',
      config: { board: 'tidemark' },
      campaignId,
    })
    const { draft } = await backend.call('campaigns.get', { campaignId })
    const first = await backend.call('campaigns.duplicate', { campaignId })
    const copy = await backend.call('campaigns.get', { campaignId: first.campaignId })
    expect(copy).toMatchObject({ state: 'paused', nextRunAt: null, sources: [{ id: sourceId }] })
    expect(copy.draft).toEqual({ ...draft, name: 'Backend (copy)' })
    const second = await backend.call('campaigns.duplicate', { campaignId })
    expect((await backend.call('campaigns.get', { campaignId: second.campaignId })).draft.name).toBe(
      'Backend (copy 2)',
    )
    for (const { undo } of [second, first]) await backend.call('changes.undo', { changeId: undo.changeId })
    expect((await backend.call('campaigns.list', {})).map(each => each.draft.name)).toEqual(['Backend'])
  })

  it('that are gone cannot be duplicated', async () => {
    expect(await backend.refusal('campaigns.duplicate', { campaignId: 9 })).toMatchObject({
      code: 'not_found',
    })
  })
})
