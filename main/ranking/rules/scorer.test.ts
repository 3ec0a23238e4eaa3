import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CampaignWishes, RankableJob } from '../../contract/ranking.ts'
import { createExplainer } from './explain.ts'
import { createRanker } from './rank.ts'
import { SHIPPED_RATES } from './rates.ts'
import { createScorer, scorableOf } from './scorer.ts'
import { readShares, scoreOf } from './shares.ts'
import { skillKey, skillKeysOf, wishedSkillKeys } from './skills.ts'
import { anyJob, anyWishes, jobOf, NOW, wishesOf } from './test-support.ts'

const RANKED_ON = NOW.slice(0, 10)
const rates = SHIPPED_RATES

const byName = (wishes: CampaignWishes, rankedOn = RANKED_ON) => {
  const score = createScorer(wishes, { rankedOn, rates, wishedSkills: wishedSkillKeys(wishes.skills) })
  return (job: RankableJob) => score(scorableOf(job))
}

/** Ids as a dictionary gives them out: by first appearance of a key. */
function dictionary(jobs: readonly RankableJob[]): Map<string, number> {
  const ids = new Map<string, number>()
  for (const { skills } of jobs) {
    for (const { name } of skills) if (!ids.has(skillKey(name))) ids.set(skillKey(name), ids.size + 1)
  }
  return ids
}

it('gives the same by ids and by names of skills', () => {
  fc.assert(
    fc.property(anyWishes, fc.array(anyJob, { maxLength: 8 }), (wishes, jobs) => {
      const ids = dictionary(jobs)
      const idOf = (key: string) => ids.get(key) ?? -1
      const wishedSkills = new Set([...wishedSkillKeys(wishes.skills)].filter(key => ids.has(key)).map(idOf))
      const byId = createScorer(wishes, { rankedOn: RANKED_ON, rates, wishedSkills })
      const named = byName(wishes)
      for (const job of jobs) {
        const { required, nice } = skillKeysOf(job.skills)
        const skills = { required: required.map(idOf), nice: nice.map(idOf) }
        expect(byId({ ...job, skills })).toEqual(named(job))
      }
    }),
  )
})

it('keeps what its explanation is made of: the stored shares explain as the fresh ranking does', () => {
  fc.assert(
    fc.property(anyWishes, anyJob, (wishes, job) => {
      const scored = byName(wishes)(job)
      const explanation = createExplainer(wishes, { rates })(job, { ...scored, ranked_on: RANKED_ON })
      expect(explanation).toEqual(createRanker(wishes, { now: NOW, rates })(job))
      expect(explanation.score).toBe(scored.score)
      expect(explanation.less_sure).toBe(scored.lessSure)
      expect(scoreOf(scored.shares, wishes.weights).score).toBe(scored.score)
      expect(explanation.factors[0]?.evidence.startsWith(scored.place)).toBe(true)
      expect(explanation.ineligible.length > 0).toBe(scored.ineligible > 0)
    }),
  )
})

it('gives the same bytes all day long, and ages by whole days', () => {
  const share = (posted_at: string, rankedOn: string) =>
    readShares(byName(wishesOf(), rankedOn)(jobOf({ posted_at })).shares).at(-1)
  expect(share('2026-11-20T23:59:59Z', '2026-11-21')).toBe(share('2026-11-20T00:00:00Z', '2026-11-21'))
  expect(share('2026-11-20T23:30:00-05:00', '2026-11-21')).toBe(1000)
  expect(share('2026-11-20', '2026-12-04')).toBe(500)
})

it('remembers no more than it may, and answers the same for places and titles that come again', () => {
  const score = byName(wishesOf({ query: 'cook', country: 'GB', locations: ['Leeds'] }))
  const job = jobOf({ title: 'Cook', office_city: 'Leeds', office_country: 'GB' })
  const before = score(job)
  for (let index = 0; index < 6000; index++) {
    score(jobOf({ title: `Cook ${index}x`, office_city: `Town ${index}`, office_country: 'GB' }))
  }
  expect(score(job)).toEqual(before)
})
