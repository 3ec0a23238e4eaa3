import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../main/platform/db/test-support.ts'
import { type OpenCore, openCore } from './kit/open-core.ts'

let place: ReturnType<typeof temporaryFolder>
let core: OpenCore
beforeEach(async () => {
  place = temporaryFolder()
  core = await openCore({ dataDir: place.folder })
})
afterEach(async () => {
  await core.core.stop()
  place.remove()
})

const PIECE = 384 * 1024
const MIB = 1024 * 1024

async function upload(name: string, data: Uint8Array) {
  const { uploadId } = await core.call('uploads.begin', { name, size: data.length })
  for (let offset = 0; offset < data.length; offset += PIECE)
    await core.call('uploads.append', {
      uploadId,
      offset,
      data: Buffer.from(data.subarray(offset, offset + PIECE)).toString('base64'),
    })
  return uploadId
}

const good = JSON.stringify({ title: 'Nurse', company: 'Care Ltd', description: 'Night shifts.' })

/** Imports it and looks that the run says what happened: failed with words, or the good row kept and the other named. */
async function imported(uploadId: Awaited<ReturnType<typeof upload>>, campaignId: number) {
  const { runId } = await core.call('imports.start', { uploadId, campaignId: campaignId as never })
  // Told whether the run had ended when the click was answered.
  const clicked = core
    .call('settings.update', { theme: 'light' })
    .then(() => core.frames.some(frame => frame.kind === 'event' && frame.event.type === 'run.finished'))
  await core.idle()
  const { run, issues } = await core.call('runs.get', { runId })
  const { total } = await core.call('jobs.counts', {})
  expect(run.counts.jobs).toBe(total)
  return { run, issues, total, endedBeforeTheClick: await clicked }
}

it('a line of 50 MB is refused by its number, and clicks are answered while it is read', async () => {
  const { campaignId } = await core.call('campaigns.create', { name: 'Any', schedule: null })
  const long = `{"title":"Long","company":"L","description":"${'x'.repeat(50 * MIB)}"}`
  const uploadId = await upload('postings.jsonl', Buffer.from(`${good}\n${long}`))
  const order: string[] = []
  await Promise.all([
    core.call('imports.preview', { uploadId }).then(() => order.push('preview')),
    core.call('jobs.counts', {}).then(() => order.push('counts')),
    core.call('settings.update', { theme: 'dark' }).then(() => order.push('settings')),
  ])
  expect(order.at(-1)).toBe('preview')

  const { run, issues, total, endedBeforeTheClick } = await imported(uploadId, campaignId)
  expect(endedBeforeTheClick).toBe(false)
  expect(run.state).toBe('succeeded')
  expect(total).toBe(1)
  expect(issues.map(issue => issue.row)).toEqual([2])
})

it.each([
  ['an array nested half a million deep', Buffer.from(`[${good},${'['.repeat(500_000)}`)],
  [
    'a picture that calls itself JSON',
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5 * MIB, 7)]),
  ],
])('%s is answered plainly, before and in the import', async (_name, data) => {
  const { campaignId } = await core.call('campaigns.create', { name: 'Any', schedule: null })
  const uploadId = await upload('postings.json', data)
  const preview = await core.call('imports.preview', { uploadId }).catch(error => error.code)
  expect(preview).toBeDefined()
  const { run, issues, total } = await imported(uploadId, campaignId)
  if (run.state === 'failed') {
    expect(run.error).toMatch(/\w/)
    expect(total).toBe(0)
  } else {
    expect(total).toBe(1)
    expect(issues.map(issue => issue.row)).toEqual([2])
  }
})
