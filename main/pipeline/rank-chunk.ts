import { createMatcher, matchRow } from '../profile/rules/match.ts'
import type { PlaceHelp } from '../ranking/rules/location.ts'
import { type NumberedJob, readChunk } from '../ranking/rules/rankable.ts'
import { createScorer } from '../ranking/rules/scorer.ts'
import { skillReader } from '../ranking/rules/skill-names.ts'
import type { ComputeTask, NumberedPlan, RankedJobs } from './tasks.ts'

/** Ranking of jobs that are stored: text in, text out, so that the thread that writes takes nothing apart. */

type RankTask = Extract<ComputeTask, { kind: 'rank' }>

interface Prepared {
  scorers: { campaignId: number; score: ReturnType<typeof createScorer<number>> }[]
  /** The row of a job's match; null without a profile. */
  match: ((job: NumberedJob) => unknown) | null
}

/** Makes the function that ranks a chunk. What is made of a plan is kept for the next chunk of the same run. */
export function createChunkRanker(places: PlaceHelp): (task: RankTask) => RankedJobs[] {
  let lastKey = ''
  let last: Prepared = { scorers: [], match: null }
  const prepared = (plan: NumberedPlan, rankedOn: string): Prepared => {
    const key = JSON.stringify([
      plan.campaigns,
      plan.profile,
      plan.rates,
      plan.skills?.version,
      plan.twins,
      rankedOn,
    ])
    if (key === lastKey) return last
    last = {
      scorers: plan.campaigns.map(({ id, wishes, wishedSkills }) => ({
        campaignId: id,
        score: createScorer(wishes, {
          rankedOn,
          rates: plan.rates,
          wishedSkills: new Set(wishedSkills),
          ...places,
        }),
      })),
      match: matching(plan, places),
    }
    lastKey = key
    return last
  }
  return ({ chunk, plan, now, slice }) => {
    const rankedOn = now.slice(0, 10)
    const { scorers, match } = prepared(plan, rankedOn)
    const jobs = readChunk(chunk, plan.twins)
    const ranked: RankedJobs[] = []
    for (let at = 0; at < jobs.length; at += slice) {
      const some = jobs.slice(at, at + slice)
      const failed: RankedJobs['failed'] = []
      // One job that trips a rule is set aside with the reason; the others go on.
      const each = <T>(work: (job: NumberedJob) => T): T[] =>
        some.flatMap(job => {
          try {
            return [work(job)]
          } catch (error) {
            failed.push({ jobId: job.id, reason: error instanceof Error ? error.message : String(error) })
            return []
          }
        })
      ranked.push({
        jobs: some.map(job => job.id),
        rankings: scorers.map(({ campaignId, score }) => ({
          campaignId,
          rankedOn,
          rows: JSON.stringify(
            each(job => {
              const { score: points, lessSure, ineligible, shares, place } = score(job)
              return [job.id, points, lessSure ? 1 : 0, ineligible, shares, place]
            }),
          ),
        })),
        matches: match && JSON.stringify(each(match)),
        failed,
      })
    }
    return ranked
  }
}

function matching({ profile, skills }: NumberedPlan, places: PlaceHelp): Prepared['match'] {
  if (profile === null || skills === null) return null
  const match = createMatcher(profile, places)
  const named = skillReader(skills)
  return job => matchRow(job.id, match({ ...job, skills: named(job.skills) }))
}
