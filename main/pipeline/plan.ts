import { type Campaign, listCampaigns, wishesOf } from '../campaigns/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { hasMatter, matchFacts } from '../profile/rules/match.ts'
import { profileVersion, readProfile } from '../profile/service.ts'
import { needsOf, type RankingNeeds } from '../ranking/rules/rankable.ts'
import { wishedSkillKeys } from '../ranking/rules/skills.ts'
import { currentRates, skillNames, skillNumbers, skillTable } from '../ranking/service.ts'
import { readSettings } from '../settings/service.ts'
import { campaignsOfJob } from './store.ts'
import type { NumberedPlan, RankingCampaign, RankingPlan } from './tasks.ts'

/** What jobs are ranked and matched with. */

function planWith(db: Db, chosen: readonly Campaign[]): RankingPlan {
  const { rankingWeights } = readSettings(db)
  const profile = readProfile(db)
  return {
    campaigns: chosen.map(({ id, draft }) => ({ id, wishes: wishesOf(draft, rankingWeights) })),
    profile: hasMatter(profile) ? matchFacts(profile) : null,
    profileVersion: profileVersion(db),
    rates: currentRates(db),
  }
}

/** Everything that new jobs are ranked with: every active campaign. */
export function rankingPlan(db: Db): RankingPlan {
  return planWith(
    db,
    listCampaigns(db).filter(({ state }) => state === 'active'),
  )
}

/** The same with the paused campaigns that have a job already: its parts stay theirs. */
export function rankingPlanOf(db: Db, jobId: number): RankingPlan {
  const theirs = new Set(campaignsOfJob(db, jobId))
  return planWith(
    db,
    listCampaigns(db).filter(({ id, state }) => state === 'active' || theirs.has(id)),
  )
}

/** The plan with one campaign even when it is paused: its own run ranks for it too. */
export function withOwn(db: Db, plan: RankingPlan, own: Campaign): RankingPlan {
  if (plan.campaigns.some(({ id }) => id === own.id)) return plan
  return { ...plan, campaigns: [...plan.campaigns, ...planWith(db, [own]).campaigns] }
}

/** Some campaigns, in whatever state, for jobs that are known. */
export function numberedPlan(db: Db, campaigns: readonly Campaign[]): NumberedPlan {
  const plan = planWith(db, campaigns)
  const table = skillTable(db)
  return {
    ...plan,
    campaigns: plan.campaigns.map(campaign => ({
      ...campaign,
      wishedSkills: skillNumbers(table, [...wishedSkillKeys(campaign.wishes.skills)]),
    })),
    twins: table.twins,
    skills: plan.profile === null ? null : skillNames(db),
  }
}

/** What has to be read of jobs for some campaigns. */
export const planNeeds = (campaigns: readonly RankingCampaign[]): RankingNeeds =>
  needsOf(campaigns.map(({ wishes }) => wishes.rules))

/** Everything that a plan for all campaigns is made of, as one text: while it stays, what was computed with it holds. */
export const planMark = (db: Db): string => JSON.stringify(planWith(db, listCampaigns(db)))
