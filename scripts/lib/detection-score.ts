import { existsSync, readFileSync } from 'node:fs'
import type { Detection, FactName, PostingText } from '../../main/contract/facts.ts'
import { createDetector } from '../../main/detection/rules/detect.ts'
import { createPlaceFinder } from '../../main/detection/rules/place/place.ts'
import { createSkillFinder } from '../../main/detection/rules/skills/skills.ts'

/** The labelled postings; beside the checkout where somebody has them. */
export const LABELLED = new URL('../../../shared/data/postings/dev.jsonl', import.meta.url)
const vocabulary = (name: string): string =>
  readFileSync(new URL(`../../resources/vocabularies/${name}`, import.meta.url), 'utf8')

type Value = string | number | null

/** A labelled posting: what is right, what is right as well, and the codes of its place. */
interface Labelled {
  id: string
  title: string
  company: string
  location_text: string
  description: string
  expected: Partial<Record<FactName, Value>> & { skills?: string[] | null }
  accept?: Record<string, Value[]>
  norm?: { country_iso2: string | null; admin1: string | null }
}

/** How one fact did over all postings. */
export interface FactScore {
  fact: FactName
  /** Shares of 1. */
  accuracy: number
  precision: number
  recall: number
  f1: number
  /** Of the postings that state the fact, those with the right value. */
  exact: number
  stated: number
  /** Of the postings that do not state it, those with a value nevertheless. */
  falsePositives: number
}

/** The figures of one scoring run. */
export interface DetectionScore {
  postings: number
  facts: FactScore[]
  /** Postings with every fact right. */
  allRight: number
  /** Postings that state pay, and those of them with amounts, currency and period right. */
  paid: number
  payRight: number
  /** Postings without pay, and those of them for which pay was found. */
  unpaid: number
  falseSalaries: number
  /** Of the tags that the sources give, that the vocabulary knows and that stand in the posting, those that were found. */
  skillRecall: number
  skillTags: number
  /** Ids with the facts that are wrong. */
  wrong: { id: string; fact: FactName; expected: Value; got: Value }[]
}

/** How fast detection ran on this machine. */
export interface DetectionSpeed {
  /** By processor time, so that other work on the machine counts little. */
  postingsPerSecond: number
  /** The slowest single posting, in milliseconds. */
  longestMs: number
}

const PAY: FactName[] = ['salary_low', 'salary_high', 'compensation_currency', 'salary_period']
const FACTS: FactName[] = [
  ...PAY,
  'office_city',
  'office_province',
  'office_country',
  'remote_options',
  'job_type',
  'seniority_level',
]

/** The detector as it is shipped, with its resource files. */
export function loadDetector(): (posting: PostingText) => Detection {
  return createDetector({
    places: createPlaceFinder(vocabulary('places.tsv')),
    skills: createSkillFinder(vocabulary('skills.tsv')),
  })
}

/** The labelled postings, or null where the data folder is not at hand. */
export function loadLabelled(): Labelled[] | null {
  if (!existsSync(LABELLED)) return null
  const lines = readFileSync(LABELLED, 'utf8').trim().split('\n')
  return lines.map(line => JSON.parse(line) as Labelled)
}

/** Compares what the detector says with the labels; a label may name several right answers. */
export function scoreDetection(
  detect: (posting: PostingText) => Detection,
  labelled: Labelled[],
): DetectionScore {
  const wrong: DetectionScore['wrong'] = []
  const detections = labelled.map(item => detect(textOf(item)))
  const found = detections.map(({ facts }) => facts)
  const facts = FACTS.map(fact => {
    let right = 0
    let rightValues = 0
    let given = 0
    let stated = 0
    const silent = { all: 0, filled: 0 }
    const said = { all: 0, right: 0 }
    for (const [index, item] of labelled.entries()) {
      const got = found[index]?.[fact] ?? null
      const expected = item.expected[fact] ?? null
      const good = isRight(item, fact, got)
      if (good) right++
      else wrong.push({ id: item.id, fact, expected, got })
      if (expected === null) {
        silent.all++
        if (!good) silent.filled++
      } else {
        said.all++
        if (good) said.right++
      }
      if (got !== null) given++
      if (good && got !== null) rightValues++
      if ((good && got !== null) || (!good && expected !== null)) stated++
    }
    const precision = share(rightValues, given)
    const recall = share(rightValues, stated)
    return {
      fact,
      accuracy: right / labelled.length,
      precision,
      recall,
      f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
      exact: share(said.right, said.all),
      stated: said.all,
      falsePositives: silent.all === 0 ? 0 : silent.filled / silent.all,
    }
  })
  const bad = new Set(wrong.map(({ id }) => id))
  const badPay = new Set(wrong.filter(({ fact }) => PAY.includes(fact)).map(({ id }) => id))
  const isPaid = ({ expected }: Labelled) => (expected.salary_low ?? expected.salary_high ?? null) !== null
  const paid = labelled.filter(isPaid)
  const unpaid = labelled.filter(item => !isPaid(item))
  const wronglyPaid = new Set(
    wrong.filter(({ fact, got }) => fact.startsWith('salary_') && got !== null).map(({ id }) => id),
  )
  return {
    postings: labelled.length,
    facts,
    allRight: labelled.length - bad.size,
    paid: paid.length,
    payRight: paid.filter(({ id }) => !badPay.has(id)).length,
    unpaid: unpaid.length,
    falseSalaries: unpaid.filter(({ id }) => wronglyPaid.has(id)).length,
    ...scoreSkills(detect, labelled, detections),
    wrong,
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** Tags are no full list, so only what is missed of them counts. */
function scoreSkills(
  detect: (posting: PostingText) => Detection,
  labelled: Labelled[],
  detections: Detection[],
): Pick<DetectionScore, 'skillRecall' | 'skillTags'> {
  let tags = 0
  let right = 0
  for (const [index, item] of labelled.entries()) {
    const text = `${item.title}\n${item.description}`.toLowerCase()
    const names = new Set(detections[index]?.skills.map(({ name }) => name))
    for (const tag of item.expected.skills ?? []) {
      if (!text.includes(tag.toLowerCase())) continue
      const [known] = detect({ title: '', company: '', location_text: '', description: tag }).skills
      if (!known) continue
      tags++
      if (names.has(known.name)) right++
    }
  }
  return { skillRecall: share(right, tags), skillTags: tags }
}

/** Times the detector over the labelled postings, after a warm-up, for about `seconds`. */
export function timeDetection(
  detect: (posting: PostingText) => Detection,
  labelled: Labelled[],
  seconds: number,
): DetectionSpeed {
  const texts = labelled.map(textOf)
  for (const text of texts) detect(text)
  let longestMs = 0
  let done = 0
  const started = performance.now()
  const cpu = process.cpuUsage()
  while (performance.now() - started < seconds * 1_000) {
    for (const text of texts) {
      const before = performance.now()
      detect(text)
      longestMs = Math.max(longestMs, performance.now() - before)
      done++
    }
  }
  const { user, system } = process.cpuUsage(cpu)
  return { postingsPerSecond: Math.round((done / (user + system)) * 1_000_000), longestMs }
}

function textOf({ title, company, location_text, description }: Labelled): PostingText {
  return { title, company, location_text, description }
}

function isRight(item: Labelled, fact: FactName, got: Value): boolean {
  const expected = item.expected[fact] ?? null
  if (same(expected, got)) return true
  if ((item.accept?.[fact] ?? []).some(other => same(other, got))) return true
  if (got === null || expected === null) return false
  const code =
    fact === 'office_country'
      ? item.norm?.country_iso2
      : fact === 'office_province'
        ? item.norm?.admin1
        : null
  return code !== null && code !== undefined && same(code, got)
}

function same(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === other
  if (typeof one === 'number' || typeof other === 'number')
    return Math.abs(Number(one) - Number(other)) < 0.01
  return plain(one) === plain(other)
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
