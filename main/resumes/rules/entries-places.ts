import { folded } from '../../postings/rules/clean-text.ts'
import {
  CITY_ALIASES,
  COUNTRY_BY_NAME,
  KNOWN_CITIES,
  REGION_BY_NAME,
  UK_REGIONS,
} from '../../postings/rules/place-names.ts'
import { companyScore } from './entries-companies.ts'

/** What tells a place in an entry from a company: its form, and countries, regions and well-known cities. */

const names = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s*[,\n]\s*/)
      .map(name => name.trim()),
  )

/** Names of countries and regions in other languages than their own and English. */
const MORE_COUNTRIES = names(`
  vereinigtes konigreich, grossbritannien, vereinigte staaten, usa, osterreich, schweiz, frankreich, spanien, italien, niederlande, belgien,
  polen, tschechien, ungarn, danemark, schweden, norwegen, finnland, portugal, griechenland, turkei, turkiye, irland, luxemburg, indien, china, japan,
  royaume-uni, angleterre, etats-unis, allemagne, autriche, suisse, espagne, italie, pays-bas, belgique, pologne, irlande, maroc, tunisie, algerie, inde,
  chine, japon, bresil, mexique, reino unido, inglaterra, estados unidos, ee.uu., alemania, austria, suiza, francia, italia, paises bajos, belgica,
  polonia, irlanda, marruecos, mexico, brasil, peru, cuba, ecuador, bolivia, paraguay, venezuela, panama, guatemala, tunisia, algeria, bangladesh,
  nepal, ghana, ethiopia, uganda, tanzania, jordan, lebanon, kuwait, bahrain, oman, iran, iraq, russia, belarus, georgia, kazakhstan, jamaica,
  bayern, hessen, sachsen, nordrhein-westfalen, nrw, baden-wurttemberg, niedersachsen, rheinland-pfalz, schleswig-holstein, brandenburg, thuringen,
  bavaria, saxony, hesse, ile-de-france, occitanie, bretagne, normandie, provence, auvergne-rhone-alpes, nouvelle-aquitaine, andalucia, cataluna, catalunya,
  galicia, pais vasco, aragon, asturias, navarra, castilla y leon, comunidad de madrid, comunitat valenciana, catalonia, andalusia
`)
const MORE_CITIES = names(`
  munchen, koln, nurnberg, hannover, wien, genf, frankfurt am main, essen, duisburg, bochum, wuppertal, bielefeld, munster, augsburg, aachen, wiesbaden, kiel, lubeck, erfurt, mainz, rostock, kassel,
  potsdam, freiburg, freiburg im breisgau, heidelberg, darmstadt, wurzburg, regensburg, ingolstadt, ulm, gottingen, jena, erlangen, magdeburg, halle, chemnitz, braunschweig, osnabruck, oldenburg, saarbrucken, trier, koblenz, tubingen, konstanz, bamberg, bayreuth, passau, furth,
  walldorf, wolfsburg, leverkusen, innsbruck, klagenfurt, winterthur, luzern, st. gallen, zug, lugano,
  rennes, reims, le havre, saint-etienne, toulon, grenoble, dijon, angers, nimes, villeurbanne, clermont-ferrand, aix-en-provence, le mans, brest, tours, amiens, limoges, annecy, perpignan, metz, besancon, orleans, rouen, mulhouse, caen, nancy, argenteuil, montreuil, saint-denis, avignon, poitiers, versailles, pau, la rochelle, cannes, antibes, colmar, bayonne, quimper, lorient, montpellier, la defense, sophia antipolis,
  zaragoza, sevilla, murcia, palma, palma de mallorca, las palmas, bilbao, alicante, cordoba, valladolid, vigo, gijon, vitoria, vitoria-gasteiz, a coruna, la coruna, granada, elche, oviedo, terrassa, badalona, cartagena, jerez, sabadell, mostoles, alcala de henares, pamplona, fuenlabrada, almeria, leganes, donostia, san sebastian, santander, burgos, castellon, getafe, albacete, alcorcon, logrono, badajoz, salamanca, huelva, lleida, tarragona, leon, cadiz, jaen, ourense, girona, lugo, toledo, caceres, santiago de compostela,
  cambridge, york, bath, reading, plymouth, derby, norwich, exeter, portsmouth, swansea, newport, dundee, inverness, bradford, hull, wolverhampton, stoke-on-trent, luton, sunderland, newcastle, newcastle upon tyne, belfast, limerick, waterford,
  san jose, santa clara, cupertino, menlo park, redwood city, oakland, berkeley, santa monica, irvine, pasadena, long beach, fresno, portland, spokane, bellevue, redmond, tacoma, boise, reno, tucson, albuquerque, el paso, fort worth, plano, san marcos, oklahoma city, tulsa, omaha, kansas city, st. louis, des moines, madison, cincinnati, columbus, cleveland, louisville, lexington, memphis, knoxville, new orleans, birmingham, charleston, savannah, jacksonville, fort lauderdale, richmond, norfolk, arlington, alexandria, newark, jersey city, hoboken, stamford, new haven, hartford, providence, cambridge, worcester, manchester, burlington, buffalo, rochester, albany, manhattan, queens, bronx, boulder, colorado springs, evanston, ann arbor, grand rapids, honolulu, anchorage, washington, washington d.c., nyc, silicon valley, bay area, san francisco bay area, greater london, greater boston,
  quebec, winnipeg, halifax, waterloo, mississauga, kitchener, bengaluru, gurugram, ahmedabad, jaipur, kochi, lahore, karachi, islamabad, dhaka, colombo, kathmandu, tehran, casablanca, rabat, tunis, algiers, accra, addis ababa, kampala, pretoria, durban, medellin, cali, quito, caracas, cordoba, rosario, asuncion, la paz, tijuana, puebla, havana, san juan, christchurch, hobart, gold coast
`)
const REGION_LETTERS = names(
  'AL,AK,AZ,AR,CA,CO,CT,DE,FL,GA,HI,ID,IL,IN,IA,KS,KY,LA,ME,MD,MA,MI,MN,MS,MO,MT,NE,NV,NH,NJ,NM,NY,NC,ND,OH,OK,OR,PA,RI,SC,SD,TN,TX,UT,VT,VA,WA,WV,WI,WY,DC,D.C.,ON,QC,BC,AB,MB,SK,NS,NB,NL,NSW,VIC,QLD,ACT,TAS,UK,US,USA,U.S.,U.S.A.,UAE,DE,FR,ES,CH,AT,IT,IE,BE,NI,BW,BY,NRW',
)
const REMOTE =
  /^(?:(?:100 ?% |fully |full |hybrid ?[/-] ?)?remote(?:ly)?(?: work)?|hybrid|hybride|híbrido|on-?site|work from home|home ?office|télétravail|teletrabajo|en remoto|remoto|à distance|worldwide|bundesweit|deutschlandweit|various locations)(?:[ ,(/-]{1,3}[\p{L} .,/-]{2,30}\)?)?$/iu
/** A part that is only letters of a name; digits only as a postcode or a district. */
const PART =
  /^(?:\d{4,5} )?\p{L}[\p{L}\p{M}.'’ /-]{1,40}(?: \d{1,2}| \d{5}(?:-\d{4})?| [A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})?$/u
const GREATER =
  /^(?:greater |metropolitan |région de |región de |raum |area of )|(?: (?:area|region|metropolitan area|et périphérie|y alrededores|und umgebung|metro))$/i

const keyOf = (text: string): string => folded(text).replace(/\s+/g, ' ').trim()

function isCity(part: string): boolean {
  const key = keyOf(part)
    .replace(/^\d{4,5} /, '')
    .replace(/ \d{1,2}$/, '')
    .replace(GREATER, '')
  return KNOWN_CITIES.has(key) || CITY_ALIASES.has(key) || MORE_CITIES.has(key)
}

/** A country, state or region by its name, or by its letters in capitals. */
export function isRegion(part: string): boolean {
  const bare = part.trim().replace(/ \d{5}(?:-\d{4})?$/, '')
  if (REGION_LETTERS.has(bare)) return true
  const key = keyOf(bare)
  if (key.length < 4) return false
  return COUNTRY_BY_NAME.has(key) || REGION_BY_NAME.has(key) || UK_REGIONS.has(key) || MORE_COUNTRIES.has(key)
}

/** "Campinas – SP", "Recife/PE". */
const BRAZILIAN =
  /^\p{Lu}[\p{L} .'’-]{2,30}(?: [–-] |\s?\/\s?)(?:AC|AL|AM|AP|BA|CE|DF|ES|GO|MA|MG|MS|MT|PA|PB|PE|PI|PR|RJ|RN|RO|RR|RS|SC|SE|SP|TO)$/u

/** How surely a text is a place and nothing else: 1, 0.8 for a city known by its name, 0 when nothing says so. */
export function placeScore(text: string): number {
  const trimmed = text.trim().replace(/^[([]|[)\]]$/g, '')
  if (trimmed.length < 2 || trimmed.length > 90) return 0
  if (REMOTE.test(trimmed)) return 1
  if (BRAZILIAN.test(trimmed)) return 0.9
  const inner = /^([^()]{2,60})\s?\(([^()]{2,40})\)?$/.exec(trimmed)
  if (inner?.[1] && inner[2]) return bracketed(inner[1], inner[2])
  const parts = trimmed.split(/\s*,\s*/)
  if (parts.length > 1) return listed(parts)
  if (/^(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}[\p{L} .-]{2,40}$/u.test(trimmed)) return 0.9
  if (isCity(trimmed)) return 0.8
  if (isRegion(trimmed) && trimmed.length > 3) return 0.8
  const both = trimmed.split(/\s*[/–-]\s*|\s+(?:und|and|et|y|&)\s+/)
  return both.length === 2 && both.every(part => isCity(part) || isRegion(part)) ? 0.8 : 0
}

/** "Lyon (69)", "Zürich (remote)", "1049 Brussels (Belgium)". */
function bracketed(name: string, inner: string): number {
  const first = name.trim()
  const says = isRegion(inner) || /^(?:\d{2,3}|remote|hybrid)$/i.test(inner) || placeScore(inner) >= 0.8
  if (!says) return 0
  return isCity(first) ||
    /^\d{2,5},? /.test(first) ||
    (isRegion(inner) && PART.test(first) && companyScore(first) < 0.9)
    ? 1
    : 0
}

/** Parts between commas, from the street to the country. */
function listed(parts: readonly string[]): number {
  let keep = parts.length
  while (keep > 0 && isRegion(parts[keep - 1] ?? '')) keep--
  const names = parts.slice(0, keep)
  if (keep === 0) return 1
  const street = /\d/.test(parts.join(' ').replace(/\d{5}(?:-\d{4})?$/, ''))
  if (keep < parts.length) {
    const [first = ''] = names
    if (keep === 1) return (PART.test(first) && companyScore(first) < 0.9) || isCity(first) ? 1 : 0
    return street || isCity(first) ? 1 : 0
  }
  const last = parts.at(-1) ?? ''
  if (isCity(last) && (street || isCity(parts[0] ?? ''))) return 1
  return parts.length === 2 && isCity(parts[0] ?? '') && PART.test(last) && companyScore(last) < 0.9 ? 1 : 0
}

/** Takes the place off the end of a name: "Harbour Bakery, Leeds, UK", "Harbour Bakery (Leeds)". */
export function peelPlace(text: string): { rest: string; place: string } {
  const whole = { rest: text.trim(), place: '' }
  const inner = /^(.{2,100}?)\s*[([]([^()[\]]{2,60})[)\]]$/.exec(whole.rest)
  if (inner?.[1] && inner[2] && placeScore(inner[2]) >= 0.8) {
    // "Council, Budapest (Hungary)"
    const more = isRegion(inner[2]) ? peelPlace(`${inner[1]}, ${inner[2]}`) : null
    return more && more.place !== inner[2] && more.place !== ''
      ? { rest: more.rest, place: more.place }
      : { rest: inner[1], place: inner[2] }
  }
  const dashed = /^(.{2,100})\s[–—/-]\s([^–—]{2,60})$/.exec(whole.rest)
  if (dashed?.[1] && dashed[2] && placeScore(dashed[2]) >= 0.8) return { rest: dashed[1], place: dashed[2] }
  const within = /^(.{2,100})\s(?:in|à|en|a|@) (\p{Lu}[^,]{1,40})$/u.exec(whole.rest)
  if (within?.[1] && within[2] && placeScore(within[2]) >= 0.8) return { rest: within[1], place: within[2] }
  const parts = whole.rest.split(/\s*,\s*/)
  if (parts.length < 2) return whole
  let keep = parts.length
  while (keep > 1 && isRegion(parts[keep - 1] ?? '')) keep--
  const regions = parts.length - keep
  const city = parts[keep - 1] ?? ''
  // With a region behind it any name is its city; alone it must be known.
  if (keep > 1 && regions > 0 && PART.test(city) && !isLegalTail(city) && companyScore(city) < 0.9) keep--
  else if (keep > 1 && regions === 0) {
    if (placeScore(city) < 0.8 || isCampus(parts[keep - 2] ?? '')) return whole
    keep--
  }
  if (keep === parts.length) return whole
  const at = startOfPart(whole.rest, keep)
  return { rest: whole.rest.slice(0, at).replace(/[\s,]+$/, ''), place: whole.rest.slice(at) }
}

/** "University of California, Berkeley": the place belongs to the name. */
export function isCampus(before: string): boolean {
  const match = /^University of (\p{L}+(?: \p{L}+)?)$/u.exec(before.trim())
  return match?.[1] !== undefined && isRegion(match[1])
}

/** Where the part behind so many commas begins. */
function startOfPart(text: string, commas: number): number {
  let at = 0
  for (let n = 0; n < commas; n++) at = text.indexOf(',', at) + 1
  return at + (text.slice(at).length - text.slice(at).trimStart().length)
}

const isLegalTail = (part: string): boolean =>
  /^(?:inc|llc|ltd|llp|gmbh|corp|co|plc|s\.?l|s\.?a)\.?$/i.test(part.trim())
