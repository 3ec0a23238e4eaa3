import type { SkillDemand, SkillGap } from '../../contract/skill-gap.ts'
import type { Asked } from './asked.ts'
import { countDemand } from './demand.ts'
import { standingOf } from './standing.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How many skills are named as worth learning first. */
const LEARN_FIRST = 5

export interface GapInput {
  asked: Asked
  vocabulary: Vocabulary
  /** Names of the profile's skills, in any spelling. */
  profile: readonly string[]
  /** Skills of the vocabulary that are languages of the profile: known, and not among its skills. */
  languages?: readonly string[]
  tried: readonly string[]
  /** Percent of a job's required skills from which on it is open. */
  openFrom: number
  /** Months, the oldest first, with the lowest id of a job found in each or later. */
  months: readonly { month: string; firstId: number }[]
  /** So many of the most asked skills are answered. */
  limit: number
}

/** Demand, gap, coverage and what to learn. Equal ones stand by name, so the same input gives the same answer. */
export function skillGapOf(input: GapInput): Omit<SkillGap, 'jobs' | 'campaign'> {
  const { asked, vocabulary, profile, languages = [], tried, openFrom, months, limit } = input
  const { size, names, kinds } = vocabulary
  const demand = countDemand(
    asked,
    size,
    months.map(({ firstId }) => firstId),
  )
  const isAsked = (place: number | undefined): place is number =>
    place !== undefined && (demand.jobs[place] ?? 0) > 0

  const mine = new Uint8Array(size)
  const unasked: string[] = []
  for (const name of profile) {
    const place = vocabulary.find(name)
    if (isAsked(place)) mine[place] = 1
    else unasked.push(name)
  }
  for (const name of languages) {
    const place = vocabulary.find(name)
    if (isAsked(place)) mine[place] = 1
  }
  const both = mine.slice()
  const unknown: string[] = []
  for (const name of tried) {
    const place = vocabulary.find(name)
    if (isAsked(place)) both[place] = 1
    else if (!unknown.includes(name)) unknown.push(name)
  }

  const before = standingOf(asked, mine, openFrom)
  const after = standingOf(asked, both, openFrom)
  const rowOf = (place: number): SkillDemand => ({
    name: names[place] ?? '',
    kind: kinds[place] ?? 'technical',
    jobs: demand.jobs[place] ?? 0,
    required: demand.required[place] ?? 0,
    monthly: [...demand.monthly.subarray(place * months.length, (place + 1) * months.length)],
    have: mine[place] === 1,
    tried: mine[place] !== 1 && both[place] === 1,
    opens: before.opens[place] ?? 0,
    opensNext: after.opens[place] ?? 0,
  })
  const byName = (a: number, b: number) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1)
  const more = (counts: Uint32Array) => (a: number, b: number) => (counts[b] ?? 0) - (counts[a] ?? 0)
  const [byJobs, byRequired] = [more(demand.jobs), more(demand.required)]
  const [byOpens, byClosed] = [more(before.opens), more(before.closed)]

  const places = Array.from({ length: size }, (_, place) => place).filter(isAsked)
  places.sort((a, b) => byJobs(a, b) || byRequired(a, b) || byName(a, b))
  const missing = places.filter(place => mine[place] !== 1 && (before.closed[place] ?? 0) > 0)
  missing.sort((a, b) => byOpens(a, b) || byClosed(a, b) || byJobs(a, b) || byName(a, b))
  return {
    asking: asked.jobs,
    requiring: before.requiring,
    asked: places.length,
    profile: profile.length,
    openFrom,
    before: { coverage: before.coverage, open: before.open },
    after: { coverage: after.coverage, open: after.open },
    months: months.map(({ month }, index) => ({ month, jobs: demand.months[index] ?? 0 })),
    skills: places.slice(0, limit).map(rowOf),
    learn: missing.slice(0, LEARN_FIRST).map(rowOf),
    tried: places.filter(place => mine[place] !== 1 && both[place] === 1).map(rowOf),
    unknown,
    unasked,
  }
}
