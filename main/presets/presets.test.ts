import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const draft = (name: string, change: Record<string, unknown> = {}) => ({ name, filter: {}, ...change })
const save = (name: string, change: Record<string, unknown> = {}) =>
  backend.call('presets.save', { presetId: null, preset: draft(name, change) })
const list = () => backend.call('presets.list', {})
const names = async () => (await list()).map(view => view.name)
const shortcuts = async () => (await list()).map(view => view.shortcut)

async function takeBack(undo: { changeId: number } | null): Promise<void> {
  if (!undo) throw new Error('Nothing to undo')
  await backend.call('changes.undo', { changeId: undo.changeId as never })
}

it('keeps a view with its whole filter and order, and tells the pages', async () => {
  const filter = { text: 'engineer', remote: ['remote' as const], salary: { low: 100_000, currency: 'USD' } }
  const { presetId } = await save('Remote $100k+', { filter, sort: 'salary', reversed: true, shortcut: '1' })
  expect(await list()).toEqual([
    expect.objectContaining({
      id: presetId,
      name: 'Remote $100k+',
      sort: 'salary',
      reversed: true,
      shortcut: '1',
      filter: expect.objectContaining({
        text: 'engineer',
        remote: ['remote'],
        salary: { low: 100_000, high: null, currency: 'USD', unstated: false },
      }),
    }),
  ])
  expect(backend.events.map(event => event.type)).toContain('presets.changed')
})

it('refuses a name that another view has, whatever its case', async () => {
  await save('Remote')
  expect(await backend.refusal('presets.save', { presetId: null, preset: draft('REMOTE') })).toMatchObject({
    code: 'conflict',
    field: 'name',
  })
  expect(await backend.refusal('presets.save', { presetId: null, preset: draft('  ') })).toMatchObject({
    code: 'bad_input',
  })
})

it('changes a view, and an unchanged one leaves nothing to undo', async () => {
  const { presetId } = await save('First')
  const { undo } = await backend.call('presets.save', { presetId, preset: draft('Better') })
  expect(await names()).toEqual(['Better'])
  const again = await backend.call('presets.save', { presetId, preset: draft('Better') })
  expect(again.undo).toBeNull()
  await takeBack(undo)
  expect(await names()).toEqual(['First'])
})

it('moves a shortcut to the newer view and back', async () => {
  await save('Old', { shortcut: '3' })
  const { undo } = await save('New', { shortcut: '3' })
  expect(await shortcuts()).toEqual([null, '3'])
  await takeBack(undo)
  expect(await list()).toMatchObject([{ name: 'Old', shortcut: '3' }])
})

it('removes a view and brings it back at its place with its id', async () => {
  const { presetId } = await save('One', { shortcut: '1' })
  await save('Two')
  const { undo } = await backend.call('presets.remove', { presetId })
  expect(await names()).toEqual(['Two'])
  await takeBack(undo)
  expect(await list()).toMatchObject([{ id: presetId, name: 'One', shortcut: '1' }, { name: 'Two' }])
  expect((await backend.call('presets.remove', { presetId: 999 as never })).undo).toBeNull()
})

it('never gives an id out twice, so that an undo brings back the view it means', async () => {
  const first = await save('First')
  const { undo } = await backend.call('presets.remove', { presetId: first.presetId })
  const second = await save('Second')
  expect(second.presetId).not.toBe(first.presetId)
  await takeBack(undo)
  expect((await names()).toSorted()).toEqual(['First', 'Second'])
})

it('does not bring a view back over another one of its name', async () => {
  const { presetId } = await save('Remote')
  const { undo } = await backend.call('presets.remove', { presetId })
  await save('remote')
  expect(await backend.refusal('changes.undo', { changeId: undo?.changeId })).toMatchObject({
    code: 'conflict',
  })
  expect(await names()).toEqual(['remote'])
})

it('puts views in order, unknown ones aside, and back again', async () => {
  const ids = []
  for (const name of ['A', 'B', 'C']) ids.push((await save(name)).presetId)
  const [a, b, c] = ids as [never, never, never]
  const { undo } = await backend.call('presets.order', { presetIds: [c, 999 as never, a, b] })
  expect(await names()).toEqual(['C', 'A', 'B'])
  expect((await backend.call('presets.order', { presetIds: [c] })).undo).toBeNull()
  await takeBack(undo)
  expect(await names()).toEqual(['A', 'B', 'C'])
})

it('leaves a damaged view out instead of failing', async () => {
  const { presetId } = await save('Sound')
  await save('Damaged')
  backend.db
    .sql("UPDATE presets SET query = ? WHERE name = 'Damaged'")
    .run(JSON.stringify({ filter: { statuses: ['nonsense'] } }))
  expect(await list()).toMatchObject([{ id: presetId }])
})
