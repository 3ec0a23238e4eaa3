import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from './distance.ts'
import { createPlaceFinder, type FoundPlace, type PlaceInput } from './place.ts'

const finder = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)
const find = (input: Partial<PlaceInput>) =>
  finder.find({ location_text: '', title: '', description: '', ...input })
const short = (place: FoundPlace) =>
  [place.city, place.province, place.country].map(v => v ?? '–').join(' | ')

/** location text → city | province | country */
const LOCATIONS: [string, string][] = [
  ['London', 'London | England | GB'],
  ['london', 'London | England | GB'],
  ['LONDON, ENGLAND', 'London | England | GB'],
  ['London, GB', 'London | England | GB'],
  ['GB-London', 'London | England | GB'],
  ['London SW1', 'London | England | GB'],
  ['London SW1A 1AA', 'London | England | GB'],
  ['Greater London', 'London | England | GB'],
  ['City of London, London', 'London | England | GB'],
  ['Canary Wharf, London', 'London | England | GB'],
  ['Heathrow, London', 'London | England | GB'],
  ['London, ON', 'London | Ontario | CA'],
  ['London, Paris, Berlin', 'London | England | GB'],
  ['London or Remote', 'London | England | GB'],
  ['Remote or London', 'London | England | GB'],
  ['Hybrid - London', 'London | England | GB'],
  ['London / Remote (UK)', 'London | England | GB'],
  ['Various, London', 'London | England | GB'],
  ['Birmingham', 'Birmingham | England | GB'],
  ['Birmingham, West Midlands', 'Birmingham | England | GB'],
  ['Birmingham, AL', 'Birmingham | Alabama | US'],
  ['Manchester', 'Manchester | England | GB'],
  ['Manchester, NH', 'Manchester | New Hampshire | US'],
  ['M1 1AE Manchester', 'Manchester | England | GB'],
  ['Greater Manchester', '– | England | GB'],
  ['Cambridge', 'Cambridge | – | –'],
  ['Cambridge, MA', 'Cambridge | Massachusetts | US'],
  ['Cambridge, Cambridgeshire', 'Cambridge | England | GB'],
  ['Halifax, West Yorkshire', 'Halifax | England | GB'],
  ['Halifax, NS', 'Halifax | Nova Scotia | CA'],
  ['Stoke-on-Trent', 'Stoke-on-Trent | England | GB'],
  ['Newcastle', 'Newcastle upon Tyne | England | GB'],
  ['Bury St Edmunds, Suffolk', 'Bury St Edmunds | England | GB'],
  ['Little Snoring, Norfolk', 'Little Snoring | England | GB'],
  ['Norfolk', '– | England | GB'],
  ['Norfolk, VA', 'Norfolk | Virginia | US'],
  ['Kent', '– | England | GB'],
  ['Surrey, England', '– | England | GB'],
  ['Wales, UK', '– | Wales | GB'],
  ['Scotland', '– | Scotland | GB'],
  ['Cardiff', 'Cardiff | Wales | GB'],
  ['Glasgow G2 1AA', 'Glasgow | Scotland | GB'],
  ['Belfast, Northern Ireland', 'Belfast | Northern Ireland | GB'],
  ['123 High Street, Oxford OX1 4AA', 'Oxford | England | GB'],
  ['SW1A 1AA', '– | England | GB'],
  ['Reading', 'Reading | England | GB'],
  ['Bath', 'Bath | England | GB'],
  ['Dublin 2', 'Dublin | Leinster | IE'],
  ['Dublin, OH', 'Dublin | Ohio | US'],
  ['Cork, Co. Cork', 'Cork | Munster | IE'],
  ['Berlin', 'Berlin | – | DE'],
  ['Berlin, Berlin', 'Berlin | Berlin | DE'],
  ['10115 Berlin', 'Berlin | – | DE'],
  ['Berlin oder München', 'Berlin | – | DE'],
  ['München', 'Munich | Bavaria | DE'],
  ['Munich, DE; Lisbon, PT; Cologne, DE', 'Munich | Bavaria | DE'],
  ['Köln, Nordrhein-Westfalen', 'Cologne | North Rhine-Westphalia | DE'],
  ['Stuttgart, BW', 'Stuttgart | Baden-Württemberg | DE'],
  ['Großraum München', 'Munich | Bavaria | DE'],
  ['Wien, Österreich', 'Vienna | – | AT'],
  ['Zürich, Schweiz', 'Zurich | – | CH'],
  ['Praha, Česko', 'Prague | – | CZ'],
  ['Warszawa, mazowieckie', 'Warsaw | Masovian | PL'],
  ['Kraków/Warszawa', 'Krakow | Lesser Poland | PL'],
  ['Den Haag', 'The Hague | South Holland | NL'],
  ['1012 AB Amsterdam', 'Amsterdam | North Holland | NL'],
  ['Utrecht, Utrecht, Netherlands', 'Utrecht | Utrecht | NL'],
  ['Gent, België', 'Ghent | Flanders | BE'],
  ['Luxembourg', '– | – | LU'],
  ['København', 'Copenhagen | Capital Region | DK'],
  ['Göteborg, Sverige', 'Gothenburg | Västra Götaland | SE'],
  ['Paris', 'Paris | Île-de-France | FR'],
  ['75008 Paris', 'Paris | Île-de-France | FR'],
  ['Paris, IDF, France', 'Paris | Île-de-France | FR'],
  ['Paris, TX', 'Paris | Texas | US'],
  ['129 Cleveland Dr, Paris, KY 40361, US', 'Paris | Kentucky | US'],
  ['Nice, France', "Nice | Provence-Alpes-Côte d'Azur | FR"],
  ['Milano, Italia', 'Milan | Lombardy | IT'],
  ['Barcelona, Cataluña, España', 'Barcelona | Catalonia | ES'],
  ['Bologna, BO, Italia', 'Bologna | Emilia-Romagna | IT'],
  ['Lisboa', 'Lisbon | – | PT'],
  ['NYC', 'New York | New York | US'],
  ['New York', 'New York | New York | US'],
  ['New York, NY 10001', 'New York | New York | US'],
  ['Brooklyn, NY', 'Brooklyn | New York | US'],
  ['SF', 'San Francisco | California | US'],
  ['Bay Area', 'San Francisco | California | US'],
  ['1 Market St, San Francisco, CA 94105', 'San Francisco | California | US'],
  ['Los Angeles Metropolitan Area', 'Los Angeles | California | US'],
  ['Silicon Valley', '– | California | US'],
  ['Washington D.C.', 'Washington | District of Columbia | US'],
  ['Washington State', '– | Washington | US'],
  ['Washington', '– | – | US'],
  ['Vancouver, WA', 'Vancouver | Washington | US'],
  ['Vancouver, BC', 'Vancouver | British Columbia | CA'],
  ['Georgia', '– | – | –'],
  ['Georgia, USA', '– | Georgia | US'],
  ['Atlanta, Georgia', 'Atlanta | Georgia | US'],
  ['Tbilisi, Georgia', 'Tbilisi | – | GE'],
  ['Springfield', 'Springfield | – | US'],
  ['Springfield, IL', 'Springfield | Illinois | US'],
  ['St. Louis, MO', 'St. Louis | Missouri | US'],
  ['Ft Lauderdale, FL', 'Fort Lauderdale | Florida | US'],
  ['Wilmington, DE', 'Wilmington | Delaware | US'],
  ['Mobile, AL', 'Mobile | Alabama | US'],
  ['Texas', '– | Texas | US'],
  ['Westlake, TX, US', 'Westlake | Texas | US'],
  ['Toronto, Ontario, CA; Austin, Texas, US', 'Toronto | Ontario | CA'],
  ['Montréal, QC', 'Montreal | Quebec | CA'],
  ['Sydney NSW', 'Sydney | New South Wales | AU'],
  ['Perth, WA', 'Perth | Western Australia | AU'],
  ['Melbourne, VIC 3000', 'Melbourne | Victoria | AU'],
  ['Bangalore', 'Bengaluru | Karnataka | IN'],
  ['Bengaluru/Hyderabad/Pune', 'Bengaluru | Karnataka | IN'],
  ['São Paulo, SP, Brazil', 'São Paulo | São Paulo | BR'],
  ['CDMX', 'Mexico City | – | MX'],
  ['Singapore 307382', 'Singapore | – | SG'],
  ['Dubai, UAE', 'Dubai | – | AE'],
  ['Waltham on the Wolds, Leicestershire, England', 'Waltham on the Wolds | England | GB'],
  ['Remote - Germany', '– | – | DE'],
  ['Remote (US)', '– | – | US'],
  ['US only', '– | – | US'],
  ['UK-wide', '– | – | GB'],
  ['UK', '– | – | GB'],
  ['Anywhere in the UK', '– | – | GB'],
  ['Remote within Canada', '– | – | CA'],
  ['Deutschland, bundesweit', '– | – | DE'],
]

/** What names no place, or none beyond doubt. */
const NOWHERE = [
  'Remote',
  'EMEA',
  'Anywhere in the World',
  'Worldwide',
  'Europe',
  'Europe Only',
  'Flexible',
  'Head Office',
  'Nationwide',
  'Home based',
  'Various locations',
  'Mobile',
  'Price',
  'Of',
  'N/A',
  'TBC',
  '-',
  'Unknown',
  'CA',
  'DE',
  'Victoria',
  'Germany, Austria, Switzerland',
  'LATAM, Canada, USA',
]

/** description → city | province | country */
const DESCRIPTIONS: [string, string][] = [
  ['We are based in Berlin and build tools.', 'Berlin | – | DE'],
  ['Our office in Munich is looking for you.', 'Munich | Bavaria | DE'],
  ['This is a role in our London office.', 'London | England | GB'],
  ['Our New York-based team builds things.', 'New York | New York | US'],
  ['We have offices in London, New York and Tokyo.', 'London | England | GB'],
  ['Work from our sunny office in Lisbon', 'Lisbon | – | PT'],
  ["We're hiring in Kraków, Poland!", 'Krakow | Lesser Poland | PL'],
  ['The position is based at our Springfield, IL plant.', 'Springfield | Illinois | US'],
  ['Acme | Backend Engineer | Austin, TX | Onsite', 'Austin | Texas | US'],
  ['Acme | Backend Engineer | REMOTE (US) | Full-time', '– | – | US'],
  ['Acme - NYC - Senior engineer - https://acme.test', 'New York | New York | US'],
  ['Phoenix | Developer | London | Hybrid', 'London | England | GB'],
  ['Acme Corp (San Francisco, CA) is hiring', 'San Francisco | California | US'],
  ['Location: Reading\nSalary: £30k', 'Reading | England | GB'],
  ['Location: Hybrid - Leeds\nGreat team', 'Leeds | England | GB'],
  ['Location: USA or Canada only.', '– | – | –'],
  ['Headquarters: Ft Lauderdale\nURL: x', 'Fort Lauderdale | Florida | US'],
  ['Headquarters: \nBerlin is nice', '– | – | –'],
  ['Standort: München\nAufgaben', 'Munich | Bavaria | DE'],
  ['Arbeitsort: 10115 Berlin (Mitte)', 'Berlin | – | DE'],
  ['Lieu de travail : Lyon, France', 'Lyon | Auvergne-Rhône-Alpes | FR'],
  ['You must be based in the United States.', '– | – | US'],
  ['Candidates must reside in Canada.', '– | – | CA'],
  ['We love reading books and a nice bath. Mobile developers welcome in Orange teams.', '– | – | –'],
  ['Our clients include Bank of America and University of Oxford. Charlotte will call you.', '– | – | –'],
  ['Experience in Java, Go. Work with Jackson and Lincoln.', '– | – | –'],
  ['Worked with teams from India and China', '– | – | –'],
]

const TITLES: [string, string][] = [
  ['Software Engineer (Berlin)', 'Berlin | – | DE'],
  ['Software Engineer - London', 'London | England | GB'],
  ['Software Engineer, Paris, France', 'Paris | Île-de-France | FR'],
  ['Sales Manager Manchester', 'Manchester | England | GB'],
  ['Nurse, Birmingham, AL', 'Birmingham | Alabama | US'],
  ['Engineer (Remote, Germany)', '– | – | DE'],
  ['Mobile Developer', '– | – | –'],
  ['Reading Teacher', '– | – | –'],
  ['Phoenix Developer', '– | – | –'],
  ['Charlotte Tilbury Makeup Artist', '– | – | –'],
  ['Account Manager - DACH', '– | – | –'],
]

describe('places of postings', () => {
  it.each(LOCATIONS)('reads the location %j', (text, expected) => {
    expect(short(find({ location_text: text }))).toBe(expected)
  })
  it.each(NOWHERE)('finds no place in %j', text => {
    expect(short(find({ location_text: text }))).toBe('– | – | –')
  })
  it.each(DESCRIPTIONS)('reads the description %j', (text, expected) => {
    expect(short(find({ description: text }))).toBe(expected)
  })
  it.each(TITLES)('reads the title %j', (text, expected) => {
    expect(short(find({ title: text }))).toBe(expected)
  })

  it('settles a doubtful name by the board or by what the text speaks of', () => {
    expect(short(find({ location_text: 'Cambridge', board_country: 'GB' }))).toBe('Cambridge | England | GB')
    expect(short(find({ location_text: 'Cambridge', description: 'Salary £40,000' }))).toBe(
      'Cambridge | England | GB',
    )
    expect(short(find({ location_text: 'Cambridge', description: '$140,000 and 401(k)' }))).toBe(
      'Cambridge | Massachusetts | US',
    )
  })

  it('adds the city of a label to a country, and lets the location text win over the description', () => {
    const input = { location_text: 'United States', description: 'Location: Denver, CO\n' }
    expect(short(find(input))).toBe('Denver | Colorado | US')
    expect(short(find({ location_text: 'Leeds', description: 'We are based in Berlin.' }))).toBe(
      'Leeds | England | GB',
    )
    expect(short(find({ location_text: 'Germany', description: 'Location: Denver, CO\n' }))).toBe(
      '– | – | DE',
    )
  })

  it('tells stated from derived values', () => {
    const { evidence } = find({ location_text: 'Office: London' })
    expect(evidence.office_city).toMatchObject({ quote: 'London', start: 8, where: 'location' })
    expect(evidence.office_country?.note).toBe('follows from the place')
    expect(find({ location_text: 'London, UK' }).evidence.office_country).toMatchObject({
      quote: 'UK',
      start: 8,
    })
  })

  it('reads names through zero-width characters', () => {
    expect(short(find({ location_text: 'Lon\u200bdon' }))).toBe('London | England | GB')
  })
})

describe('resolve and locate', () => {
  it.each([
    ['London, GB', 'London | England | GB'],
    ['Manchester', 'Manchester | England | GB'],
    ['Berlin, DE', 'Berlin | – | DE'],
  ])('understands the campaign location %j', (text, expected) => {
    const place = finder.resolve(text)
    expect(place && short({ ...place, evidence: {} })).toBe(expected)
  })
  it('answers null for no place', () => {
    expect(finder.resolve('Remote')).toBeNull()
    expect(finder.resolve('')).toBeNull()
    expect(finder.resolve('qwertzuiop')).toBeNull()
  })
  it('gives points that distances can be taken of', () => {
    const london = finder.locate('London', 'England', 'GB')
    const paris = finder.locate('Paris', null, 'FR')
    if (!london || !paris) throw new Error('both are in the gazetteer')
    expect(distanceKm(london, paris)).toBeGreaterThan(330)
    expect(distanceKm(london, paris)).toBeLessThan(355)
    expect(london.population).toBeGreaterThan(5_000_000)
    expect(finder.locate('London', null, 'CA')?.population).toBeLessThan(1_000_000)
    expect(finder.locate('Paris', 'Texas', 'US')?.lat).toBeCloseTo(33.66, 1)
    expect(finder.locate(null, null, 'GB')).toBeNull()
    expect(finder.locate('Nowhere at all', null, null)).toBeNull()
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'London',
    'Paris',
    'TX',
    'CA',
    'Remote',
    'based in',
    'Location:',
    'office',
    ',',
    ' - ',
    '|',
    '(',
    ')',
    ';',
    '\n',
    'UK',
    '10115',
    'SW1A 1AA',
    'Berlin',
    'Georgia',
    '\u200b',
    'München',
    'near',
    'or',
    'New York',
    '. ',
    'ß',
    '🙂',
    'İstanbul',
    'D.C.',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 30 }).map(list => list.join(' ')),
  )

  it('never throws, and every quote stands at its offset', () => {
    fc.assert(
      fc.property(text, text, text, (location_text, title, description) => {
        const { evidence, ...facts } = finder.find({ location_text, title, description })
        const texts = { location: location_text, title, description, structured: '' }
        for (const proof of Object.values(evidence)) {
          expect(texts[proof.where].slice(proof.start ?? -1).startsWith(proof.quote ?? '?')).toBe(true)
          expect(proof.confidence).toBeGreaterThan(0)
          expect(proof.confidence).toBeLessThanOrEqual(1)
        }
        expect(evidence.office_city !== undefined).toBe(facts.city !== null)
        expect(evidence.office_country !== undefined).toBe(facts.country !== null)
        expect(facts.country === null || /^[A-Z]{2}$/.test(facts.country)).toBe(true)
        finder.resolve(location_text)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['digits', '7'.repeat(1_000_000)],
    ['capitals', 'A'.repeat(1_000_000)],
    ['words', 'in San Antonio, '.repeat(60_000)],
    ['labels', 'Location: '.repeat(100_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['bars', '|'.repeat(1_000_000)],
  ])('reads a megabyte of %s quickly', (_, long) => {
    const start = performance.now()
    finder.find({ location_text: long, title: long, description: long })
    finder.resolve(long)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

const labelled = new URL('../../../../../shared/data/postings/dev.jsonl', import.meta.url)

describe.skipIf(!existsSync(labelled))('labelled postings', () => {
  it('does not fall below the floors', () => {
    const fields = ['city', 'province', 'country'] as const
    const right = { city: 0, province: 0, country: 0 }
    const plain = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
    const lines = readFileSync(labelled, 'utf8').trim().split('\n')
    for (const line of lines) {
      const posting = JSON.parse(line)
      const found = finder.find(posting)
      for (const field of fields) {
        const name = `office_${field}`
        const answers: (string | null)[] = [posting.expected[name] ?? null, ...(posting.accept?.[name] ?? [])]
        if (field === 'country') answers.push(posting.norm?.country_iso2 ?? null)
        const value = found[field]
        const ok = answers.some(answer =>
          answer === null ? value === null : value !== null && plain(answer) === plain(value),
        )
        if (ok) right[field]++
      }
    }
    for (const field of fields) expect(right[field] / lines.length, field).toBeGreaterThanOrEqual(0.97)
  })
})
