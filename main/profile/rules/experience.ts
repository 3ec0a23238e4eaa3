import { SENIORITY_LABELS } from '../../contract/labels.ts'
import type { Profile } from '../../contract/profile.ts'
import { SENIORITY_LEVELS, type SeniorityLevel } from '../../contract/values.ts'
import { NOT_STATED, noWish, thousandths, UNKNOWN } from '../../ranking/rules/factor.ts'
import type { MatchableJob, Part } from './part.ts'

/** Share by steps between the asked level and the person's. */
const BY_STEPS = [1, 0.5, 0.2]

/** A level that is only guessed from years says less: its share is drawn towards a half by this factor. */
const TRUST_IN_YEARS = 0.6

/** Of the share, what the level decides where years can be compared too. */
const LEVEL = 0.6

/**
 * Experience: the steps between the level that the job asks and the person's, and how many of the asked years the
 * person has. Where one side states only years and the other only a level, the level that years usually mean is compared.
 */
export function experiencePart({
  seniority,
  years_of_experience,
}: Pick<Profile, 'seniority' | 'years_of_experience'>): Part {
  const years = usable(years_of_experience)
  if (seniority === null && years === null) return noWish('your profile names no level and no years')
  const level = seniority ?? levelOfYears(years ?? 0)
  const byLevel = new Map(SENIORITY_LEVELS.map(asked => [asked, levelShare(asked, level)]))
  return {
    share({ seniority_level, years_low }) {
      const asked = usable(years_low)
      if (seniority_level === null && asked === null) return UNKNOWN
      const ofYears = asked === null || years === null ? null : yearsShare(asked, years)
      if (seniority_level === null)
        return thousandths(ofYears ?? drawn(byLevel.get(levelOfYears(asked ?? 0)) ?? 0))
      const ofLevel = byLevel.get(seniority_level) ?? 0
      const trusted = seniority === null ? drawn(ofLevel) : ofLevel
      return thousandths(ofYears === null ? trusted : LEVEL * trusted + (1 - LEVEL) * ofYears)
    },
    evidence(job) {
      const asks = asked(job)
      return asks === null ? NOT_STATED : `asks ${asks}; you ${own(seniority, years)}`
    },
  }
}

function asked({ seniority_level, years_low }: MatchableJob): string | null {
  const years = usable(years_low)
  const needed = years === null ? null : inYears(years, '+')
  if (seniority_level === null) return needed
  return needed === null ? spoken(seniority_level) : `${spoken(seniority_level)} with ${needed}`
}

function own(seniority: SeniorityLevel | null, years: number | null): string {
  if (seniority === null) return `have ${inYears(years ?? 0)}`
  return years === null ? `are ${spoken(seniority)}` : `are ${spoken(seniority)} with ${inYears(years)}`
}

function levelShare(asked: SeniorityLevel, own: SeniorityLevel): number {
  return BY_STEPS[Math.abs(SENIORITY_LEVELS.indexOf(asked) - SENIORITY_LEVELS.indexOf(own))] ?? 0
}

/** Enough years are enough; of fewer, the square of the part, so that half the years are worth a quarter. */
function yearsShare(asked: number, own: number): number {
  return own >= asked ? 1 : (own / asked) ** 2
}

function drawn(share: number): number {
  return 0.5 + TRUST_IN_YEARS * (share - 0.5)
}

function usable(years: number | null): number | null {
  return years !== null && Number.isFinite(years) && years >= 0 && years <= 80 ? years : null
}

/** Own reading of what postings of each level ask; the same as in a campaign's ranking. */
function levelOfYears(years: number): SeniorityLevel {
  if (years < 2) return 'junior'
  if (years < 5) return 'mid'
  if (years < 8) return 'senior'
  return years < 12 ? 'lead' : 'principal'
}

function inYears(years: number, more = ''): string {
  return `${years}${more} ${years === 1 && more === '' ? 'year' : 'years'}`
}

function spoken(level: SeniorityLevel): string {
  return SENIORITY_LABELS[level].toLowerCase()
}
