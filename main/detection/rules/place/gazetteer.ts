/** What a name can mean. `id` counts within its kind. An area (county, region) stands for a first-level division. */
export type Meaning =
  | { kind: 'country'; country: string }
  | { kind: 'province'; country: string; province: number; area: boolean }
  | { kind: 'city'; country: string; province: number; city: number }

export interface City {
  name: string
  country: string
  /** Index for `provinceName`, −1 when the city has none. */
  province: number
  population: number
  lat: number
  lon: number
  /** The place that nearly everybody means by this name. */
  famous: boolean
}

/** Place names in memory: typed columns and one index from folded name to meanings. */
export interface Gazetteer {
  /** Meanings of a folded name (see `keyOf`); empty when unknown. */
  meanings(key: string): readonly Meaning[]
  /** Meanings of an abbreviation in capitals ("TX", "NSW", "GB", "USA"); empty when unknown. */
  abbreviations(letters: string): readonly Meaning[]
  city(index: number): City
  provinceName(index: number): string
  countryName(iso: string): string
  isCountry(iso: string): boolean
}

const COUNTRY = 0
const PROVINCE = 1
const AREA = 2
const CITY = 3

/** A power of two, some ten times the number of names. */
const KNOWN_BITS = 2 ** 20
const NOTHING: readonly Meaning[] = []

/** A number below `KNOWN_BITS` made from the letters of a name. */
function markOf(key: string): number {
  let mark = 0
  for (let i = 0; i < key.length; i++) mark = Math.imul(mark, 33) + key.charCodeAt(i)
  return (mark ^ (mark >>> 15)) & (KNOWN_BITS - 1)
}

/** Reads resources/vocabularies/places.tsv (its lines are described in scripts/build-places.ts). */
export function createGazetteer(data: string): Gazetteer {
  const countries: string[] = []
  const countryNames = new Map<string, string>()
  const provinces: { country: string; code: string; name: string }[] = []
  const provinceIndex = new Map<string, number>()
  const abbreviations = new Map<string, number[]>()
  const names = new Map<string, number | number[]>()

  // Most words that are looked up are no names at all: a bit for each name tells so without going to the large index.
  const known = new Uint32Array(KNOWN_BITS / 32)

  const cityNames: string[] = []
  const cityCountry: string[] = []
  const cityProvince: number[] = []
  const numbers: number[] = []

  const put = (key: string, reference: number) => {
    if (key === '') return
    const mark = markOf(key)
    known[mark >>> 5] = (known[mark >>> 5] ?? 0) | (1 << (mark & 31))
    const before = names.get(key)
    if (before === undefined) names.set(key, reference)
    else if (typeof before === 'number') {
      if (before !== reference) names.set(key, [before, reference])
    } else if (!before.includes(reference)) before.push(reference)
  }
  const putShort = (letters: string, reference: number) => {
    if (letters === '') return
    const before = abbreviations.get(letters)
    if (before) before.push(reference)
    else abbreviations.set(letters, [reference])
  }
  /** Names are folded keys; what begins with a capital is an abbreviation. */
  const putAll = (list: string | undefined, reference: number) => {
    if (!list) return
    for (const name of list.split('|')) {
      const code = name.charCodeAt(0)
      if (code >= 65 && code <= 90) putShort(name, reference)
      else put(name, reference)
    }
  }

  let country = ''
  let province = -1
  for (const line of data.split('\n')) {
    if (line === '') continue
    const cells = line.split('\t')
    const [kind = '', iso = '', code = ''] = cells
    if (kind === 'N') {
      countryNames.set(iso, code)
      putAll(cells[3], countries.push(iso) * 4 - 4 + COUNTRY)
    } else if (kind === 'A') {
      const index = provinces.push({ country: iso, code, name: cells[3] ?? '' }) - 1
      provinceIndex.set(`${iso}.${code}`, index)
      putAll(cells[4], index * 4 + PROVINCE)
    } else if (kind === 'R') {
      putAll(cells[3], (provinceIndex.get(`${iso}.${code}`) ?? -1) * 4 + AREA)
    } else if (kind === 'C') {
      country = iso
      province = provinceIndex.get(`${iso}.${code}`) ?? -1
    } else {
      const names = cells[5]
      const famous = names?.charCodeAt(0) === 42
      const reference = (cityNames.push(kind) - 1) * 4 + CITY
      cityCountry.push(country)
      cityProvince.push(province)
      numbers.push(parseInt(iso, 36), parseInt(code, 36), parseInt(cells[3] ?? '0', 36), famous ? 1 : 0)
      put(cells[4] || kind.toLowerCase(), reference)
      putAll(famous ? names?.slice(1) : names, reference)
    }
  }
  const facts = Int32Array.from(numbers)
  const lies = Int32Array.from(cityProvince)

  const meaning = (reference: number): Meaning => {
    const index = reference >> 2
    const kind = reference & 3
    if (kind === COUNTRY) return { kind: 'country', country: countries[index] ?? '' }
    if (kind === CITY) {
      return { kind: 'city', country: cityCountry[index] ?? '', province: lies[index] ?? -1, city: index }
    }
    return {
      kind: 'province',
      country: provinces[index]?.country ?? '',
      province: index,
      area: kind === AREA,
    }
  }
  return {
    meanings(key) {
      const mark = markOf(key)
      if ((((known[mark >>> 5] ?? 0) >>> (mark & 31)) & 1) === 0) return NOTHING
      const found = names.get(key)
      if (found === undefined) return NOTHING
      return typeof found === 'number' ? [meaning(found)] : found.map(meaning)
    },
    abbreviations: letters => (abbreviations.get(letters) ?? []).map(meaning),
    city: index => ({
      name: cityNames[index] ?? '',
      country: cityCountry[index] ?? '',
      province: lies[index] ?? -1,
      population: (facts[index * 4] ?? 0) * 100,
      lat: (facts[index * 4 + 1] ?? 0) / 100,
      lon: (facts[index * 4 + 2] ?? 0) / 100,
      famous: facts[index * 4 + 3] === 1,
    }),
    provinceName: index => provinces[index]?.name ?? '',
    countryName: iso => countryNames.get(iso) ?? iso,
    isCountry: iso => countryNames.has(iso),
  }
}
