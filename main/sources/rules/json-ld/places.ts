import { cleanText, folded } from '../../../postings/rules/clean-text.ts'
import { readCountry } from '../countries.ts'
import { isNode, type LdNode, listOf, textOf, textsOf } from './nodes.ts'

/** Where a posting says that the job is. */
export interface Places {
  /** As people should read it, several places apart by ";"; '' when none is given. */
  text: string
  facts: { office_city?: string; office_province?: string; office_country?: string }
  /** Countries and regions from which people may apply, as written; more than the text holds. */
  applicants: string[]
}

interface Address {
  city: string
  region: string
  country: string
}

/** More places than this are counted rather than listed. */
const LISTED = 8
const MAX_PLACES = 300
/** So many countries in a list mean all of them. */
const NEARLY_ALL = 180
const NOTHING = /^(?:[-–—.\s]*|n\/?a|null|none|undefined|unknown|not specified|tbd|location)$/i
const ANYWHERE = /^(?:anywhere|worldwide|world ?wide|global|everywhere|remote|any)$/i

/** The places of a posting; `company` tells a company's name apart from a town where a site mixes them up. */
export function readPlaces(node: LdNode, company: string, remote: boolean): Places {
  const addresses = listOf(node.jobLocation)
    .slice(0, MAX_PLACES)
    .flatMap(place => addressesOf(place, company))
  const applicants = unique(
    listOf(node.applicantLocationRequirements).slice(0, MAX_PLACES).flatMap(textsOf).map(word),
  ).map(nameOfCountry)
  const places = unique(addresses.map(lineOf))
  const own = places.filter(place => !ANYWHERE.test(place))
  // Remote work from a list of countries: who may apply, rather than where the office is.
  const onlyCountries = addresses.length > 1 && addresses.every(one => one.city === '' && one.region === '')
  if (remote && onlyCountries && own.length > 0) {
    const countries = unique([...own, ...applicants])
    return { text: remoteText(countries), facts: {}, applicants: named(countries) }
  }
  if (own.length === 0) {
    const text = applicants.length > 0 || remote ? remoteText(applicants) : (places[0] ?? '')
    return { text, facts: {}, applicants: named(applicants) }
  }
  const facts = factsOf(addresses)
  // Remote boards write the company's town here; the country still tells which law and currency apply.
  const { office_country } = facts
  const shown = !remote ? facts : office_country === undefined ? {} : { office_country }
  return { text: listed(own), facts: shown, applicants: named(applicants) }
}

function remoteText(countries: readonly string[]): string {
  if (countries.length === 0) return 'Remote'
  if (countries.length >= NEARLY_ALL) return 'Remote, worldwide'
  return countries.length > LISTED
    ? `Remote (${countries.length} countries)`
    : `Remote, ${countries.join('; ')}`
}

const named = (countries: string[]): string[] => (countries.length >= NEARLY_ALL ? [] : countries)

function listed(places: readonly string[]): string {
  if (places.length <= LISTED) return places.join('; ')
  return `${places.slice(0, LISTED).join('; ')} and ${places.length - LISTED} more places`
}

function addressesOf(place: unknown, company: string, depth = 0): Address[] {
  if (depth > 3) return []
  if (typeof place === 'string') return fromText(place)
  if (!isNode(place)) return []
  const address = place.address ?? place.containedInPlace
  if (address !== undefined && address !== null) {
    const inner = listOf(address).flatMap(one => addressesOf(one, company, depth + 1))
    if (inner.length > 0) return inner
  }
  const city = word(textOf(place.addressLocality))
  const region = word(textOf(place.addressRegion))
  const country = nameOfCountry(word(textOf(place.addressCountry)))
  const given: Address = {
    // Some boards fill in the company where they know no town.
    city: folded(city) === folded(company) ? '' : city,
    region,
    country,
  }
  if (given.city + given.region + given.country !== '') return [given]
  return fromText(textOf(place.name))
}

function fromText(text: string): Address[] {
  const clean = word(text)
  return clean === '' ? [] : [{ city: clean, region: '', country: '' }]
}

/** A place name as people should read it; '' for what only fills the field. */
function word(text: string): string {
  const clean = cleanText(text.slice(0, 400)).slice(0, 200)
  return NOTHING.test(clean) ? '' : clean
}

const english = new Intl.DisplayNames(['en'], { type: 'region' })

/** "United States" for "US" and "USA"; a name that is no country stays. */
function nameOfCountry(text: string): string {
  const code = readCountry(text)
  return code === null ? text : (english.of(code) ?? text)
}

function lineOf({ city, region, country }: Address): string {
  const parts = unique([city, region, country].filter(part => part !== ''))
  // "Sacramento, CA" as the town already says the region.
  const shown = parts.filter((part, at) => at === 0 || !folded(parts[0] ?? '').includes(`, ${folded(part)}`))
  const real = shown.filter(part => !ANYWHERE.test(part))
  return (real.length > 0 ? real : shown.slice(0, 1)).join(', ')
}

/** Facts that all addresses agree on; a town that reads "London or Leeds" is for the patterns. */
function factsOf(addresses: readonly Address[]): Places['facts'] {
  const facts: Places['facts'] = {}
  const only = (values: string[]): string | null => {
    const [first = '', ...others] = unique(values)
    return others.length > 0 || first === '' || ANYWHERE.test(first) ? null : first
  }
  const country = only(addresses.map(one => one.country))
  const code = country === null ? null : readCountry(country)
  if (code !== null) facts.office_country = code
  const city = only(addresses.map(one => one.city))
  if (city !== null && isOneName(city)) facts.office_city = city
  const region = only(addresses.map(one => one.region))
  if (region !== null && isOneName(region)) facts.office_province = region
  return facts
}

const isOneName = (text: string): boolean =>
  text.length <= 80 && /\p{L}/u.test(text) && !/[,;|/()]|\bor\b|\band\b|remote|anywhere|multiple/i.test(text)

const unique = (values: readonly string[]): string[] => [...new Set(values.filter(value => value !== ''))]
