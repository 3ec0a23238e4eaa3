import { z } from 'zod'
import { type Campaign, listCampaigns, notifiedUpTo, setNotifiedUpTo } from '../campaigns/service.ts'
import { checkRun } from '../checks/service.ts'
import { RunId } from '../contract/ids.ts'
import { notBlocked } from '../jobs/service.ts'
import type { Match } from '../notifications/rules.ts'
import { notifyMatches } from '../notifications/service.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import type { Progress } from './progress.ts'
import type { RunContext } from './stages.ts'
import type { StepEnd } from './step-work.ts'
import { findRun, lastEndedRun, type Run } from './store.ts'
import { count as countOf } from './words.ts'

/** The steps behind the stream: two that hand work over, the checks, and what is told. */

/** Hands new companies to the queue that looks them up. */
export async function companiesStep(context: RunContext, progress: Progress): Promise<StepEnd> {
  const settings = readSettings(context.db)
  if (!settings.enrichCompanies)
    return { state: 'skipped', note: 'Looking companies up is switched off in Settings.' }
  context.handOver.companies()
  return {
    done: progress.counts.jobs,
    note: settings.enrichCompaniesPaused ? 'The look-ups are paused; the companies wait.' : null,
  }
}

/** Hands the best new jobs with missing facts to the language model. */
export async function enrichStep(context: RunContext): Promise<StepEnd> {
  const { aiEnabled, aiAfterRuns } = readSettings(context.db)
  if (!aiEnabled) return { state: 'skipped', note: 'The language model is switched off in Settings.' }
  if (!aiAfterRuns)
    return { state: 'skipped', note: 'Reading by the model after runs is switched off in Settings.' }
  const { jobs, problem } = await context.handOver.enrich()
  if (problem !== null) return { state: 'skipped', note: problem }
  return { done: jobs, note: jobs === 0 ? 'No job lacks facts that the model could find.' : null }
}

/** The run of which one makes a step again, alone. */
const Alone = z.object({ of: RunId })

/** Whose jobs are checked: a check alone looks at those of the run that it is made for, or of its campaign's last one. */
function checkedRun({ db }: Pick<RunContext, 'db'>, run: Run): Run {
  const input = Alone.safeParse(run.input)
  const of = input.success && input.data.of < run.id ? findRun(db, input.data.of) : undefined
  if (of) return checkedRun({ db }, of)
  return run.kind === 'check' ? (lastEndedRun(db, run.campaignId) ?? run) : run
}

/** Checks what the run wrote. What the checks find is told and kept; it does not fail the run. */
export async function checkStep(
  context: RunContext,
  run: Run,
  progress: Progress,
  signal: AbortSignal,
): Promise<StepEnd> {
  const of = checkedRun(context, run)
  const { failing, critical } = await checkRun(
    context,
    { id: run.id, campaignId: run.campaignId, of: of.id, since: of.startedAt ?? of.queuedAt },
    {
      signal,
      progress(done, total) {
        progress.setStep('check', { done, total })
        progress.share = run.kind === 'check' && total > 0 ? done / total : progress.share
        progress.show()
      },
    },
  )
  if (failing.length === 0) return {}
  const many = failing.length === 1 ? 'One check failed' : `${failing.length} checks failed`
  const note = `${many}${critical ? ', which needs a look' : ''}: see Data quality.`
  progress.log(critical ? 'error' : 'warn', 'check', note)
  return { note }
}

/** Of more new matches the first ones are told by name, and all are counted, up to a number that no run comes near. */
const MOST_NAMED = 100
const MOST_COUNTED = 100_000

/**
 * New matches of a campaign at or above its threshold: how many, and the best of them, the best first. None of a blocked
 * company, and none that the person made.
 */
function newMatches(tx: Tx, campaign: Campaign): { count: number; best: Match[] } {
  const matches = `FROM rankings r CROSS JOIN jobs j ON j.id = r.job_id
    WHERE r.campaign_id = ? AND r.hidden = 0 AND r.status = 'waiting' AND r.score >= ? AND r.job_id > ?
      AND ${notBlocked('j.company_id')} AND NOT EXISTS (SELECT 1 FROM jobs_known WHERE job_id = r.job_id)`
  const values = [campaign.id, campaign.draft.alert_threshold, notifiedUpTo(tx.db, campaign.id)] as const
  const best = tx.db
    .sql<Match>(
      `SELECT r.job_id AS jobId, j.title, j.company, r.score ${matches} ORDER BY r.score DESC LIMIT ${MOST_NAMED}`,
    )
    .all(...values)
  if (best.length < MOST_NAMED) return { count: best.length, best }
  const all = tx.db
    .sql<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${matches} LIMIT ${MOST_COUNTED})`)
    .first(...values)
  return { count: all?.n ?? best.length, best }
}

/**
 * Tells of matches, campaign by campaign. A campaign remembers up to which job it told, in the same transaction, so that
 * a run that starts again neither repeats nor forgets.
 */
export async function notifyStep(
  context: RunContext,
  run: Run,
  progress: Progress,
  signal: AbortSignal,
): Promise<StepEnd> {
  const campaigns = listCampaigns(context.db).filter(
    ({ id, state }) => id === run.campaignId || (state === 'active' && run.kind !== 'notify'),
  )
  for (const [index, campaign] of campaigns.entries()) {
    if (signal.aborted) return {}
    const goBack = progress.mark()
    try {
      context.unit(tx => tellOf(tx, run, campaign, progress))
    } catch (error) {
      goBack()
      throw error
    }
    progress.setStep('notify', { done: index + 1, total: campaigns.length })
    progress.show()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { done: campaigns.length }
}

function tellOf(tx: Tx, run: Run, campaign: Campaign, progress: Progress): void {
  const { count, best } = newMatches(tx, campaign)
  const newest = tx.db.sql<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM jobs').first()?.id ?? 0
  if (newest > notifiedUpTo(tx.db, campaign.id)) setNotifiedUpTo(tx.db, campaign.id, newest)
  if (count === 0) return
  if (campaign.id === run.campaignId) progress.counts.matches += count
  if (notifyMatches(tx, { id: campaign.id, name: campaign.draft.name }, run.id, best, count)) {
    progress.counts.notified += 1
    const [first] = best
    progress.log(
      'info',
      'notify',
      `${campaign.draft.name}: ${countOf(count, 'new match', 'new matches')}, best ${Math.round(first?.score ?? 0)}.`,
    )
  }
  progress.save(tx)
}
