import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createPlaceFinder } from './place/place.ts'
import { readPosting } from './read-posting.ts'
import { detectRemote } from './remote/remote.ts'
import { detectSalary } from './salary/salary.ts'
import { payWords } from './salary/words.ts'
import { MAX_READ, readText } from './text.ts'

/** Proof that no text holds the rules up: they read a bounded part of it, by patterns that cannot run away. */

const places = createPlaceFinder(
  readFileSync(new URL('../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

function detectAll(text: string): void {
  const posting = readPosting({ title: text, company: '', location_text: text, description: text })
  detectRemote(posting)
  detectSalary(posting, 'US')
  payWords(posting.description)
  places.find({ title: text, location_text: text, description: text })
  places.resolve(text)
}

const MEGABYTE = 1_000_000
const repeated = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length))

/** What fills hostile texts. */
const UNITS: [name: string, unit: string][] = [
  ['digits', '7'],
  ['beginnings of amounts', '$1,'],
  ['beginnings of ranges', '1 - 1 - 1 - '],
  ['amounts in thousands', '$1k - '],
  ['the word remote', 'remote '],
  ['the word not', 'not '],
  ['blanks', ' '],
  ['hard blanks', '\u00a0'],
  ['tabs', '\t'],
  ['line breaks', '\n'],
  ['zero-width characters', '\u200b'],
  ['brackets', '((('],
  ['nested tags', '<b><i>'],
  ['text from right to left', '\u202eשלום '],
  ['one word', 'a'],
  ['letters that grow when lowered', 'İ'],
  ['pay words', 'salary: up to '],
  ['pay', 'salary: $100,000 - $120,000\n'],
  ['days', '3 days a week in the '],
  ['weekdays', 'mondays and '],
  ['mixes', 'a mix of home '],
  ['offices', 'in the office '],
  ['labels', 'Location: '],
  ['headings', '\nLocation\n'],
  ['cues', 'based in San Antonio, '],
  ['addresses', 'located at 1 '],
  ['capitals', 'AA, '],
  ['names', 'London / '],
  ['colons', ':'],
  ['commas', ', '],
  ['bars', '| '],
  ['slashes', '/'],
  ['apostrophes', "1'"],
]

describe('a text of any length', () => {
  test.each(UNITS)('a megabyte of %s is read to the limit and no further', (_, unit) => {
    for (const name of ['title', 'location', 'description'] as const) {
      const text = repeated(unit, MEGABYTE)
      expect(readText(name, text).lower.length).toBeLessThanOrEqual(MAX_READ[name])
    }
  })

  /** Processor time of one run in milliseconds, the least of several, so that other work does not count. */
  function cost(text: string): number {
    let least = Number.POSITIVE_INFINITY
    for (let run = 0; run < 2; run++) {
      const before = process.threadCpuUsage()
      detectAll(text)
      const { user, system } = process.threadCpuUsage(before)
      least = Math.min(least, (user + system) / 1_000)
    }
    return least
  }

  const SHORT = 9_000
  /** Less than this is too little to compare. */
  const FLOOR_MS = 5

  test.each(UNITS)('four times as many %s cost about four times as much', (_, unit) => {
    const short = Math.max(FLOOR_MS, cost(repeated(unit, SHORT)))
    expect(cost(repeated(unit, SHORT * 4))).toBeLessThan(short * 12)
  })

  test.each(UNITS)('a megabyte of %s costs no more than the part that is read', (_, unit) => {
    const read = Math.max(FLOOR_MS, cost(repeated(unit, 60_000)))
    expect(cost(repeated(unit, MEGABYTE))).toBeLessThan(read * 12)
  })
})

/** Texts that set every rule to work, so that every pattern is used. */
const WORK = [
  'Acme (London, UK) | Senior Engineer | Berlin, Germany / Oslo, Norway | REMOTE (EU) | $120k-$150k + equity',
  'Location: 10 High Street, London EC2A 1AF\nLocation\nBristol, UK\nStandort: 70173 Stuttgart',
  'Salary: £45,000 - £50,000 per annum plus bonus. OTE £80,000. Minimum: $85,000 Midpoint: $90,000 Maximum: $95,000',
  'Base salary for candidates in New York: $150,000 to $180,000; currency: USD. Rs.30000/- per month, 12 LPA, 1.2 crore',
  "Wir zahlen 18,50 € pro Stunde, Gehalt marktgerecht. Mindestgehalt von EUR 45.000,- brutto. Fr. 5'500 /Mt x 13",
  'We are hybrid: three days a week in the office, Fridays from home, a mix of home and office, 50% remote.',
  'This role is not remote. On-site only. Work from our London office. Remote is possible within Canada. #LI-Hybrid',
  'You can work remotely, télétravail partiel, 2 Tage Homeoffice, teletrabajo, kein Homeoffice, thuiswerken mogelijk.',
  'Remote: no\nWorkplace: hybrid\nWork from home: not flagged\nHybrid cloud. Remote sensing. On-site gym. In-person events.',
  'We are based in San Francisco, CA. Our New York-based team. Authorised to work in the US. Am Standort Nürnberg.',
  'Sueldo: $25,000 mensuales, salaire selon profil, salario a convenir, salaris in overleg, competitive salary, DOE',
]

/** The sources of all regular expressions that run while `work` does. */
function patternsOf(work: () => void): string[] {
  const sources = new Set<string>()
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text: string) {
    sources.add(this.source)
    return exec.call(this, text)
  }
  try {
    work()
  } finally {
    RegExp.prototype.exec = exec
  }
  return [...sources]
}

/** Whether a repetition without an upper bound holds another one, which is what can take exponential time. */
function repeatsRepetitions(source: string): boolean {
  const open: boolean[] = []
  let holds = false
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    let ended: boolean | null = null
    if (char === '\\') i++
    else if (char === '[') {
      for (i++; i < source.length && source[i] !== ']'; i++) if (source[i] === '\\') i++
    } else if (char === '(') {
      open.push(holds)
      holds = false
      continue
    } else if (char === ')') {
      ended = holds
      holds = open.pop() === true || holds
    } else if (char === '|' || char === '^' || char === '$' || char === '?') continue
    if (!/^(?:[*+]|\{\d+,\})/.test(source.slice(i + 1, i + 8))) continue
    if (ended) return true
    holds = true
  }
  return false
}

describe('the patterns', () => {
  const patterns = patternsOf(() => {
    for (const text of WORK) {
      detectAll(text)
      for (const line of text.split('\n')) detectAll(line)
    }
  })

  test('are many', () => {
    expect(patterns.length).toBeGreaterThan(60)
  })
  test('that hold a repetition of repetitions are recognised', () => {
    expect(['(?:a+)+', '(a*b?)*c', '(?:x|(?:y+z)*)+', '(?:a{2,})*'].map(repeatsRepetitions)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['(?:ab)+c*', '[+*]+(?:a|b)?', '\\(+a+\\)*', '(?:a+b){0,3}'].map(repeatsRepetitions)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
  test.each(patterns.map(source => [source]))('%s repeats no repetition', source => {
    expect(repeatsRepetitions(source)).toBe(false)
  })
})
