import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Profile, type ProfileInput } from '../../../contract/profile.ts'
import type { ParsedResume, TakenItem } from '../../../contract/resumes.ts'
import { editedChange } from './edited.ts'
import { reviewOf } from './items.ts'
import { takenBack } from './take-back.ts'
import { found, job, resumeOf } from './test-support.ts'

const usual = (name: string): string | null =>
  ({ python: 'Python', postgres: 'PostgreSQL', postgresql: 'PostgreSQL' })[name.toLowerCase()] ?? null
const profileOf = (own: ProfileInput = {}) => Profile.parse(own)
const review = (resume: ParsedResume, own: ProfileInput | Profile = {}) =>
  reviewOf({ resume, byModel: new Set() }, profileOf(own), usual)
const itemsOf = (resume: ParsedResume, own: ProfileInput | Profile = {}) =>
  review(resume, own).changes.map(({ item }) => item)
const takeAll = (resume: ParsedResume, own: ProfileInput = {}) =>
  Profile.parse(review(resume, own).changes.reduce((now, { change }) => change.apply(now), profileOf(own)))
const nothing: ParsedResume = {
  ...resumeOf(),
  ...{ name: null, headline: null, email: null, phone: null, location: null, summary: null },
  ...{ links: [], skills: [], experience: [], education: [], certificates: [], languages: [] },
  ...{ years_of_experience: null, seniority: null },
}

describe('a review', () => {
  it('proposes each thing with its place, its confidence and what stands there now', () => {
    const items = itemsOf(resumeOf(), { name: 'R. Hale', location: 'Leeds, UK' })
    expect(items.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', 'R. Hale', 'Robin Hale'],
      ['headline', null, 'Data engineer'],
      ['email', null, 'robin@example.org'],
      ['phone', null, '+44 20 7946 0018'],
      ['summary', null, 'Builds pipelines that people trust.'],
      ['seniority', null, 'Senior'],
      ['years_of_experience', null, '9.7 years'],
      ['experience', null, 'Data Engineer, Northwind Traders · Mar 2019 – now · Leeds · 2 points'],
      ['experience', null, 'Analyst, Contoso · 2016 – Feb 2019 · Leeds'],
      ['education', null, 'BSc Mathematics, University of Leeds · 2013 – 2016'],
      ['certificates', null, 'Scrum Master, Scrum.org · May 2020'],
      ['skills', null, 'Python'],
      ['skills', null, 'Postgres'],
      ['languages', null, 'German (working knowledge)'],
      ['links', null, 'GitHub: https://github.com/robinhale'],
    ])
    expect(items.every(({ spots }) => spots.length === 1)).toBe(true)
    expect(items.find(({ after }) => after === 'Postgres')?.confidence).toBe(0.4)
    expect(items.filter(({ editable }) => !editable).map(({ field }) => field)).toEqual(['seniority'])
  })
  it('counts what the profile has already, also under another spelling', () => {
    const { changes, same } = review(resumeOf(), {
      skills: ['PostgreSQL', 'python'],
      links: [{ label: 'Code', url: 'http://www.github.com/robinhale/' }],
      years_of_experience: 9.6,
      experience: [job({ company: 'NORTHWIND TRADERS LTD', title: 'Data engineer' })],
    })
    expect(same).toBe(5)
    expect(changes.some(({ item }) => ['skills', 'links', 'years_of_experience'].includes(item.field))).toBe(
      false,
    )
  })
  it('says more of a position that is known instead of listing it twice', () => {
    const own = { experience: [job({ end: '2020-01', place: 'York', bullets: [] })] }
    const [item] = itemsOf(resumeOf(), own).filter(({ field }) => field === 'experience')
    expect(item?.before).toMatch(/Jan 2020 · York$/)
    expect(item?.parts.filter(({ before, after }) => before !== after)).toEqual([
      { name: 'end', before: '2020-01', after: 'present' },
      { name: 'place', before: 'York', after: 'Leeds' },
      { name: 'bullets', before: '', after: 'Built pipelines\nLed a team of four' },
    ])
    expect(takeAll(resumeOf(), own).experience).toHaveLength(2)
  })
  it('has ids that name the content, whatever the profile says', () => {
    const before = itemsOf(resumeOf())
    const after = itemsOf(resumeOf({ name: found('Robin Hayle'), experience: [found(job({ end: '2024' }))] }))
    const idOf = (items: typeof before, field: string) => items.find(item => item.field === field)?.id
    expect(idOf(after, 'name')).not.toBe(idOf(before, 'name'))
    expect(idOf(after, 'experience')).not.toBe(idOf(before, 'experience'))
    expect(idOf(after, 'email')).toBe(idOf(before, 'email'))
    expect(idOf(itemsOf(resumeOf(), { name: 'Sam' }), 'name')).toBe(idOf(before, 'name'))
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length)
  })
  it('leaves out with a word what a profile cannot hold, and drops what is no address', () => {
    const { changes, remarks } = review({
      ...nothing,
      name: found('x'.repeat(300)),
      email: found('robin at example'),
      links: [found({ label: 'X', url: 'javascript:alert(1)' })],
      experience: [found(job({ company: '', title: '' }))],
    })
    expect(changes).toEqual([])
    expect(remarks).toEqual([
      'The name is too long and was left out.',
      'The email address is no email address and was left out.',
      '1 position could not be read.',
    ])
  })
  it('proposes nothing more once all was taken', () => {
    const name = fc.constantFrom('Acme', 'Acme Ltd', 'Beta', '')
    const date = fc.constantFrom('', '2018', '2018-04', '2020-01')
    const entry = fc.record({ company: name, title: name, start: date, end: date }).map(job)
    const any = fc.record({
      experience: fc.array(
        entry.map(value => found(value)),
        { maxLength: 5 },
      ),
      skills: fc.array(
        fc
          .constantFrom('Postgres', 'PostgreSQL', 'python', 'Go', ' ')
          .map(each => found({ name: each, group: '' })),
        { maxLength: 5 },
      ),
      languages: fc.array(
        fc
          .record({
            language: fc.constantFrom('German', 'Deutsch', 'Klingon'),
            level: fc.constantFrom('basic' as const, null),
          })
          .map(value => found(value)),
        { maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(any, change => {
        const resume = { ...nothing, ...change }
        expect(itemsOf(resume, takeAll(resume))).toEqual([])
      }),
    )
  })
})

describe('a thing that the person writes otherwise', () => {
  const own = { skills: ['PostgreSQL'], experience: [job({ end: '2020-01' })] }
  const edit = (field: string, taken: Omit<TakenItem, 'id'>, at = 0) => {
    const change = review(resumeOf({ skills: [found({ name: 'Pythn', group: '' })] }), own).changes.filter(
      ({ item }) => item.field === field,
    )[at]
    if (!change) throw new Error(`There is no ${field}`)
    const edited = editedChange(change.change, { id: change.item.id, ...taken }, usual)
    return edited.ok ? { ...edited, profile: edited.apply(profileOf(own)) } : edited
  }
  it.each([
    ['name', { text: ' Robin Hale-Moss ' }, { name: 'Robin Hale-Moss' }],
    ['years_of_experience', { text: '8,5 years' }, { years_of_experience: 8.5 }],
    ['skills', { text: 'Python' }, { skills: [{ name: 'PostgreSQL' }, { name: 'Python' }] }],
    ['skills', { text: 'Postgres' }, { skills: [{ name: 'PostgreSQL' }] }],
    ['languages', { text: 'Dutch (fluent)' }, { languages: [{ language: 'nl', level: 'fluent' }] }],
    [
      'links',
      { text: 'Blog: robin.example/blog' },
      { links: [{ label: 'Blog', url: 'https://robin.example/blog' }] },
    ],
    [
      'experience',
      { parts: { title: 'Lead', end: '2023' } },
      { experience: [{ title: 'Lead', end: '2023', place: 'Leeds' }] },
    ],
  ])('%s takes %j', (field, taken, expected) => {
    expect(edit(field, taken)).toMatchObject({ ok: true, profile: expected })
  })
  it.each([
    ['email', { text: 'robin' }, null, /name@example/],
    ['name', { text: 'x'.repeat(201) }, null, /200/],
    ['years_of_experience', { text: 'many' }, null, /number/],
    ['languages', { text: 'German (so so)' }, null, /basic, working/],
    ['links', { text: 'javascript:alert(1)' }, null, /https/],
    ['experience', { parts: { start: 'March' } }, 'start', /2021-04/],
    ['experience', { parts: { company: '', title: ' ' } }, 'company', /who it was for/],
    ['seniority', { text: 'God' }, null, /as it is/],
  ])('%s refuses %j at its part', (field, taken, part, message) => {
    expect(edit(field, taken)).toEqual({ ok: false, part, message: expect.stringMatching(message) })
  })
})

describe('taking a review back', () => {
  const before = profileOf({ name: 'Sam', skills: ['Go'], experience: [job({ end: '2020' })] })
  const after = takeAll(resumeOf(), before)
  it('restores the profile exactly', () => {
    expect(takenBack(after, before, after)).toEqual(before)
  })
  it('keeps what was done by hand since', () => {
    const now = profileOf({ ...after, headline: 'Chef', skills: [...after.skills, 'Rust'], links: [] })
    const back = takenBack(now, before, after)
    expect(back).toMatchObject({ name: 'Sam', headline: 'Chef', links: [] })
    expect(back.skills.map(({ name }) => name)).toEqual(['Go', 'Rust'])
    expect(back.experience).toEqual(before.experience)
  })
  it('brings nothing back beside what was edited since', () => {
    const own = profileOf({
      languages: [{ language: 'de', level: 'basic' }],
      skills: [{ name: 'Python', years: 2 }, 'Go'],
      experience: [
        job({ end: '2020' }),
        job({ company: 'Fabrikam', title: 'Clerk', start: '2010', end: '2011' }),
      ],
    })
    const took = profileOf({
      ...own,
      languages: [{ language: 'de', level: 'working' }],
      skills: [{ name: 'Python', years: 5 }, 'Go', 'Rust'],
      experience: [job({ end: '2023-04' }), ...own.experience.slice(1)],
    })
    const edited = profileOf({
      ...took,
      languages: [{ language: 'de', level: 'fluent' }],
      skills: [{ name: 'Python', years: 6 }, 'Go', 'Rust'],
      experience: [job({ title: 'Data engineering lead', end: '2023-05' }), ...own.experience.slice(1)],
    })
    expect(takenBack(edited, own, took)).toEqual({ ...edited, skills: edited.skills.slice(0, 2) })
  })
  it('puts what was replaced back in its place beside other edits', () => {
    const other = job({ company: 'Fabrikam', title: 'Clerk', start: '2010', end: '2011' })
    const own = profileOf({ experience: [job({ end: '2020' }), other] })
    // Nothing of what was taken speaks of the same: its place does.
    const took = profileOf({ experience: [job({ title: 'Chef', company: 'Inn' }), other] })
    const now = profileOf({ experience: [...took.experience.slice(0, 1), { ...other, place: 'York' }] })
    expect(takenBack(now, own, took).experience).toEqual([own.experience[0], now.experience[1]])
  })
  it('leaves a profile that can be saved, whatever was done since', () => {
    const levels = fc.constantFrom('basic' as const, 'working' as const, 'fluent' as const)
    const languages = fc.uniqueArray(
      fc.record({ language: fc.constantFrom('de', 'fr', 'nl', 'es'), level: levels }),
      { selector: ({ language }) => language },
    )
    fc.assert(
      fc.property(languages, languages, languages, (was, became, is) => {
        const [own, took, now] = [was, became, is].map(each => profileOf({ languages: each }))
        if (own && took && now) expect(Profile.safeParse(takenBack(now, own, took)).success).toBe(true)
      }),
    )
  })
})
