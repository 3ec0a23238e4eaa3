// One life of the real core, with all its threads, until its plan is done or it is killed:
//   node life.ts DIR PLAN SEED ROWS
// PLAN `import`: imports the trial files one after another while a person works with the jobs.
// PLAN `work`: a person makes and changes campaigns and hands small files over.
// PLAN `collect`: collects from three boards at once while a person works with the jobs.
// PLAN `still`: imports the trial files and does nothing else; PLAN `settle`: ends what is open. Prints `Line`s.

import { personalActs } from '../kit/acts.ts'
import { BOARDS, startBoards } from '../kit/boards.ts'
import { campaignActs } from '../kit/campaign-acts.ts'
import { CAMPAIGNS, trialFiles } from '../kit/files.ts'
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

/** Acts until `over`, with a little pause after each. */
async function actUntil(over: () => boolean, act: () => Promise<void>): Promise<void> {
  while (!over()) {
    await act()
    await new Promise(resolve => setTimeout(resolve, random.below(12)))
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
const acting = plan === 'import' || plan === 'collect' ? actUntil(() => over, personal) : Promise.resolve()
if (plan === 'collect') await collectAll()
else if (plan !== 'settle') await importAll()
await core.idle()
over = true
await acting
await core.core.stop()
boards.stop()
tell({ kind: 'done' })
