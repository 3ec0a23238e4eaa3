import type { Detection, PostingText } from '../contract/facts.ts'
import type { ImportedPosting } from '../contract/imports.ts'
import type { RankableJob } from '../contract/ranking.ts'
import { groundReading } from '../detection/rules/ai/grounding.ts'
import type { DetectorParts } from '../detection/rules/parts.ts'
import { marksOf } from '../postings/rules/marks.ts'
import { cleanText } from '../postings/rules/normalise.ts'
import type { PreparedRanking } from '../postings/service.ts'
import { packExplanation } from '../ranking/rules/packed.ts'
import { createRanker, type RankerOptions } from '../ranking/rules/rank.ts'
import { SHIPPED_RATES } from '../ranking/rules/rates.ts'
import { applyMapping } from '../sources/rules/columns.ts'
import { sourceKey } from '../sources/rules/source-key.ts'
import type { ComputeAnswers, ComputeTask, Prepared, PrepareItem, RankingCampaign } from './tasks.ts'

/** The pure steps of the pipeline: map, normalise, detect, rank. No clock, no database. */

/** What the steps need that is loaded once. */
export interface PrepareParts {
  detect(posting: PostingText): Detection
  places: Required<Pick<RankerOptions, 'locate' | 'resolvePlace'>> | null
  /** What a model's answers are checked with; null: places and skills are taken as they stand in the posting. */
  finders: DetectorParts | null
}

type RankAll = (job: RankableJob) => PreparedRanking[]

/** Prepares rankers once per set of campaigns and time; a run asks with the same ones for every batch. */
function createRankers(parts: PrepareParts): (campaigns: readonly RankingCampaign[], now: string) => RankAll {
  let lastKey = ''
  let lastRank: RankAll = () => []
  return (campaigns, now) => {
    const key = JSON.stringify([campaigns, now])
    if (key === lastKey) return lastRank
    const rankers = campaigns.map(campaign => ({
      id: campaign.id,
      rank: createRanker(campaign.wishes, { now, rates: SHIPPED_RATES, ...(parts.places ?? {}) }),
    }))
    lastKey = key
    lastRank = job =>
      rankers.map(({ id, rank }) => {
        const explanation = rank(job)
        return {
          campaignId: id,
          score: explanation.score,
          lessSure: explanation.less_sure,
          explanation: packExplanation(explanation),
        }
      })
    return lastRank
  }
}

const rankable = (posting: ImportedPosting, detection: Detection): RankableJob => ({
  title: posting.title,
  company: posting.company,
  salary_year_low: detection.salary_year_low,
  salary_year_high: detection.salary_year_high,
  compensation_currency: detection.facts.compensation_currency,
  office_city: detection.facts.office_city,
  office_province: detection.facts.office_province,
  office_country: detection.facts.office_country,
  location_text: posting.location_text,
  remote_options: detection.facts.remote_options,
  job_type: detection.facts.job_type,
  seniority_level: detection.facts.seniority_level,
  company_size: posting.company_size,
  skills: detection.skills,
  years_low: detection.years_low,
  posted_at: posting.posted_at,
})

/** Makes the function that compute threads run for `prepare` and `rank` tasks. */
export function createPreparer(parts: PrepareParts) {
  const rankersOf = createRankers(parts)

  const prepareOne = (
    item: PrepareItem,
    task: Extract<ComputeTask, { kind: 'prepare' }>,
    rankAll: RankAll,
  ): Prepared => {
    let read: Extract<PrepareItem, { posting: unknown }>
    if ('posting' in item) read = item
    else {
      if (!task.mapping) return { ok: false, code: 'internal', message: 'A row came without a mapping.' }
      const mapped = applyMapping(JSON.parse(item.text), task.mapping)
      if (!mapped.ok) return { ok: false, code: mapped.code, message: mapped.message }
      read = { sourceKey: keyOf(mapped.posting), posting: mapped.posting }
    }
    const posting = {
      ...read.posting,
      title: cleanText(read.posting.title),
      company: cleanText(read.posting.company),
      location_text: cleanText(read.posting.location_text),
    }
    const detection = parts.detect(posting)
    return {
      ok: true,
      posting: {
        sourceKey: read.sourceKey,
        posting,
        ...marksOf(posting, detection.facts),
        detection,
        rankings: rankAll(rankable(posting, detection)),
      },
    }
  }

  return {
    prepare(task: Extract<ComputeTask, { kind: 'prepare' }>): ComputeAnswers['prepare'] {
      const rankAll = rankersOf(task.campaigns, task.now)
      return task.items.map(item => {
        try {
          return prepareOne(item, task, rankAll)
        } catch (error) {
          // One posting that trips a rule is set aside with the reason; the others go on.
          const reason = error instanceof Error ? error.message : String(error)
          return {
            ok: false,
            code: 'not_understood',
            message: `This posting could not be read: ${reason}`,
          }
        }
      })
    },
    rank(task: Extract<ComputeTask, { kind: 'rank' }>): ComputeAnswers['rank'] {
      const rankAll = rankersOf(task.campaigns, task.now)
      return task.jobs.map(({ id, skills, ...job }) => ({
        id,
        rankings: rankAll({ ...job, skills: JSON.parse(skills) }),
      }))
    },
    detect(task: Extract<ComputeTask, { kind: 'detect' }>): ComputeAnswers['detect'] {
      return task.postings.map(posting => parts.detect(posting))
    },
    ground(task: Extract<ComputeTask, { kind: 'ground' }>): ComputeAnswers['ground'] {
      const finders = parts.finders ?? { places: null, skills: null }
      return task.items.map(({ asked, reading }) => groundReading(asked, reading, finders))
    },
  }
}

/** The board that a row names is part of its key: two boards may use one id. */
function keyOf(posting: ImportedPosting): string {
  const key = sourceKey(posting)
  return posting.source === null ? key : `${posting.source}/${key}`
}
