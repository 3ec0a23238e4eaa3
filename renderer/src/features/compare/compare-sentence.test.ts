import { describe, expect, test } from 'vitest'
import type { RankingFactor } from '../../../../main/contract/ranking.ts'
import { explanationOf } from './compare.fixture.ts'
import { factorDifferences } from './compare-rules.ts'
import { decidingSentence, namesOf, signedPoints } from './compare-sentence.ts'

const NAMES = [
  { full: 'Welder at Northwind', short: 'Welder' },
  { full: 'Fitter at Southgate', short: 'Fitter' },
] as const
type Shares = Partial<Record<RankingFactor, number>>

function sentence(one: Shares, other: Shares): string {
  const [first, second] = [explanationOf(one), explanationOf(other)]
  return decidingSentence([NAMES[0], NAMES[1]], [first.score, second.score], factorDifferences(first, second))
}

describe('what decides between two jobs', () => {
  const all = { title: 1, recency: 1, remote: 1, seniority: 1, company_size: 1, employment_type: 1 }

  test('the strongest reasons, and what speaks for the other', () => {
    expect(
      sentence(
        { ...all, salary: 1, location: 1, skills: 0.6 },
        { ...all, salary: 0.4, location: 0.6, skills: 0.8 },
      ),
    ).toBe(
      'Welder at Northwind stands 12 points above Fitter at Southgate because of salary (+9) and location (+6), though Fitter fits your skills better (−3).',
    )
  })

  test('small reasons are left out and said to be', () => {
    expect(
      sentence(
        { ...all, salary: 1, location: 1, skills: 1 },
        { ...all, salary: 0.2, location: 0.9, skills: 0.95 },
      ),
    ).toBe('Welder at Northwind stands 14 points above Fitter at Southgate mostly because of salary (+12).')
  })

  test('the second may stand higher; several points for the other are listed', () => {
    expect(
      sentence(
        { ...all, salary: 0, location: 0.6, skills: 0.5 },
        { ...all, salary: 1, location: 0.4, skills: 0.3 },
      ),
    ).toBe(
      'Fitter at Southgate stands 9 points above Welder at Northwind because of salary (+15), though Welder is ahead on location (−3) and skills (−3).',
    )
  })

  test('what the lower job does not state is said, so that silence is not taken for a fault', () => {
    expect(sentence({ title: 0.5, salary: 1 }, { title: 0.5 })).toBe(
      'Welder at Northwind stands 25 points above Fitter at Southgate because of salary (+25, not stated by the other).',
    )
  })

  test('a job is not credited with what it does not state, on either side', () => {
    expect(sentence({ title: 1, seniority: 1 }, { title: 1, seniority: 1, salary: 0 })).toBe(
      'Welder at Northwind stands 37 points above Fitter at Southgate because of salary (+38, which it does not state).',
    )
    expect(sentence({ title: 1, salary: 1, skills: 0 }, { title: 0.6, salary: 0.5 })).toBe(
      'Welder at Northwind stands 12 points above Fitter at Southgate because of salary (+17) and title (+13), though Fitter is ahead on skills (−18, which it does not state).',
    )
  })

  test('level jobs are told apart by what each is ahead on', () => {
    expect(sentence({ salary: 1, skills: 0.5 }, { salary: 0.5, skills: 1 })).toBe(
      'Welder at Northwind and Fitter at Southgate stand level at 75 points: Welder is ahead on salary (+25); Fitter is ahead on skills (+25).',
    )
    expect(sentence({ salary: 1 }, { salary: 1 })).toBe(
      'Welder at Northwind and Fitter at Southgate stand level at 100 points; no factor tells them apart.',
    )
  })

  test('a difference of rounding alone has no reason of its own', () => {
    expect(sentence({ salary: 0.505 }, { salary: 0.503 })).toBe(
      'Welder at Northwind stands 1 point above Fitter at Southgate by many small differences.',
    )
  })
})

describe('what two jobs are called', () => {
  const job = { title: 'Welder', company: 'Northwind', location: 'Leeds' }

  test.each([
    [{ ...job, title: 'Fitter' }, 'Welder', 'Fitter'],
    [{ ...job, company: 'Southgate' }, 'Northwind', 'Southgate'],
    [{ ...job, location: 'Bath' }, 'the one in Leeds', 'the one in Bath'],
    [{ ...job, location: '' }, 'the first', 'the second'],
    [job, 'the first', 'the second'],
  ])('beside %o', (other, first, second) => {
    expect(namesOf(job, other).map(name => name.short)).toEqual([first, second])
  })
})

test.each([
  [9.4, '+9'],
  [-3, '−3'],
  [0.44, '+0.4'],
  [-0.96, '−1'],
])('%f points are written %s', (points, text) => {
  expect(signedPoints(points)).toBe(text)
})
