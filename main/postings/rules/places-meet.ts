/** How the places of two postings stand to each other. */
export type PlacesMeet =
  | 'same'
  /** One holds the other, or one is remote and the other its country: the same only with further evidence. */
  | 'compatible'
  /** One or both say nothing. */
  | 'unstated'
  | 'other'

interface Parts {
  remote: boolean
  /** City and further names, without country and region. */
  names: readonly string[]
  region: string
  country: string
}

/** One place in the form of `normalisePlace`: "cambridge, ma, us", "london", "remote, us", "ca, us". */
function partsOf(place: string, countryOf: (city: string) => string): Parts {
  const segments = place.split(', ')
  const remote = segments[0] === 'remote'
  if (remote) segments.shift()
  let country = ''
  let region = ''
  if (/^[a-z]{2}$/.test(segments.at(-1) ?? '')) country = segments.pop() ?? ''
  if (country !== '' && /^[a-z]{2,3}$/.test(segments.at(-1) ?? '')) region = segments.pop() ?? ''
  if (country === '' && segments[0] !== undefined) {
    const known = countryOf(segments[0])
    country = known.slice(0, 2)
    region = known.slice(3)
  }
  return { remote, names: segments, region, country }
}

/** Whether the first says less than the second and nothing else: "us" and "austin, tx, us", "london" and "soho, london". */
function holds(wide: Parts, narrow: Parts): boolean {
  if (wide.remote !== narrow.remote && (wide.names.length > 0 || narrow.names.length > 0)) return false
  if (wide.country !== '' && narrow.country !== '' && wide.country !== narrow.country) return false
  if (wide.country !== '' && narrow.country === '' && narrow.names.length > 0) return false
  if (
    wide.region !== '' &&
    narrow.region !== wide.region &&
    (narrow.region !== '' || wide.names.length === 0)
  )
    return false
  // Remote anywhere holds remote in a country, and a country; it does not hold a city.
  return wide.names.every(name => narrow.names.includes(name))
}

const meetOne = (a: Parts, b: Parts): boolean => holds(a, b) || holds(b, a)

/**
 * Compares two places from `normalisePlace`; several are joined by "; ". `countryOf` answers "us-ca" or "gb" for cities
 * that stand without a country, and "" for others.
 */
export function placesMeet(a: string, b: string, countryOf: (city: string) => string): PlacesMeet {
  if (a === '' || b === '') return 'unstated'
  if (a === b) return 'same'
  const first = a.split('; ')
  const second = b.split('; ')
  if (first.length > 1 || second.length > 1) {
    const [few, many] = first.length <= second.length ? [first, second] : [second, first]
    return few.every(place => many.includes(place)) ? 'compatible' : 'other'
  }
  return meetOne(partsOf(a, countryOf), partsOf(b, countryOf)) ? 'compatible' : 'other'
}
