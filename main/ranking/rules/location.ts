import type { CampaignWishes, RankableJob } from '../../contract/ranking.ts'
import { folded } from '../../postings/rules/clean-text.ts'
import { type Coordinates, kilometres, shareOfDistance, spokenKm } from './distance.ts'
import { listed, NO_WISH, NOT_STATED, thousandths, UNKNOWN } from './factor.ts'
import { cityKey, countriesOpenTo, placeFromText, type ResolvedPlace, regionKey } from './location-text.ts'

/** Knowledge of places that the caller may lend; without it a small table of names is used. */
export interface PlaceHelp {
  /** Coordinates of a place, or null when it is not known. */
  locate?: (city: string | null, province: string | null, country: string | null) => Coordinates | null
  /** Reads a place as a person types it. */
  resolvePlace?: (text: string) => ResolvedPlace | null
}

/** What is compared of a job. */
export type Placed = Pick<
  RankableJob,
  'office_city' | 'office_province' | 'office_country' | 'location_text' | 'remote_options'
>

/** Share in thousandths (or UNKNOWN or NO_WISH) with its sentence. */
export interface PlaceJudgement {
  share: number
  evidence: string
}

interface WantedPlace {
  name: string
  city: string | null
  region: string | null
  country: string | null
  at: Coordinates | null
  /** Finds the city as an entry of its own in a location text of several places. */
  mention: RegExp | null
}

// What each nearness is worth. The city itself, or a whole region or country that was asked for, is worth 1.
const SAME_REGION = 0.7
const COUNTRY_WITHOUT_CITY = 0.7
const SAME_COUNTRY = 0.3
// The same where it is known that the place lies far off: hours of travel are little helped by a common border.
const SAME_REGION_FAR = 0.3
const SAME_COUNTRY_FAR = 0.2
const OTHER_CITY_NO_COUNTRY = 0.2
const REMOTE_ELSEWHERE = 0.1

/**
 * Location: the best of city, region, country and distance against every wanted place. A remote job fits where
 * remote is wanted (or no way of working is preferred) and its country allows it. The sentence comes with the share,
 * since it alone needs the knowledge of places.
 */
export function locationFactor(wishes: CampaignWishes, help: PlaceHelp): (job: Placed) => PlaceJudgement {
  const texts = wishes.locations.map(text => text.trim()).filter(text => text !== '')
  const places = texts
    .filter(text => !isRemoteWord(text))
    .map(text => wantedPlace(text, wishes.country, help))
  if (places.length === 0 && wishes.country !== null) places.push(wholeCountry(wishes.country))
  const asksRemote = texts.some(isRemoteWord)
  const takesRemote =
    asksRemote || wishes.remote_preference.length === 0 || wishes.remote_preference.includes('remote')
  const homes = new Set(places.flatMap(place => (place.country === null ? [] : [place.country])))
  if (wishes.country !== null) homes.add(wishes.country)
  if (places.length === 0 && !asksRemote) {
    const judgement = { share: NO_WISH, evidence: 'any place is fine for you' }
    return () => judgement
  }
  return remembered(job => {
    const here = officeJudgement(job, places, help)
    if (job.remote_options !== 'remote') return here
    const remote = remoteJudgement(job, homes)
    // Who wants an office is no nearer to one that is open to other countries only.
    if (!takesRemote) return here.share === UNKNOWN && remote.share < 1000 ? remote : here
    return worth(here) > worth(remote) ? here : remote
  })
}

/** Most jobs are in places that others are in too. */
const MOST_REMEMBERED = 5_000
/** A longer place is a text that nobody else has; thousands of them would fill the memory. */
const LONGEST_REMEMBERED = 200

function remembered(judge: (job: Placed) => PlaceJudgement): (job: Placed) => PlaceJudgement {
  const known = new Map<string, PlaceJudgement>()
  return job => {
    const { office_city, office_province, office_country, location_text, remote_options } = job
    if (location_text.length > LONGEST_REMEMBERED) return judge(job)
    const key = `${location_text}\n${office_city}\n${office_province}\n${office_country}\n${remote_options}`
    const before = known.get(key)
    if (before) return before
    const judgement = judge(job)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, judgement)
    return judgement
  }
}

function known(share: number, evidence: string): PlaceJudgement {
  return { share: thousandths(share), evidence }
}

function unknown(evidence = NOT_STATED): PlaceJudgement {
  return { share: UNKNOWN, evidence }
}

function worth({ share }: PlaceJudgement): number {
  return share > 1000 ? -1 : share
}

function isRemoteWord(text: string): boolean {
  return /^(?:fully )?(?:remote|anywhere|worldwide|home ?office|work from home)$/i.test(text)
}

function wholeCountry(country: string): WantedPlace {
  return { name: countryName(country), city: null, region: null, country, at: null, mention: null }
}

function wantedPlace(text: string, country: string | null, help: PlaceHelp): WantedPlace {
  const resolved = help.resolvePlace?.(text) ?? placeFromText(text)
  const city = resolved.city === null ? null : cityKey(resolved.city)
  // "Birmingham" in a campaign for the US is the one in Alabama, whatever the table of names prefers.
  const elsewhere =
    country !== null && resolved.country !== null && resolved.country !== country && !text.includes(',')
  const itself = elsewhere && city !== null ? { ...resolved, province: null, country } : resolved
  const own = itself.country ?? country
  return {
    name: text,
    city,
    region: regionKey(itself.province, own),
    country: own,
    at: city === null ? null : (help.locate?.(resolved.city, itself.province, own) ?? null),
    mention: city === null ? null : mentionOf(city),
  }
}

function mentionOf(city: string): RegExp {
  const escaped = city.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:^|[,;/|(•-]|\\bor\\b|\\band\\b)\\s*${escaped}\\s*(?:$|[,;/|)•-]|\\bor\\b|\\band\\b)`)
}

function remoteJudgement(job: Placed, homes: ReadonlySet<string>): PlaceJudgement {
  const open =
    countriesOpenTo(job.location_text) ?? (job.office_country === null ? null : new Set([job.office_country]))
  if (open === null) return known(1, 'remote, no country named')
  const wanted = [...homes]
  if (wanted.length === 0) return known(1, 'remote, as you want')
  const allowed = wanted.find(country => open.has(country))
  if (allowed !== undefined) return known(1, `remote, open to ${countryName(allowed)}`)
  const to = listed([...open].map(countryName).sort(), 'and', 3)
  return known(
    REMOTE_ELSEWHERE,
    `remote, but open to ${to}, not to ${listed(wanted.map(countryName), 'or', 3)}`,
  )
}

function officeJudgement(job: Placed, places: readonly WantedPlace[], help: PlaceHelp): PlaceJudgement {
  if (places.length === 0) return unknown(job.remote_options === null ? NOT_STATED : 'no place to compare')
  const city = job.office_city === null || job.office_city === '' ? null : cityKey(job.office_city)
  const region = regionKey(job.office_province, job.office_country)
  if (city === null && region === null && job.office_country === null) return fromTextOnly(job, places)
  let best: PlaceJudgement | null = null
  for (const place of places) {
    const judgement = nearness(job, city, region, place, help)
    if (best === null || worth(judgement) > worth(best)) best = judgement
    if (best.share === 1000) break
  }
  return best ?? unknown()
}

/** Facts are missing, but the text may still name a wanted city. */
function fromTextOnly(job: Placed, places: readonly WantedPlace[]): PlaceJudgement {
  const text = job.location_text === '' ? '' : folded(job.location_text)
  if (text === '') return unknown()
  const named = places.find(place => place.mention?.test(text))
  if (named !== undefined) return known(1, `the posting names ${named.name}`)
  const open = countriesOpenTo(job.location_text)
  const home = open === null ? undefined : places.find(({ country }) => country !== null && open.has(country))
  if (home !== undefined) {
    const country = countryName(home.country ?? '')
    return known(COUNTRY_WITHOUT_CITY, `the posting names ${country}, city not stated; you want ${home.name}`)
  }
  return unknown('the place of the posting could not be read')
}

function nearness(
  job: Placed,
  city: string | null,
  region: string | null,
  place: WantedPlace,
  help: PlaceHelp,
): PlaceJudgement {
  const here = job.office_city ?? job.office_province ?? countryName(job.office_country ?? '')
  const countryKnown = place.country !== null && job.office_country !== null
  const otherCountry = countryKnown && job.office_country !== place.country
  const otherRegion = region !== null && place.region !== null && region !== place.region
  if (place.city !== null && city === place.city && !otherCountry && !otherRegion)
    return known(1, `in ${here}, as you want`)
  if (place.city === null) return areaNearness(here, region, otherCountry, countryKnown, place)
  if (city !== place.city && place.mention?.test(folded(job.location_text))) {
    return known(1, `${place.name} is one of its places`)
  }
  const sameRegion = region !== null && region === place.region
  const km = distanceTo(job, place, help)
  if (km !== null) {
    const floor = otherCountry ? 0 : sameRegion ? SAME_REGION_FAR : countryKnown ? SAME_COUNTRY_FAR : 0
    const share = Math.max(floor, shareOfDistance(km))
    if (share > 0) return known(share, `${here} is about ${spokenKm(km)} km from ${place.name}`)
  }
  if (otherCountry) return known(0, `${withCountry(here, job.office_country ?? '')}; you want ${place.name}`)
  if (sameRegion) return known(SAME_REGION, `${here} is in the same region as ${place.name}`)
  if (city === null && countryKnown)
    return known(COUNTRY_WITHOUT_CITY, `in ${here}, city not stated; you want ${place.name}`)
  if (city === null) return unknown()
  const share = countryKnown ? SAME_COUNTRY : OTHER_CITY_NO_COUNTRY
  const same = countryKnown ? `, in the same country as ${place.name}` : `; you want ${place.name}`
  return known(share, `${here}${same}`)
}

/** A region or a whole country was asked for. */
function areaNearness(
  here: string,
  region: string | null,
  otherCountry: boolean,
  countryKnown: boolean,
  place: WantedPlace,
): PlaceJudgement {
  if (otherCountry) return known(0, `${here}; you want ${place.name}`)
  if (place.region !== null) {
    if (region === place.region) return known(1, `${here} is in ${place.name}, as you want`)
    if (region === null)
      return countryKnown
        ? known(COUNTRY_WITHOUT_CITY, `${here}, region not stated; you want ${place.name}`)
        : unknown()
    return known(SAME_COUNTRY, `${here}; you want ${place.name}`)
  }
  return countryKnown ? known(1, `in ${here}, as you want`) : unknown('the country is not stated')
}

function withCountry(here: string, country: string): string {
  const name = countryName(country)
  return here === name ? here : `${here}, ${name}`
}

/** Kilometres to the wanted place; null when one of both cannot be found on the map. */
function distanceTo(job: Placed, place: WantedPlace, help: PlaceHelp): number | null {
  if (place.at === null || help.locate === undefined || job.office_city === null) return null
  const at = help.locate(job.office_city, job.office_province, job.office_country)
  return at === null ? null : kilometres(at, place.at)
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
const WITH_ARTICLE = new Set(['GB', 'US', 'NL', 'AE', 'PH'])
const spokenCountries = new Map<string, string>()

/** "the United Kingdom" for GB; a code that is none stays as it is. */
function countryName(code: string): string {
  const before = spokenCountries.get(code)
  if (before !== undefined) return before
  const name = /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
  const spoken = WITH_ARTICLE.has(code) ? `the ${name}` : name
  if (spokenCountries.size < 500) spokenCountries.set(code, spoken)
  return spoken
}
