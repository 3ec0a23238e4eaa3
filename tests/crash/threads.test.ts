import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../main/platform/db/test-support.ts'
import { generatePosting } from '../fixtures/generate-postings.ts'
import { differences, dumpOf } from './kit/dump.ts'
import { trialFiles } from './kit/files.ts'
import { faultsOf, openFolder } from './kit/inspect.ts'
import { type OpenCore, openCore } from './kit/open-core.ts'

let place: ReturnType<typeof temporaryFolder>
const cores: OpenCore[] = []
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(async () => {
  for (const { core } of cores.splice(0)) await core.stop()
  place.remove()
})

async function open(dataDir = place.folder): Promise<OpenCore> {
  const core = await openCore({ dataDir })
  cores.push(core)
  return core
}

const CAMPAIGN = { name: 'Backend', query: 'backend engineer', schedule: null, alert_threshold: 30 }
const [FILE] = trialFiles(1200)

const states = (core: OpenCore) =>
  core.frames.flatMap(frame =>
    frame.kind === 'signal' && frame.signal.type === 'core.state' ? [frame.signal.payload.state] : [],
  )
const events = (core: OpenCore) => core.frames.flatMap(frame => (frame.kind === 'event' ? [frame.event] : []))
const added = (core: OpenCore) => events(core).filter(event => event.type === 'jobs.added').length
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    error => ({ code: error.code, retryable: error.retryable }),
  )

/** What a folder holds when it imports the file undisturbed, in a folder of its own. */
async function undisturbed(): Promise<string[]> {
  const other = temporaryFolder()
  try {
    const core = await openCore({ dataDir: other.folder })
    const { campaignId } = await core.call('campaigns.create', CAMPAIGN)
    await core.importText('first.jsonl', FILE?.text ?? '', campaignId)
    await core.idle()
    await core.core.stop()
    return dumpOf(other.folder)
  } finally {
    other.remove()
  }
}

function expectSound(): void {
  const db = openFolder(place.folder)
  try {
    expect(faultsOf(db, place.folder, true)).toEqual([])
  } finally {
    db.close()
  }
}

/** Processes that this one started and that read files. */
function parsers(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        const parent = / (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S/, ''))?.[1]
        return (
          Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('parser')
        )
      } catch {
        return false
      }
    })
    .map(Number)
}

describe('a crash of the backend', () => {
  it('answers the open command as gone, starts again, and goes on as if nothing was', async () => {
    const core = await open()
    const { uploadId } = await core.call('uploads.begin', { name: 'a.json', size: 2 })
    await core.call('uploads.append', {
      uploadId,
      offset: 0,
      data: Buffer.from('[]').toString('base64'),
    })
    // Reading a file takes a process of its own, so this is open when the backend dies.
    const preview = refusal(core.call('imports.preview', { uploadId }))
    await core.core.crash('backend')
    expect(await preview).toEqual({ code: 'backend_gone', retryable: true })
    expect(await refusal(core.call('settings.update', { theme: 'dark' }))).toEqual({
      code: 'backend_gone',
      retryable: true,
    })
    expect(states(core)).toEqual(['restarting'])
    // Queries do not need the backend.
    expect(await core.call('settings.get', {})).toMatchObject({ theme: 'system' })
    await core.until(() => states(core).includes('ready'))
    expect(await core.call('settings.update', { theme: 'dark' })).toMatchObject({ theme: 'dark' })
  })

  it('keeps a page that subscribes while it is away', async () => {
    const core = await open()
    await core.core.crash('backend')
    const seen: string[] = []
    core.core.subscribe(null, frame => {
      seen.push(frame.kind === 'event' ? frame.event.type : frame.kind)
    })
    await core.until(() => states(core).includes('ready'))
    await core.call('settings.update', { theme: 'dark' })
    await core.until(() => seen.includes('settings.changed'))
    expect(seen.filter(kind => kind !== 'signal')).toEqual(['hello', 'settings.changed'])
  })

  it('in the midst of an import: the run is taken up, ends the same, and tells everything once', async () => {
    const expected = await undisturbed()
    const core = await open()
    const { campaignId } = await core.call('campaigns.create', CAMPAIGN)
    const runId = await core.importText('first.jsonl', FILE?.text ?? '', campaignId)
    for (const crash of [1, 2]) {
      const before = added(core)
      await core.until(() => added(core) > before)
      await core.core.crash('backend')
      await core.until(() => states(core).filter(state => state === 'ready').length === crash)
    }
    await core.idle()
    const { run } = await core.call('runs.get', { runId: runId as never })
    expect(run.state).toBe('succeeded')
    const seen = events(core).map(event => event.seq)
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
    expect(parsers().length).toBeLessThanOrEqual(1)
    await core.core.stop()
    expect(parsers()).toEqual([])
    expectSound()
    expect(differences(expected, dumpOf(place.folder))).toEqual([])
  })

  it('too often: it is given up with a word on it, and what was saved can still be read', async () => {
    const core = await open()
    await core.call('settings.update', { theme: 'dark' })
    for (let crash = 1; crash <= 6; crash += 1) {
      await core.core.crash('backend')
      await core.until(() => states(core).filter(state => state !== 'ready').length === crash)
      if (crash < 6) await core.until(() => states(core).filter(state => state === 'ready').length === crash)
    }
    expect(states(core).at(-1)).toBe('failed')
    expect(await refusal(core.call('settings.update', { theme: 'light' }))).toMatchObject({
      code: 'backend_gone',
    })
    expect(await core.call('settings.get', {})).toMatchObject({ theme: 'dark' })
  })
})

describe('a crash of a reader', () => {
  it('has its questions answered by the other one', async () => {
    const core = await open()
    const questions = Array.from({ length: 60 }, () => core.call('jobs.counts', {}))
    await core.core.crash('reader')
    for (const answer of await Promise.all(questions)) expect(answer.total).toBe(0)
    await core.until(() => states(core).includes('ready'))
    expect(states(core)).toEqual(['restarting', 'ready'])
  })
})

describe('stopping', () => {
  it('in the midst of an import loses nothing; the next start goes on to the same end', async () => {
    const expected = await undisturbed()
    const first = await open()
    const { campaignId } = await first.call('campaigns.create', CAMPAIGN)
    const runId = await first.importText('first.jsonl', FILE?.text ?? '', campaignId)
    await first.until(() => added(first) > 0)
    // A window and a signal may both ask for the end.
    await Promise.all([first.core.stop(), first.core.stop()])
    await first.core.stop()
    expect(await refusal(first.call('jobs.counts', {}))).toEqual({ code: 'backend_gone', retryable: false })

    const second = await open()
    await second.idle()
    const { run } = await second.call('runs.get', { runId: runId as never })
    expect(run).toMatchObject({ state: 'succeeded' })
    expect(events(second).length).toBeGreaterThan(0)
    await second.core.stop()
    expectSound()
    expect(differences(expected, dumpOf(place.folder))).toEqual([])
  })

  it('answers what is open and leaves no process behind', async () => {
    const core = await open()
    const lines = Array.from({ length: 300 }, (_, index) => JSON.stringify(generatePosting(index))).join('\n')
    const { campaignId } = await core.call('campaigns.create', CAMPAIGN)
    await core.importText('a.jsonl', lines, campaignId)
    const open_ = [
      refusal(core.call('jobs.counts', {})),
      refusal(core.call('settings.update', { theme: 'dark' })),
    ]
    await core.core.stop()
    for (const answer of await Promise.all(open_))
      expect([null, 'backend_gone']).toContain(answer?.code ?? null)
    expect(parsers()).toEqual([])
  })
})
