import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CompanyId, JobId } from '../contract/ids.ts'

let backend: TestBackend
const ids = new Map<string, JobId>()
const idOf = (company: string) => ids.get(company) ?? (0 as JobId)

const STACK = 'You know Python, PostgreSQL, Docker, Kubernetes, Terraform and Kafka.'

beforeAll(async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'All', query: 'engineer' })
  const jobs: [company: string, change: Record<string, unknown>][] = [
    ['Self', { title: 'Senior Backend Engineer', location_text: 'Berlin, Germany', description: STACK }],
    ['Twin', { title: 'Senior Backend Engineer', location_text: 'Berlin, Germany', description: STACK }],
    ['Junior', { title: 'Junior Backend Engineer', location_text: 'Paris, France', description: STACK }],
    ['Nurse', { title: 'Nurse', location_text: 'Berlin, Germany', description: 'You care for people.' }],
    ['Blocked', { title: 'Senior Backend Engineer', location_text: 'Berlin, Germany', description: STACK }],
    ['Gone', { title: 'Senior Backend Engineer', location_text: 'Berlin, Germany', description: STACK }],
    [
      '=Sum "Ltd", & Sons',
      { title: '=HYPERLINK("http://x.example")', description: 'You sell ice.\nSalary: £30,000 a year.' },
    ],
    ...['A', 'B', 'C'].map((city): [string, Record<string, unknown>] => [
      'Everywhere',
      {
        title: `Backend Engineer ${city}${city}${city}`,
        location_text: ['Leeds', 'Hull', 'York'][city.charCodeAt(0) - 65],
        description: STACK,
      },
    ]),
  ]
  await backend.importText(
    jsonl(
      jobs.map(([company, change], n) =>
        row({ id: `p-${n}`, company, url: `https://jobs.example/${n}`, ...change }),
      ),
    ),
    campaignId,
  )
  const { rows } = await backend.call('jobs.list', { filter: {}, limit: 200 })
  for (const job of rows) ids.set(job.company, job.id)
  const blocked = rows.find(job => job.company === 'Blocked')?.companyId ?? (0 as CompanyId)
  await backend.call('companies.setBlocked', { companyIds: [blocked], blocked: true })
  await backend.call('applications.setStatus', { jobIds: [idOf('Gone')], status: 'archived' })
})
afterAll(() => backend.close())

describe('jobs like one', () => {
  it('are the same work with the same skills, the nearest first, and say why', async () => {
    const alike = await backend.call('jobs.similar', { jobId: idOf('Self') })
    expect(alike[0]).toMatchObject({
      job: { company: 'Twin' },
      why: expect.stringMatching(/^same title, \d skills in common, also Berlin$/),
    })
    expect(alike.map(({ job }) => job.company)).toContain('Junior')
  })

  it('are not the job itself, other work, archived, or of a blocked company', async () => {
    const companies = (await backend.call('jobs.similar', { jobId: idOf('Self'), limit: 20 })).map(
      ({ job }) => job.company,
    )
    for (const company of ['Self', 'Nurse', 'Blocked', 'Gone']) expect(companies).not.toContain(company)
  })

  it('are at most two of one company', async () => {
    const alike = await backend.call('jobs.similar', { jobId: idOf('Self'), limit: 20 })
    expect(alike.filter(({ job }) => job.company === 'Everywhere').length).toBe(2)
  })

  it('are none for work that nobody else offers', async () => {
    expect(await backend.call('jobs.similar', { jobId: idOf('Nurse') })).toEqual([])
    expect((await backend.refusal('jobs.similar', { jobId: 99_999 })).code).toBe('not_found')
  })
})

describe('an export', () => {
  it('is a table in the order asked for, harmless in a spreadsheet', async () => {
    const { fileName, text } = await backend.call('jobs.export', {
      jobIds: [idOf('=Sum "Ltd", & Sons'), idOf('Self'), 99_999 as JobId],
      format: 'csv',
    })
    expect(fileName).toBe('jobs-2026-03-02.csv')
    const [header, first, second, end, ...rest] = text.split('\r\n')
    expect(header).toBe(
      'title,company,location,status,score,match,salary_low,salary_high,salary_currency,salary_period,remote,job_type,level,posted,found,applied,url',
    )
    expect(first).toMatch(/^"'=HYPERLINK\(""http:\/\/x\.example""\)","'=Sum ""Ltd"", & Sons",/)
    expect(first).toContain(',30000,30000,GBP,year,')
    expect(second).toMatch(
      /^Senior Backend Engineer,Self,"Berlin, Germany",waiting,.*https:\/\/jobs\.example\/0$/,
    )
    expect([end, rest]).toEqual(['', []])
  })

  it('is a list of objects as JSON, as things are', async () => {
    const { fileName, text } = await backend.call('jobs.export', {
      jobIds: [idOf('=Sum "Ltd", & Sons')],
      format: 'json',
    })
    expect(fileName).toBe('jobs-2026-03-02.json')
    expect(JSON.parse(text)).toEqual([
      expect.objectContaining({ title: '=HYPERLINK("http://x.example")', salary_low: 30_000, applied: null }),
    ])
  })
})
