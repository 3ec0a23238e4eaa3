import type { Profile } from '../../contract/profile.ts'
import { type CampaignWishes, DEFAULT_WEIGHTS, NO_RULES } from '../../contract/ranking.ts'
import { remoteFactor } from '../../ranking/rules/choices.ts'
import { NO_WISH, NOT_STATED, thousandths, UNKNOWN } from '../../ranking/rules/factor.ts'
import { locationFactor, type PlaceHelp, type PlaceJudgement } from '../../ranking/rules/location.ts'
import { countriesOpenTo } from '../../ranking/rules/location-text.ts'
import type { MatchableJob } from './part.ts'

type Placing = Pick<Profile, 'preferred_locations' | 'remote_preference' | 'work_authorisation'>

/** Of the share, what the place decides where the way of working can be compared too. */
const PLACE = 0.65

/** What is left where the person may not work without a sponsor and the posting does not say whether there is one. */
const PERMIT_OPEN = 0.5

/** Most jobs are in places that others are in too; longer places are texts of their own. */
const MOST_REMEMBERED = 5_000
const LONGEST_REMEMBERED = 200

/**
 * Location: the preferred places and the way of working, lowered where the person may not work in the job's country.
 * The sentence comes with the share, since it alone needs the knowledge of places.
 */
export function locationPart(profile: Placing, help: PlaceHelp): (job: MatchableJob) => PlaceJudgement {
  const placeOf = locationFactor(wishesOf(profile), help)
  const way = remoteFactor(profile.remote_preference)
  const permits = new Set(profile.work_authorisation)
  const judge = (job: MatchableJob): PlaceJudgement =>
    permitted(job, permits, together(placeOf(job), way.share(job), way.evidence(job)))
  const remembered = new Map<string, PlaceJudgement>()
  return job => {
    const { office_city, office_province, office_country, location_text, remote_options, visa_sponsorship } =
      job
    if (location_text.length > LONGEST_REMEMBERED) return judge(job)
    const key = `${office_city}\n${office_province}\n${office_country}\n${remote_options}\n${visa_sponsorship}\n${location_text}`
    const before = remembered.get(key)
    if (before !== undefined) return before
    const judgement = judge(job)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, judgement)
    return judgement
  }
}

/** A campaign that wants nothing but the profile's places. */
function wishesOf({ preferred_locations, remote_preference }: Placing): CampaignWishes {
  return {
    query: '',
    country: null,
    locations: preferred_locations,
    remote_preference,
    seniority: [],
    employment_types: [],
    company_sizes: [],
    skills: [],
    salary_min: null,
    salary_max: null,
    salary_currency: null,
    weights: DEFAULT_WEIGHTS,
    rules: NO_RULES,
  }
}

function together(place: PlaceJudgement, way: number, wayEvidence: string): PlaceJudgement {
  if (way > 1000) return place
  if (place.share > 1000) return { share: way, evidence: wayEvidence }
  // "remote, open to Germany" has said already that it is remote.
  const said =
    place.evidence === wayEvidence || (way === 1000 && isRemote(place.evidence) && isRemote(wayEvidence))
  return {
    share: Math.round(PLACE * place.share + (1 - PLACE) * way),
    evidence: said ? place.evidence : `${place.evidence}; ${wayEvidence}`,
  }
}

function isRemote(evidence: string): boolean {
  return evidence.startsWith('remote,')
}

function permitted(job: MatchableJob, permits: ReadonlySet<string>, found: PlaceJudgement): PlaceJudgement {
  if (permits.size === 0) return found
  const countries = countriesOf(job)
  if (countries.length === 0) return found
  const allowed = countries.find(country => permits.has(country))
  if (allowed !== undefined)
    return found.share === NO_WISH
      ? { share: 1000, evidence: `in ${named(allowed)}, where you may work` }
      : found
  const where = named(countries[0] ?? '')
  if (job.visa_sponsorship === 'offered')
    return joined(found, found.share, `you need a permit for ${where}, sponsorship is offered`)
  if (job.visa_sponsorship === 'not_offered')
    return joined(found, 0, `you need a permit for ${where}, and no sponsorship is offered`)
  const share = found.share > 1000 ? 1000 * PERMIT_OPEN : found.share * PERMIT_OPEN
  return joined(found, thousandths(share / 1000), `you need a permit for ${where}`)
}

/** Where the work may be done, by country: a remote job's text may name several. */
function countriesOf({ remote_options, location_text, office_country }: MatchableJob): string[] {
  const open = remote_options === 'remote' ? countriesOpenTo(location_text) : null
  if (open !== null) return [...open]
  return office_country === null ? [] : [office_country]
}

function joined(found: PlaceJudgement, share: number, remark: string): PlaceJudgement {
  const silent = found.share === UNKNOWN || found.share === NO_WISH || found.evidence === NOT_STATED
  return { share, evidence: silent ? remark : `${found.evidence}; ${remark}` }
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
const WITH_ARTICLE = new Set(['GB', 'US', 'NL', 'AE', 'PH'])

function named(country: string): string {
  const name = /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country
  return WITH_ARTICLE.has(country) ? `the ${name}` : name
}
