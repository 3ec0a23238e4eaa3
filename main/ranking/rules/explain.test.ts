import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_WEIGHTS,
  Explanation,
  NO_RULES,
  RANKING_FACTORS,
  type RankingFactor,
} from '../../contract/ranking.ts'
import { createExplainer } from './explain.ts'
import { NO_WISH, UNKNOWN } from './factor.ts'
import { SHIPPED_RATES } from './rates.ts'
import { packShares } from './shares.ts'
import { anyJob, anyWishes, jobOf, wishesOf } from './test-support.ts'

const stored = (own: Partial<Record<RankingFactor, number>> = {}, ineligible = 0) => ({
  shares: packShares(RANKING_FACTORS.map(factor => own[factor] ?? UNKNOWN)),
  place: 'Leeds is about 15 km from Bradford',
  ranked_on: '2026-11-01',
  ineligible,
})
const explain = createExplainer(
  wishesOf({ query: 'cook', employment_types: ['full-time'], salary_min: 20_000, salary_currency: 'GBP' }),
  { rates: SHIPPED_RATES },
)
const entry = (explanation: Explanation, factor: RankingFactor) =>
  explanation.factors[RANKING_FACTORS.indexOf(factor)]

describe('an explanation of a stored ranking', () => {
  it('takes shares and the sentence of the place as they were stored', () => {
    const explanation = explain(
      jobOf({ title: 'Cook', job_type: 'full-time' }),
      stored({ location: 913, title: 1000, recency: 0, seniority: NO_WISH, company_size: NO_WISH }),
    )
    expect(entry(explanation, 'location')).toMatchObject({
      state: 'known',
      share: 0.913,
      evidence: 'Leeds is about 15 km from Bradford',
    })
    expect(entry(explanation, 'title')).toMatchObject({ share: 1, evidence: 'fits “cook”' })
  })

  it('counts ages to the day of the ranking', () => {
    const explanation = explain(jobOf({ posted_at: '2026-10-18T12:00:00Z' }), stored({ recency: 500 }))
    expect(entry(explanation, 'recency')?.evidence).toBe('14 days old when ranked')
  })

  it('says where a job changed since it was ranked', () => {
    const job = jobOf({ title: 'Nurse', job_type: null })
    const explanation = explain(
      job,
      stored({ location: 500, title: 1000, employment_type: 1000, salary: NO_WISH }),
    )
    expect(entry(explanation, 'title')).toMatchObject({ state: 'known', share: 1 })
    for (const factor of ['title', 'employment_type', 'salary'] as const) {
      expect(entry(explanation, factor)?.evidence).toMatch(
        /\(this changed since the score was computed; .*\)$/,
      )
    }
    expect(entry(explanation, 'recency')?.evidence).toBe('not stated')
  })

  it('adds up and has a sentence for each factor, whatever was stored', () => {
    const share = fc.oneof(fc.nat({ max: 1000 }), fc.constantFrom(UNKNOWN, NO_WISH))
    fc.assert(
      fc.property(
        anyWishes,
        anyJob,
        fc.array(share, { minLength: 9, maxLength: 9 }),
        fc.nat({ max: 255 }),
        (wishes, job, shares, ineligible) => {
          const explanation = createExplainer(wishes, { rates: SHIPPED_RATES })(job, {
            shares: packShares(shares),
            place: 'somewhere',
            ranked_on: '2026-11-01',
            ineligible,
          })
          expect(Explanation.safeParse(explanation).success).toBe(true)
          const points = explanation.factors.map(({ points }) => Math.round(points * 100))
          expect(points.reduce((sum, value) => sum + value, 0)).toBe(Math.round(explanation.score * 100))
          expect(explanation.factors.every(({ evidence }) => evidence !== '')).toBe(true)
          expect(explanation.ineligible.every(({ reason }) => reason !== '')).toBe(true)
        },
      ),
    )
  })

  it('gives the reasons why a job is hidden', () => {
    const wishes = wishesOf({
      rules: { ...NO_RULES, remote_only: true, needs_sponsorship: true },
      weights: DEFAULT_WEIGHTS,
    })
    const job = jobOf({ remote_options: 'onsite', visa_sponsorship: 'not_offered' })
    expect(createExplainer(wishes, { rates: SHIPPED_RATES })(job, stored({}, 16 + 32)).ineligible).toEqual([
      { rule: 'remote', reason: 'it is on site, you want remote only' },
      { rule: 'visa', reason: 'it sponsors no visa, which you need' },
    ])
  })
})
