import { SENIORITY_LABELS } from '../../contract/labels.ts'
import type { RankableJob } from '../../contract/ranking.ts'
import { SENIORITY_LEVELS, type SeniorityLevel } from '../../contract/values.ts'
import { type Factor, listed, NOT_STATED, noWish, thousandths, UNKNOWN } from './factor.ts'

type Levelled = Pick<RankableJob, 'seniority_level' | 'years_low'>

/** Share by steps that the asked level lies below the nearest wanted one. */
const BY_STEPS_BELOW = [1, 0.5, 0.2]
/** By steps above it: who asks more than a person has to offer seldom takes them. */
const BY_STEPS_ABOVE = [1, 0.4, 0.1]

/** Years say less than a stated level: their share is drawn towards a half by this factor. */
const TRUST_IN_YEARS = 0.6

/**
 * Seniority: the steps between the level that the job asks and the nearest wanted one. When only years of
 * experience are stated, the level that they usually mean is compared with less weight; the factor then counts as
 * known, and its share stays between 0.2 and 0.8.
 */
export function seniorityFactor(levels: readonly SeniorityLevel[]): Factor<Levelled> {
  if (levels.length === 0) return noWish('any level is fine for you')
  const ordered = SENIORITY_LEVELS.filter(level => levels.includes(level))
  const shares = new Map(SENIORITY_LEVELS.map(level => [level, shareOf(level, ordered)]))
  const wanted = `you want ${listed(ordered.map(spoken), 'or')}`
  return {
    share({ seniority_level, years_low }) {
      if (seniority_level !== null) return thousandths(shares.get(seniority_level) ?? 0)
      const years = usableYears(years_low)
      if (years === null) return UNKNOWN
      return thousandths(0.5 + TRUST_IN_YEARS * ((shares.get(levelOfYears(years)) ?? 0) - 0.5))
    },
    evidence({ seniority_level, years_low }) {
      const years = usableYears(years_low)
      if (seniority_level !== null) {
        return `asks ${spoken(seniority_level)}${years === null ? '' : ` with ${years}+ years`}, ${wanted}`
      }
      if (years === null) return NOT_STATED
      return `asks ${years}+ years, usually ${spoken(levelOfYears(years))}, ${wanted}`
    },
  }
}

function shareOf(level: SeniorityLevel, wanted: readonly SeniorityLevel[]): number {
  const position = SENIORITY_LEVELS.indexOf(level)
  return Math.max(
    ...wanted.map(wish => {
      const steps = position - SENIORITY_LEVELS.indexOf(wish)
      return (steps > 0 ? BY_STEPS_ABOVE[steps] : BY_STEPS_BELOW[-steps]) ?? 0
    }),
  )
}

function usableYears(years: number | null): number | null {
  return years !== null && Number.isFinite(years) && years >= 0 && years <= 50 ? years : null
}

/** Own reading of what postings of each level ask. */
function levelOfYears(years: number): SeniorityLevel {
  if (years < 2) return 'junior'
  if (years < 5) return 'mid'
  if (years < 8) return 'senior'
  return years < 12 ? 'lead' : 'principal'
}

function spoken(level: SeniorityLevel): string {
  return SENIORITY_LABELS[level].toLowerCase()
}
