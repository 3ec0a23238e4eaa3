import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsedResume } from '../../../../tests/support/documents.ts'
import { skillFinder } from '../../../profile/service.ts'
import { askedSkills } from './asked.ts'
import { NO_JOB } from './fact-part.ts'
import { matchOf } from './match.ts'
import { type AskingJob, prepareResume } from './prepared.ts'
import { addWord, PART_NAMES, scored, type WordSum, wordShare } from './score.ts'
import type { State } from './standing.ts'

const found = <T>(value: T) => ({ value, confidence: 0.9, spots: [] })

const state = fc.constantFrom<State>('covered', 'weak', 'related', 'missing')
const word = fc.record({ state, required: fc.boolean(), soft: fc.boolean() })
const share = fc.option(fc.integer({ min: 0, max: 1000 }))
const others = fc.record({ title: share, experience: share, place: share, languages: share })

function sumOf(words: readonly { state: State; required: boolean; soft: boolean }[]): WordSum {
  const sum: WordSum = { all: 0, won: 0, firm: 0 }
  for (const each of words) addWord(sum, each.state, each.required, each.soft)
  return sum
}

describe('the score', () => {
  it('is whole, stays within 0–100, and its whole points add up to it within their maxima', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), others, (words, rest) => {
        const sum = sumOf(words)
        const { score, parts } = scored({ keywords: wordShare(sum), ...rest }, sum)
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
        expect(parts.map(({ name }) => name)).toEqual([...PART_NAMES])
        expect(parts.reduce((all, { points }) => all + points, 0)).toBe(score)
        for (const { points, most } of parts) expect(points >= 0 && points <= most).toBe(true)
      }),
    )
  })

  it('is never lowered by one more covered word', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), others, (words, nth, rest) => {
        const better = words.with(nth % words.length, {
          ...(words[nth % words.length] ?? { required: true, soft: false }),
          state: 'covered',
        })
        const of = (asked: typeof words) => {
          const sum = sumOf(asked)
          return scored({ keywords: wordShare(sum), ...rest }, sum).exact
        }
        expect(of(better)).toBeGreaterThanOrEqual(of(words))
      }),
    )
  })
})

const NAMES = [
  'Python',
  'JavaScript',
  'React',
  'Spring Boot',
  'Docker',
  'Kubernetes',
  'Accounting',
  'Communication',
]
const BULLETS = ['Ran Docker and Kubernetes', 'Wrote Python every day', 'Kept the books']

const resumeOf = (skills: readonly string[], bullets: readonly string[]) =>
  parsedResume({
    headline: found('Platform Engineer'),
    skills: skills.map(name => found({ name, group: '' })),
    experience: [
      found({
        company: 'Acme',
        title: 'Engineer',
        start: '2019',
        end: '2023',
        place: '',
        bullets: [...bullets],
      }),
    ],
  })

const prepared = (skills: readonly string[], bullets: readonly string[]) =>
  prepareResume(resumeOf(skills, bullets), [...bullets, skills.join(', ')].join('\n'), null, skillFinder())

const asking = (skills: readonly { name: string; required: boolean }[]): AskingJob => ({
  ...NO_JOB,
  title: 'Platform Engineer',
  education: null,
  text: '',
  words: askedSkills(skills),
})

describe('the match', () => {
  it('depends neither on the order of what is asked nor of what is listed', () => {
    const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
    fc.assert(
      fc.property(names, names, fc.subarray(BULLETS), (asked, own, bullets) => {
        const skills = asked.map((name, nth) => ({ name, required: nth % 2 === 0 }))
        const one = matchOf(prepared(own, bullets), asking(skills))
        const other = matchOf(prepared(own.toReversed(), bullets), asking(skills.toReversed()))
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['in a position', ['Python'], ['Wrote Python every day'], 'Python', 'covered', 'In the position at Acme'],
    ['only listed', ['Docker'], [], 'Docker', 'weak', 'Only in the list of skills'],
    ['under another name', ['k8s'], [], 'Kubernetes', 'weak', '“k8s”'],
    ['a longer name', ['Spring Boot'], [], 'Spring', 'weak', 'names Spring Boot'],
    ['a near one', ['JavaScript'], [], 'React', 'weak', 'names JavaScript'],
    ['not at all', ['Docker'], [], 'Python', 'missing', 'does not say it'],
    ['unknown to the vocabulary', [], ['Kept the Zorblax ledger'], 'Zorblax ledger', 'covered', 'Acme'],
  ])('%s', (_, skills, bullets, name, state, why) => {
    const { keywords } = matchOf(prepared(skills, bullets), asking([{ name, required: true }]))
    expect(keywords).toMatchObject([{ name, state, why: expect.stringContaining(why) }])
  })

  it('asks nobody for a soft skill, and takes a spoken language for no word', () => {
    const skills = ['Communication', 'German'].map(name => ({ name, required: true, kind: 'soft' as const }))
    const { keywords, parts } = matchOf(prepared(['Docker'], []), asking(skills))
    expect(keywords).toEqual([])
    expect(parts[0]).toMatchObject({ name: 'keywords', most: 0, why: 'The posting names no skills.' })
  })

  it('says what stands only in a list, and names no skill that the résumé lacks as one to claim', () => {
    const job = asking(['Docker', 'Python'].map(name => ({ name, required: true })))
    const { advice } = matchOf(prepared(['Docker'], ['Kept the books']), job)
    const of = (section: string) =>
      advice
        .filter(each => each.section === section)
        .map(each => each.advice)
        .join(' ')
    expect(of('experience')).toContain('Docker stands only in the list of skills')
    expect(of('skills')).toMatch(/requires Python, .*if not, leave it out/)
    expect(of('summary')).toContain('There is no summary')
  })
})
