import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CampaignWishes,
  DEFAULT_WEIGHTS,
  Explanation,
  RANKING_FACTORS,
  type RankableJob,
  type RankingFactor,
  type RankingWeights,
} from '../../contract/ranking.ts'
import { REMOTE_OPTIONS, SENIORITY_LEVELS } from '../../contract/values.ts'
import { createRanker } from './rank.ts'
import { SHIPPED_RATES } from './rates.ts'
import { amount, anyJob, anyWishes, jobOf, NOW, skillName, wishesOf } from './test-support.ts'

const options = { now: NOW, rates: SHIPPED_RATES }

const rank = (wishes: CampaignWishes, job: RankableJob) => createRanker(wishes, options)(job)
const hundredths = (value: number) => Math.round(value * 100)
const shareOf = (explanation: Explanation, factor: RankingFactor) =>
  explanation.factors.find(entry => entry.factor === factor)?.share ?? null

describe('a score', () => {
  it('is 0–100, the sum of its points, and explained by nine factors', () => {
    fc.assert(
      fc.property(anyWishes, anyJob, (wishes, job) => {
        const explanation = rank(wishes, job)
        expect(Explanation.safeParse(explanation).success).toBe(true)
        expect(explanation.score).toBeGreaterThanOrEqual(0)
        expect(explanation.score).toBeLessThanOrEqual(100)
        expect(explanation.factors.map(({ factor }) => factor)).toEqual([...RANKING_FACTORS])
        const points = explanation.factors.map(entry => hundredths(entry.points))
        expect(points.reduce((a, b) => a + b, 0)).toBe(hundredths(explanation.score))
        for (const entry of explanation.factors) {
          expect(hundredths(entry.points) / 100).toBe(entry.points)
          expect(entry.points).toBeLessThanOrEqual(entry.max)
          expect(entry.evidence).not.toBe('')
          if (entry.state !== 'known') expect([entry.points, entry.max, entry.share]).toEqual([0, 0, null])
        }
        const maximum = explanation.factors.reduce((sum, entry) => sum + hundredths(entry.max), 0)
        const wished = explanation.factors.filter(({ state }) => state !== 'no_wish')
        const onlyAge = wished.length === 1 && wished[0]?.state === 'known' && wished[0].factor === 'recency'
        if (explanation.known_share >= 0.6 && !onlyAge) expect(maximum).toBe(10_000)
        else expect(maximum).toBeLessThanOrEqual(10_000)
        expect(explanation.less_sure).toBe(onlyAge || explanation.known_share < 0.5)
        expect(explanation.factors.filter(({ evidence }) => evidence.includes('changed since'))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is the same to the byte for the same input, in whatever order jobs and lists come', () => {
    fc.assert(
      fc.property(anyWishes, fc.array(anyJob, { maxLength: 6 }), (wishes, jobs) => {
        const ranker = createRanker(wishes, options)
        const forwards = jobs.map(job => JSON.stringify(ranker(job)))
        const reversed: CampaignWishes = {
          ...wishes,
          remote_preference: wishes.remote_preference.toReversed(),
          seniority: wishes.seniority.toReversed(),
          employment_types: wishes.employment_types.toReversed(),
          company_sizes: wishes.company_sizes.toReversed(),
          skills: wishes.skills.toReversed(),
        }
        const again = createRanker(reversed, options)
        const backwards = jobs
          .toReversed()
          .map(job => JSON.stringify(again({ ...job, skills: job.skills.toReversed() })))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
    )
  })

  it('a fact that is not stated leaves the other factors alone and is no mismatch', () => {
    const facts = ['job_type', 'company_size', 'posted_at'] as const
    const factors = {
      job_type: 'employment_type',
      company_size: 'company_size',
      posted_at: 'recency',
    } as const
    fc.assert(
      fc.property(anyWishes, anyJob, fc.constantFrom(...facts), (wishes, job, fact) => {
        const without = rank(wishes, { ...job, [fact]: null })
        const entry = without.factors.find(({ factor }) => factor === factors[fact])
        expect(entry?.state).not.toBe('known')
        const stated = rank(wishes, job)
        for (const other of stated.factors) {
          if (other.factor !== factors[fact]) expect(shareOf(without, other.factor)).toBe(other.share)
        }
        // Taking away the worst known factor cannot lower the score.
        if (shareOf(stated, factors[fact]) === 0 && without.known_share > 0) {
          expect(without.score).toBeGreaterThanOrEqual(stated.score - 0.1)
        }
      }),
    )
  })

  it('of a job without facts is 0, less sure, and says so', () => {
    const explanation = rank(wishesOf({ query: 'driver', country: 'GB' }), jobOf())
    expect(explanation).toMatchObject({ score: 0, known_share: 0, less_sure: true })
    expect(explanation.notes.join()).toContain('nothing of this job can be compared')
    expect(explanation.factors.every(({ state }) => state !== 'known')).toBe(true)
  })

  it('for a campaign without any preference rests on recency alone, and is neither high nor sure', () => {
    const explanation = rank(wishesOf(), jobOf({ title: 'Cook', posted_at: NOW }))
    expect(explanation).toMatchObject({ score: 31.25, known_share: 1, less_sure: true })
    expect(explanation.notes.join()).toContain('at most 31.25 points')
  })

  it('spreads the weight of what is unknown or not wished over the rest', () => {
    const explanation = rank(
      wishesOf({ query: 'cook', employment_types: ['full-time'], seniority: ['senior'] }),
      jobOf({ title: 'Cook', job_type: 'part-time', posted_at: NOW }),
    )
    expect(explanation.factors.map(entry => entry.max)).toEqual([0, 0, 0, 60, 0, 0, 0, 20, 20])
    expect(explanation).toMatchObject({ score: 80, known_share: 0.7143, less_sure: false })
  })

  it('gives the weight of unknown skills to the title', () => {
    const explanation = rank(
      wishesOf({ query: 'cook', skills: ['Baking'], country: 'GB' }),
      jobOf({ title: 'Cook', office_city: 'Leeds', office_country: 'GB', posted_at: NOW }),
    )
    expect(explanation.factors.map(entry => entry.max)).toEqual([30, 0, 0, 60, 0, 0, 0, 0, 10])
  })

  it('that rests on little is held down and says so', () => {
    const wishes = wishesOf({
      query: 'cook',
      country: 'GB',
      seniority: ['senior'],
      employment_types: ['full-time'],
    })
    const thin = rank(wishes, jobOf({ title: 'Cook' }))
    expect(thin).toMatchObject({ score: 62.5, known_share: 0.3, less_sure: true })
    expect(thin.notes).toEqual(['so little can be compared that at most 62.5 points can be won'])
    const told = {
      title: 'Cook',
      office_country: 'GB',
      seniority_level: 'senior',
      job_type: 'part-time',
    } as const
    expect(rank(wishes, jobOf(told)).score).toBeGreaterThan(thin.score)
  })

  it('uses the default weights when all are zero or negative, and says so', () => {
    const job = jobOf({ title: 'Cook', posted_at: NOW, job_type: 'part-time' })
    const zero = Object.fromEntries(RANKING_FACTORS.map(factor => [factor, 0])) as RankingWeights
    const negative = Object.fromEntries(RANKING_FACTORS.map(factor => [factor, -5])) as RankingWeights
    const normal = rank(wishesOf({ query: 'cook', weights: DEFAULT_WEIGHTS }), job)
    for (const weights of [zero, negative]) {
      const explanation = rank(wishesOf({ query: 'cook', weights }), job)
      expect(explanation.score).toBe(normal.score)
      expect(explanation.notes.join()).toContain('the default weights count')
    }
  })

  it('ignores a factor whose weight is 0 or no number', () => {
    const weights = { ...DEFAULT_WEIGHTS, title: 0, salary: Number.NaN, skills: -3 }
    const explanation = rank(wishesOf({ query: 'cook', weights }), jobOf({ title: 'Nurse', posted_at: NOW }))
    expect(explanation.score).toBe(100)
  })
})

describe('more overlap never lowers', () => {
  it('salary: a range that moves towards the wished one', () => {
    const range = fc.tuple(amount, fc.integer({ min: 0, max: 60_000 }))
    fc.assert(
      fc.property(range, range, fc.integer({ min: 0, max: 50_000 }), ([min, wide], [low, span], step) => {
        const wishes = wishesOf({
          salary_min: min + 1000,
          salary_max: min + 1000 + wide,
          salary_currency: 'GBP',
        })
        const share = (from: number) =>
          shareOf(
            rank(
              wishes,
              jobOf({ salary_year_low: from, salary_year_high: from + span, compensation_currency: 'GBP' }),
            ),
            'salary',
          ) ?? 0
        const start = low + 1
        if (start + span <= min + 1000)
          expect(share(start + Math.min(step, min + 1000 - start - span))).toBeGreaterThanOrEqual(
            share(start),
          )
        else if (start >= min + 1000 + wide)
          expect(share(start - Math.min(step, start - min - 1000 - wide))).toBeGreaterThanOrEqual(
            share(start),
          )
        else expect(share(start)).toBeGreaterThanOrEqual(0.5)
      }),
    )
  })

  it('salary: a lower wished minimum', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 100_000 }), amount, amount, (min, less, low, high) => {
        const job = jobOf({ salary_year_low: low, salary_year_high: high, compensation_currency: 'GBP' })
        const share = (salary_min: number) =>
          shareOf(rank(wishesOf({ salary_min, salary_currency: 'GBP' }), job), 'salary') ?? 0
        expect(share(min + 1)).toBeGreaterThanOrEqual(share(min + 1 + less))
      }),
    )
  })

  it('skills: one more shared skill', () => {
    const skills = fc.array(fc.record({ name: skillName, required: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(
        skills,
        fc.array(skillName, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (asked, wished, required) => {
          const share = (job: typeof asked, wishes: string[]) =>
            shareOf(rank(wishesOf({ skills: wishes }), jobOf({ skills: job })), 'skills') ?? 0
          const before = share(asked, wished)
          expect(share([...asked, { name: 'Cobol', required }], [...wished, 'Cobol'])).toBeGreaterThanOrEqual(
            before,
          )
          for (const { name } of asked) expect(share(asked, [...wished, name])).toBeGreaterThanOrEqual(before)
          for (const name of wished) {
            if (asked.every(skill => skill.name !== name)) {
              expect(share([...asked, { name, required: true }], wished)).toBeGreaterThanOrEqual(before)
            }
          }
        },
      ),
    )
  })

  it('title: one more wanted word', () => {
    const trade = fc.constantFrom('backend', 'python', 'kitchen', 'night', 'analyst', 'nurse', 'driver')
    fc.assert(
      fc.property(
        fc.uniqueArray(trade, { minLength: 1 }),
        fc.uniqueArray(trade, { maxLength: 5 }),
        (wished, title) => {
          const share = (text: string[]) =>
            shareOf(
              rank(wishesOf({ query: wished.join(' ') }), jobOf({ title: `x ${text.join(' ')}` })),
              'title',
            ) ?? 0
          for (const next of wished) {
            if (!title.includes(next)) expect(share([...title, next])).toBeGreaterThanOrEqual(share(title))
          }
        },
      ),
    )
  })

  it('location: a town that is nearer, in the same region or country or not', () => {
    // Towns on one meridian, by kilometres from the wanted one.
    const locate = (city: string | null) =>
      city === null ? null : { lat: city === 'Leeds' ? 0 : Number(city.slice(5)) / 111.2, lon: 0 }
    const kilometres = fc.integer({ min: 0, max: 700 })
    const where = fc.record({
      office_country: fc.constantFrom('GB', 'FR'),
      office_province: fc.constantFrom('Yorkshire', 'Kent', null),
    })
    const wishes = wishesOf({ country: 'GB', locations: ['Leeds, Yorkshire'] })
    const help = {
      ...options,
      locate,
      resolvePlace: () => ({ city: 'Leeds', province: 'Yorkshire', country: 'GB' }),
    }
    const ranker = createRanker(wishes, help)
    const share = (km: number, own: Partial<RankableJob>) =>
      shareOf(ranker(jobOf({ ...own, office_city: `Town ${km}` })), 'location') ?? 0
    fc.assert(
      fc.property(kilometres, kilometres, where, (one, other, own) => {
        expect(share(Math.min(one, other), own)).toBeGreaterThanOrEqual(share(Math.max(one, other), own))
        const home = { office_country: 'GB', office_province: 'Yorkshire' }
        expect(share(one, home)).toBeGreaterThanOrEqual(share(one, own))
      }),
    )
  })

  it('seniority: a level that is nearer, from above or from below', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SENIORITY_LEVELS),
        fc.constantFrom(...SENIORITY_LEVELS),
        fc.constantFrom(...SENIORITY_LEVELS),
        (wanted, one, other) => {
          const at = (level: typeof wanted) =>
            SENIORITY_LEVELS.indexOf(level) - SENIORITY_LEVELS.indexOf(wanted)
          fc.pre(at(one) * at(other) >= 0 && Math.abs(at(one)) <= Math.abs(at(other)))
          const share = (seniority_level: typeof wanted) =>
            shareOf(rank(wishesOf({ seniority: [wanted] }), jobOf({ seniority_level })), 'seniority') ?? 0
          expect(share(one)).toBeGreaterThanOrEqual(share(other))
        },
      ),
    )
  })

  it('a further wish among the closed lists', () => {
    fc.assert(
      fc.property(
        anyWishes,
        anyJob,
        fc.constantFrom(...SENIORITY_LEVELS),
        fc.constantFrom(...REMOTE_OPTIONS),
        (wishes, job, level, remote) => {
          fc.pre(wishes.seniority.length > 0 && wishes.remote_preference.length > 0)
          const more = {
            ...wishes,
            seniority: [...wishes.seniority, level],
            remote_preference: [...wishes.remote_preference, remote],
          }
          for (const factor of ['seniority', 'remote'] as const) {
            const before = shareOf(rank(wishes, job), factor)
            if (before !== null) expect(shareOf(rank(more, job), factor)).toBeGreaterThanOrEqual(before)
          }
        },
      ),
    )
  })
})

it('takes 500 skills and hostile titles in its stride', () => {
  const wishes = wishesOf({
    query: 'a '.repeat(5000),
    skills: Array.from({ length: 500 }, (_, index) => `skill ${index}`),
    locations: ['((((', '\\d+[', ''],
  })
  const job = jobOf({
    title: '('.repeat(50_000),
    location_text: ','.repeat(50_000),
    remote_options: 'remote',
  })
  expect(rank(wishes, job).score).toBeGreaterThanOrEqual(0)
})

it('says what it did with strange wishes and facts', () => {
  const strange = rank(
    wishesOf({ query: 'cook', salary_min: 30_000, salary_currency: 'XAU' }),
    jobOf({
      title: 'Cook',
      salary_year_low: 40_000,
      compensation_currency: 'EUR',
      posted_at: '2030-01-01T00:00:00Z',
    }),
  )
  const evidence = new Map(strange.factors.map(entry => [entry.factor, entry.evidence]))
  expect(evidence.get('salary')).toBe('no exchange rate between EUR and XAU')
  expect(evidence.get('recency')).toBe('dated in the future, counted as new')
  expect(shareOf(strange, 'recency')).toBe(1)
})
