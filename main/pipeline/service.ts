import {
  type Campaign,
  campaignSources,
  findCampaign,
  listCampaigns,
  viewCampaign,
} from '../campaigns/service.ts'
import { checksOfRun } from '../checks/service.ts'
import { refuse } from '../contract/errors.ts'
import type { RunId } from '../contract/ids.ts'
import type { RunKind } from '../contract/runs.ts'
import { sealUpload } from '../imports/service.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { nextRuns } from '../schedule/service.ts'
import { sourcesOfCampaign } from '../sources/service.ts'
import type { Engine } from './engine.ts'
import { logLines } from './log-store.ts'
import { continuationOf, goingOnAs, sameContinuation } from './retry.ts'
import { splitCommands } from './split-posting.ts'
import {
  endedRuns,
  findRun,
  lastRuns,
  listIssues,
  listRuns,
  openRun,
  openRuns,
  stepsOfRuns,
} from './store.ts'
import { viewBar, viewRuns, viewSources } from './views.ts'

export type { Engine } from './engine.ts'
export { listRuns } from './store.ts'
export { viewRuns } from './views.ts'

const GONE = 'This run does not exist any more.'
const ISSUES_SHOWN = 500

export const runQueries = {
  'runs.list': (context, { limit, ...filter }) => viewRuns(context, listRuns(context.db, filter, limit)),
  'runs.get': (context, { runId }) => {
    const run = findRun(context.db, runId) ?? refuse('not_found', GONE)
    const [view] = viewRuns(context, [run])
    return {
      run: view ?? refuse('not_found', GONE),
      issues: listIssues(context.db, runId, ISSUES_SHOWN),
      sources: viewSources(context, run),
      checks: checksOfRun(context.db, runId),
    }
  },
  'runs.log': ({ db }, { runId, after, limit }) => {
    if (!findRun(db, runId)) refuse('not_found', GONE)
    const lines = logLines(db, runId, after, limit + 1)
    return { lines: lines.slice(0, limit), more: lines.length > limit }
  },
  'runs.bars': ({ db }, { campaignId, limit }) => endedRuns(db, campaignId, limit).map(viewBar).reverse(),
  // Campaigns are shown with their last run, which only this area knows.
  'campaigns.list': ({ db, dataDir, clock }) => {
    const sources = campaignSources(db)
    const runs = lastRuns(db)
    const views = new Map(viewRuns({ db, dataDir }, [...runs.values()]).map(view => [view.campaignId, view]))
    const next = nextRuns(db, clock)
    return listCampaigns(db).map(campaign =>
      viewCampaign(db, campaign, sources, views.get(campaign.id) ?? null, next.get(campaign.id) ?? null),
    )
  },
  'campaigns.get': ({ db, dataDir, clock }, { campaignId }) => {
    const campaign =
      findCampaign(db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')
    const [last] = viewRuns({ db, dataDir }, listRuns(db, { campaignId }, 1))
    const next = nextRuns(db, clock).get(campaignId) ?? null
    return viewCampaign(db, campaign, campaignSources(db), last ?? null, next)
  },
} satisfies Partial<Queries>

export function runCommands(engine: Engine) {
  /** The run of that kind which is open for a campaign, or a new one. */
  const startOne = (tx: Tx, { id, draft }: Campaign, kind: Exclude<RunKind, 'import'>): RunId =>
    openRun(tx.db, id, kind) ??
    engine.queue(tx, { campaignId: id, kind, trigger: 'you', label: draft.name, input: {} })
  return {
    ...splitCommands(engine.prepareAgain),
    'imports.start': (context, { uploadId, campaignId, mapping }) => {
      if (!findCampaign(context.db, campaignId)) refuse('not_found', 'This campaign does not exist any more.')
      const { name } = sealUpload(context.dataDir, uploadId)
      const runId = context.unit(tx =>
        engine.queue(tx, {
          campaignId,
          kind: 'import',
          trigger: 'you',
          label: name,
          input: { uploadId, mapping },
        }),
      )
      engine.wake()
      return { runId }
    },
    'runs.start': (context, { campaignId, kind }) => {
      const campaign =
        findCampaign(context.db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')
      const runId = context.unit(tx => startOne(tx, campaign, kind))
      engine.wake()
      return { runId }
    },
    'runs.startAll': (context, { kind }) => {
      const campaigns = listCampaigns(context.db).filter(
        ({ id, state }) =>
          state === 'active' && (kind !== 'collect' || sourcesOfCampaign(context.db, id).length > 0),
      )
      const runIds = context.unit(tx => campaigns.map(campaign => startOne(tx, campaign, kind)))
      engine.wake()
      return { runIds }
    },
    'runs.retry': (context, { runId: of, step }) => {
      const ended = findRun(context.db, of) ?? refuse('not_found', GONE)
      const goingOn = step === null ? goingOnAs(context.db, ended) : null
      if (goingOn !== null) return { runId: goingOn }
      const steps = stepsOfRuns(context.db, [of]).get(of) ?? []
      const next = continuationOf(context, ended, step, steps)
      const { run, only, keep } = next
      // A second click while the run of the first one waits or works.
      const open = openRuns(context.db).find(each => sameContinuation(context.db, each, next))
      if (open) return { runId: open.id }
      const runId = context.unit(tx => {
        const queued = engine.queue(tx, run, only)
        keep(tx.db, queued)
        tx.emit('run.retried', { runId: queued, campaignId: run.campaignId, of })
        return queued
      })
      engine.wake()
      return { runId }
    },
    'runs.cancel': (_context, { runId }) => ({ state: engine.cancel(runId) }),
  } satisfies Partial<Commands>
}
