import { listCampaigns } from '../campaigns/service.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import { localDate, localTime } from '../platform/schedule.ts'
import { readSettings } from '../settings/service.ts'
import { sourcesOfCampaign } from '../sources/service.ts'
import type { Engine } from './engine.ts'
import { openRuns } from './store.ts'

/** Runs campaigns at their local time; each slot at most once a local date, kept in a ledger. */
export interface Scheduler {
  /** Looks for due slots now: at start, after sleep, and every half minute. */
  look(): void
  stop(): void
}

const LOOK_EVERY_MS = 30_000
/** Later than this after its time, a slot counts as caught up. */
const LATE_MS = 5 * 60_000

/** The slot of today that is due and not in the ledger: its lateness in ms, or null. */
function dueSlot(
  context: CommandContext,
  campaignId: CampaignId,
  schedule: string,
  now: Date,
): number | null {
  if (localTime(now) < schedule) return null
  const known = context.db
    .sql('SELECT 1 FROM schedule_slots WHERE campaign_id = ? AND slot = ? AND local_date = ?')
    .first(campaignId, 'collect', localDate(now))
  if (known) return null
  const [hour = 0, minute = 0] = schedule.split(':').map(Number)
  return now.getTime() - new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute).getTime()
}

export function createScheduler(context: CommandContext, engine: Engine): Scheduler {
  const look = () => {
    if (readSettings(context.db).schedulePaused) return
    const now = new Date(context.clock.millis())
    for (const campaign of listCampaigns(context.db)) {
      const { schedule } = campaign.draft
      if (campaign.state !== 'active' || schedule === null) continue
      const late = dueSlot(context, campaign.id, schedule, now)
      if (late === null) continue
      // A campaign that was made today after its time waits for tomorrow; one without sources has nothing to ask.
      const madeToday = localDate(new Date(campaign.createdAt)) === localDate(now)
      const madeLater = madeToday && localTime(new Date(campaign.createdAt)) >= schedule
      if (madeLater || sourcesOfCampaign(context.db, campaign.id).length === 0) continue
      const open = openRuns(context.db).some(run => run.campaignId === campaign.id && run.kind === 'collect')
      context.unit(tx => {
        const runId = open
          ? null
          : engine.queue(tx, {
              campaignId: campaign.id,
              kind: 'collect',
              trigger: late > LATE_MS ? 'catch_up' : 'schedule',
              label: campaign.draft.name,
              input: {},
            })
        tx.db
          .sql(
            'INSERT INTO schedule_slots (campaign_id, slot, local_date, run_id, at) VALUES (?, ?, ?, ?, ?)',
          )
          .run(campaign.id, 'collect', localDate(now), runId, tx.now)
      })
    }
    engine.wake()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return { look, stop: () => clearInterval(timer) }
}
