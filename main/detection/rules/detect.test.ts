import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detection, Evidence, PostingText } from '../../contract/facts.ts'
import { SALARY_PERIODS } from '../../contract/values.ts'
import { createDetector } from './detect.ts'

const detect = createDetector({ places: null, skills: null })

function posting(parts: Partial<PostingText>): PostingText {
  return { title: '', company: '', location_text: '', description: '', ...parts }
}

function textOf(input: PostingText, proof: Evidence): string {
  if (proof.where === 'title') return input.title
  return proof.where === 'location' ? input.location_text : input.description
}

function expectQuotes(input: PostingText, detection: Detection): void {
  for (const [name, proof] of Object.entries(detection.evidence)) {
    expect(proof.confidence).toBeGreaterThan(0)
    expect(proof.confidence).toBeLessThanOrEqual(1)
    expect(detection.facts[name as keyof typeof detection.facts]).not.toBeNull()
    if (proof.origin === 'structured') {
      expect([proof.quote, proof.start, proof.where]).toEqual([null, null, 'structured'])
      continue
    }
    const start = proof.start ?? -1
    expect(proof.quote).not.toBe('')
    expect(textOf(input, proof).slice(start, start + (proof.quote ?? '').length)).toBe(proof.quote)
  }
  const { education, visa_sponsorship, time_zone, languages, benefits, remote_from } = detection.terms
  const single = [education, visa_sponsorship, time_zone].filter(term => term !== null)
  for (const term of [...single, ...languages, ...benefits, ...remote_from]) {
    expect(term.quote?.length).toBeLessThanOrEqual(160)
    expect(term.where === 'structured').toBe(false)
    const text =
      term.where === 'title'
        ? input.title
        : term.where === 'location'
          ? input.location_text
          : input.description
    expect(text.slice(term.start ?? -1).startsWith(term.quote ?? '-')).toBe(true)
  }
}

describe('structured fields', () => {
  test('come before the text', () => {
    const input = posting({
      title: 'Junior Developer',
      description: 'Hybrid role. Contract position.',
      structured: { remote_options: 'remote', job_type: 'full-time', seniority_level: 'senior' },
    })
    const { facts, evidence } = detect(input)
    expect([facts.remote_options, facts.job_type, facts.seniority_level]).toEqual([
      'remote',
      'full-time',
      'senior',
    ])
    expect(evidence.remote_options?.origin).toBe('structured')
  })

  const pay: [string, NonNullable<PostingText['structured']>, (number | string | null)[]][] = [
    ['zero is unknown', { salary_low: 0, salary_high: 0 }, [null, null, null, null]],
    ['negative is unknown', { salary_low: -1, salary_high: 50_000 }, [null, 50_000, null, 'year']],
    [
      'ends are put in order',
      { salary_low: 90_000, salary_high: 70_000, compensation_currency: 'USD' },
      [70_000, 90_000, 'USD', 'year'],
    ],
    [
      'a missing period follows the size',
      { salary_low: 20, salary_high: 30, compensation_currency: 'USD' },
      [20, 30, 'USD', 'hour'],
    ],
    [
      'an impossible period follows the size',
      { salary_low: 90_000, salary_high: 95_000, salary_period: 'hour' },
      [90_000, 95_000, null, 'year'],
    ],
    ['placeholders are dropped', { salary_low: 1, salary_high: 1 }, [null, null, null, null]],
    [
      'a lower end of 1 is a placeholder',
      { salary_low: 1, salary_high: 100_000 },
      [null, 100_000, null, 'year'],
    ],
    ['nine nines are a placeholder', { salary_high: 999_999_999 }, [null, null, null, null]],
    [
      'a currency must be a code',
      { salary_low: 50_000, compensation_currency: 'vvvvv' },
      [50_000, null, null, 'year'],
    ],
    [
      'not a number',
      { salary_low: Number.NaN, salary_high: Number.POSITIVE_INFINITY },
      [null, null, null, null],
    ],
  ]
  test.each(pay)('%s', (_name, structured, expected) => {
    const { facts } = detect(posting({ structured }))
    expect([facts.salary_low, facts.salary_high, facts.compensation_currency, facts.salary_period]).toEqual(
      expected,
    )
  })

  test('an estimate gives way to pay that the text plainly states', () => {
    const input = posting({
      title: 'Driver | £38,000 - £41,800 PA',
      structured: {
        salary_low: 23_615,
        salary_high: 23_615,
        compensation_currency: 'GBP',
        salary_period: 'year',
      },
    })
    const { facts, evidence } = detect(input)
    expect([facts.salary_low, facts.salary_high]).toEqual([38_000, 41_800])
    expect(evidence.salary_low?.note).toBe('the source gives another amount')
  })

  test('agreeing pay stays structured', () => {
    const input = posting({
      description: 'Salary: £40,000 - £45,000',
      structured: { salary_low: 40_000, salary_high: 45_000, salary_period: 'year' },
    })
    const { facts, evidence } = detect(input)
    expect(evidence.salary_low?.origin).toBe('structured')
    expect(facts.compensation_currency).toBe('GBP')
  })

  test('words outside the vocabulary are ignored', () => {
    const structured = {
      remote_options: 'sometimes',
      job_type: 'FULL',
      office_country: 'UK of GB',
      office_city: ' N/A ',
    }
    const { facts } = detect(posting({ structured: structured as NonNullable<PostingText['structured']> }))
    expect([facts.remote_options, facts.job_type, facts.office_country, facts.office_city]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

describe('parts', () => {
  test("the place's country says whose dollars are meant", () => {
    const found = { city: 'Sydney', province: null, country: 'AU', evidence: {} }
    const placed = createDetector({ places: { find: () => found }, skills: null })
    const { facts } = placed(posting({ description: 'Salary: $90,000 - $110,000' }))
    expect([facts.office_city, facts.office_country, facts.compensation_currency]).toEqual([
      'Sydney',
      'AU',
      'AUD',
    ])
  })

  test('a structured country keeps a city of another country out', () => {
    const found = { city: 'Paris', province: 'Texas', country: 'US', evidence: {} }
    const placed = createDetector({ places: { find: () => found }, skills: null })
    const { facts } = placed(posting({ structured: { office_country: 'FR' } }))
    expect([facts.office_city, facts.office_province, facts.office_country]).toEqual([null, null, 'FR'])
  })

  test('skills are passed on', () => {
    const mention = { name: 'Python', kind: 'technical', required: true, count: 2 } as const
    const skilled = createDetector({ places: null, skills: { find: () => [mention] } })
    expect(skilled(posting({})).skills).toEqual([mention])
  })
})

describe('quotes', () => {
  const texts = [
    'Salary: £45,000 - £50,000 per annum\nJob type: Permanent, full-time\nWork from home: Yes',
    '  • This is a fully remote, full-time position for a senior engineer.\n',
    'Sal\u200bary: \u202e$9\u200b0,000\u202c - $1\u200d20,000 per ye\u200bar. Fully re\u00admote.',
    'İİİ Gehalt: 45.000\u00a0€ – 55.000\u00a0€, 100\u202f% Homeoffice, Vollzeit',
    '🏰🛋️ Remote position 💰 $120k–$150k base salary 🐕👨‍👧',
    'Acme | Senior Engineer | REMOTE | $150-200k | Full-time',
  ]
  test.each(texts)('%s', text => {
    const input = posting({
      title: 'Senior\u200b Engineer (Remote)',
      description: text,
      location_text: 'Remote',
    })
    const detection = detect(input)
    expect(Object.keys(detection.evidence).length).toBeGreaterThanOrEqual(3)
    expectQuotes(input, detection)
  })

  test('invisible characters do not hide pay', () => {
    const { facts } = detect(posting({ description: 'Sal\u200bary: $9\u200b0,000 - $1\u200d20,\u2060000' }))
    expect([facts.salary_low, facts.salary_high]).toEqual([90_000, 120_000])
  })
})

// biome-ignore format: a bag of words
const WORDS = [
  'salary', '$', '£', '€', '90,000', '120k', '45.000', '-', '–', ' to ', 'per year', '/hr', 'up to', 'from', '+', 'lakh',
  'LPA', 'USD', 'bonus', 'remote', 'hybrid', 'on-site', 'no', 'not', 'office', 'days', '3', 'a week', 'full-time',
  'part-time', 'contract', 'intern', 'senior', 'junior', 'lead', 'staff', '|', '\n', ': ', 'Job type', '. ', ',', '(', ')',
  '\u200b', 'İ', 'ß', '\u00a0', '5+ years of experience', '1', '000', "'", '%', 'm', 'kr', 'Rs', 'Homeoffice', 'télétravail',
]

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

test('any text: no exception, quotes at their offsets, ends in order', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, location_text, description) => {
      const input = posting({ title, location_text, description })
      const detection = detect(input)
      expectQuotes(input, detection)
      const { salary_low: low, salary_high: high, salary_period: period } = detection.facts
      if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
      if (low !== null) expect(low).toBeGreaterThan(0)
      if (period !== null) expect(SALARY_PERIODS).toContain(period)
      const { years_low, years_high } = detection
      if (years_low !== null && years_high !== null) expect(years_low).toBeLessThan(years_high)
    }),
    { numRuns: 400 },
  )
})

test('any structured pay: ends in order, yearly numbers whole', () => {
  const amount = fc.option(fc.double({ noNaN: false }), { nil: null })
  const period = fc.option(fc.constantFrom(...SALARY_PERIODS), { nil: null })
  fc.assert(
    fc.property(amount, amount, period, (salary_low, salary_high, salary_period) => {
      const { facts, salary_year_low, salary_year_high } = detect(
        posting({ structured: { salary_low, salary_high, salary_period } }),
      )
      if (facts.salary_low !== null && facts.salary_high !== null)
        expect(facts.salary_low).toBeLessThanOrEqual(facts.salary_high)
      for (const yearly of [salary_year_low, salary_year_high])
        if (yearly !== null) expect(Number.isInteger(yearly)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

describe('hostile texts take linear time', () => {
  const MEGABYTE = 1_000_000
  const hostile: [string, string][] = [
    ['digits', '1'],
    ['separated digits', '1 '],
    ['grouped digits', '1,000.'],
    ['a', 'a '],
    ['letters', 'a'],
    ['dollars', '$'],
    ['prices', '$1-'],
    ['k ranges', '1k - '],
    ['spaces', ' '],
    ['lines', '\n'],
    ['bars', '|'],
    ['colons', 'a:'],
    ['labels', 'job type:\n'],
    ['no', 'no '],
    ['not remote', 'not a remote '],
    ['remote', 'remote '],
    ['hybrid', 'hybrid, '],
    ['days', '2 days '],
    ['looking for', 'looking for a '],
    ['years', '5 years '],
    ['contract', '6 months contract '],
    ['zero width', '\u200b'],
    ['salary', 'salary '],
    ['words', 'experience-'],
    ['dots', '.'],
    ['dashes', '- '],
    ['dotted I', 'İ'],
    ['degrees', "bachelor's or master's degree "],
    ['no degrees', 'no no degree '],
    ['visas', 'not sponsor visa '],
    ['languages', 'english, german and '],
    ['benefits', 'dental, vision, '],
    ['offers', 'we offer benefits\n'],
    ['places', 'remote us, canada or '],
    ['only', 'us, uk only '],
    ['zones', 'overlap cet to '],
  ]
  test.each(hostile)('%s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length))
    // The quickest of three: a busy machine may stop any single run.
    const times = [1, 2, 3].map(() => {
      const started = performance.now()
      detect(posting({ title: text, location_text: text, description: text }))
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(200)
  })
})

describe('values that lost', () => {
  test('a flag on remote work gives way to days in the office, and is kept', () => {
    const input = posting({
      description: 'This is a hybrid role with 3 days a week in the office.',
      structured: { remote_options: 'remote' },
    })
    const { facts, evidence, conflicts } = detect(input)
    expect(facts.remote_options).toBe('hybrid')
    expect(evidence.remote_options?.origin).toBe('pattern')
    expect(conflicts).toMatchObject([
      { fact: 'remote_options', value: 'remote', evidence: { origin: 'structured' } },
    ])
  })

  test('a field wins over the text, whose words are kept', () => {
    const input = posting({
      title: 'Junior Developer',
      description: 'This is a contract position.',
      structured: { job_type: 'full-time', seniority_level: 'senior' },
    })
    const { facts, conflicts } = detect(input)
    expect([facts.job_type, facts.seniority_level]).toEqual(['full-time', 'senior'])
    expect(conflicts).toMatchObject([
      { fact: 'job_type', value: 'contract', evidence: { quote: 'contract position' } },
      { fact: 'seniority_level', value: 'junior', evidence: { quote: 'Junior' } },
    ])
  })

  test('agreement is no conflict', () => {
    const input = posting({
      title: 'Senior Developer',
      description: 'Salary: £20 - £25 per hour. Full-time.',
      structured: {
        job_type: 'full-time',
        seniority_level: 'senior',
        salary_low: 41_600,
        salary_high: 52_000,
        salary_period: 'year',
      },
    })
    expect(detect(input).conflicts).toEqual([])
  })

  test('an estimate that lost is kept', () => {
    const input = posting({
      description: 'Salary: £60,000 - £70,000 per annum',
      structured: {
        salary_low: 40_000,
        salary_high: 45_000,
        compensation_currency: 'GBP',
        salary_period: 'year',
      },
    })
    const { facts, conflicts } = detect(input)
    expect([facts.salary_low, facts.salary_high]).toEqual([60_000, 70_000])
    expect(conflicts.map(({ fact, value }) => [fact, value])).toEqual([
      ['salary_low', 40_000],
      ['salary_high', 45_000],
    ])
  })

  test('another city and country in the text are kept; spellings of one city agree', () => {
    const proof: Evidence = {
      origin: 'pattern',
      confidence: 0.8,
      quote: 'Paris',
      where: 'location',
      start: 0,
    }
    const found = {
      city: 'Paris',
      province: null,
      country: 'FR',
      evidence: { office_city: proof, office_country: proof },
    }
    const placed = createDetector({ places: { find: () => found }, skills: null })
    const other = placed(posting({ structured: { office_city: 'Lyon', office_country: 'CH' } }))
    expect(other.conflicts.map(({ fact, value }) => [fact, value])).toEqual([
      ['office_city', 'Paris'],
      ['office_country', 'FR'],
    ])
    expect(placed(posting({ structured: { office_city: 'PARIS, France' } })).conflicts).toEqual([])
  })
})

describe('terms and years', () => {
  test('the office of the facts comes first', () => {
    const office = (city: string, start: number) => ({
      value: { city, province: null, country: 'PL' },
      origin: 'pattern' as const,
      confidence: 0.9,
      quote: city,
      where: 'location' as const,
      start,
    })
    const offices = [office('Kraków', 0), office('Łódź', 9)]
    const found = { city: 'Kraków', province: null, country: 'PL', evidence: {}, offices }
    const placed = createDetector({ places: { find: () => found }, skills: null })
    const citiesOf = (office_city: string | null) =>
      placed(posting({ structured: { office_city } })).terms.offices.map(({ value }) => value.city)
    expect(citiesOf(null)).toEqual(['Kraków', 'Łódź'])
    expect(citiesOf('Łódź')).toEqual(['Łódź', 'Kraków'])
    expect(citiesOf('Gdańsk')).toEqual(['Gdańsk', 'Kraków', 'Łódź'])
  })

  test('are read with their proof', () => {
    const description =
      'Remote within Canada.\nRequirements\n- Bachelor’s degree\n- 3+ years of experience\n- Fluent French\nWe sponsor visas.\nBenefits\n- Pension'
    const { terms, years_low, years_proof } = detect(posting({ description }))
    expect(terms.education?.value).toBe('bachelor')
    expect(terms.visa_sponsorship?.value).toBe('offered')
    expect(terms.languages[0]?.value).toEqual({ language: 'fr', level: 'fluent', required: true })
    expect(terms.benefits[0]?.value).toBe('retirement_plan')
    expect(terms.remote_from[0]?.value).toBe('CA')
    expect(years_low).toBe(3)
    expect(years_proof?.quote).toBe('3+ years')
  })

  test('the years are proven by the words of the smallest number', () => {
    const description = '5 years of Python experience, two years of AWS experience'
    expect(detect(posting({ description })).years_proof).toMatchObject({ quote: 'two years', start: 30 })
  })
})
