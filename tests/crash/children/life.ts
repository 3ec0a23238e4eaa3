// One life of the real core, with all its threads, until its plan is done or it is killed:
//   node life.ts DIR PLAN SEED ROWS
// PLAN `import`: imports the trial files one after another while a person works with the jobs.
// PLAN `work`: a person makes and changes campaigns and hands small files over.
// PLAN `documents`: a person adds, replaces, copies and removes documents; files and rows are compared first.
// PLAN `collect`: collects from three boards at once while a person works with the jobs.
// PLAN `detect`: reads the jobs of an older detector again, then all of them, while a person corrects facts.
// PLAN `ai`: asks the language model what all jobs leave open while a person corrects facts of some.
// PLAN `steps`: imports, then ranks, checks and tells once more; each step of a run lasts somewhat longer.
// PLAN `still`: imports the trial files and does nothing else; PLAN `settle`: ends what is open. Prints `Line`s.

import type { DetectionScope } from '../../../main/contract/detection.ts'
import { personalActs, told } from '../kit/acts.ts'
import { askedAbout, ROOMY_CAP } from '../kit/ai-jobs.ts'
import { BOARDS, startBoards } from '../kit/boards.ts'
import { campaignActs } from '../kit/campaign-acts.ts'
import { documentActs } from '../kit/document-acts.ts'
import { documentFaults } from '../kit/document-files.ts'
import { factActs } from '../kit/fact-acts.ts'
import { CAMPAIGNS, trialFiles } from '../kit/files.ts'
import { openFolder } from '../kit/inspect.ts'
import { tell } from '../kit/lines.ts'
import { openCore } from '../kit/open-core.ts'
import { createRandom } from '../kit/random.ts'

const [dataDir = '', plan = '', seed = '1', rows = '100'] = process.argv.slice(2)
const random = createRandom(Number(seed))
const jobs: number[] = []

const boards = await startBoards()
const core = await openCore({
  dataDir,
  sourceBaseUrls: { greenhouse: boards.address },
  ...(plan === 'steps' ? { lingerMs: 50, readers: 1 } : {}),
  onFrame: frame => {
    if (frame.kind !== 'event') return
    tell({ kind: 'event', event: frame.event })
    if (frame.event.type === 'jobs.added') jobs.push(...frame.event.payload.jobIds)
  },
  log: text => console.error(text),
})
tell({ kind: 'ready' })
for (const row of (await core.call('jobs.list', { filter: {}, limit: 200 })).rows) jobs.push(row.id)

/** Goes on with the trial files where the lives before this one were ended. */
async function importAll(): Promise<void> {
  const known = await core.call('campaigns.list', {})
  const ids: number[] = []
  for (const draft of CAMPAIGNS) {
    const campaign = known.find(view => view.draft.name === draft.name)
    ids.push(
      campaign?.id ??
        (
          await core.call('campaigns.create', {
            ...draft,
            locations: 'locations' in draft ? [...draft.locations] : [],
            skills: 'skills' in draft ? [...draft.skills] : [],
            remote_preference: 'remote_preference' in draft ? [...draft.remote_preference] : [],
          })
        ).campaignId,
    )
  }
  const runs = await core.call('runs.list', { limit: 200 })
  for (const file of trialFiles(Number(rows))) {
    if (!runs.some(run => run.label === file.name))
      await core.importText(file.name, file.text, ids[file.campaign] ?? 0)
    await core.idle()
  }
}

/** Each kind of run once, going on where the lives before this one were ended; companies are handed over too. */
async function runAllKinds(): Promise<void> {
  await core.call('settings.update', { enrichCompanies: true })
  await importAll()
  const [campaign] = (await core.call('campaigns.list', {})).sort((a, b) => a.id - b.id)
  if (!campaign) return
  for (const kind of ['rank', 'check', 'notify'] as const) {
    const known = (await core.call('runs.list', { limit: 200 })).some(run => run.kind === kind)
    if (!known) await core.call('runs.start', { campaignId: campaign.id, kind })
    await core.idle()
  }
}

/** Collects from all boards once, going on where the lives before this one were ended. */
async function collectAll(): Promise<void> {
  const [known] = await core.call('campaigns.list', {})
  const campaignId = known?.id ?? (await core.call('campaigns.create', { name: 'Boards' })).campaignId
  for (const board of BOARDS)
    await core.call('sources.add', { kind: 'greenhouse', config: { board }, campaignId })
  await core.idle()
  const ended = (await core.call('runs.list', { limit: 200 })).some(
    run => run.kind === 'collect' && run.state === 'succeeded',
  )
  if (!ended) await core.call('runs.start', { campaignId })
  await core.idle()
}

/** Starts a run of detection unless a life before this one did. */
async function detectOnce(kind: 'patterns' | 'ai', scope: DetectionScope, earlier = 0): Promise<void> {
  const runs = await core.call('detection.runs', {})
  if (runs.length <= earlier)
    await told(`detection:${kind}`, true, () => core.call('detection.start', { kind, scope }))
  await core.detected()
}

/** Reads again what an older detector read, and then every job. */
async function detectAll(jobIds: readonly number[]): Promise<void> {
  await detectOnce('patterns', { all: 'outdated' })
  await detectOnce('patterns', { jobs: [...jobIds] as never }, 1)
}

/** Asks about all jobs; once a cap ended that, the person raises it and goes on. */
async function askAll(scope: DetectionScope): Promise<void> {
  await detectOnce('ai', scope)
  const [last] = await core.call('detection.runs', {})
  if (last?.state !== 'failed') return
  await told('settings:aiCapDay', ROOMY_CAP, () => core.call('settings.update', { aiCapDay: ROOMY_CAP }))
  await core.call('detection.retry', { detectionRunId: last.id })
  await core.detected()
}

/** Acts until `over`, with a little pause after each, of so many ms at most. */
async function actUntil(over: () => boolean, act: () => Promise<void>, pause = 12): Promise<void> {
  while (!over()) {
    await act()
    await new Promise(resolve => setTimeout(resolve, random.below(pause)))
  }
}

let over = false
const personal = personalActs(core, random, () => jobs)
if (plan === 'work') {
  const campaign = campaignActs(core, random)
  await actUntil(
    () => false,
    () => (random.next() < 0.5 ? personal() : campaign()),
  )
}
if (plan === 'documents') {
  const db = openFolder(dataDir)
  for (const text of documentFaults(db, dataDir, true)) tell({ kind: 'fault', text })
  await actUntil(() => false, documentActs(core, db, random))
}
/** A person reads what is detected; acts without a break would take the time of the detection. */
const SLOWER_PAUSE = 40

async function detectWhileCorrecting(): Promise<void> {
  const db = openFolder(dataDir)
  const jobIds = db.prepare<[], number>('SELECT id FROM jobs ORDER BY id').pluck().all()
  const facts = factActs(core, db, random, plan === 'ai' ? askedAbout(jobIds).corrected : jobIds)
  const acting = actUntil(
    () => over,
    () => (random.next() < 0.4 ? personal() : facts()),
    SLOWER_PAUSE,
  )
  if (plan === 'detect') await detectAll(jobIds)
  else await askAll(Number(rows) === 0 ? { all: 'missing', field: null } : { jobs: jobIds as never })
  over = true
  await acting
  const waiting = db.prepare<[], number>('SELECT count(*) FROM jobs_to_rank').pluck()
  await core.until(() => waiting.get() === 0)
  db.close()
}

const acting = plan === 'import' || plan === 'collect' ? actUntil(() => over, personal) : Promise.resolve()
if (plan === 'collect') await collectAll()
else if (plan === 'detect' || plan === 'ai') await detectWhileCorrecting()
else if (plan === 'steps') await runAllKinds()
else if (plan !== 'settle') await importAll()
await core.idle()
over = true
await acting
await core.core.stop()
boards.stop()
tell({ kind: 'done' })
