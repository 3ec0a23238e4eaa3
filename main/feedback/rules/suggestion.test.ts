import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEEDBACK_REASONS, REASONS } from '../../contract/feedback.ts'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../contract/ranking.ts'
import { JOB_STATUSES } from '../../contract/values.ts'
import { type Decision, type StatusMove, teachesWeights, verdictsOfMoves } from './decision.ts'
import { wholePercent } from './percent.ts'
import { suggest } from './suggestion.ts'
import { decision, decisionsOf, randomDecisions, scattered, sharesWith } from './test-support.ts'

const TASTE = wholePercent({ ...DEFAULT_WEIGHTS, skills: 60 })

describe('a suggestion', () => {
  it('names the weights that change, what the decisions show of them, and the effect', () => {
    const found = suggest({ decisions: decisionsOf(TASTE, 160), present: DEFAULT_WEIGHTS, answeredAt: null })
    expect(found.state).toBe('suggested')
    expect(found.sentence).toMatch(/^Your decisions suggest that skills .*should count more, and .+ less\.$/)
    const [first] = found.changes
    expect(first).toMatchObject({ factor: 'skills', from: 15 })
    expect(first?.to).toBeGreaterThan(20)
    expect(first?.evidence).toMatch(/^Jobs you liked meet it to \d+% on average, the others to \d+%\.$/)
    for (const factor of RANKING_FACTORS) {
      const change = found.changes.find(one => one.factor === factor)
      expect(found.weights?.[factor]).toBe(change ? change.to : found.present[factor])
    }
    expect(found.effect?.after).toBeGreaterThan(found.effect?.before ?? 0)
  })

  it('is none while the decisions agree with the weights', () => {
    const found = suggest({ decisions: decisionsOf(TASTE, 160), present: TASTE, answeredAt: null })
    expect(found).toMatchObject({ state: 'agrees', weights: null, changes: [] })
  })

  const some = (up: number, down: number) =>
    Array.from({ length: up + down }, (_, index) =>
      decision({
        jobId: index + 1,
        verdict: index < up ? 'up' : 'down',
        shares: sharesWith({ skills: index * 10 }),
      }),
    )
  it.each([
    [0, 0, 16, '16 decisions more, among them at least 4 liked and 4 disliked,'],
    [15, 0, 4, '4 decisions more, among them at least 4 disliked,'],
    [11, 4, 1, '1 decision more, and'],
    [3, 60, 1, '1 decision more, among them at least 1 liked,'],
  ])('says after %i liked and %i disliked that %i more are needed', (up, down, more, words) => {
    const found = suggest({ decisions: some(up, down), present: DEFAULT_WEIGHTS, answeredAt: null })
    expect(found).toMatchObject({ state: 'too_few', more, decisions: up + down, liked: up })
    expect(found.sentence).toContain(words)
  })

  it('says so when the last decisions are all of one kind', () => {
    const decisions = decisionsOf(TASTE, 40).map((one, index) =>
      index < 20 ? one : { ...one, verdict: 'down' as const },
    )
    const found = suggest({ decisions, present: DEFAULT_WEIGHTS, answeredAt: null })
    expect(found).toMatchObject({ state: 'too_few', more: 1 })
    expect(found.sentence).toContain('too few liked jobs')
  })

  it('comes again ten decisions after an answer', () => {
    const decisions = decisionsOf(TASTE, 160)
    const answered = (place: number) =>
      suggest({ decisions, present: DEFAULT_WEIGHTS, answeredAt: decisions[place]?.at ?? null })
    expect(answered(159)).toMatchObject({ state: 'answered', more: 10, weights: null })
    expect(answered(152)).toMatchObject({ state: 'answered', more: 3 })
    expect(answered(149).state).toBe('suggested')
  })

  const SERIES = 200
  /** Of many series of decisions, in how many percent weights are suggested. */
  const suggestedOf = (series: (seed: number) => Decision[]): number => {
    const suggested = Array.from({ length: SERIES }, (_, index) => scattered(index)).filter(
      seed =>
        suggest({ decisions: series(seed), present: DEFAULT_WEIGHTS, answeredAt: null }).state ===
        'suggested',
    )
    return (suggested.length / SERIES) * 100
  }

  it('comes by chance of at most 5 % of random series', () => {
    expect(suggestedOf(seed => randomDecisions(80, seed))).toBeLessThanOrEqual(5)
  }, 30_000)

  it.each<Partial<RankingWeights>>([
    { salary: 60, title: 5, location: 5, skills: 5 },
    { remote: 45, title: 5, skills: 10, salary: 5 },
    { skills: 60, title: 5, location: 5, salary: 5 },
  ])(
    'comes of most series that follow a strong taste of its own: %j',
    own => {
      const taste = wholePercent({ ...DEFAULT_WEIGHTS, ...own })
      expect(suggestedOf(seed => decisionsOf(taste, 80, seed))).toBeGreaterThanOrEqual(60)
    },
    30_000,
  )

  it('is the same for the same decisions in any order', () => {
    const decisions = decisionsOf(TASTE, 90)
    const answer = suggest({ decisions, present: DEFAULT_WEIGHTS, answeredAt: null })
    fc.assert(
      fc.property(fc.shuffledSubarray(decisions, { minLength: 90 }), shuffled => {
        expect(suggest({ decisions: shuffled, present: DEFAULT_WEIGHTS, answeredAt: null })).toEqual(answer)
      }),
      { numRuns: 10 },
    )
  })

  it('counts the reasons that speak of a factor', () => {
    const decisions = decisionsOf(TASTE, 160).map((one, index) =>
      index < 3 && one.verdict === 'down' ? { ...one, reasons: ['wrong_skills' as const] } : one,
    )
    const reasons = decisions.filter(one => one.reasons.length > 0).length
    expect(reasons).toBeGreaterThan(0)
    const found = suggest({ decisions, present: DEFAULT_WEIGHTS, answeredAt: null })
    const skills = found.changes.find(one => one.factor === 'skills')
    expect(skills?.evidence).toMatch(
      reasons === 1 ? /One of your reasons speaks of it/ : /of your reasons speak of it/,
    )
  })
})

describe('reasons', () => {
  it('teach weights unless all of them speak of what no factor compares', () => {
    expect(teachesWeights([])).toBe(true)
    expect(teachesWeights(['wrong_company'])).toBe(false)
    expect(teachesWeights(['wrong_company', 'pay_too_low'])).toBe(true)
  })

  it('each have a label of their own', () => {
    expect(new Set(FEEDBACK_REASONS.map(reason => REASONS[reason].label)).size).toBe(FEEDBACK_REASONS.length)
  })
})

describe('moves as decisions', () => {
  let minute = 0
  const move = (from: StatusMove['from'], to: StatusMove['to'], jobId = 1): StatusMove => ({
    jobId,
    from,
    to,
    at: new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString(),
  })
  it.each<[string, StatusMove[], 'up' | 'down' | undefined]>([
    ['approved', [move('waiting', 'approved')], 'up'],
    ['put away', [move('waiting', 'archived')], 'down'],
    ['refused after a second look', [move('waiting', 'approved'), move('approved', 'rejected')], 'down'],
    ['refused by the employer', [move('waiting', 'applied'), move('applied', 'rejected')], 'up'],
    ['put away after an interview', [move('waiting', 'interview'), move('interview', 'archived')], 'up'],
    ['taken back', [move('waiting', 'rejected'), move('rejected', 'waiting')], undefined],
    ['from archive to offer', [move('waiting', 'archived'), move('archived', 'offer')], 'up'],
  ])('a job that is %s', (_, moves, verdict) => {
    expect(verdictsOfMoves(moves).get(1)?.verdict).toBe(verdict)
  })

  it('do not count when many jobs are moved in one go', () => {
    const at = '2026-02-01T09:00:00.000Z'
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...move('waiting', 'archived', index + 1), at }))
    expect(verdictsOfMoves(many(10)).size).toBe(10)
    expect(verdictsOfMoves(many(11)).size).toBe(0)
  })

  it('know every status', () => {
    for (const from of JOB_STATUSES)
      for (const to of JOB_STATUSES) expect(() => verdictsOfMoves([move(from, to)])).not.toThrow()
  })
})
