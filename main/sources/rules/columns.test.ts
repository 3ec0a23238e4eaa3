import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mapping, POSTING_COLUMNS } from '../../contract/imports.ts'
import { applyMapping, suggestMapping } from './columns.ts'
import { listColumns, sampleAt } from './row-values.ts'

type Row = Record<string, unknown>

const mappingOf = (rows: Row[]) =>
  suggestMapping(
    [...new Set(rows.flatMap(listColumns))].map(name => ({
      name,
      samples: rows.map(row => sampleAt(row, name)),
    })),
  )
const read = (row: Row) => applyMapping(row, mappingOf([row]))
function posting(row: Row) {
  const mapped = read({ title: 'Nurse', company: 'St Elm', ...row })
  if (!mapped.ok) throw new Error(mapped.message)
  return mapped.posting
}

describe('suggestMapping', () => {
  it.each([
    [
      ['Job Title', 'Employer', 'Where', 'Salary', 'Date posted', 'Link'],
      ['title', 'company', 'location_text', 'salary_text', 'posted_at', 'url'],
    ],
    [
      [
        'job_title',
        'employer_name',
        'job_city',
        'job_state',
        'job_country',
        'job_is_remote',
        'job_employment_type',
      ],
      ['title', 'company', 'city', 'province', 'country', 'remote_options', 'job_type'],
    ],
    [
      [
        'jobTitle',
        'companyName',
        'jobGeo',
        'salaryMin',
        'salaryMax',
        'salaryCurrency',
        'salaryPeriod',
        'jobLevel',
      ],
      [
        'title',
        'company',
        'location_text',
        'salary_low',
        'salary_high',
        'compensation_currency',
        'salary_period',
        'seniority_level',
      ],
    ],
    [
      ['title', 'company.display_name', 'location.display_name', 'redirect_url', 'created', 'contract_time'],
      ['title', 'company', 'location_text', 'url', 'posted_at', 'job_type'],
    ],
    [
      [
        'title',
        'hiringOrganization.name',
        'jobLocation.address.addressLocality',
        'datePosted',
        'validThrough',
        'baseSalary.value.minValue',
        'baseSalary.currency',
        'employmentType',
      ],
      [
        'title',
        'company',
        'city',
        'posted_at',
        'closed_at',
        'salary_low',
        'compensation_currency',
        'job_type',
      ],
    ],
    [
      ['Stellenbezeichnung', 'Firma', 'Ort', 'Beschreibung', 'Gehalt'],
      ['title', 'company', 'city', 'description', 'salary_text'],
    ],
    [
      ['Intitulé du poste', 'Entreprise', 'Ville', 'Salaire'],
      ['title', 'company', 'city', 'salary_text'],
    ],
    [
      ['id', 'absolute_url', 'title', 'location.name', 'content', 'first_published', 'company_name'],
      ['id', 'url', 'title', 'location_text', 'description', 'posted_at', 'company'],
    ],
  ])('knows the columns %j', (names, columns) => {
    const { columns: mapped } = suggestMapping(names.map(name => ({ name, samples: [] })))
    expect(Object.fromEntries(columns.map((column, at) => [column, [names[at]]]))).toEqual(mapped)
  })

  it('is not misled by names that the values contradict', () => {
    const mapping = suggestMapping([
      { name: 'position', samples: ['1', '2', '3'] },
      { name: 'job', samples: ['Nurse', 'Driver'] },
      { name: 'company', samples: ['St Elm'] },
      { name: 'state', samples: ['published', 'published'] },
      { name: 'url', samples: ['see board'] },
      { name: 'link', samples: ['https://a.example/1'] },
    ])
    expect(mapping.columns).toEqual({ title: ['job'], company: ['company'], url: ['link'] })
  })

  it('leaves labels and remarks of its own kind alone', () => {
    const names = [
      'title',
      'company',
      'expected.title',
      'expected.salary_low',
      'accept.job_type',
      'label_origin',
    ]
    expect(suggestMapping(names.map(name => ({ name, samples: [] }))).columns).toEqual({
      title: ['title'],
      company: ['company'],
    })
  })

  it('uses every column of the file once at most and answers a valid mapping', () => {
    const names = fc.uniqueArray(
      fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom(...POSTING_COLUMNS)),
    )
    fc.assert(
      fc.property(names, columns => {
        const mapping = suggestMapping(columns.map(name => ({ name, samples: [] })))
        const used = Object.values(mapping.columns).flat()
        expect(new Set(used).size).toBe(used.length)
        expect(Mapping.safeParse(mapping).success).toBe(true)
      }),
    )
  })
})

describe('files of the usual makers', () => {
  it('a schema.org posting', () => {
    const row = {
      '@type': 'JobPosting',
      title: 'Nurse',
      identifier: { '@type': 'PropertyValue', value: 'N-1' },
      hiringOrganization: { '@type': 'Organization', name: 'St Elm', sameAs: 'https://elm.example' },
      jobLocation: [
        { address: { addressLocality: 'Leeds', addressRegion: 'West Yorkshire', addressCountry: 'GB' } },
      ],
      jobLocationType: 'TELECOMMUTE',
      employmentType: ['PART_TIME'],
      datePosted: '2026-09-01',
      validThrough: '2026-10-01T00:00',
      baseSalary: { currency: 'GBP', value: { minValue: 15, maxValue: '17.50', unitText: 'HOUR' } },
      description: '<p>Care</p>',
    }
    expect(read(row)).toMatchObject({
      posting: {
        id: 'N-1',
        company: 'St Elm',
        company_website: 'https://elm.example',
        location_text: 'Leeds, West Yorkshire, GB',
        description: 'Care',
        posted_at: '2026-09-01T00:00:00.000Z',
        closed_at: '2026-10-01T00:00:00.000Z',
        structured: {
          salary_low: 15,
          salary_high: 17.5,
          compensation_currency: 'GBP',
          salary_period: 'hour',
          remote_options: 'remote',
          job_type: 'part-time',
          office_city: 'Leeds',
          office_province: 'West Yorkshire',
          office_country: 'GB',
        },
      },
    })
  })

  it('a table scraped from a network for professionals', () => {
    const row = {
      job_id: '3884428798',
      company_name: 'Acme',
      title: 'Analyst',
      description: 'Count things.',
      max_salary: '90000.0',
      pay_period: 'YEARLY',
      location: 'Austin, TX',
      views: '12.0',
      min_salary: '70000.0',
      formatted_work_type: 'Full-time',
      original_listed_time: '1790208007000.0',
      remote_allowed: '1.0',
      job_posting_url: 'https://network.example/jobs/1',
      formatted_experience_level: 'Entry level',
      closed_time: '',
      currency: 'USD',
    }
    expect(read(row)).toMatchObject({
      posting: {
        id: '3884428798',
        location_text: 'Austin, TX',
        url: 'https://network.example/jobs/1',
        posted_at: '2026-09-24T00:00:07.000Z',
        closed_at: null,
        structured: {
          salary_low: 70000,
          salary_high: 90000,
          compensation_currency: 'USD',
          salary_period: 'year',
          remote_options: 'remote',
          job_type: 'full-time',
          seniority_level: 'junior',
        },
      },
    })
  })

  it('a table of a search over several boards', () => {
    const row = {
      id: 'in-77aa',
      site: 'indeed',
      job_url: 'https://board.example/1',
      job_url_direct: 'https://acme.example/apply',
      title: 'Analyst',
      company: 'Acme',
      location: 'Leeds, ENG, GB',
      date_posted: '2026-09-20',
      job_type: 'fulltime, contract',
      interval: 'yearly',
      min_amount: '40000',
      max_amount: '45000',
      currency: 'GBP',
      is_remote: 'False',
      job_level: 'not applicable',
      company_industry: 'Glass',
      company_url: 'https://board.example/acme',
      company_num_employees: '501 to 1,000',
      skills: '',
    }
    expect(read(row)).toMatchObject({
      posting: {
        id: 'in-77aa',
        source: 'indeed',
        apply_url: 'https://acme.example/apply',
        company_size: '501-1000',
        industry: 'Glass',
        structured: {
          salary_low: 40000,
          salary_high: 45000,
          compensation_currency: 'GBP',
          salary_period: 'year',
          job_type: 'contract',
        },
      },
    })
  })
})

describe('applyMapping', () => {
  it('refuses rows without title or company and says which', () => {
    expect(read({ title: ' ', company: 'Acme' })).toMatchObject({
      ok: false,
      code: 'missing_title',
      column: 'title',
    })
    expect(read({ title: 'Nurse', company: null })).toMatchObject({
      ok: false,
      code: 'missing_company',
      column: 'company',
    })
    expect(read({ title: '', company: '', description: 'Join us' })).toMatchObject({
      ok: false,
      code: 'missing_title',
    })
  })

  it('finds company and title where general habits put them', () => {
    expect(read({ title: 'Fernway: Nurse', company: '' })).toMatchObject({
      posting: { title: 'Nurse', company: 'Fernway' },
    })
    const text = 'Fernway | Data Engineer | Leeds | Hybrid\nWe…'
    expect(read({ title: '', company: '', location: '', description: text })).toMatchObject({
      posting: { title: 'Data Engineer', company: 'Fernway', location_text: 'Leeds', description: text },
    })
    // A company that is there is not replaced.
    expect(read({ title: 'Fernway: Nurse', company: 'Acme' })).toMatchObject({
      posting: { title: 'Fernway: Nurse', company: 'Acme' },
    })
  })

  it('reads clear fields as facts and leaves unclear ones out', () => {
    const row = {
      salary_min: '£45,000',
      salary_max: '60k',
      salary_period: 'annually',
      employment_type: 'Full Time',
      workplaceType: 'hybrid',
      seniority: 'Senior',
      country: 'United Kingdom',
      city: 'Leeds',
      skills: 'SQL, Python; dbt',
    }
    expect(posting(row).structured).toEqual({
      salary_low: 45000,
      salary_high: 60000,
      compensation_currency: 'GBP',
      salary_period: 'year',
      job_type: 'full-time',
      remote_options: 'hybrid',
      seniority_level: 'senior',
      office_country: 'GB',
      office_city: 'Leeds',
      skills: ['SQL', 'Python', 'dbt'],
    })
    expect(
      posting({ salary_min: 0, remote: false, seniority: 'Mid-Senior level', type: 'other' }).structured,
    ).toEqual({})
  })

  it('puts pay in words at the front of the text', () => {
    expect(posting({ salary: '£45k - £60k DOE', description: 'We need you.' }).description).toBe(
      'Salary: £45k - £60k DOE\n\nWe need you.',
    )
    expect(posting({ salary: '£9 <b>', description: '<p>We</p>' })).toMatchObject({
      description_html: '<p>Salary: £9 &lt;b&gt;</p><p>We</p>',
    })
    // "$" belongs to the country of the job, which the patterns know.
    expect(posting({ salary_min: '$90,000', salary_max: '$120,000' })).toMatchObject({
      structured: { salary_low: 90000, salary_high: 120000 },
      description: 'Salary: $90,000 – $120,000',
    })
    expect(posting({ salary_min: 'up to 40k', description: 'x' }).structured).toEqual({ salary_low: 40000 })
  })

  it('does not take predicted pay for stated pay, and turns exchanged ends round', () => {
    expect(posting({ salary_min: 24601, salary_max: 24601, salary_is_predicted: '1' }).structured).toEqual({})
    expect(posting({ salary_min: 60000, salary_max: 45000 }).structured).toEqual({
      salary_low: 45000,
      salary_high: 60000,
    })
    expect(posting({ salary_min: 60000, salary_max: 60 })).toMatchObject({
      structured: {},
      description: 'Salary: 60000 – 60',
    })
  })

  it('weighs several columns of the kind of work', () => {
    expect(posting({ contract_type: 'permanent', contract_time: 'part_time' }).structured).toEqual({
      job_type: 'part-time',
    })
    expect(posting({ remote: false, hybrid: true, on_site: false }).structured).toEqual({
      remote_options: 'hybrid',
    })
  })

  it('cleans HTML and keeps a safe copy of it', () => {
    const dirty = '<p onclick="x()">Care &amp; <b>cure</b></p><script>alert(1)</script><ul><li>days</li></ul>'
    expect(posting({ description: dirty })).toMatchObject({
      description: 'Care & cure\n\n- days',
      description_html: '<p>Care &amp; <b>cure</b></p><ul><li>days</li></ul>',
    })
    expect(posting({ description: 'plain < text' }).description_html).toBeNull()
    expect(posting({ title: 'R&amp;D\n Nurse\u0000' }).title).toBe('R&D Nurse')
  })

  it('joins the sections that a file keeps apart', () => {
    expect(posting({ description: 'About.', requirements: '<p>Care</p>', benefits: 'Tea' })).toMatchObject({
      description: 'About.\n\nCare\n\nTea',
      description_html: '<p>About.</p>\n<p>Care</p>\n<p>Tea</p>',
    })
  })

  it('puts a location together when there is none in one piece', () => {
    expect(posting({ city: 'Leeds', country: 'UK' }).location_text).toBe('Leeds, UK')
    expect(posting({ locations: [{ name: 'Leeds' }, { name: 'York' }] }).location_text).toBe('Leeds; York')
    expect(posting({ cities: ['Leeds', 'York', 'Leeds'] }).location_text).toBe('Leeds; York')
  })

  it('reads dates by what the whole column shows', () => {
    const rows = [
      { title: 'A', company: 'B', posted: '03/04/2026' },
      { title: 'A', company: 'B', posted: '16/04/2026' },
    ]
    expect(applyMapping(rows[0] ?? {}, mappingOf(rows))).toMatchObject({
      posting: { posted_at: '2026-04-03T00:00:00.000Z' },
    })
    expect(posting({ posted: '03/04/2026' }).posted_at).toBeNull()
  })

  it('keeps only web addresses', () => {
    expect(posting({ url: 'javascript:alert(1)', apply_url: 'https://a.example/apply' })).toMatchObject({
      url: 'https://a.example/apply',
      apply_url: 'https://a.example/apply',
    })
  })

  it('answers any row without throwing, and never with an empty title or company', () => {
    const keys = fc.constantFrom(
      'title',
      'company',
      'description',
      'salary_min',
      'url',
      'posted_at',
      'skills',
      '__proto__',
      'city',
      'x',
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), row => {
        const mapping = {
          columns: Object.fromEntries(POSTING_COLUMNS.map(column => [column, [column, 'x.y']])),
          date_order: null,
        }
        for (const mapped of [read(row), applyMapping(row, mapping)]) {
          if (!mapped.ok) continue
          expect(mapped.posting.title.trim()).not.toBe('')
          expect(mapped.posting.company.trim()).not.toBe('')
        }
      }),
    )
  })
})
