import { titleParts } from '../../postings/rules/title-parts.ts'
import { type JobColumns, type SkillColumn, skillsOf } from './job-columns.ts'
import { createBest } from './order-rows.ts'

/** Which jobs are like another one: the same kind of work, the same skills, the same place and level. */

/** What the parts of a likeness are worth; together 1. */
const WORTH = { work: 0.45, skills: 0.35, place: 0.12, level: 0.08 }
/** Less alike is not like it. */
const ALIKE_FROM = 0.4
/** Jobs without a skill in common still are alike when the work is. */
const UNKNOWN_SKILLS = 0.4
/** At most so many of one company, which may have the same opening in every city. */
const MOST_OF_COMPANY = 2

/** The part of a job's skills that each row shares, rare skills counting more; 0 without any. */
function sharedSkills(columns: JobColumns, skills: SkillColumn, self: number): (row: number) => number {
  const { asked, start, count, pool } = skills
  const ids = new Set(skillsOf(skills, self))
  const weights = new Float64Array(Math.max(asked.length, ...[...ids].map(id => id + 1)))
  let whole = 0
  for (const id of ids) {
    const weight = Math.log(1 + columns.rows / (1 + (asked[id] ?? 0)))
    weights[id] = weight
    whole += weight
  }
  return row => {
    let shared = 0
    const from = start[row] ?? 0
    const to = from + (count[row] ?? 0)
    for (let at = from; at < to; at++) shared += weights[pool[at] ?? 0] ?? 0
    return whole === 0 ? 0 : shared / whole
  }
}

/** 1: same place, or both from anywhere; a half: only the same country. */
function placeShare(columns: JobColumns, a: number, b: number): number {
  const { city, country, remote } = columns
  if (remote[a] === 1 && remote[b] === 1) return 1
  if (city[a] !== 0 && city[a] === city[b]) return 1
  return country[a] !== 0 && country[a] === country[b] ? 0.5 : 0
}

const levelShare = ({ level }: JobColumns, a: number, b: number): number =>
  level[a] === 0 || level[b] === 0 ? 0.5 : Math.max(0, 1 - Math.abs((level[a] ?? 0) - (level[b] ?? 0)) / 2)

/**
 * The rows that may be most like one, at most `limit`: by skills, place and level, and by whether the title has its words.
 * `admits` lets rows in.
 */
export function likelyAlike(
  columns: JobColumns,
  skills: SkillColumn,
  self: number,
  titled: Uint8Array,
  admits: (row: number) => boolean,
  limit: number,
): number[] {
  const shared = sharedSkills(columns, skills, self)
  const best = createBest(limit)
  for (let row = 0; row < columns.rows; row++) {
    if (row === self || !admits(row)) continue
    const share = shared(row)
    const work = titled[row] ?? 0
    // Neither the work nor a good part of the skills: place and level alone make no likeness.
    if (work === 0 && share < 0.3) continue
    const key =
      WORTH.work * work +
      WORTH.skills * share +
      WORTH.place * placeShare(columns, self, row) +
      WORTH.level * levelShare(columns, self, row)
    const id = columns.ids[row] ?? 0
    if (best.admits(key, id)) best.add(row, key, id)
  }
  return best.rows()
}

/** What a job is compared by beside its columns. */
export interface Opening {
  id: number
  /** Normalised company, title and place, between bars. */
  opening_key: string
  company_id: number
  office_city: string | null
}

/** Words of a title that say what the work is, as they stand in it. */
export function workWords(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter(word => titleParts(word).core.length > 0))].slice(0, 6)
}

function partsOf({ opening_key }: Opening): { title: string; core: ReadonlySet<string> } {
  const [company = '', title = '', place = ''] = opening_key.split('|')
  return { title, core: new Set(titleParts(title, company, place).core) }
}

/** The part of the words for the work that two titles share. */
function workShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter(word => b.has(word)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

/** The likest of some candidates, the most alike first, each with a few words on why. */
export function mostAlike(
  columns: JobColumns,
  skills: SkillColumn,
  self: Opening,
  candidates: readonly Opening[],
  limit: number,
): { id: number; why: string }[] {
  const own = partsOf(self)
  const row = columns.rowOf[self.id] ?? -1
  const shared = sharedSkills(columns, skills, row)
  const ownSkills = new Set(skillsOf(skills, row))
  const alike = candidates.map(candidate => {
    const other = columns.rowOf[candidate.id] ?? -1
    const { title, core } = partsOf(candidate)
    const work = workShare(own.core, core)
    const otherSkills = new Set(skillsOf(skills, other))
    const share = ownSkills.size === 0 || otherSkills.size === 0 ? UNKNOWN_SKILLS : shared(other)
    const place = placeShare(columns, row, other)
    const worth =
      WORTH.work * work +
      WORTH.skills * share +
      WORTH.place * place +
      WORTH.level * levelShare(columns, row, other)
    const common = [...otherSkills].filter(id => ownSkills.has(id)).length
    const isRemote = columns.remote[row] === 1 && columns.remote[other] === 1
    const why = [
      title === own.title ? 'same title' : work === 1 ? 'same work' : work >= 0.5 ? 'similar title' : '',
      common === 0 ? '' : common === 1 ? '1 skill in common' : `${common} skills in common`,
      place < 1
        ? ''
        : isRemote
          ? 'also remote'
          : candidate.office_city
            ? `also ${candidate.office_city}`
            : '',
    ].filter(part => part !== '')
    return { id: candidate.id, company: candidate.company_id, worth, why: why.join(', ') }
  })
  const ofCompany = new Map<number, number>()
  return alike
    .filter(({ worth, why }) => worth >= ALIKE_FROM && why !== '')
    .sort((a, b) => b.worth - a.worth || b.id - a.id)
    .filter(({ company }) => {
      const n = (ofCompany.get(company) ?? 0) + 1
      ofCompany.set(company, n)
      return n <= MOST_OF_COMPANY
    })
    .slice(0, limit)
    .map(({ id, why }) => ({ id, why }))
}
