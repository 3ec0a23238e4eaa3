import { campaignSources, findCampaign, listCampaigns, viewCampaign } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import { sealUpload } from '../imports/service.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { nextRuns } from '../schedule/service.ts'
import type { Engine } from './engine.ts'
import { splitCommands } from './split-posting.ts'
import { findRun, lastRuns, listIssues, listRuns, openRuns, viewRuns } from './store.ts'

export type { Engine } from './engine.ts'
export { listRuns, viewRuns } from './store.ts'

export const runQueries = {
  'runs.list': ({ db }, { campaignId, limit }) => viewRuns(db, listRuns(db, campaignId, limit)),
  'runs.get': ({ db }, { runId }) => {
    const run = findRun(db, runId) ?? refuse('not_found', 'This run does not exist any more.')
    const [view] = viewRuns(db, [run])
    return {
      run: view ?? refuse('not_found', 'This run does not exist any more.'),
      issues: listIssues(db, runId),
    }
  },
  // Campaigns are shown with their last run, which only this area knows.
  'campaigns.list': ({ db, clock }) => {
    const sources = campaignSources(db)
    const runs = lastRuns(db)
    const views = new Map(viewRuns(db, [...runs.values()]).map(view => [view.campaignId, view]))
    const next = nextRuns(db, clock)
    return listCampaigns(db).map(campaign =>
      viewCampaign(db, campaign, sources, views.get(campaign.id) ?? null, next.get(campaign.id) ?? null),
    )
  },
  'campaigns.get': ({ db, clock }, { campaignId }) => {
    const campaign =
      findCampaign(db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')
    const [last] = viewRuns(db, listRuns(db, campaignId, 1))
    const next = nextRuns(db, clock).get(campaignId) ?? null
    return viewCampaign(db, campaign, campaignSources(db), last ?? null, next)
  },
} satisfies Partial<Queries>

export function runCommands(engine: Engine) {
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
      const open = openRuns(context.db).find(run => run.campaignId === campaignId && run.kind === kind)
      if (open) return { runId: open.id }
      const runId = context.unit(tx =>
        engine.queue(tx, {
          campaignId,
          kind,
          trigger: 'you',
          label: campaign.draft.name,
          input: {},
        }),
      )
      engine.wake()
      return { runId }
    },
    'runs.cancel': (_context, { runId }) => ({ state: engine.cancel(runId) }),
  } satisfies Partial<Commands>
}
