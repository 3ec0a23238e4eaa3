import { allMatches } from '../text.ts'
import type { Gazetteer } from './gazetteer.ts'
import { readSegment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import { isCommon, lineEnd, MOST_CUES, type Reading, readAddress, readRun } from './running-text.ts'
import type { Hint, Place } from './sense.ts'

/** A small word of place before a capital; the cue word stands before it. */
const PREPOSITION =
  /[ \t](?:in|at|near|out of|from|to|within|around|distance of|bei|à|en|em|a|de|di|te)[ \t]+(?=['(\dA-Z\u00c0-\u00de\u0100-\u024f]|the |our |both |either |downtown |central |sunny |beautiful )/g

const CUES = new Set(
  (
    'based located situated headquartered headquarters hq office offices position role opportunity job vacancy onsite on-site hub studio facility plant site warehouse depot store shop clinic hospital campus lab laboratory branch premises relocate commutable commute commuting reside residing live living work working client company startup start-up agency team us developer engineer manager hiring recruiting expanding candidate candidates applicant applicants remote remotely hybrid resident residents ' +
    'standort sitz firmensitz hauptsitz büro buero niederlassung zentrale stelle filiale werk ansässig ' +
    'basé basée basés situé située situés localisé localisée bureau bureaux siège poste agence pourvoir locaux ' +
    'oficina oficinas sede ubicado ubicada basado basada puesto vacante kantoor hoofdkantoor gevestigd vestiging werklocatie ' +
    'escritório localizada localizado situada situado ufficio stabilimento'
  ).split(' '),
)
/** Places of work in other languages: "unser Hofladen in", "notre usine à", "onze winkel in". */
const HOUSES = new Set(
  (
    'laden haus hotel restaurant klinik praxis werkstatt labor lager betrieb geschäft kanzlei agentur team zentrum campus halle ' +
    'usine site magasin boutique atelier entrepôt clinique hôpital établissement cabinet équipe hôtel boulangerie pharmacie chantier ' +
    'tienda fábrica planta almacén clínica taller centro delegación equipo restaurante farmacia obra ' +
    'winkel fabriek magazijn ziekenhuis praktijk locatie filiaal werkplaats depot locatie school ' +
    'negozio magazzino filiale officina loja unidade armazém consultório'
  ).split(' '),
)
/** German joins such words: "Hofladen", "Logistikzentrum", "Zahnarztpraxis". */
const COMPOUND =
  /.(?:laden|zentrum|praxis|klinik|büro|lager|standort|filiale|werkstatt|kanzlei|halle|hotel|restaurant|betrieb|geschäft|supermarkt|baumarkt|fachmarkt|bäckerei|apotheke)$/
/** Words that may stand between a cue and the small word: "is based primarily in". */
const BETWEEN = new Set(
  'is are be currently primarily centrally conveniently anywhere full full-time time remotely available est sont'.split(
    ' ',
  ),
)

/** What stands for all words of `HOUSES`: others have such houses too, so they tell a town at most. */
const HOUSE = 'store'

/** The cue word at the end of the words before a small word, in small letters, with its offset. */
function cueBefore(left: string): { word: string; index: number } | null {
  let end = left.length
  for (let words = 0; words < 3; words++) {
    while (end > 0 && (left[end - 1] === ' ' || left[end - 1] === '\t')) end--
    let start = end
    while (start > 0 && isWordPart(left.charCodeAt(start - 1))) start--
    const word = left.slice(start, end).toLowerCase()
    if (CUES.has(word)) return { word, index: start }
    if (HOUSES.has(word) || COMPOUND.test(word)) return { word: HOUSE, index: start }
    if (!BETWEEN.has(word)) return null
    end = start
  }
  return null
}

function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 45 || code >= 0xc0
}

/** Whose place is not the job's: "our sister company in Sydney". */
const OTHERS = /(?:sister|parent|partner|former|previous|other)s?[ -](?:\w+[ -])?$/i
/** "Authorised to work in the US" names the country when nothing else does. */
const ALLOWED =
  /(?:authori[sz]ed|authori[sz]ation|eligible|eligibility|right|permitted|entitled|permission)(?: to)?(?: legally)? work$/i
/** Lists of pay name places where people live, not the office: "for candidates in Colorado, the pay range is". */
const SPEAKS_OF_PAY = /^[^.\n]{0,110}(?:salar|\bpay\b|compensation|range|[$£€])/i

/** "Am Standort Nürnberg", "im Raum Köln": German names the office without a small word between. */
const NAMED_AFTER = /(?:Standort|Niederlassung|Filiale|Raum|Großraum)[ \t]+(?=[A-Z\u00c0-\u00de])/g

/** Words after the name of a place that make it an office: "our Berlin office", "a London-based team". */
const OFFICE = /[ -](?:based|offices?|headquarters|HQ|campus|studio|area|(?:city|town) cent(?:re|er))\b/g
const NAME_BEFORE =
  /(?:^|[\s(,"“])((?:\p{Lu}[\p{L}.'’]+|NYC|SF|UK|US)(?:[ -]\p{Lu}[\p{L}.'’]+){0,3})(?:,[ \t](?:[A-Z]{2}|UK|USA))?$/u

const STRENGTH: Record<string, number> = {
  based: 0.75,
  located: 0.75,
  situated: 0.75,
  headquartered: 0.7,
  headquarters: 0.7,
  hq: 0.7,
  office: 0.72,
  offices: 0.66,
  position: 0.65,
  role: 0.65,
  opportunity: 0.6,
  job: 0.62,
  vacancy: 0.62,
  onsite: 0.72,
  'on-site': 0.72,
  standort: 0.72,
  büro: 0.72,
  sitz: 0.7,
  firmensitz: 0.7,
  hauptsitz: 0.7,
  niederlassung: 0.68,
  basé: 0.75,
  basée: 0.75,
  situé: 0.75,
  situés: 0.7,
  poste: 0.65,
  pourvoir: 0.7,
  bureaux: 0.68,
  siège: 0.7,
  oficina: 0.7,
  oficinas: 0.68,
  ubicado: 0.75,
  ubicada: 0.75,
  puesto: 0.65,
  sede: 0.68,
  kantoor: 0.72,
  hoofdkantoor: 0.7,
  gevestigd: 0.7,
}
const ALLOWED_STRENGTH = 0.58
/** "Based at Queen Mary Hospital, Leeds": behind the name of a house its town needs nothing more. */
const IN_HOUSE =
  /^(?:the |our )?(?:\p{Lu}[\p{L}'’.]* ){1,4}(?:Hospital|Infirmary|School|Academy|College|House|Centre|Center|Clinic|Library|Court|Park|Road|Street|Avenue),\s\p{Lu}/u

/** Cues that an address may follow. */
const ADDRESSED = new Set([
  'located',
  'situated',
  'based',
  'office',
  'offices',
  'headquarters',
  'hq',
  'site',
  'plant',
])
const OTHER = 0.5
/** Cues of a place where a person must live or be, which are good for a country. */
const LIVING = new Set([
  'reside',
  'residing',
  'live',
  'living',
  'candidate',
  'candidates',
  'applicant',
  'applicants',
  'resident',
  'residents',
  'remote',
  'remotely',
  'hybrid',
])
/** Cues whose owner may be somebody else's office; only a city from them, and only as the last resort. */
const WEAK = new Set([
  'client',
  'company',
  'startup',
  'start-up',
  'agency',
  'team',
  'us',
  'developer',
  'engineer',
  'manager',
  'work',
  'working',
  'shop',
  'store',
  'branch',
  'hospital',
  'site',
])

/** The surest place after or before a cue word: "based in Berlin", "our Berlin office". */
export function readCues(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  let best: Reading | null = null
  let seen = 0
  const offer = (place: Place | null, strength: number) => {
    if (!place) return
    const value = strength - (place.city === null ? 0.12 : 0)
    const held = best ? best.strength - (best.place.city === null ? 0.12 : 0) : 0
    if (value > held) best = { place, strength }
  }
  for (const match of allMatches(PREPOSITION, text)) {
    const left = text.slice(Math.max(0, match.index - 48), match.index)
    const cue = cueBefore(left)
    if (!cue || OTHERS.test(left.slice(0, cue.index))) continue
    if (++seen > MOST_CUES) break
    const { word } = cue
    const from = match.index + match[0].length
    const to = lineEnd(text, from, 90)
    const isAddressed = ADDRESSED.has(word)
    const inHouse = isAddressed && IN_HOUSE.test(text.slice(from, to))
    const place =
      (inHouse ? readAddress(text, from, to, gazetteer, hint, true) : null) ??
      readRun(text, from, to, gazetteer, hint, false) ??
      (isAddressed && !inHouse ? readAddress(text, from, to, gazetteer, hint) : null)
    if (!place) continue
    if (word === 'work' && ALLOWED.test(left)) {
      if (place.city === null) offer(place, ALLOWED_STRENGTH)
      continue
    }
    if (LIVING.has(word) && SPEAKS_OF_PAY.test(text.slice(from, to + 30))) continue
    if (place.city !== null && LIVING.has(word)) continue
    if (WEAK.has(word) && place.city === null) continue
    offer(place, STRENGTH[word] ?? (LIVING.has(word) ? 0.6 : OTHER))
  }
  seen = 0
  for (const match of allMatches(NAMED_AFTER, text)) {
    if (++seen > MOST_CUES) break
    const from = match.index + match[0].length
    offer(readRun(text, from, lineEnd(text, from, 90), gazetteer, hint, false), 0.66)
  }
  seen = 0
  for (const match of allMatches(OFFICE, text)) {
    const from = Math.max(0, match.index - 60)
    const named = NAME_BEFORE.exec(text.slice(from, match.index))
    if (!named) continue
    if (++seen > MOST_CUES) break
    const name = named[1] ?? ''
    const start = from + named.index + named[0].indexOf(name)
    for (let skip = 0; skip < name.length; ) {
      const place = readWhole(text, start + skip, start + name.length, gazetteer, hint)
      if (place) {
        offer(place, 0.64)
        break
      }
      const next = name.slice(skip).search(/[ -]/)
      if (next === -1) break
      skip += next + 1
    }
  }
  return best
}

function readWhole(text: string, start: number, end: number, gazetteer: Gazetteer, hint: Hint): Place | null {
  const segment = readSegment(text, start, end, gazetteer, true)
  const only = segment.pieces[0]
  if (segment.pieces.length !== 1 || !only?.whole || only.start !== start) return null
  const place = resolveGroup(text, [segment], gazetteer, hint, false)
  return place && !isCommon(text, place) ? place : null
}
