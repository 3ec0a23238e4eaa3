import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ImportedPosting } from '../../../contract/imports.ts'
import { readTree } from '../page-tree.ts'
import { structuredPostings } from './postings.ts'

const PAGE = 'https://careers.tidemark.example/jobs/harbour-pilot'

const block = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

function postingsIn(html: string): ImportedPosting[] {
  return structuredPostings(readTree(html), PAGE).postings
}

/** The one posting of a page whose JSON-LD has these fields. */
function read(fields: Record<string, unknown>): ImportedPosting {
  const [posting, ...others] = postingsIn(
    block({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Harbour Pilot',
      hiringOrganization: { '@type': 'Organization', name: 'Tidemark' },
      ...fields,
    }),
  )
  if (posting === undefined || others.length > 0) throw new Error(`not one posting: ${others.length}`)
  return posting
}

const place = (address: Record<string, unknown>) => ({
  '@type': 'Place',
  address: { '@type': 'PostalAddress', ...address },
})

describe('finding postings', () => {
  const job = (title: string) => ({ '@type': 'JobPosting', title, hiringOrganization: 'Tidemark' })

  it.each([
    ['alone', job('Pilot')],
    ['in a list', [{ '@type': 'Organization', name: 'Tidemark' }, job('Pilot')]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, job('Pilot')] }],
    ['in the main entity of a page', { '@type': 'WebPage', mainEntity: job('Pilot') }],
    [
      'in a list of items',
      { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: job('Pilot') }] },
    ],
    ['with several types', { ...job('Pilot'), '@type': ['Thing', 'JobPosting'] }],
    ['with its type as an address', { ...job('Pilot'), '@type': 'http://schema.org/JobPosting' }],
  ])('%s', (_what, value) => {
    expect(postingsIn(block(value)).map(one => one.title)).toEqual(['Pilot'])
  })

  it('answers all of a page, each once', () => {
    const html =
      block([job('Pilot'), job('Stevedore')]) + block(job('Pilot')) + block({ '@type': 'JobPosting' })
    const found = structuredPostings(readTree(html), PAGE)
    expect(found.postings.map(one => one.title)).toEqual(['Pilot', 'Stevedore'])
    expect(found.untitled).toBe(1)
  })

  it('counts blocks that cannot be read and reads the others', () => {
    const found = structuredPostings(readTree(block('{"@type":') + block(job('Pilot'))), PAGE)
    expect(found).toMatchObject({ broken: 1, postings: [{ title: 'Pilot' }] })
  })

  it('follows a reference to the organization', () => {
    const graph = {
      '@graph': [
        { ...job('Pilot'), hiringOrganization: { '@id': '#us' } },
        { '@id': '#us', '@type': 'Organization', name: 'Tidemark', sameAs: 'https://tidemark.example' },
      ],
    }
    expect(postingsIn(block(graph))[0]).toMatchObject({
      company: 'Tidemark',
      company_website: 'https://tidemark.example',
    })
  })

  it('reads microdata where there is no JSON-LD', () => {
    const html = `<div itemscope itemtype="http://schema.org/JobPosting">
      <h1 itemprop="title">Dock Planner</h1>
      <div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization">
        <span itemprop="name">Tidemark</span><a itemprop="sameAs" href="https://tidemark.example">site</a></div>
      <span itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">
        <span itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
          <span itemprop="addressLocality">Rotterdam</span>, <meta itemprop="addressCountry" content="NL"></span></span>
      <time itemprop="datePosted" datetime="2026-10-05">last week</time>
      <div itemprop="description"><p>Plan <b>berths</b>.</p><ul><li>Tides</li></ul></div></div>`
    expect(postingsIn(html)).toMatchObject([
      {
        title: 'Dock Planner',
        company: 'Tidemark',
        company_website: 'https://tidemark.example',
        location_text: 'Rotterdam, Netherlands',
        structured: { office_city: 'Rotterdam', office_country: 'NL' },
        posted_at: '2026-10-05T00:00:00.000Z',
        description: 'Plan berths.\n\n- Tides',
        url: PAGE,
      },
    ])
  })

  it('finds nothing in a page without', () => {
    expect(postingsIn(`<h1>Jobs</h1>${block({ '@type': 'Organization', name: 'Tidemark' })}`)).toEqual([])
  })
})

describe('places', () => {
  it('one address', () => {
    expect(
      read({ jobLocation: place({ addressLocality: 'Leith', addressRegion: '-', addressCountry: 'GB' }) }),
    ).toMatchObject({
      location_text: 'Leith, United Kingdom',
      structured: { office_city: 'Leith', office_country: 'GB' },
    })
    expect(
      read({ jobLocation: place({ addressLocality: 'Leith', addressRegion: '-' }) }).structured,
    ).not.toHaveProperty('office_province')
  })

  it('several addresses: only what they share is a fact', () => {
    expect(
      read({
        jobLocation: [
          place({ addressLocality: 'Hamburg', addressCountry: 'DE' }),
          place({ addressLocality: 'Kiel', addressCountry: { '@type': 'Country', name: 'Germany' } }),
        ],
      }),
    ).toMatchObject({
      location_text: 'Hamburg, Germany; Kiel, Germany',
      structured: { office_country: 'DE' },
    })
  })

  it('an address as text, a place as text, a place with a name', () => {
    expect(read({ jobLocation: { '@type': 'Place', address: 'Quay 4, Cork, Ireland' } }).location_text).toBe(
      'Quay 4, Cork, Ireland',
    )
    expect(read({ jobLocation: 'Cork' }).location_text).toBe('Cork')
    expect(read({ jobLocation: { '@type': 'Place', name: 'Cork Harbour' } }).location_text).toBe(
      'Cork Harbour',
    )
  })

  it('a company in place of a town is no town', () => {
    expect(
      read({ jobLocation: place({ addressLocality: 'Tidemark', addressCountry: 'IE' }) }).location_text,
    ).toBe('Ireland')
  })

  it('remote from anywhere', () => {
    expect(
      read({
        jobLocationType: 'TELECOMMUTE',
        jobLocation: place({
          addressLocality: 'Anywhere',
          addressRegion: 'Anywhere',
          addressCountry: 'Anywhere',
        }),
      }),
    ).toMatchObject({ location_text: 'Remote', structured: { remote_options: 'remote' } })
  })

  it('remote from some countries', () => {
    expect(
      read({
        jobLocationType: 'TELECOMMUTE',
        applicantLocationRequirements: { '@type': 'Country', name: 'USA' },
      }),
    ).toMatchObject({
      location_text: 'Remote, United States',
      description: 'Open to applicants in: United States',
      structured: { remote_options: 'remote' },
    })
    const countries = ['AT', 'BE', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'IE', 'IT']
    const many = read({
      jobLocationType: 'TELECOMMUTE',
      jobLocation: countries.map(code => place({ addressCountry: code })),
    })
    expect(many.location_text).toBe('Remote (10 countries)')
    expect(many.description).toContain('Open to applicants in: Austria, Belgium, Czechia,')
    expect(many.structured).toEqual({ remote_options: 'remote' })
  })

  it('remote with the company’s town: the town is shown and is no fact', () => {
    expect(
      read({
        jobLocationType: 'TELECOMMUTE',
        jobLocation: place({ addressLocality: 'Oslo', addressCountry: 'NO' }),
        applicantLocationRequirements: [{ name: 'Norway' }, { name: 'Sweden' }],
      }),
    ).toMatchObject({
      location_text: 'Oslo, Norway',
      structured: { remote_options: 'remote', office_country: 'NO' },
      description: 'Open to applicants in: Norway, Sweden',
    })
  })
})

describe('pay', () => {
  const pay = (baseSalary: unknown, more: Record<string, unknown> = {}) => read({ baseSalary, ...more })

  it.each([
    [
      'a range',
      { currency: 'EUR', value: { minValue: 52000, maxValue: 61000, unitText: 'YEAR' } },
      { salary_low: 52000, salary_high: 61000, compensation_currency: 'EUR', salary_period: 'year' },
    ],
    [
      'one value as text with a unit code',
      { currency: 'USD', value: '55000', unitCode: 'ANN' },
      { salary_low: 55000, salary_high: 55000, compensation_currency: 'USD', salary_period: 'year' },
    ],
    [
      'a value inside a quantity',
      { currency: 'GBP', value: { '@type': 'QuantitativeValue', value: 24.5, unitText: 'per hour' } },
      { salary_low: 24.5, salary_high: 24.5, compensation_currency: 'GBP', salary_period: 'hour' },
    ],
    [
      'amounts as texts the wrong way round',
      { currency: 'GBP', value: { minValue: '61,000', maxValue: '52,000', unitCode: 'ANN' } },
      { salary_low: 52000, salary_high: 61000, compensation_currency: 'GBP', salary_period: 'year' },
    ],
    [
      'ends on the amount itself',
      { currency: 'SEK', minValue: 41000, maxValue: 48000, unitText: 'MON' },
      { salary_low: 41000, salary_high: 48000, compensation_currency: 'SEK', salary_period: 'month' },
    ],
    [
      'only a lower end',
      { currency: 'USD', value: { minValue: 90000, maxValue: 0, unitText: 'YEAR' } },
      { salary_low: 90000, compensation_currency: 'USD', salary_period: 'year' },
    ],
    [
      'a list by place',
      [
        { currency: 'USD', value: { minValue: 100000, maxValue: 120000, unitText: 'YEAR' } },
        { currency: 'USD', value: { minValue: 110000, maxValue: 140000, unitText: 'YEAR' } },
      ],
      { salary_low: 100000, salary_high: 140000, compensation_currency: 'USD', salary_period: 'year' },
    ],
  ])('%s', (_what, baseSalary, facts) => {
    expect(pay(baseSalary).structured).toEqual(facts)
  })

  it('a number takes the currency of the posting', () => {
    expect(pay(47000, { salaryCurrency: 'EUR' }).structured).toEqual({
      salary_low: 47000,
      salary_high: 47000,
      compensation_currency: 'EUR',
    })
  })

  it.each([
    ['$75k - 125k', 'Salary: $75k - 125k'],
    [{ currency: 'EUR', value: 'Competitive' }, 'Salary: Competitive EUR'],
    [{ currency: 'USD', value: { value: 2400, unitText: 'BIWEEKLY' } }, 'Salary: 2,400 USD biweekly'],
    [{ currency: 'USD', value: { minValue: 28, maxValue: 34, unitText: 'YEAR' } }, 'Salary: 28 - 34 USD'],
  ])('%j is left to the patterns as %j', (baseSalary, words) => {
    const posting = pay(baseSalary, { description: 'Steer ships.' })
    expect(posting.structured).toEqual({})
    expect(posting.description).toBe(`${words}\n\nSteer ships.`)
  })

  it.each([
    { currency: 'USD', value: 0 },
    { currency: 'USD', value: { minValue: 0, maxValue: 0 } },
    '',
    null,
  ])('%j states no pay', baseSalary => {
    expect(pay(baseSalary)).toMatchObject({ structured: {}, description: '' })
  })

  it('an estimate of the site is not the posting’s', () => {
    expect(read({ estimatedSalary: { currency: 'USD', value: 90000 } }).structured).toEqual({})
  })
})

describe('other facts', () => {
  it.each([
    ['FULL_TIME', 'full-time'],
    ['Part-time', 'part-time'],
    [['FULL_TIME', 'CONTRACTOR'], 'contract'],
    ['https://schema.org/INTERN', 'internship'],
    [['TEMPORARY'], 'temporary'],
    ['OTHER', undefined],
    [['FULL_TIME', 'PART_TIME'], undefined],
  ])('employment type %j is %j', (employmentType, wanted) => {
    expect(read({ employmentType }).structured?.job_type).toBe(wanted)
  })

  it('says what it could not decide', () => {
    expect(read({ employmentType: ['FULL_TIME', 'PART_TIME'] }).description).toBe(
      'Employment type: FULL TIME, PART TIME',
    )
  })

  it('company, website, size, industry, dates, id', () => {
    expect(
      read({
        hiringOrganization: {
          name: 'Tidemark &amp; Sons',
          sameAs: ['https://www.linkedin.com/company/tidemark', 'https://tidemark.example'],
          numberOfEmployees: { '@type': 'QuantitativeValue', minValue: 51, maxValue: 200 },
        },
        industry: ['Shipping', 'Ports'],
        datePosted: '2026-10-20 20:28:32 UTC',
        validThrough: '2026-12-01T23:59:00+01:00',
        identifier: { '@type': 'PropertyValue', name: 'Tidemark', value: 'TM-2201' },
      }),
    ).toMatchObject({
      company: 'Tidemark & Sons',
      company_website: 'https://tidemark.example',
      company_size: '51-200',
      industry: 'Shipping, Ports',
      posted_at: '2026-10-20T20:28:32.000Z',
      closed_at: '2026-12-01T22:59:00.000Z',
      id: 'TM-2201',
    })
    expect(read({ hiringOrganization: 'Tidemark', identifier: 42 })).toMatchObject({
      company: 'Tidemark',
      id: '42',
    })
    expect(read({ hiringOrganization: undefined }).company).toBe('')
  })

  it('an id that several postings share is none of theirs', () => {
    const job = (title: string) => ({ '@type': 'JobPosting', title, identifier: 'tidemark', url: '/jobs' })
    expect(postingsIn(block([job('Pilot'), job('Stevedore')]))).toMatchObject([
      { id: null, url: null },
      { id: null, url: null },
    ])
  })

  it('addresses: its own, the page’s, where to apply', () => {
    expect(read({ url: '/jobs/7?ref=a' })).toMatchObject({
      url: 'https://careers.tidemark.example/jobs/7?ref=a',
      apply_url: 'https://careers.tidemark.example/jobs/7?ref=a',
    })
    expect(read({ url: 'https://tidemark.example' }).url).toBe(PAGE)
    expect(read({ url: 'http://Tidemark co' }).url).toBe(PAGE)
    expect(
      read({
        potentialAction: { '@type': 'ApplyAction', target: { urlTemplate: 'https://apply.example/7' } },
      }),
    ).toMatchObject({ url: PAGE, apply_url: 'https://apply.example/7' })
  })
})

describe('the text', () => {
  it.each([
    '<p>Steer <b>ships</b>.</p><ul><li>Tides</li></ul>',
    '&lt;p&gt;Steer &lt;b&gt;ships&lt;/b&gt;.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Tides&lt;/li&gt;&lt;/ul&gt;',
    '&amp;lt;p&amp;gt;Steer &amp;lt;b&amp;gt;ships&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;Tides&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;',
  ])('%s', description => {
    const posting = read({ description })
    expect(posting.description).toBe('Steer ships.\n\n- Tides')
    expect(posting.description_html).toContain('<b>ships</b>')
  })

  it('gets the parts that it lacks, once', () => {
    const posting = read({
      description: '<p>Steer ships. You know tides and ropes.</p>',
      skills: ['Tides', 'Ropes'],
      responsibilities: '<ul><li>Guide vessels into port</li></ul>',
      experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 36 },
      educationRequirements: {
        '@type': 'EducationalOccupationalCredential',
        credentialCategory: 'bachelor degree',
      },
      qualifications: 'Master mariner',
    })
    expect(posting.description).toBe(
      'Steer ships. You know tides and ropes.\n\nResponsibilities\n\n- Guide vessels into port\n\nQualifications: Master mariner\n\nExperience: 3 years of experience\n\nEducation: bachelor degree',
    )
    expect(posting.description_html).toContain('<h3>Qualifications</h3><p>Master mariner</p>')
    expect(posting.structured?.skills).toEqual(['Tides', 'Ropes'])
  })

  it('lets nothing dangerous through', () => {
    const html = read({
      description: '<p onclick="x()">Hi<img src=x onerror=alert(1)><\\/p>',
    }).description_html
    expect(html).not.toMatch(/onclick|img|onerror/)
  })
})

const recorded = new URL('../../../../../shared/data/payloads/jsonld/', import.meta.url)

it.skipIf(!existsSync(recorded))('reads the recorded pages', () => {
  const files = readdirSync(recorded).filter(file => file.endsWith('.html'))
  expect(files).toHaveLength(14)
  for (const file of files) {
    const found = structuredPostings(readTree(readFileSync(new URL(file, recorded), 'utf8')), null)
    expect(found.broken + found.untitled, file).toBe(0)
    expect(found.postings, file).toHaveLength(file.includes('open-positions') ? 9 : 1)
    for (const posting of found.postings) {
      expect(posting.company, file).not.toBe('')
      expect(posting.location_text, file).not.toBe('')
      // The list of open positions carries no texts.
      if (!file.includes('open-positions')) expect(posting.description.length, file).toBeGreaterThan(300)
    }
  }
})
