import type { Detection, PostingText } from '../contract/facts.ts'
import type { ImportedPosting } from '../contract/imports.ts'
import type { RankableJob } from '../contract/ranking.ts'
import { groundReading } from '../detection/rules/ai/grounding.ts'
import type { DetectorParts } from '../detection/rules/parts.ts'
import { marksOf } from '../postings/rules/marks.ts'
import { cleanText } from '../postings/rules/normalise.ts'
import { createMatcher, type Match } from '../profile/rules/match.ts'
import type { MatchableJob } from '../profile/rules/part.ts'
import { detectedFacts } from '../ranking/rules/detected-facts.ts'
import { findWords } from '../ranking/rules/eligibility.ts'
import type { PlaceHelp } from '../ranking/rules/location.ts'
import { needsOf } from '../ranking/rules/rankable.ts'
import { createScorer, scorableOf } from '../ranking/rules/scorer.ts'
import { wishedSkillKeys } from '../ranking/rules/skills.ts'
import type { RankingRecord } from '../ranking/service.ts'
import { applyMapping } from '../sources/rules/columns.ts'
import { sourceKey } from '../sources/rules/source-key.ts'
import type { ComputeAnswers, ComputeTask, Prepared, PrepareItem, RankingPlan } from './tasks.ts'

/** The pure steps of the pipeline: map, normalise, detect, rank. No clock, no database. */

/** What the steps need that is loaded once. */
export interface PrepareParts {
  detect(posting: PostingText): Detection
  places: Required<PlaceHelp> | null
  /** What a model's answers are checked with; null: places and skills are taken as they stand in the posting. */
  finders: DetectorParts | null
}

/** What is made of a plan once; a run asks with the same one for every batch. */
interface Rankers {
  rank: (job: RankableJob) => RankingRecord[]
  /** null without a profile. */
  match: ((job: MatchableJob) => Match) | null
}

function createRankers(parts: PrepareParts): (plan: RankingPlan, now: string) => Rankers {
  let lastKey = ''
  let last: Rankers = { rank: () => [], match: null }
  return (plan, now) => {
    const rankedOn = now.slice(0, 10)
    const key = JSON.stringify([plan, rankedOn])
    if (key === lastKey) return last
    const scorers = plan.campaigns.map(({ id, wishes }) => ({
      id,
      score: createScorer(wishes, {
        rankedOn,
        rates: plan.rates,
        wishedSkills: wishedSkillKeys(wishes.skills),
        ...(parts.places ?? {}),
      }),
    }))
    lastKey = key
    last = {
      rank(job) {
        const scorable = scorableOf(job)
        return scorers.map(({ id, score }) => ({ campaignId: id, ...score(scorable) }))
      },
      match: plan.profile === null ? null : createMatcher(plan.profile, parts.places ?? {}),
    }
    return last
  }
}

/** Words that the campaigns' rules look for. */
const wordsOf = (plan: RankingPlan): readonly string[] =>
  needsOf(plan.campaigns.map(({ wishes }) => wishes.rules)).words

const rankable = (posting: ImportedPosting, detection: Detection, words: readonly string[]) => ({
  title: posting.title,
  company: posting.company,
  location_text: posting.location_text,
  company_size: posting.company_size,
  posted_at: posting.posted_at,
  ...detectedFacts(detection),
  found_words: findWords(words, posting.title, posting.company, posting.description),
})

/** Makes the function that compute threads run for `prepare` and `rank` tasks. */
export function createPreparer(parts: PrepareParts) {
  const rankersOf = createRankers(parts)

  const prepareOne = (
    item: PrepareItem,
    task: Extract<ComputeTask, { kind: 'prepare' }>,
    rankers: Rankers,
    words: readonly string[],
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
    const facts = rankable(posting, detection, words)
    return {
      ok: true,
      posting: {
        sourceKey: read.sourceKey,
        posting,
        ...marksOf(posting, detection.facts),
        detection,
        rankings: rankers.rank(facts),
        match: rankers.match?.(facts) ?? null,
        profileVersion: task.plan.profileVersion,
      },
    }
  }

  return {
    prepare(task: Extract<ComputeTask, { kind: 'prepare' }>): ComputeAnswers['prepare'] {
      const rankers = rankersOf(task.plan, task.now)
      const words = wordsOf(task.plan)
      return task.items.map(item => {
        try {
          return prepareOne(item, task, rankers, words)
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
