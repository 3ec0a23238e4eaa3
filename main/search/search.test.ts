import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { rebuildSearchIndex } from '../postings/service.ts'
import { learnOlderWords } from './service.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'First', query: 'engineer' })
  const text = 'A quiet office. We write calm software together.'
  const jobs: [string, string, string, string][] = [
    ['Data Engineer', 'Ardent Systems Ltd', 'London, UK', `${text} You know Kubernetes and PostgreSQL.`],
    ['Nurse', 'Engineer Care', 'Zürich, Switzerland', text],
    ['Baker', 'Bread and Sons', 'Leeds, UK', `${text} No engineer needed here.`],
    ['Bread Taster', 'Night Owls', 'London, UK', `${text} At night.`],
    ['מהנדס תוכנה', 'חברה', 'תל אביב', 'דרוש מהנדס תוכנה עם ניסיון'],
    ['Welder', 'Hidden Works', 'London, UK', `${text} Engineer of metals.`],
  ]
  await backend.importText(
    jsonl(
      jobs.map(([title, company, location_text, description], i) =>
        row({ id: `${i}`, title, company, location_text, description }),
      ),
    ),
    campaignId,
  )
  const { rows } = await backend.call('companies.list', { text: 'Hidden Works' })
  await backend.call('companies.setBlocked', { companyIds: rows.map(one => one.id), blocked: true })
})
afterAll(() => backend.close())

const search = (text: string) => backend.call('search.jobs', { text })
const titles = async (text: string) => (await search(text)).rows.map(({ job }) => job.title)

describe('what a search finds', () => {
  it('puts title and company before place and description, and leaves blocked companies out', async () => {
    expect(await titles('engineer ')).toEqual(['Data Engineer', 'Nurse', 'Baker'])
    expect(await titles('bread ')).toEqual(['Bread Taster', 'Baker'])
  })
  it.each([
    ['company:engineer', ['Nurse']],
    ['title:engineer', ['Data Engineer']],
    ['place:london bread', ['Bread Taster']],
    ['skill:kubernetes', ['Data Engineer']],
    ['engineer -kubernetes', ['Nurse', 'Baker']],
    ['engineer -company:engineer', ['Data Engineer', 'Baker']],
    ['zurich', ['Nurse']],
    ['"calm software" nurse ', ['Nurse']],
    ['"software calm"', []],
    ['מהנדס', ['מהנדס תוכנה']],
    ['🙂', []],
    ['', []],
    ['-engineer', []],
  ])('%s', async (text, expected) => {
    expect(await titles(text)).toEqual(expected)
  })
  it.each([
    '"',
    '((',
    'NEAR(a b)',
    '* OR *',
    '^"x',
    '-'.repeat(10_000),
    '"'.repeat(10_000),
    'ل'.repeat(10_000),
  ])('answers %s without an error', async text => {
    expect(await titles(text)).toEqual([])
  })
})

describe('a mistyped word', () => {
  it.each([
    ['enginere ', 'enginere', 'engineer', 'Data Engineer'],
    ['baekr ', 'baekr', 'baker', 'Baker'],
    ['kubernets ', 'kubernets', 'kubernetes', 'Data Engineer'],
    ['zürihc ', 'zürihc', 'zurich', 'Nurse'],
    ['company:arednt', 'arednt', 'ardent', 'Data Engineer'],
  ])('%s is replaced, and said', async (text, typed, used, first) => {
    const { rows, corrections } = await search(text)
    expect(corrections).toEqual([{ typed, used }])
    expect(rows[0]?.job.title).toBe(first)
  })
  it.each(['engineer', 'bkr ', '"enginere"', 'xylophonist '])('%s is left as it is', async text => {
    expect((await search(text)).corrections).toEqual([])
  })
  it('is put right by the word that stands where it is looked for', async () => {
    // "Baker" is nearer, but no company has it.
    expect((await search('company:bredd')).corrections).toEqual([{ typed: 'bredd', used: 'bread' }])
  })
})

describe('where it was found', () => {
  it.each([
    ['engineer ', ['title', 'company', 'description']],
    ['zurich ', ['place']],
    ['baekr ', ['title']],
  ])('%s', async (text, where) => {
    expect((await search(text)).rows.map(row => row.snippet?.where)).toEqual(where)
  })
  it('shows the words around the hit in the posting', async () => {
    const [first] = (await search('postgresql ')).rows
    expect(first?.snippet).toEqual({
      where: 'description',
      pieces: [
        { text: expect.stringMatching(/Kubernetes and $/), hit: false },
        { text: 'PostgreSQL', hit: true },
        { text: '.', hit: false },
      ],
    })
  })
})

describe('filters in a search', () => {
  it.each([
    ['city:london bread', ['Bread Taster']],
    ['country:ch', ['Nurse']],
    ['country:ch engineer', ['Nurse']],
    ['country:ch company:bread', []],
    ['engineer @applied', []],
    ['@waiting country:ch', ['Nurse']],
    ['at:"Ardent Systems"', ['Data Engineer']],
    ['only:"Hidden Works"', ['Welder']],
    ['campaign:first country:ch', ['Nurse']],
    ['source:file country:ch', ['Nurse']],
    ['found:2d country:ch', ['Nurse']],
    ['found:<2020-01-01', []],
  ])('%s', async (text, expected) => {
    expect(await titles(text)).toEqual(expected)
  })

  it('finds what was put away too, since the question may be whether there was something', async () => {
    const [nurse] = (await search('nurse')).rows
    const jobIds = nurse ? [nurse.job.id] : []
    const { undo } = await backend.call('applications.setStatus', { jobIds, status: 'rejected' })
    expect(await titles('nurse')).toEqual(['Nurse'])
    expect(await titles('nurse country:ch')).toEqual(['Nurse'])
    expect(await titles('nurse @rejected')).toEqual(['Nurse'])
    expect(await titles('nurse @waiting')).toEqual([])
    if (undo) await backend.call('changes.undo', { changeId: undo.changeId })
  })

  it('are read from names and written with them', async () => {
    const { filter, ignored } = await backend.call('search.read', {
      text: 'campaign:FIRST at:"Ardent Systems" source:"Imported file" remote:yes campaign:nothing data',
    })
    expect(ignored).toEqual(['campaign:nothing'])
    expect(filter).toMatchObject({ remote: ['remote'], text: 'data' })
    const { text } = await backend.call('search.write', { filter })
    expect(text).toBe('campaign:First at:"Ardent Systems Ltd" source:"Imported file" remote:remote data')
    expect((await backend.call('search.read', { text })).filter).toEqual(filter)
  })

  it('name what has gone by its number, which then names nothing', async () => {
    const { text } = await backend.call('search.write', { filter: { companyIds: [999 as never] } })
    expect(text).toBe('at:#999')
    expect((await backend.call('search.read', { text })).ignored).toEqual(['at:#999'])
  })

  it('a pay without a currency is in the one that most jobs state', async () => {
    const { filter } = await backend.call('search.read', { text: 'salary:>50k' })
    expect(filter.salary).toMatchObject({ low: 50_000, currency: 'USD' })
  })
})

describe('suggestions', () => {
  const suggest = async (text: string, kinds: ('title' | 'company' | 'skill' | 'place')[] = []) =>
    (await backend.call('search.suggest', { text, kinds })).map(
      one => `${one.kind} ${one.text}${'n' in one ? ` ${one.n}` : ''}`,
    )
  it.each([
    ['bak', ['title Baker 1']],
    ['calm bak', ['title Baker 1']],
    ['ENG', ['title Data Engineer 1', 'company Engineer Care 1']],
    ['data eng', ['title Data Engineer 1']],
    ['calm eng', ['title Data Engineer 1', 'company Engineer Care 1']],
    ['engineer', ['title Data Engineer 1', 'company Engineer Care 1']],
    ['bread', ['title Bread Taster 1', 'company Bread and Sons 1']],
    ['kube', ['skill Kubernetes 1']],
    ['lon', ['place London 2']],
    ['zür', ['place Zurich 1']],
    ['fir', ['campaign First']],
    ['מהנ', ['title מהנדס תוכנה 1']],
    ['hidden', []],
    ['xyz', []],
    ['', []],
    ['"(*', []],
  ])('%s', async (text, expected) => {
    expect(await suggest(text)).toEqual(expected)
  })

  it('are of the kinds that are asked for', async () => {
    expect(await suggest('eng', ['company'])).toEqual(['company Engineer Care 1'])
  })

  it('hold saved views', async () => {
    await backend.call('presets.save', { presetId: null, preset: { name: 'Remote $100k+', filter: {} } })
    expect(await suggest('rem')).toContain('preset Remote $100k+')
    expect(await suggest('100')).toContain('preset Remote $100k+')
  })

  it('tell of a company how often the person applied there, and when last', async () => {
    const [engineer] = (await search('title:engineer')).rows
    const jobIds = engineer ? [engineer.job.id] : []
    await backend.call('applications.setStatus', { jobIds, status: 'applied' })
    const [company] = await backend.call('search.suggest', { text: 'arde' })
    expect(company).toMatchObject({
      kind: 'company',
      text: 'Ardent Systems Ltd',
      applied: { n: 1, lastAt: '2026-03-02T09:00:00.000Z', jobId: jobIds[0] },
    })
  })
})

it('learns the words of jobs that were there before, step by step', async () => {
  backend.db.raw.exec(`DELETE FROM known_words;
    INSERT INTO known_word_parts (known_word_parts) VALUES ('rebuild');
    UPDATE known_words_progress SET before_id = (SELECT max(id) + 1 FROM jobs)`)
  expect((await search('baekr ')).corrections).toEqual([])
  while (backend.context.unit(tx => learnOlderWords(tx.db))) expect(true).toBe(true)
  expect((await search('baekr ')).corrections).toEqual([{ typed: 'baekr', used: 'baker' }])
  expect((await search('kubernets ')).corrections).toEqual([{ typed: 'kubernets', used: 'kubernetes' }])
})

it('makes the parts of known words anew after damage', async () => {
  backend.db.raw.exec("INSERT INTO known_word_parts (known_word_parts) VALUES ('delete-all')")
  expect((await search('baekr ')).corrections).toEqual([])
  rebuildSearchIndex(backend.db.raw, 'known_word_parts')
  expect((await search('baekr ')).rows).toHaveLength(1)
})
