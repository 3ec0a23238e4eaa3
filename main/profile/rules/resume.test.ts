import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Profile, type ProfileInput } from '../../contract/profile.ts'
import { resumeOf } from './resume-export.ts'
import { proposalOf, takeFrom } from './resume-import.ts'
import { type Json, readResumeText } from './resume-text.ts'
import { fluencyOf, languageOf, skillLevelOf, yearsOfWork } from './resume-words.ts'

const usualName = (name: string) => (['Python', 'Web Development'].includes(name) ? name : null)
const help = { usualName, today: '2026-03-02' }
const EMPTY = Profile.parse({})
const profileOf = (own: ProfileInput) => Profile.parse(own)
const proposed = (resume: Json, profile = EMPTY) => proposalOf(resume, profile, help)
const takeAll = (resume: Json, profile = EMPTY) =>
  Profile.parse(
    takeFrom(
      resume,
      profile,
      proposed(resume, profile).items.map(({ id }) => id),
      help,
    ),
  )

const RESUME: Json = {
  basics: {
    name: 'Robin Hale',
    label: 'Data engineer',
    image: '',
    email: 'robin@example.org',
    phone: '+44 20 7946 0000',
    url: 'https://robin.example',
    summary: 'Builds pipelines.',
    location: { city: 'Leeds', countryCode: 'GB', postalCode: 'LS1' },
    profiles: [{ network: 'Codeberg', username: 'robin', url: 'https://codeberg.org/robin' }],
  },
  work: [
    { name: 'Acme', position: 'Engineer', startDate: '2018-04', endDate: '2021-03', highlights: ['Did it'] },
    { name: 'Beta', startDate: '2020-06-01', endDate: '' },
  ],
  education: [{ institution: 'Leeds', studyType: 'BSc' }],
  skills: [
    { name: 'Web Development', level: 'Master', keywords: ['HTML', 'CSS'] },
    { name: 'Tools', keywords: ['Git'] },
    { name: 'Python', level: 'Advanced' },
  ],
  languages: [
    { language: 'English', fluency: 'Native speaker' },
    { language: 'Deutsch', fluency: 'B2' },
  ],
  interests: [{ name: 'Rowing' }],
}

describe('the dates of a position', () => {
  const endOf = (endDate: unknown) =>
    takeAll({ work: [{ name: 'Acme', startDate: '2010-01', endDate }] }).experience[0]?.end
  it.each([
    ['June 2019', '2019-06'],
    ['1. Juni 2019', '2019-06'],
    ['févr. 2019', '2019-02'],
    ['2012/06', '2012-06'],
    ['06/2012', '2012-06'],
    ['6.2012', '2012-06'],
    ['2012-06-30', '2012-06'],
    ['2012-06-30T00:00:00.000Z', '2012-06'],
    ['2012', '2012'],
    [2012, '2012'],
    ['2012-13', '2012'],
    ['until further notice', ''],
    ['13/2012', ''],
    ['May to June 2012', ''],
    ['Present', 'present'],
    ['heute', 'present'],
    ['', 'present'],
    [null, 'present'],
    [undefined, 'present'],
  ])('an end written as %j is %j', (endDate, expected) => {
    expect(endOf(endDate)).toBe(expected)
  })
})

describe('a text that should be a resume', () => {
  it.each([
    ['', /nothing in it/],
    ['hello', /not JSON/],
    ['{"basics":', /not JSON/],
    ['%PDF-1.7 …', /document/],
    ['[1, 2]', /not a resume/],
    ['"basics"', /not a resume/],
    ['{"campaigns": []}', /no basics, work, education or skills/],
    ['{"basics": "text"}', /no basics/],
    [`{"basics": {}, "x": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`, /deep/],
    ['{"a":'.repeat(50_000), /deep/],
  ])('%.20s… is refused in words', (text, message) => {
    const read = readResumeText(text)
    expect(read.ok ? '' : read.message).toMatch(message)
  })
  it('may begin with a byte order mark and hold brackets in its texts', () => {
    expect(readResumeText(`\uFEFF{"basics": {"name": "${'['.repeat(500)}"}}`).ok).toBe(true)
  })
})

describe('what a resume proposes', () => {
  it('is every thing that the profile does not say, in words', () => {
    const { items, same, remarks } = proposed(RESUME)
    expect(items.map(({ id, after }) => `${id} = ${after}`)).toEqual([
      'name = Robin Hale',
      'headline = Data engineer',
      'email = robin@example.org',
      'phone = +44 20 7946 0000',
      'summary = Builds pipelines.',
      'location = Leeds, GB',
      'years_of_experience = 8 years, by the dates of its jobs',
      'experience:2bxycr971gd = Engineer, Acme · Apr 2018 – Mar 2021 · 1 point',
      'experience:5lwr2euqwz = Beta · Jun 2020 – now',
      'education:2g4u6sd52io = BSc, Leeds',
      'skills:webdevelopment = Web Development (expert)',
      'skills:html = HTML (expert)',
      'skills:css = CSS (expert)',
      'skills:git = Git',
      'skills:python = Python (advanced)',
      'languages:en = English (native)',
      'languages:de = German (working knowledge)',
      'preferred_locations = Leeds, GB',
      'links:https://robin.example = Website: https://robin.example',
      'links:https://codeberg.org/robin = Codeberg: https://codeberg.org/robin',
      'extra = 1 interest',
    ])
    expect(items.every(({ before }) => before === null)).toBe(true)
    expect([same, remarks]).toEqual([0, []])
  })
  it('names the old beside the new, and passes over what is the same', () => {
    const own = profileOf({
      name: 'Robin Hale',
      headline: 'Engineer',
      skills: [{ name: 'python', level: 'beginner', years: 2 }, 'Git'],
    })
    const { items, same } = proposed(RESUME, own)
    expect(items.find(({ id }) => id === 'headline')).toMatchObject({
      before: 'Engineer',
      after: 'Data engineer',
    })
    expect(items.find(({ id }) => id === 'skills:python')).toMatchObject({
      before: 'python (beginner, 2 years)',
      after: 'python (advanced, 2 years)',
    })
    expect(same).toBe(2)
  })
  it('changes only what is taken', () => {
    const own = profileOf({ name: 'Sam', skills: ['Go'] })
    const taken = takeFrom(RESUME, own, ['skills:python', 'languages:de', 'no such thing'], help)
    expect(taken).toEqual({
      ...own,
      skills: [...own.skills, { name: 'Python', level: 'advanced', years: null, known_as: null }],
      languages: [{ language: 'de', level: 'working' }],
    })
  })
  it('leaves out what does not fit, and says so', () => {
    const { items, remarks } = proposed({
      basics: {
        name: 42,
        email: 'nobody',
        summary: 'x'.repeat(20_000),
        url: 'javascript:alert(1)',
        profiles: [{ network: 'X', url: 'data:text/html,x' }, 7],
      },
      skills: [{ name: '' }, null, 5, { name: '<script>alert(1)</script>' }],
      languages: [{ fluency: 'good' }],
      work: [{ startDate: 'long ago' }, 'x', null],
    })
    expect(items.map(({ id }) => id)).toEqual(['skills:scriptalert1script', 'extra'])
    expect(remarks).toEqual([
      'The name is no text and was left out.',
      'The email address is no email address and was left out.',
      'The summary is too long and was left out.',
      '3 entries below work could not be read.',
      '3 entries among the skills could not be read.',
      '1 language could not be read.',
      'The link “javascript:alert(1)” has no web address that can be opened and was left out.',
      'The link “X” has no web address that can be opened and was left out.',
      'The link “7” has no web address that can be opened and was left out.',
    ])
  })
  it('says of what should be a list and is none that it was left out', () => {
    const { remarks } = proposed({
      basics: { name: 'Sam', profiles: 'https://a.example' },
      work: { name: 'Acme' },
      skills: 'Python, Go',
      languages: 'English',
    })
    const leftOut = (name: string) => `What stands as ${name} is no list and was left out.`
    expect(remarks).toEqual(['work', 'skills', 'languages', 'profiles'].map(leftOut))
    expect(proposed({ skills: [{ name: 'Web', keywords: 'HTML, CSS' }] }).remarks).toEqual([
      'The keywords of 1 entry among the skills are no list and were left out.',
    ])
    expect(proposed({ work: null, skills: '', languages: [], basics: { name: 'Sam' } }).remarks).toEqual([])
  })
  it('takes texts without signs that nobody sees', () => {
    const signs = '\u0000\u0007\u001b\u007f\u0085\u200e\u200f\u202a\u202e\u2066\u2069\ufeff'
    const { name, summary, skills } = takeAll({
      basics: { name: `Sam${signs} Hale${signs}`, summary: `One${signs}\nTwo\tthree` },
      skills: [`${signs}Python`, signs],
    })
    expect([name, summary]).toEqual(['Sam Hale', 'One\nTwo three'])
    expect(skills.map(skill => skill.name)).toEqual(['Python'])
  })
  it('keeps within what a profile holds', () => {
    const many = { skills: Array.from({ length: 700 }, (_, index) => ({ name: `Skill ${index}` })) }
    const { items, remarks } = proposed(many)
    expect(items.filter(({ field }) => field === 'skills').length).toBe(500)
    expect(remarks).toEqual(['200 skills more than a profile holds (500) were left out.'])
    expect(takeAll(many).skills.length).toBe(500)
  })
})

describe('positions, schools and certificates', () => {
  const acme = {
    company: 'Acme Ltd',
    title: 'Engineer',
    start: '2018-04',
    end: '2021-03',
    place: 'Leeds',
    bullets: ['Did it'],
  }
  const said = (work: Json, own: ProfileInput['experience']) =>
    proposed({ work: [work] }, profileOf({ experience: own })).items.filter(
      ({ field }) => field === 'experience',
    )
  it.each([
    [
      'the same by another spelling',
      { name: 'ACME', position: 'engineer', startDate: '2018', endDate: '2021-03-31' },
    ],
    [
      'less of the same',
      { name: 'Acme Ltd.', position: 'Engineer', startDate: '2018-04', endDate: '2021-03' },
    ],
  ])('are not proposed where they say %s', (_, work) => {
    expect(said(work, [acme])).toEqual([])
  })
  it('become one entry where the resume says more of the same', () => {
    const work = {
      name: 'Acme',
      position: 'Engineer',
      startDate: '2018-04',
      endDate: '2022-06',
      highlights: ['a', 'b'],
    }
    const [item, ...others] = said(work, [acme])
    expect(others).toEqual([])
    expect(item).toMatchObject({
      before: 'Engineer, Acme Ltd · Apr 2018 – Mar 2021 · Leeds · 1 point',
      after: 'Engineer, Acme Ltd · Apr 2018 – Jun 2022 · Leeds · 2 points',
    })
    expect(takeAll({ work: [work] }, profileOf({ experience: [acme] })).experience).toEqual([
      { ...acme, end: '2022-06', bullets: ['a', 'b'] },
    ])
  })
  it('stay apart where the title or the time is another', () => {
    for (const other of [{ position: 'Head of Sales' }, { startDate: '2022-01' }, { name: 'Beta' }]) {
      const work = { name: 'Acme', position: 'Engineer', startDate: '2018-04', endDate: '2021-03', ...other }
      expect(said(work, [acme])).toMatchObject([{ before: null }])
    }
  })
  it('take a title that is written otherwise in the same month as the same position', () => {
    expect(said({ name: 'Acme', position: 'Software Engineer', startDate: '2018-04' }, [acme])).toMatchObject(
      [{ before: expect.stringMatching(/^Engineer,/) }],
    )
  })
})

describe('an export', () => {
  const exported = (profile: Profile) => resumeOf(profile, usualName)
  it('gives back what was imported', () => {
    const { meta: _, $schema, ...rest } = exported(takeAll(RESUME))
    expect(rest).toEqual(RESUME)
    expect($schema).toMatch(/jsonresume/)
  })
  it('says what was changed since and nothing that was deleted', () => {
    const profile = takeAll(RESUME)
    const changed = exported({
      ...profile,
      headline: 'Lead engineer',
      phone: '',
      skills: [
        ...profile.skills.filter(({ name }) => name !== 'CSS' && name !== 'Python'),
        { name: 'Python', level: 'expert', years: 9, known_as: null },
        { name: 'Rust', level: null, years: null, known_as: null },
      ],
      languages: [{ language: 'de', level: 'fluent' }],
      links: [{ label: 'Blog', url: 'https://blog.example/' }],
    })
    expect(changed.basics).toEqual({
      ...(RESUME.basics as Json),
      label: 'Lead engineer',
      phone: undefined,
      url: undefined,
      profiles: [{ network: 'Blog', url: 'https://blog.example/' }],
    })
    expect(changed.skills).toEqual([
      { name: 'Web Development', level: 'Master', keywords: ['HTML'] },
      { name: 'Tools', keywords: ['Git'] },
      { name: 'Python', level: 'Expert', years: 9 },
      { name: 'Rust' },
    ])
    expect(changed.languages).toEqual([{ language: 'Deutsch', fluency: 'Fluent' }])
    expect(changed.work).toEqual(RESUME.work)
  })
  it('carries a whole profile to another computer', () => {
    const profile = profileOf({
      name: 'Sam',
      email: 'sam@example.org',
      seniority: 'senior',
      years_of_experience: 7.5,
      skills: [{ name: 'C++', level: 'expert', years: 6 }, 'Go'],
      preferred_locations: ['Leeds, GB', 'Remote'],
      remote_preference: ['remote', 'hybrid'],
      salary_min: 60_000,
      salary_currency: 'GBP',
      languages: [{ language: 'en', level: 'native' }, 'Klingon'],
      work_authorisation: ['GB', 'IE'],
      location: 'Leeds, GB',
      experience: [
        {
          company: 'Acme',
          title: 'Cook',
          start: '2019-02',
          end: 'present',
          place: 'Leeds',
          bullets: ['Cooked', 'Served'],
        },
        { company: 'Acme', title: 'Helper', start: '2018', end: '2019-02' },
      ],
      education: [{ school: 'Leeds College', degree: 'Diploma in Catering', end: '2017', place: 'Leeds' }],
      certificates: [{ name: 'Food Safety', issuer: 'City', date: '2020-05' }],
      links: [{ label: 'Blog', url: 'https://blog.example/' }],
    })
    const there = takeAll(exported(profile))
    expect({ ...there, extra: {} }).toEqual(profile)
  })
})

const word = fc.oneof(
  fc.constantFrom('Python', 'python', 'Git', 'C++', 'Web Development', ' Go '),
  fc.string({ maxLength: 8 }),
)
const anything = fc.jsonValue({ maxDepth: 2 })
const odd = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: usual }, anything)
const record = (model: Record<string, fc.Arbitrary<unknown>>) => fc.record(model, { requiredKeys: [] })
const arbitraryResume = record({
  basics: record({
    name: odd(word),
    label: odd(word),
    email: odd(fc.constantFrom('a@b.example', ' a@b.example ', 'a@b', '')),
    url: odd(fc.constantFrom('https://a.example', 'a.example', 'javascript:x')),
    location: odd(record({ city: word, countryCode: fc.constantFrom('GB', 'de') })),
    profiles: odd(
      fc.array(odd(record({ network: word, url: fc.constantFrom('https://x.example', '?') })), {
        maxLength: 4,
      }),
    ),
  }),
  work: odd(
    fc.array(
      odd(
        record({
          name: word,
          position: word,
          startDate: fc.constantFrom('2018', '2018-04', '2030-01-01'),
          endDate: fc.constantFrom('', '2021', '2021-13'),
          highlights: odd(fc.array(odd(word), { maxLength: 2 })),
        }),
      ),
      { maxLength: 4 },
    ),
  ),
  education: odd(
    fc.array(
      odd(record({ institution: word, studyType: word, area: word, endDate: odd(fc.constant('2019')) })),
      {
        maxLength: 3,
      },
    ),
  ),
  certificates: odd(fc.array(odd(record({ name: word, issuer: word })), { maxLength: 3 })),
  skills: odd(
    fc.array(
      odd(
        record({
          name: word,
          level: fc.constantFrom('Master', 'beginner', '?'),
          years: fc.constantFrom(3, -1),
          keywords: fc.array(odd(word), { maxLength: 4 }),
        }),
      ),
      { maxLength: 6 },
    ),
  ),
  languages: odd(
    fc.array(odd(record({ language: fc.constantFrom('English', 'en', 'Klingon', ''), fluency: word })), {
      maxLength: 5,
    }),
  ),
  interests: anything,
}) as fc.Arbitrary<Json>

/** Text as JSON tells it: -0 is 0 and undefined is nothing. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('any resume', () => {
  it('comes out as it went in, after everything was taken', () => {
    fc.assert(
      fc.property(
        arbitraryResume.filter(resume => Object.keys(resume).length > 0),
        given => {
          const resume = plain(given) as Json
          const out = resumeOf(takeAll(resume), usualName)
          const { $schema: _, meta: __, ...rest } = plain(out) as Json
          expect(rest).toEqual(resume)
        },
      ),
      { numRuns: 300 },
    )
  })
  it('proposes nothing more once it was taken', () => {
    fc.assert(
      fc.property(arbitraryResume, resume => {
        expect(proposed(resume, takeAll(resume)).items).toEqual([])
      }),
    )
  })
})

it.each([
  ['English', 'en'],
  ['Englisch (Muttersprache)', 'en'],
  ['français', 'fr'],
  ['Mandarin Chinese', 'zh'],
  ['Brazilian', 'Brazilian'],
  ['de', 'de'],
])('the language %s is %s', (name, code) => {
  expect(languageOf(name)).toBe(code)
})

it.each([
  ['Native speaker', 'native'],
  ['C1', 'fluent'],
  ['Full Professional Proficiency', 'fluent'],
  ['Limited working proficiency', 'basic'],
  ['Conversational', 'working'],
  ['A2', 'basic'],
  ['★★★', null],
])('the fluency %s is %s', (words, level) => {
  expect(fluencyOf(words)).toBe(level)
})

it.each([
  ['Master', 'expert'],
  ['Proficient', 'advanced'],
  ['Intermediate', 'intermediate'],
  ['Basic knowledge', 'beginner'],
  ['80%', null],
  [5, null],
])('the skill level %s is %s', (words, level) => {
  expect(skillLevelOf(words)).toBe(level)
})

describe('years of work', () => {
  const years = (...work: unknown[]) => yearsOfWork(work, '2026-03-02')
  it('count overlaps once and jobs that go on until today', () => {
    expect(years({ startDate: '2018-04', endDate: '2021-03' }, { startDate: '2020-06', endDate: '' })).toBe(8)
    expect(years({ startDate: '2020', endDate: '2021' })).toBe(2)
  })
  it('are unknown without dates, and no future counts', () => {
    expect(years({ startDate: 'x' }, {})).toBeNull()
    expect(years({ startDate: '2030-01', endDate: '2040-01' })).toBeNull()
    expect(years({ startDate: '2025-09-01', endDate: '2090-01' })).toBe(0)
  })
})
