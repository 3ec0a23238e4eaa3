import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'

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
