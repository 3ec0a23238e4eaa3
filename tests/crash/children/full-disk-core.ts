// The real core lives through a full disk: node full-disk-core.ts DIR, where DIR is a small file system of its own
// (64 MiB). Prints one JSON object with what happened at each stage; the test judges.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { trialFiles } from '../kit/files.ts'
import { hog, unhog } from '../kit/hog.ts'
import { faultsOf, openFolder } from '../kit/inspect.ts'
import { openCore } from '../kit/open-core.ts'
import { isRefusal } from '../kit/refusals.ts'

const root = String(process.argv[2])
const dataDir = join(root, 'data')
const [small] = trialFiles(120)
const [large] = trialFiles(3000)
const seen: Record<string, unknown> = {}

const core = await openCore({ dataDir, log: text => console.error(text) })
/** The answer's value, or its code. */
const code = (asked: Promise<unknown>) =>
  asked.then(
    () => 'ok',
    error => (isRefusal(error) ? error.code : String(error)),
  )
const runOf = async (runId: number) => {
  await core.idle()
  const { run } = await core.call('runs.get', { runId: runId as never })
  const { total } = await core.call('jobs.counts', {})
  return { state: run.state, error: run.error, jobs: run.counts.jobs, raw: run.counts.raw, total }
}

const { campaignId } = await core.call('campaigns.create', {
  name: 'Backend',
  query: 'engineer',
  schedule: null,
})
seen.before = await runOf(await core.importText('small.jsonl', small?.text ?? '', campaignId))
const [job] = (await core.call('jobs.list', { filter: {} })).rows
if (!job) throw new Error('Nothing was imported')

/** What a person must still be able to do. */
const acts = async () => {
  const moved = await core.call('applications.setStatus', { jobIds: [job.id], status: 'rejected' })
  return {
    moved: moved.undo !== null,
    undone: await code(core.call('changes.undo', { changeId: moved.undo?.changeId as never })),
    settings: await code(core.call('settings.update', { theme: 'dark' })),
    removed: await code(
      core
        .call('campaigns.remove', { campaignId })
        .then(({ undo }) => core.call('changes.undo', { changeId: undo?.changeId as never })),
    ),
  }
}

// Room for the file and the beginning of its import.
hog(root, Buffer.byteLength(large?.text ?? '') + 10_000_000)
const runId = await core.importText('large.jsonl', large?.text ?? '', campaignId)
await core.until(() =>
  core.frames.some(
    frame =>
      frame.kind === 'event' && frame.event.type === 'jobs.added' && frame.event.payload.runId === runId,
  ),
)
hog(root)
seen.full = await runOf(runId)
seen.uploadOnFull = await code(core.importText('again.jsonl', large?.text ?? '', campaignId))
seen.acts = await acts()
// The log may still have room of its own; long notes use it up, and then the reserve.
const reserved = () => existsSync(join(dataDir, 'reserve.bin'))
const notes = [`${'They answer slowly. '.repeat(7_500)}`, `${'They answer in time. '.repeat(7_500)}`]
for (let basedOn = 0; reserved() && basedOn < 500; basedOn += 1)
  await core.call('applications.saveNotes', { jobId: job.id, notes: notes[basedOn % 2] ?? '', basedOn })
seen.reserve = reserved()

unhog(root)
seen.again = await runOf(await core.importText('large.jsonl', large?.text ?? '', campaignId))
await core.core.stop()
const db = openFolder(dataDir)
seen.faults = faultsOf(db, dataDir, true).filter(fault => !fault.startsWith('a run that failed'))
db.close()
console.log(JSON.stringify(seen))
