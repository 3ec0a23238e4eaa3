import { z } from 'zod'
import { CampaignId, JobId } from './ids.ts'
import { RankingFactor, RankingWeights } from './ranking.ts'
import { JobRow, Undoable } from './shapes.ts'

/** What a person says of jobs, what the weights could learn from it, and comparisons of two weightings. */

export const Verdict = z.enum(['up', 'down'])
export type Verdict = z.infer<typeof Verdict>

/** Why a job is liked or not, in the order in which a page offers them. */
export const FEEDBACK_REASONS = [
  'right_skills',
  'right_level',
  'right_place',
  'good_pay',
  'right_work',
  'good_company',
  'wrong_skills',
  'too_junior',
  'too_senior',
  'wrong_place',
  'not_remote',
  'pay_too_low',
  'wrong_work',
  'wrong_hours',
  'wrong_company',
  'too_old',
] as const
export const FeedbackReason = z.enum(FEEDBACK_REASONS)
export type FeedbackReason = z.infer<typeof FeedbackReason>

interface ReasonFacts {
  label: string
  verdict: Verdict
  /** The factor that it speaks of; null: nothing that the score compares, so that weights learn nothing from it. */
  factor: RankingFactor | null
}

/** What each reason is called, when it is offered, and which factor it speaks of. */
export const REASONS: Readonly<Record<FeedbackReason, ReasonFacts>> = {
  right_skills: { label: 'Right skills', verdict: 'up', factor: 'skills' },
  right_level: { label: 'Right level', verdict: 'up', factor: 'seniority' },
  right_place: { label: 'Right place', verdict: 'up', factor: 'location' },
  good_pay: { label: 'Good pay', verdict: 'up', factor: 'salary' },
  right_work: { label: 'Right kind of work', verdict: 'up', factor: 'title' },
  good_company: { label: 'Good company', verdict: 'up', factor: null },
  wrong_skills: { label: 'Wrong skills', verdict: 'down', factor: 'skills' },
  too_junior: { label: 'Too junior', verdict: 'down', factor: 'seniority' },
  too_senior: { label: 'Too senior', verdict: 'down', factor: 'seniority' },
  wrong_place: { label: 'Wrong place', verdict: 'down', factor: 'location' },
  not_remote: { label: 'Not remote', verdict: 'down', factor: 'remote' },
  pay_too_low: { label: 'Pay too low', verdict: 'down', factor: 'salary' },
  wrong_work: { label: 'Wrong kind of work', verdict: 'down', factor: 'title' },
  wrong_hours: { label: 'Wrong hours or contract', verdict: 'down', factor: 'employment_type' },
  wrong_company: { label: 'Company', verdict: 'down', factor: null },
  too_old: { label: 'Too old', verdict: 'down', factor: 'recency' },
}

/** What the person said of one job, for one campaign or, without one, wherever the job was recommended. */
export const FeedbackView = z.object({
  jobId: JobId,
  campaignId: CampaignId.nullable(),
  verdict: Verdict,
  reasons: z.array(FeedbackReason),
  note: z.string(),
  at: z.string(),
})
export type FeedbackView = z.infer<typeof FeedbackView>

export const GiveFeedback = z.object({
  jobId: JobId,
  /** The list that the job was seen in; null: none, such as recommendations; it then counts where the job ranks best. */
  campaignId: CampaignId.nullable().default(null),
  /** null takes back what was said. */
  verdict: Verdict.nullable(),
  reasons: z.array(FeedbackReason).max(FEEDBACK_REASONS.length).default([]),
  note: z.string().trim().max(500).default(''),
})

/** One weight that would change, in whole percent of all weights. */
export const WeightChange = z.object({
  factor: RankingFactor,
  from: z.number().int(),
  to: z.number().int(),
  /** What the decisions show of this factor, in one sentence. */
  evidence: z.string(),
})
export type WeightChange = z.infer<typeof WeightChange>

/**
 * How two weightings order the last decisions: of all pairs of a liked and a disliked job, those whose liked one scores
 * higher. The weights that are measured were learned from earlier decisions only.
 */
export const OrderingEffect = z.object({
  /** Decisions that the pairs are made of, at most 50; and the earlier ones that were learned from. */
  decisions: z.number().int(),
  learnedFrom: z.number().int(),
  pairs: z.number().int(),
  before: z.number().int(),
  after: z.number().int(),
})
export type OrderingEffect = z.infer<typeof OrderingEffect>

/** The person's last answer to a suggestion of weights. */
export const SuggestionAnswer = z.object({
  answer: z.enum(['accepted', 'refused']),
  at: z.string(),
  /** Takes an acceptance back; null: it cannot be, or was already. */
  undo: Undoable.nullable(),
})
export type SuggestionAnswer = z.infer<typeof SuggestionAnswer>

/** What the decisions on a campaign's jobs suggest. */
export const WeightsSuggestion = z.object({
  /**
   * `too_few`: more decisions are needed. `answered`: the last one was answered, and too few decisions came since.
   * `agrees`: other weights would not order the decisions better. `suggested`: these weights would.
   */
  state: z.enum(['too_few', 'answered', 'agrees', 'suggested']),
  /** The state in a sentence. */
  sentence: z.string(),
  /** Decisions that can be learned from, and how many more are needed before there is a suggestion. */
  decisions: z.number().int(),
  liked: z.number().int(),
  more: z.number().int(),
  /** The weights as they are, in whole percent. */
  present: RankingWeights,
  /** The suggested ones, in whole percent; null unless `suggested`. */
  weights: RankingWeights.nullable(),
  changes: z.array(WeightChange),
  effect: OrderingEffect.nullable(),
  last: SuggestionAnswer.nullable(),
})
export type WeightsSuggestion = z.infer<typeof WeightsSuggestion>

export const ComparisonId = z.number().int().positive().brand<'ComparisonId'>()
export type ComparisonId = z.infer<typeof ComparisonId>

export const ComparisonSide = z.enum(['a', 'b'])
export type ComparisonSide = z.infer<typeof ComparisonSide>

/** How a finished comparison ended. A round is one job of each side. */
export const ComparisonResult = z.object({
  /** Rounds of which the side's job was liked and the other's was not. */
  winsA: z.number().int(),
  winsB: z.number().int(),
  /** Rounds whose two jobs were judged alike. */
  ties: z.number().int(),
  /** null: as many wins each. */
  leader: ComparisonSide.nullable(),
  /** Chance of a result at least this uneven if both were equally good, 0–1 (exact two-sided sign test). */
  chance: z.number(),
  confidence: z.enum(['none', 'weak', 'likely', 'strong']),
  /** The result in words. */
  sentence: z.string(),
})
export type ComparisonResult = z.infer<typeof ComparisonResult>

export const ComparisonView = z.object({
  id: ComparisonId,
  campaignId: CampaignId,
  name: z.string(),
  state: z.enum(['running', 'finished']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Jobs of the list, and those decided. */
  jobs: z.number().int(),
  decided: z.number().int(),
  /** The weights of both sides, in whole percent; A is what the campaign had. */
  weightsA: RankingWeights,
  weightsB: RankingWeights,
  /** null while it runs: knowing who leads would change what a person decides. */
  result: ComparisonResult.nullable(),
  /** Which weights the person went on with; null: no answer yet. */
  kept: ComparisonSide.nullable(),
})
export type ComparisonView = z.infer<typeof ComparisonView>

/** One line of a comparison's list. Its score is left out, since it would tell the side. */
export const ComparedJob = z.object({
  job: JobRow,
  verdict: Verdict.nullable(),
  /** Which side brought it; null while the comparison runs. */
  side: ComparisonSide.nullable(),
})
export type ComparedJob = z.infer<typeof ComparedJob>

export const ComparisonStart = z.object({
  campaignId: CampaignId,
  name: z.string().trim().min(1, 'Give the comparison a name').max(80),
  /** To be compared with the campaign's present ones. */
  weights: RankingWeights,
})
