import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { Profile } from '../contract/profile.ts'
import type { Db } from '../platform/db/connection.ts'
import { matchOf, profileQueries, readProfile, rematchAfter } from './service.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const stored = () => backend.call('profile.get', {})

describe('the profile', () => {
  it('is empty at first, and is saved with an undo', async () => {
    expect(await stored()).toEqual(Profile.parse({}))
    const { undo } = await backend.call('profile.save', {
      name: 'Sam',
      skills: ['Python', { name: 'Go', years: 2 }],
    })
    expect(await stored()).toMatchObject({
      name: 'Sam',
      skills: [
        { name: 'Python', level: null, years: null, known_as: null },
        { name: 'Go', level: null, years: 2 },
      ],
    })
    expect(backend.events.at(-1)?.type).toBe('profile.changed')
    await backend.call('changes.undo', { changeId: undo?.changeId ?? (0 as never) })
    expect(await stored()).toEqual(Profile.parse({}))
  })

  it('offers no undo where nothing changed', async () => {
    await backend.call('profile.save', { name: 'Sam' })
    expect(await backend.call('profile.save', { name: 'Sam' })).toEqual({ undo: null })
  })

  it('keeps by an undo what was changed again since', async () => {
    const { undo } = await backend.call('profile.save', { name: 'Sam', headline: 'Cook' })
    await backend.call('profile.save', { name: 'Sam', headline: 'Chef' })
    await backend.call('changes.undo', { changeId: undo?.changeId ?? (0 as never) })
    expect(await stored()).toMatchObject({ name: '', headline: 'Chef' })
  })

  it('looks up how postings name a skill', async () => {
    await backend.call('profile.save', { skills: ['Postgres', 'Python', 'Basket weaving'] })
    expect((await stored()).skills.map(({ name, known_as }) => [name, known_as])).toEqual([
      ['Postgres', 'PostgreSQL'],
      ['Python', null],
      ['Basket weaving', null],
    ])
  })

  it.each([
    [{ skills: ['SQL', 'sql'] }, 'skills.1.name', /twice/],
    [{ skills: [{ name: 'SQL', years: 90 }] }, 'skills.0.years', /80 or less/],
    [{ skills: [''] }, 'skills.0.name', /name/],
    [{ salary_min: 50_000 }, 'salary_currency', /currency/],
    [{ links: [{ url: 'javascript:alert(1)' }] }, 'links.0.url', /https/],
    [{ email: 'nobody' }, 'email', /name@example/],
    [{ languages: ['en', 'EN'] }, 'languages.1.language', /twice/],
    [{ work_authorisation: ['Germany'] }, 'work_authorisation.0', /two capital letters/],
    [{ skills: Array.from({ length: 501 }, (_, n) => `S${n}`) }, 'skills', /500/],
  ])('refuses %j at its field', async (profile, field, message) => {
    const error = await backend.refusal('profile.save', profile)
    expect([error.code, error.field]).toEqual(['bad_input', field])
    expect(error.message).toMatch(message)
    expect(await stored()).toEqual(Profile.parse({}))
  })

  it('is read from files of older versions, and without what no longer fits', () => {
    const put = (data: unknown) =>
      backend.context.unit(tx =>
        tx.db
          .sql(
            'INSERT INTO profile (id, data, updated_at) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data',
          )
          .run(JSON.stringify(data), tx.now),
      )
    put({
      name: 'Sam',
      seniority: 'mid',
      skills: ['SQL'],
      languages: ['en'],
      salary_min: 9,
      salary_currency: 'GBP',
    })
    expect(readProfile(backend.db)).toMatchObject({
      skills: [{ name: 'SQL' }],
      languages: [{ language: 'en', level: null }],
    })
    put({ name: 'Sam', skills: [5], seniority: 'wizard', years_of_experience: 4 })
    expect(readProfile(backend.db)).toMatchObject({
      name: 'Sam',
      skills: [],
      seniority: null,
      years_of_experience: 4,
    })
    // Positions stood only in the resume that was imported.
    const extra = {
      basics: { location: { city: 'Leeds', countryCode: 'GB' } },
      work: [{ name: 'Acme', position: 'Cook', startDate: '2019-04-01' }, { position: 5 }],
      projects: [{ name: 'Book' }],
    }
    put({ name: 'Sam', extra })
    expect(readProfile(backend.db)).toMatchObject({
      name: 'Sam',
      location: 'Leeds, GB',
      experience: [{ company: 'Acme', title: 'Cook', start: '2019-04', end: 'present' }],
      extra,
    })
  })

  it('lets jobs be matched again only when what is compared changed', async () => {
    await backend.call('profile.save', { skills: ['Python'] })
    expect(rematchAfter(backend.db)).toBe(0)
    backend.db.sql('UPDATE profile SET rematch_after = NULL').run()
    await backend.call('profile.save', { name: 'Sam', skills: [{ name: 'Python', level: 'expert' }] })
    expect(rematchAfter(backend.db)).toBeNull()
    await backend.call('profile.save', { name: 'Sam', skills: ['Python', 'Go'] })
    expect(rematchAfter(backend.db)).toBe(0)
  })
})

describe('a resume', () => {
  const resume = {
    basics: { name: 'Robin', label: 'Cook' },
    work: [{ name: 'Acme' }],
    skills: [{ name: 'Python' }],
  }
  const text = JSON.stringify(resume)
  const ACME = 'experience:mk7gpzn4lj'
  it('is compared without changing anything, taken by choice, and taken back', async () => {
    await backend.call('profile.save', { name: 'Sam' })
    const before = await stored()
    const { items } = await backend.call('profile.readResume', { text })
    expect(items.map(({ id }) => id)).toEqual(['name', 'headline', ACME, 'skills:python', 'extra'])
    expect(await stored()).toEqual(before)
    const { undo } = await backend.call('profile.importResume', {
      text,
      take: ['skills:python', 'extra', 'none'],
    })
    expect(await stored()).toMatchObject({
      name: 'Sam',
      headline: '',
      skills: [{ name: 'Python' }],
      extra: resume,
    })
    await backend.call('changes.undo', { changeId: undo?.changeId ?? (0 as never) })
    expect(await stored()).toEqual(before)
  })
  it('comes out with its other sections and a name for its file', async () => {
    await backend.call('profile.importResume', {
      text,
      take: ['name', 'headline', ACME, 'skills:python', 'extra'],
    })
    const { fileName, text: out } = await backend.call('profile.exportResume', {})
    expect(fileName).toBe('robin-resume.json')
    expect(JSON.parse(out)).toMatchObject(resume)
  })
  it.each([
    ['not JSON', 'file_not_understood'],
    ['[1]', 'file_not_understood'],
    ['{"a":'.repeat(90_000), 'file_not_understood'],
    [`{"basics":{"name":"${'x'.repeat(600_000)}"}}`, 'bad_input'],
  ])('%.15s… is refused in words and changes nothing', async (bad, code) => {
    for (const procedure of ['profile.readResume', 'profile.importResume'] as const) {
      const error = await backend.refusal(procedure, { text: bad, take: ['name'] })
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/\.$/)
    }
    expect(await stored()).toEqual(Profile.parse({}))
  })
})

describe('matches and recommendations', () => {
  const postings = (...titles: string[]) =>
    jsonl(
      titles.map((title, index) =>
        row({
          id: `r${index}`,
          title: `${title} engineer`,
          company: `Company ${index}`,
          location_text: 'Leeds, UK',
          description: `Full-time. You need ${title}, SQL and Docker. Posting number ${index}.`,
          url: `https://a.example/${index}`,
        }),
      ),
    )
  const list = (input = {}) => backend.call('recommendations.list', input)
  let campaignId: number
  beforeEach(async () => {
    await backend.call('profile.save', {
      skills: ['Python', 'SQL', 'Docker'],
      preferred_locations: ['Leeds, GB'],
    })
    campaignId = (await backend.call('campaigns.create', { name: 'All', query: 'engineer' })).campaignId
  })

  it('match new jobs, list the best first, and say why', async () => {
    await backend.importText(postings('Rust', 'Python', 'Kotlin'), campaignId)
    const { rows, cursor } = await list()
    expect(rows.map(({ job }) => job.title)).toEqual(['Python engineer', 'Kotlin engineer', 'Rust engineer'])
    expect(rows[0]).toMatchObject({ match: 100, why: expect.stringMatching(/all 3 skills.*in Leeds/) })
    expect(rows[0]?.job.match).toBe(100)
    expect(cursor).toBeNull()
  })

  it('page without a gap or a repetition', async () => {
    await backend.importText(postings('Rust', 'Python', 'Kotlin', 'Go', 'Java'), campaignId)
    const seen: number[] = []
    for (let cursor: string | null = null, pages = 0; pages < 9; pages++) {
      const page: Awaited<ReturnType<typeof list>> = await list({ cursor, limit: 2 })
      seen.push(...page.rows.map(({ job }) => job.id))
      cursor = page.cursor
      if (cursor === null) break
    }
    expect(seen).toEqual((await list()).rows.map(({ job }) => job.id))
    expect(new Set(seen).size).toBe(5)
    expect((await list({ cursor: '["nonsense"]' })).rows.length).toBe(5)
  })

  it('leave out what was applied to, rejected, closed or is of a blocked company', async () => {
    await backend.importText(postings('Rust', 'Python', 'Kotlin', 'Go'), campaignId)
    const { rows } = await list()
    const [first, second, third, fourth] = rows.map(({ job }) => job)
    if (!first || !second || !third || !fourth) throw new Error('four jobs were expected')
    await backend.call('applications.setStatus', { jobIds: [first.id], status: 'approved' })
    await backend.call('applications.setStatus', { jobIds: [second.id], status: 'applied' })
    await backend.call('companies.setBlocked', { companyIds: [third.companyId], blocked: true })
    backend.db.sql('UPDATE jobs SET closed_at = ? WHERE id = ?').run('2026-01-01T00:00:00.000Z', fourth.id)
    expect((await list()).rows.map(({ job }) => job.id)).toEqual([first.id])
    await backend.call('applications.setStatus', { jobIds: [first.id], status: 'rejected' })
    expect((await list()).rows).toEqual([])
  })

  it('leave out what was disliked last, until that is taken back', async () => {
    await backend.importText(postings('Rust', 'Python'), campaignId)
    const [first] = (await list()).rows
    const jobId = first?.job.id ?? (0 as never)
    const titles = async () => (await list()).rows.map(({ job }) => job.title)
    const { undo } = await backend.call('feedback.give', { jobId, verdict: 'down' })
    expect(await titles()).toEqual(['Rust engineer'])
    await backend.call('changes.undo', { changeId: undo?.changeId ?? (0 as never) })
    expect(await titles()).toEqual(['Python engineer', 'Rust engineer'])
    await backend.call('feedback.give', { jobId, verdict: 'down' })
    backend.clock.advance(1000)
    await backend.call('feedback.give', { jobId, verdict: 'up' })
    expect(await titles()).toEqual(['Python engineer', 'Rust engineer'])
  })

  it('hold no job that shares no skill, and none below a score of 30', async () => {
    const nursing = row({
      id: 'n',
      title: 'Nurse',
      company: 'Ward',
      location_text: 'Leeds, UK',
      description: 'Full-time. You need Kubernetes and Terraform.',
      url: 'https://a.example/n',
    })
    await backend.importText(`${postings('Rust')}\n${jsonl([nursing])}`, campaignId)
    expect((await list()).rows.map(({ job }) => job.title)).toEqual(['Rust engineer'])
    backend.db.sql('UPDATE matches SET score = 29.99').run()
    expect((await list()).rows).toEqual([])
  })

  it('put jobs of which little could be compared last', async () => {
    const vague = row({
      id: 'v',
      title: 'Helping hand',
      company: 'Vague',
      location_text: 'Leeds, UK',
      description: 'A place in a friendly team.',
      url: 'https://a.example/v',
    })
    await backend.importText(`${postings('Rust')}\n${jsonl([vague])}`, campaignId)
    const { rows } = await list({})
    expect(rows.map(({ lessSure }) => lessSure)).toEqual([false, true])
    const one = await list({ limit: 1 })
    expect((await list({ limit: 1, cursor: one.cursor })).rows[0]?.job.title).toBe('Helping hand')
  })

  it('are read from their index, in its order', async () => {
    await backend.importText(postings('Rust'), campaignId)
    const texts: string[] = []
    const spied: Db = {
      ...backend.db,
      sql: <Row>(text: string) => {
        texts.push(text)
        return backend.db.sql<Row>(text)
      },
    }
    await profileQueries['recommendations.list'](
      { ...backend.context, db: spied },
      { cursor: null, limit: 20 },
    )
    const listed = texts.filter(text => text.includes('FROM matches m'))
    expect(listed.length).toBeGreaterThan(0)
    for (const text of listed) {
      const plan = backend.db.raw
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(...Array((text.match(/\?/g) ?? []).length).fill(1))
        .map(({ detail }) => detail)
      expect(plan[0]).toMatch(
        /^SEARCH m USING INDEX matches_by_score \(status=\? AND less_sure=\? AND score>\? AND score<\?\)$/,
      )
      expect(plan.filter(step => /TEMP B-TREE|^SCAN (?:m|j|b)\b/.test(step))).toEqual([])
    }
  })

  it('tell the same in the job', async () => {
    await backend.importText(postings('Rust'), campaignId)
    const [first] = (await list()).rows
    const view = await backend.call('jobs.get', { jobId: first?.job.id ?? (0 as never) })
    expect(view.match?.score).toBe(first?.match)
    expect(view.match?.score).toBe(matchOf(backend.db, Number(first?.job.id))?.score)
    const sum = view.match?.parts.reduce((all, { points }) => all + Math.round(points * 100), 0)
    expect(sum).toBe(Math.round((view.match?.score ?? 0) * 100))
  })

  it('suggest skills that postings ask for', async () => {
    await backend.importText(postings('Python', 'PyTorch'), campaignId)
    const names = async (text: string) => (await backend.call('profile.skillNames', { text })).names
    expect(await names('py')).toEqual(expect.arrayContaining(['Python', 'PyTorch']))
    expect((await names('PYT'))[0]).toBe('Python')
    expect(await names('%')).toEqual([])
    expect(await names('')).toEqual([])
  })
})
