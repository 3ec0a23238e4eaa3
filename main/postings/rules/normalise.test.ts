import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, htmlEntitiesDecoded } from './clean-text.ts'
import {
  canonicalUrl,
  cleanText,
  normaliseCompany,
  normalisePlace,
  normaliseTitle,
  type OpeningParts,
  openingKey,
} from './normalise.ts'

describe('cleanText', () => {
  it.each([
    ['  Data \t\n Engineer ', 'Data Engineer'],
    ['R&amp;D Engineer', 'R&D Engineer'],
    ['R&amp;amp;D Engineer', 'R&D Engineer'],
    ['D&#233;veloppeur &#x1F600;', 'Développeur 😀'],
    ['AT&T; and &unknown;', 'AT&T; and &unknown;'],
    ['<b>Chef</b> de partie<br/>', 'Chef de partie'],
    ['C <-> Rust < Go', 'C <-> Rust < Go'],
    ['Soft\u00adware\u200b \u202eEngineer\u202c\ufeff', 'Software Engineer'],
    ['Nurse\u0000\u0007', 'Nurse'],
    ['Caf\u00c3\u00a9 manager', 'Café manager'],
    ['Entwickler f\u00c3\u00bcr M\u00c3\u00bcnchen', 'Entwickler für München'],
    ['We\u00e2\u20ac\u2122re hiring', 'We’re hiring'],
    ['S\u00c3\u00a3o Paulo \u2013 東京', 'S\u00c3\u00a3o Paulo \u2013 東京'],
    ['ÂNGELO', 'ÂNGELO'],
    ['Cafe\u0301', 'Café'],
    ['👩\u200d💻 Developer', '👩\u200d💻 Developer'],
    ['broken \ud83d emoji', 'broken emoji'],
    ['\u00a0\u3000', ''],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('changes nothing the second time', () => {
    const bits = fc.constantFrom(
      '&amp;',
      '&lt;b&gt;',
      '\u00c3\u00a9',
      '\u200b',
      '\u200d',
      ' ',
      '\u0085',
      '<i>',
      'é',
      '😀',
      '\u00e2\u20ac\u2122',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.array(fc.oneof(bits, fc.string())).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, value => {
        expect(cleanText(cleanText(value))).toBe(cleanText(value))
      }),
      { numRuns: 400 },
    )
  })
})

it('decodes character references once', () => {
  expect(htmlEntitiesDecoded('&amp;lt; &pound;5 &#0; &#xD800;')).toBe('&lt; £5 &#0; &#xD800;')
})

it('folds letters but not other scripts', () => {
  expect(folded('ŁÓDŹ Straße İzmir Ærø')).toBe('lodz strasse izmir aero')
  expect(folded('ガイド')).toBe('ガイド')
})

describe('normaliseCompany', () => {
  it.each([
    ['Acme Ltd', 'acme'],
    ['ACME Limited.', 'acme'],
    ['Acme, Inc.', 'acme'],
    ['Acme GmbH & Co. KG', 'acme'],
    ['Acme S.A.', 'acme'],
    ['Acme Sp. z o.o.', 'acme'],
    ['Acme PLC', 'acme'],
    ['Acme Pte Ltd', 'acme'],
    ['Acme Pty. Ltd.', 'acme'],
    ['The Acme Company, LLC', 'acme'],
    ['Acme Group', 'acme'],
    ['Acmé™', 'acme'],
    ['Acme s.r.o.', 'acme'],
    ['Hudson River Trading (HRT)', 'hudson river trading'],
    ['Marks & Sons', 'marks and sons'],
    ["Levi's", 'levis'],
    ['I.B.M. Corp', 'ibm'],
    ['Group', 'group'],
    ['The Co', 'co'],
    ['株式会社サンプル', '株式会社サンプル'],
    ['', ''],
  ])('%s is %s', (company, form) => {
    expect(normaliseCompany(company)).toBe(form)
  })

  it.each([
    ['Delta Air', 'Delta Faucet'],
    ['Acme Germany', 'Acme France'],
    ['3M', '4M'],
  ])('%s and %s stay apart', (a, b) => {
    expect(normaliseCompany(a)).not.toBe(normaliseCompany(b))
  })
})

describe('normaliseTitle', () => {
  it.each([
    ['Software Engineer (m/w/d)', 'software engineer'],
    ['Software Engineer m/f/x', 'software engineer'],
    ['Entwickler*in (w|m|d)', 'entwickler'],
    ['Ingénieur Logiciel H/F', 'ingenieur logiciel'],
    ['Ingénieur Logiciel (F/H)', 'ingenieur logiciel'],
    ['Buchhalter:in (all genders)', 'buchhalter'],
    ['Job: Driver', 'driver'],
    ['Job Title: Driver', 'driver'],
    ['Urgent! Driver', 'driver'],
    ['Driver (Remote)', 'driver'],
    ['[Hybrid] Driver', 'driver'],
    ['Driver - Remote', 'driver'],
    ['Driver (Req ID: 45812)', 'driver'],
    ['Driver #45812', 'driver'],
    ['Driver - R0045812', 'driver'],
    ['Driver - 4581234', 'driver'],
    ['Job (12345)', 'job'],
    ['Sr. Developer', 'senior developer'],
    ['Front-End Developer', 'frontend developer'],
    ['Full Stack Engineer', 'fullstack engineer'],
    ['Node JS Developer', 'nodejs developer'],
    ['Node.js Developer', 'nodejs developer'],
    ['.NET Developer', 'dotnet developer'],
    ['C++ / C# Developer', 'c++ c# developer'],
    ['R&D Engineer', 'r and d engineer'],
    ['Software Engineer – Internship', 'software engineer intern'],
    ['DÉVELOPPEUR', 'developpeur'],
    ['データエンジニア', 'データエンジニア'],
    ['', ''],
  ])('%s is %s', (title, form) => {
    expect(normaliseTitle(title)).toBe(form)
  })

  it.each([
    ['Engineer II', 'Engineer III'],
    ['Engineer', 'Senior Engineer'],
    ['Engineer I', 'Engineer'],
    ['Technician (Integration)', 'Technician (Assembly)'],
    ['Driver Full-Time', 'Driver Part-Time'],
    ['H/W Engineer', 'Engineer'],
    ['Intern - Summer 2025', 'Intern - Summer 2026'],
    ['Remote Sensing Engineer', 'Sensing Engineer'],
    ['C Developer', 'C++ Developer'],
    ['Backend Engineer', 'Frontend Engineer'],
    ['Developer - 4 Months', 'Developer - 8 Months'],
  ])('%s and %s stay apart', (a, b) => {
    expect(normaliseTitle(a)).not.toBe(normaliseTitle(b))
  })
})

describe('normalisePlace', () => {
  it.each([
    [
      [
        'London',
        'London, UK',
        'London, England, United Kingdom',
        'LONDON (GB)',
        'UK - London',
        'London, South East England, England',
        'Greater London',
        'London, EC1A 1BB',
        'London (Hybrid)',
      ],
      'london',
    ],
    [
      [
        'NYC',
        'New York',
        'New York, NY',
        'New York City, New York',
        'New York, New York, US',
        'New York, NY 10001',
      ],
      'new york',
    ],
    [['SF', 'San Francisco, CA', 'San Francisco, California, United States'], 'san francisco'],
    [['Munich', 'München', 'Munich, DE', '80331 München, Deutschland'], 'munich'],
    [['Washington, DC', 'Washington, D.C.', 'DC'], 'washington dc'],
    [['Toronto, ON', 'Toronto, Ontario, CA'], 'toronto'],
    [['Cambridge, MA', 'Cambridge, Massachusetts, USA', 'Cambridge MA 02139'], 'cambridge, ma, us'],
    [['Cambridge, UK', 'Cambridge, England'], 'cambridge, gb'],
    [['Remote', 'Fully Remote', '100% remote', 'Anywhere', 'Work from home', 'Worldwide'], 'remote'],
    [
      ['Remote in USA', 'Remote, US', 'US Remote', 'United States (Remote)', 'Remote - United States'],
      'remote, us',
    ],
    [['United States', 'USA', 'U.S.'], 'us'],
    [['London; Paris', 'Paris | London', 'Paris or London, UK'], 'london; paris'],
    [['', ' ', 'Multiple Locations', 'Various', 'N/A'], ''],
    [['東京'], '東京'],
  ])('%j are all %s', (texts, form) => {
    expect(texts.map(text => normalisePlace(text))).toEqual(texts.map(() => form))
  })

  it.each([
    ['London, ON', 'London'],
    ['Portland, OR', 'Portland, ME'],
    ['Paris, TX', 'Paris'],
    ['Cambridge, MA', 'Cambridge, UK'],
    ['Wilmington, DE', 'Wilmington, NC'],
    ['Newport, Shropshire', 'Newport, Isle of Wight'],
    ['105 East 106 Street, New York', '22 Reade Street, New York'],
    ['Remote, US', 'Remote, DE'],
    ['Birmingham, AL', 'Birmingham'],
    ['San Jose, CA', 'San Jose, Costa Rica'],
  ])('%s and %s stay apart', (a, b) => {
    expect(normalisePlace(a)).not.toBe(normalisePlace(b))
  })
})

describe('canonicalUrl', () => {
  it.each([
    ['https://www.example.com/jobs/12/?utm_source=x&gclid=1#apply', 'https://example.com/jobs/12'],
    ['http://Example.com/en-GB/jobs/12/apply', 'https://example.com/jobs/12'],
    ['https://example.com/de/jobs/12', 'https://example.com/jobs/12'],
    ['https://example.com/view?b=2&a=1', 'https://example.com/view?a=1&b=2'],
    ['https://example.com/job?ref=A123&ref=linkedin', 'https://example.com/job?ref=A123'],
    ['https://example.com/app#/job/77', 'https://example.com/app#/job/77'],
    ['https://example.com:8443/j/1', 'https://example.com:8443/j/1'],
    [
      'https://boards.greenhouse.io/acme/jobs/5328395?gh_src=838b',
      'https://boards.greenhouse.io/jobs/5328395',
    ],
    ['https://job-boards.greenhouse.io/acme/jobs/5328395', 'https://boards.greenhouse.io/jobs/5328395'],
    ['https://boards.greenhouse.io/embed/job_app?token=5328395', 'https://boards.greenhouse.io/jobs/5328395'],
    ['https://acme.example/careers?gh_jid=5328395&x=1', 'https://boards.greenhouse.io/jobs/5328395'],
    [
      'https://jobs.lever.co/acme/2FB19022-bb65-4af8-b6fa-31beb345c140/apply?lever-source=x',
      'https://jobs.lever.co/2fb19022-bb65-4af8-b6fa-31beb345c140',
    ],
    [
      'https://jobs.ashbyhq.com/acme/16ebfcfc-467b-40e5-b23e-a4d95db05539/application',
      'https://jobs.ashbyhq.com/16ebfcfc-467b-40e5-b23e-a4d95db05539',
    ],
    [
      'https://acme.wd1.myworkdayjobs.com/en-US/site/job/London/Data-Engineer_R0001113-2',
      'https://acme.wd1.myworkdayjobs.com/job/R0001113',
    ],
    [
      'https://uk.linkedin.com/jobs/view/driver-at-acme-3967661687?trk=x',
      'https://linkedin.com/jobs/view/3967661687',
    ],
    [
      'https://careers-acme.icims.com/jobs/14373/driver/job?mode=job&iis=x',
      'https://careers-acme.icims.com/jobs/14373',
    ],
  ])('%s is %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical)
  })

  it.each([
    null,
    '',
    'example.com/jobs',
    'javascript:alert(1)',
    'https://',
    'http://[bad',
    'https://example.com/',
    'https://example.com/?utm_source=x',
  ])('%s is none', url => {
    expect(canonicalUrl(url)).toBeNull()
  })

  it('keeps different postings apart', () => {
    const urls = [
      'https://a.example/job?id=1',
      'https://a.example/job?id=2',
      'https://b.example/job?id=1',
      'https://a.example/jobs?id=1',
    ]
    expect(new Set(urls.map(canonicalUrl)).size).toBe(urls.length)
  })
})

describe('openingKey', () => {
  const parts = (own: Partial<OpeningParts>): OpeningParts => ({
    title: 'Driver',
    company: 'Acme Ltd',
    location_text: '',
    city: null,
    country: null,
    remote: null,
    ...own,
  })

  it.each([
    [{ location_text: 'London, UK' }, 'acme|driver|london'],
    [{ city: 'London', country: 'GB' }, 'acme|driver|london'],
    [{ location_text: 'United Kingdom', city: 'London', country: 'GB' }, 'acme|driver|london'],
    [{ location_text: 'Remote', country: 'GB' }, 'acme|driver|remote, gb'],
    [{ remote: 'remote' }, 'acme|driver|remote'],
    [{ city: 'Portland', province: 'Oregon', country: 'US' }, 'acme|driver|portland, or, us'],
    [{ location_text: 'Portland, OR' }, 'acme|driver|portland, or, us'],
    [{ title: 'Driver - Herndon, VA', location_text: 'Herndon, Virginia' }, 'acme|driver|herndon, va, us'],
    [{ title: 'Driver (London)', location_text: 'London' }, 'acme|driver|london'],
    [{ title: 'Driver - Leeds', location_text: 'London' }, 'acme|driver leeds|london'],
    [{ country: 'GB' }, 'acme|driver|gb'],
    [{}, 'acme|driver|'],
  ] as const)('%j has the key %s', (own, key) => {
    expect(openingKey(parts(own))).toBe(key)
  })
})

describe('normal forms', () => {
  const places = fc.constantFrom(
    'London',
    'NYC',
    'Portland',
    'OR',
    'CA',
    'DE',
    'UK',
    'USA',
    'Remote',
    'Kent',
    'Paris',
    'Ontario',
    'Singapore',
    '10115',
    'Washington',
    'in',
    'Cambridge',
    'Georgia',
  )
  const place = fc.oneof(
    fc.string(),
    fc
      .array(fc.tuple(places, fc.constantFrom(', ', ' ', '; ', ' - ', '/', ' or ', ' (', ') ')))
      .map(list => list.flat().join('')),
  )
  const bits = fc.constantFrom(
    'Senior',
    'Engineer',
    '(m/w/d)',
    'Job:',
    '#1234',
    '12345',
    'R-10023',
    'Front',
    'End',
    '-',
    '/',
    '(Remote)',
    'Ltd',
    'The',
    'Co.',
    'II',
    '.NET',
    'Job',
    'gn',
    '*in',
  )
  const title = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(bits).map(list => list.join(' ')),
    fc.array(bits).map(list => list.join('')),
  )

  it.each([
    ['title', normaliseTitle, title],
    ['company', normaliseCompany, title],
    ['place', (text: string) => normalisePlace(text), place],
    [
      'address',
      (text: string) => canonicalUrl(text) ?? '',
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    ],
  ] as const)('of a %s are their own normal forms', (_, normalise, texts) => {
    fc.assert(
      fc.property(texts, text => {
        const form = normalise(text)
        expect(normalise(form)).toBe(form)
      }),
      { numRuns: 400 },
    )
  })

  it('do not depend on case or surrounding space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        expect(normaliseTitle(`  ${text.toUpperCase()} `)).toBe(normaliseTitle(text.toLowerCase()))
        expect(normaliseCompany(`  ${text.toUpperCase()} `)).toBe(normaliseCompany(text.toLowerCase()))
      }),
    )
  })
})
