import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Profile, type ProfileInput } from '../../contract/profile.ts'
import { SENIORITY_LEVELS } from '../../contract/values.ts'
import { jobOf } from '../../ranking/rules/test-support.ts'
import { createMatchExplainer, createMatcher, hasMatter, matchBasis, saysNothing } from './match.ts'
import type { MatchableJob } from './part.ts'
import { SHARED_ENOUGH } from './tech.ts'

const profileOf = (own: ProfileInput) => Profile.parse(own)
const matchOf = (own: ProfileInput, job: Partial<MatchableJob>) =>
  createMatcher(profileOf(own))(jobOf(job as never))
const viewOf = (own: ProfileInput, job: Partial<MatchableJob>) =>
  createMatchExplainer(profileOf(own))(jobOf(job as never), matchOf(own, job))
const asked = (...names: string[]) => names.map(name => ({ name, required: true }))

describe('the tech stack', () => {
  const skills = ['Python', { name: 'SQL', level: 'beginner' as const, years: 1 }, 'Docker', 'AWS']
  it('is won by having every skill that is asked, at whatever level', () => {
    expect(matchOf({ skills }, { skills: asked('Python', 'SQL', 'Docker') })).toMatchObject({
      score: 100,
      tech: 1000,
      less_sure: false,
    })
  })
  it('counts a required skill double', () => {
    const nice = (name: string) => ({ name, required: false })
    const lacksNice = matchOf({ skills }, { skills: [...asked('Python', 'SQL'), nice('Go'), nice('Docker')] })
    const lacksRequired = matchOf(
      { skills },
      { skills: [...asked('Python', 'Go'), nice('SQL'), nice('Docker')] },
    )
    expect(lacksNice.tech).toBe(833)
    expect(lacksRequired.tech).toBe(667)
  })
  it('trusts a posting that names one skill less than one that names three', () => {
    expect(matchOf({ skills }, { skills: asked('Python') }).tech).toBe(867)
    expect(matchOf({ skills }, { skills: asked('Go') }).tech).toBe(133)
  })
  it.each([
    [['Go'], false],
    [['Go', 'Rust'], false],
    [['Go', 'Rust', 'C', 'R', 'Lua', 'Perl'], false],
    [['SQL', 'Go', 'Rust', 'C', 'R', 'Lua', 'Perl'], false],
    [['SQL', 'Go', 'Rust', 'C'], true],
    [['SQL', 'Go'], true],
  ])('of %j shares enough: %j', (names, enough) => {
    for (const required of [true, false]) {
      const { tech } = matchOf({ skills }, { skills: names.map(name => ({ name, required })) })
      expect((tech ?? 0) >= SHARED_ENOUGH).toBe(enough)
    }
  })
  it('leaves soft skills out that the profile does not name', () => {
    const soft = { name: 'Teamwork', required: true, kind: 'soft' as const }
    expect(matchOf({ skills }, { skills: [...asked('Python', 'SQL', 'Docker'), soft] }).tech).toBe(1000)
    expect(matchOf({ skills }, { skills: [soft] }).tech).toBeNull()
  })
  it('counts a language that the profile names as a skill that is there, and no other language', () => {
    const tech = (own: ProfileInput, ...names: string[]) => matchOf(own, { skills: asked(...names) }).tech
    const speaks = { skills, languages: ['en', 'zh'] }
    expect(tech(speaks, 'Python', 'SQL', 'English')).toBe(1000)
    expect(tech(speaks, 'Python', 'SQL', 'Docker', 'German')).toBe(1000)
    expect(tech(speaks, 'Python', 'Go', 'Rust')).toBe(tech({ skills }, 'Python', 'Go', 'Rust', 'English'))
    expect(tech(speaks, 'Python', 'Go', 'Mandarin')).toBeGreaterThan(tech({ skills }, 'Python', 'Go') ?? 0)
    expect(tech(speaks, 'English', 'German')).toBeNull()
    expect(viewOf(speaks, { skills: asked('Python', 'Go', 'English', 'German') }).parts[0]?.evidence).toBe(
      'you have 2 of 3 skills asked: English and Python; also requires Go',
    )
    expect(viewOf(speaks, { skills: asked('English') }).parts[0]?.evidence).toBe(
      'only soft skills or languages stated',
    )
  })
  it('knows a skill under the name that postings use', () => {
    const own = { skills: [{ name: 'Postgres', known_as: 'PostgreSQL' }] }
    expect(matchOf(own, { skills: asked('PostgreSQL') }).tech).toBe(867)
  })
  it('says what is there and what is not', () => {
    const evidence = (job: Partial<MatchableJob>) => viewOf({ skills }, job).parts[0]?.evidence
    expect(evidence({ skills: asked('Python', 'SQL') })).toBe('you have all 2 skills asked: Python and SQL')
    expect(evidence({ skills: asked('Python', 'Go') })).toBe(
      'you have 1 of 2 skills asked: Python; also requires Go',
    )
    const plus = { name: 'C', required: false }
    expect(evidence({ skills: [plus, ...asked('Rust', 'Go')] })).toBe(
      'you have none of the 3 skills asked: Go, Rust and C',
    )
    expect(evidence({ skills: asked('Go') })).toBe('you lack the one skill asked: Go')
    expect(evidence({})).toBe('no skills stated')
  })
})

describe('the location', () => {
  const places = { preferred_locations: ['Leeds, GB'], remote_preference: ['hybrid' as const] }
  const leeds = { office_city: 'Leeds', office_country: 'GB', location_text: 'Leeds, UK' }
  it('joins the place and the way of working', () => {
    expect(matchOf(places, { ...leeds, remote_options: 'hybrid' }).location).toBe(1000)
    expect(matchOf(places, { ...leeds, remote_options: 'onsite' })).toMatchObject({
      location: expect.closeTo(755, -1),
      place: expect.stringContaining('in Leeds, as you want; on site, you want hybrid'),
    })
    expect(matchOf(places, leeds).location).toBe(1000)
  })
  it('lowers a job where the person needs a permit, by what the posting says of sponsorship', () => {
    const own = { ...places, work_authorisation: ['DE'] }
    const job = { ...leeds, remote_options: 'hybrid' as const }
    const share = (visa_sponsorship: 'offered' | 'not_offered' | null) =>
      matchOf(own, { ...job, visa_sponsorship })
    expect(share('offered').location).toBe(1000)
    expect(share(null)).toMatchObject({ location: 500, place: expect.stringMatching(/need a permit/) })
    expect(share('not_offered').location).toBe(0)
    expect(matchOf({ ...own, work_authorisation: ['GB'] }, job).location).toBe(1000)
  })
  it('takes a remote job by the countries that it is open to', () => {
    const own = { remote_preference: ['remote' as const], work_authorisation: ['DE'] }
    const remote = (location_text: string) => matchOf(own, { remote_options: 'remote', location_text })
    expect(remote('Remote, Europe').location).toBe(1000)
    const home = { ...own, preferred_locations: ['Remote'] }
    expect(matchOf(home, { remote_options: 'remote', location_text: 'Remote' }).place).toBe(
      'remote, no country named',
    )
    expect(remote('Remote, United States').location).toBe(500)
    expect(remote('Remote').location).toBe(1000)
  })
  it('is unknown where the posting is silent', () => {
    expect(matchOf(places, {})).toMatchObject({ location: null, score: 0 })
  })
})

describe('the experience', () => {
  const own = { seniority: 'mid' as const, years_of_experience: 4 }
  it.each([
    [{ seniority_level: 'mid', years_low: 3 }, 1000],
    [{ seniority_level: 'mid', years_low: null }, 1000],
    [{ seniority_level: 'senior', years_low: null }, 500],
    [{ seniority_level: 'senior', years_low: 8 }, 400],
    [{ seniority_level: 'executive', years_low: 16 }, 25],
    [{ seniority_level: null, years_low: 2 }, 1000],
    [{ seniority_level: null, years_low: 8 }, 250],
  ] as const)('%j is worth %i thousandths to a mid-level person of four years', (job, share) => {
    expect(matchOf(own, job).experience).toBe(share)
  })
  it('compares a level with years by what years usually mean, and trusts it less', () => {
    expect(matchOf({ years_of_experience: 6 }, { seniority_level: 'senior' }).experience).toBe(800)
    expect(matchOf({ seniority: 'senior' }, { years_low: 6 }).experience).toBe(800)
  })
  it('says both sides', () => {
    expect(viewOf(own, { seniority_level: 'senior', years_low: 5 }).parts[2]?.evidence).toBe(
      'asks senior with 5+ years; you are mid-level with 4 years',
    )
    expect(viewOf({ years_of_experience: 1 }, { years_low: 1 }).parts[2]?.evidence).toBe(
      'asks 1+ years; you have 1 year',
    )
  })
})

describe('a match', () => {
  it('spreads the weight of what cannot be compared and is less sure without the tech stack', () => {
    const own = { skills: ['Python'], seniority: 'mid' as const, preferred_locations: ['Leeds, GB'] }
    const match = matchOf(own, { seniority_level: 'mid' })
    expect(match).toMatchObject({ score: 100, less_sure: true, tech: null, location: null })
    expect(viewOf(own, { seniority_level: 'mid' }).parts.map(({ max }) => max)).toEqual([0, 0, 100])
  })
  it('says nothing of a job without any facts, nor for a profile without any', () => {
    expect(saysNothing(matchOf({ skills: ['Python'] }, {}))).toBe(true)
    expect(saysNothing(matchOf({}, { skills: asked('Python') }))).toBe(true)
    expect(hasMatter(profileOf({ name: 'Sam', languages: ['en'] }))).toBe(false)
  })
  it('stays the same while only names and links change', () => {
    const own = profileOf({ skills: ['Python'] })
    expect(matchBasis({ ...own, ...profileOf({ skills: ['Python'], name: 'Sam' }) })).toBe(matchBasis(own))
    expect(matchBasis(profileOf({ skills: [{ name: 'Python', level: 'expert' }] }))).toBe(matchBasis(own))
    expect(matchBasis(profileOf({ skills: ['Go'] }))).not.toBe(matchBasis(own))
    const speaking = (language: string, level: 'basic' | 'fluent') =>
      matchBasis(profileOf({ skills: ['Python'], languages: [{ language, level }] }))
    expect(speaking('en', 'basic')).toBe(speaking('en', 'fluent'))
    expect(speaking('de', 'basic')).not.toBe(speaking('en', 'basic'))
  })
})

const SKILLS = ['English', 'German', 'Python', 'SQL', 'Go', 'C++', 'Teamwork', 'Rust', 'Node.js', '   ', '']
const arbitrarySkill = fc.record({
  name: fc.oneof(fc.constantFrom(...SKILLS), fc.string({ maxLength: 10 })),
  required: fc.boolean(),
  kind: fc.constantFrom('technical' as const, 'soft' as const),
})
const arbitraryJob = fc
  .record({
    skills: fc.array(arbitrarySkill, { maxLength: 12 }),
    seniority_level: fc.constantFrom(null, ...SENIORITY_LEVELS),
    years_low: fc.constantFrom(null, 0, 1, 3, 10, 50, Number.NaN, -4),
    office_city: fc.constantFrom(null, '', 'Leeds', 'Berlin', 'Nowhere'),
    office_country: fc.constantFrom(null, 'GB', 'DE', 'ZZ'),
    location_text: fc.constantFrom('', 'Leeds, UK', 'Remote, Europe', 'a'.repeat(500)),
    remote_options: fc.constantFrom(null, 'remote' as const, 'hybrid' as const, 'onsite' as const),
    visa_sponsorship: fc.constantFrom(null, 'offered' as const, 'not_offered' as const),
  })
  .map((job): MatchableJob => ({ ...jobOf(), ...job }))
const arbitraryProfile = fc
  .record({
    skills: fc.uniqueArray(fc.constantFrom('Python', 'SQL', 'go', 'nodejs', 'Rust'), { maxLength: 5 }),
    languages: fc.uniqueArray(fc.constantFrom('en', 'fr', 'Klingon'), { maxLength: 3 }),
    seniority: fc.constantFrom(null, ...SENIORITY_LEVELS),
    years_of_experience: fc.constantFrom(null, 0, 2.5, 7, 80),
    preferred_locations: fc.uniqueArray(fc.constantFrom('Leeds, GB', 'Remote', 'Germany', '???'), {
      maxLength: 3,
    }),
    remote_preference: fc.uniqueArray(fc.constantFrom('remote' as const, 'onsite' as const), {
      maxLength: 2,
    }),
    work_authorisation: fc.uniqueArray(fc.constantFrom('GB', 'DE'), { maxLength: 2 }),
  })
  .map(own => Profile.parse(own))

describe('any profile and job', () => {
  it('score 0–100, and the points of the parts add up to it', () => {
    fc.assert(
      fc.property(arbitraryProfile, arbitraryJob, (profile, job) => {
        const match = createMatcher(profile)(job)
        expect(match.score).toBeGreaterThanOrEqual(0)
        expect(match.score).toBeLessThanOrEqual(100)
        const view = createMatchExplainer(profile)(job, match)
        const hundredths = (field: 'points' | 'max') =>
          view.parts.reduce((sum, part) => sum + Math.round(part[field] * 100), 0)
        expect(hundredths('points')).toBe(Math.round(view.score * 100))
        expect(hundredths('max')).toBe(saysNothing(match) ? 0 : 10_000)
        for (const part of view.parts) {
          expect(part.points).toBeLessThanOrEqual(part.max)
          expect(part.state === 'unknown').toBe(part.max === 0)
          expect(part.evidence).not.toBe('')
        }
      }),
    )
  })
  it('answer the same again, also in another order', () => {
    fc.assert(
      fc.property(arbitraryProfile, arbitraryJob, fc.nat(), (profile, job, seed) => {
        const turned = <T>(list: readonly T[]) => {
          const at = list.length === 0 ? 0 : seed % list.length
          return [...list.slice(at), ...list.slice(0, at)]
        }
        const once = createMatcher(profile)(job)
        const again = createMatcher({
          ...profile,
          skills: turned(profile.skills),
          work_authorisation: turned(profile.work_authorisation),
        })({ ...job, skills: turned(job.skills) })
        expect(JSON.stringify(again)).toBe(JSON.stringify(once))
      }),
    )
  })
  it('never lose by one more skill in the profile, or one more shared skill in the job', () => {
    fc.assert(
      fc.property(arbitraryProfile, arbitraryJob, arbitrarySkill, (profile, job, skill) => {
        const tech = (match: { tech: number | null }) => match.tech ?? -1
        fc.pre(skill.name.trim() !== '' && job.skills.every(({ name }) => name !== skill.name))
        const grown = {
          ...profile,
          skills: [...profile.skills, { name: skill.name, level: null, years: null, known_as: null }],
        }
        const before = createMatcher(profile)(job)
        if (before.tech !== null) expect(tech(createMatcher(grown)(job))).toBeGreaterThanOrEqual(before.tech)
        const shared = createMatcher(grown)(job)
        const more = createMatcher(grown)({ ...job, skills: [...job.skills, skill] })
        if (shared.tech !== null) expect(tech(more)).toBeGreaterThanOrEqual(shared.tech)
      }),
    )
  })
})
