import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'

let backend: TestBackend
let silent: Server
let asked: Promise<void>

beforeEach(async () => {
  // A server that takes the question and never answers.
  asked = new Promise(resolve => {
    silent = createServer(() => resolve())
  })
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  backend = openBackend({ sourceBaseUrls: { greenhouse: `http://127.0.0.1:${port}` } })
})

afterEach(async () => {
  await backend.close()
  silent.close()
  silent.closeAllConnections()
})

const board = (name: string) => ({ kind: 'greenhouse', config: { board: name } })
const labels = async () => (await backend.call('sources.list', {})).map(one => one.label)
const undo = (change: { changeId: unknown } | null) =>
  backend.call('changes.undo', { changeId: change?.changeId as never })

it('says whether a source is new, and takes an addition back', async () => {
  const first = await backend.call('sources.add', board('acme'))
  expect(first).toMatchObject({ label: 'Greenhouse: acme', added: true })
  const again = await backend.call('sources.add', board('Acme'))
  expect(again).toEqual({
    sourceId: first.sourceId,
    label: 'Greenhouse: acme',
    added: false,
    changed: false,
    undo: null,
  })
  await undo(first.undo)
  expect(await labels()).toEqual([])
  expect((await backend.call('sources.add', board('acme'))).added).toBe(true)
})

it('takes over capital letters and a name that a listed source lacked, and takes that back', async () => {
  const listed = async () =>
    (await backend.call('sources.list', {})).map(({ label, config }) => [label, config])
  const kind = 'smartrecruiters'
  const { sourceId } = await backend.call('sources.add', { kind, config: { company: 'boschgroup' } })
  const again = await backend.call('sources.add', { kind, config: { company: 'BoschGroup' } })
  expect(again).toMatchObject({
    sourceId,
    label: 'SmartRecruiters: BoschGroup',
    added: false,
    changed: true,
    undo: { label: 'Changed SmartRecruiters: BoschGroup' },
  })
  expect(await listed()).toEqual([['SmartRecruiters: BoschGroup', { company: 'BoschGroup' }]])
  await undo(again.undo)
  expect(await listed()).toEqual([['SmartRecruiters: boschgroup', { company: 'boschgroup' }]])

  const lever = { site: 'globex', region: 'global', company: 'Globex Ltd' }
  await backend.call('sources.add', { kind: 'lever', config: { site: 'globex' } })
  const named = await backend.call('sources.add', { kind: 'lever', config: lever })
  expect(named).toMatchObject({ added: false, changed: true })
  // Without the name once more: the name stays.
  const plain = await backend.call('sources.add', { kind: 'lever', config: { site: 'globex' } })
  expect(plain).toMatchObject({ added: false, changed: false, undo: null })
  expect(await listed()).toContainEqual([named.label, lever])
  await undo(named.undo)
  expect(await listed()).toContainEqual([named.label, { site: 'globex', region: 'global' }])
})

it('takes only what the addition did: a source that was there before stays', async () => {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Harbours' })
  await backend.call('sources.add', board('acme'))
  const joined = await backend.call('sources.add', { ...board('acme'), campaignId })
  expect(joined).toMatchObject({ added: false, undo: { label: 'Added Greenhouse: acme to Harbours' } })
  await undo(joined.undo)
  expect(await labels()).toEqual(['Greenhouse: acme'])
  expect((await backend.call('campaigns.get', { campaignId })).sources).toEqual([])
})

it('lets a campaign ask everything that needs no key, and takes that back at once', async () => {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Harbours' })
  await backend.call('sources.add', board('acme'))
  const kinds = await backend.call('sources.kinds', {})
  const open = kinds.filter(kind => kind.family === 'board' && kind.keys.length === 0)
  const answer = await backend.call('sources.useOpen', { campaignId })
  expect(answer.sources).toBe(open.length + 1)
  const used = (await backend.call('campaigns.get', { campaignId })).sources.map(one => one.label)
  expect(used.toSorted()).toEqual(['Greenhouse: acme', ...open.map(kind => kind.label)].toSorted())
  expect(await backend.call('sources.useOpen', { campaignId })).toEqual({ sources: 0, undo: null })
  await undo(answer.undo)
  expect(await labels()).toEqual(['Greenhouse: acme'])
  expect((await backend.call('campaigns.get', { campaignId })).sources).toEqual([])
})

it('stops a test that waits for an answer', async () => {
  const { sourceId } = await backend.call('sources.add', board('acme'))
  const test = backend.refusal('sources.test', { sourceId })
  await asked
  await backend.call('sources.stopTest', { sourceId })
  expect(await test).toMatchObject({ code: 'cancelled', message: 'The test was stopped.' })
})

it('says what the quality is made of', async () => {
  await backend.call('sources.add', board('acme'))
  expect((await backend.call('sources.list', {}))[0]?.qualityParts).toEqual([])
})
