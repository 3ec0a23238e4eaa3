import { allMatches } from '../text.ts'
import { readCues } from './cues.ts'
import { readFirstLine } from './first-line.ts'
import type { Gazetteer } from './gazetteer.ts'
import { agreed, locationGroups, split } from './location-text.ts'
import { readOffices } from './offices.ts'
import { lineEnd, MOST_CUES, type Reading, readAddress, readPlaceLine, readRun } from './running-text.ts'
import type { Hint, Place } from './sense.ts'

/** Longer texts are read only so far. */
const LONGEST_TEXT = 60_000
/** What stands before the colon of a label. */
const LABEL =
  /(?:(?:^|\n)[ \t*•·>#–-]*(?:(?:job|work|working|office|primary|role|main|company|position|your|our|dein|ihr|unser|votre|tu|jouw)[ \t]+)?(?:locations?|address|adresse|anschrift|direcci[oó]n|headquarters|headquartered|head office|hq|based(?:[ \t]in)?|place of work|workplace|where|city|duty station|standort|arbeitsort|einsatzort|dienstsitz|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|localidad|lugar de trabajo|locatie|plaats|standplaats|base|town|sede|miejsce pracy|lokalizacja|local de trabalho|localiza[cç][aã]o)|\b(?:office |job )?locations?(?: options)?)[ \t]*(?:\([^)\n]{0,30}\))?[ \t]*\*{0,2}$|⌖$/i

/** "Jefferson Middle School", "Durham Road": what follows shows that a name is no town but part of one of a house. */
const NAMES_A_HOUSE =
  /^(?: \p{Lu}[\p{L}'’]+){0,2} (?:School|Academy|College|Hospital|Infirmary|House|Court|Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Library|Building|Hall|Church|Elementary|Primary|High|Clinic|Hotel|Nursery|Mall|Plaza|Surgery|Terrace|Square),/u

/** A pin stands for the label; of the same length, so that all offsets stay. */
const PIN = '⌖:'

/** From this strength on a first line needs no comparison with the sentences below it. */
const SURE_HEADER = 0.68

/** The place a description speaks of, the surest first reading; null when none is clear. */
export function readDescription(description: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const text = (description.length > LONGEST_TEXT ? description.slice(0, LONGEST_TEXT) : description)
    .replaceAll('：', ':')
    .replaceAll('📍', PIN)
  const labelled = readLabels(text, gazetteer, hint)
  if (labelled?.place.city) return labelled
  const header = readFirstLine(text, gazetteer, hint)
  if (header?.place.city && header.strength >= SURE_HEADER) return header
  const cued = readCues(text, gazetteer, hint)
  if (header?.place.city) return cued?.place.city && cued.strength > header.strength ? cued : header
  if (labelled && cued?.place.country === labelled.place.country)
    return cued.strength >= 0.6 ? cued : labelled
  if (labelled) return labelled
  if (header) return cued && cued.place.country === header.place.country ? cued : header
  return cued
}

function readLabels(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  let region: Reading | null = null
  let seen = 0
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    if (!LABEL.test(text.slice(Math.max(0, colon - 60), colon))) continue
    if (++seen > MOST_CUES) break
    const from = colon + 1
    const to = lineEnd(text, from, 160)
    if (text.slice(from, to).replace(/[*\s]/g, '') === '') {
      const place = readPlaceLine(text, to, gazetteer, hint)
      if (place?.city) return { place, strength: 0.86 }
      if (place) region ??= { place, strength: 0.86 }
      continue
    }
    const regions: Place[] = []
    for (const part of split(text, from, to, /;|\||\bor\b|\boder\b|\bou\b/g)) {
      const place = readRun(text, part.start, part.end, gazetteer, hint, true)
      if (!place) continue
      if (place.city !== null) {
        const house = place.cityProof && NAMES_A_HOUSE.test(text.slice(place.cityProof.end, part.end))
        const beyond = house ? readAddress(text, from, to, gazetteer, hint, true) : null
        if (beyond) return { place: beyond, strength: 0.8 }
        const offices = readOffices(text, locationGroups(text, gazetteer, from, to, true), gazetteer, hint)
        return { place, strength: 0.88, offices }
      }
      regions.push(place)
    }
    const address = regions.length === 0 ? readAddress(text, from, to, gazetteer, hint, true) : null
    if (address) return { place: address, strength: 0.8 }
    const place = agreed(regions)
    if (place) region ??= { place, strength: 0.88 }
  }
  return readHeadings(text, gazetteer, hint) ?? region
}

const NAME_OF_HEADING =
  /[ \t*#•>–-]{0,6}(?:(?:job|work|office)[ \t]+)?(?:locations?|where|standort|arbeitsort|einsatzort|lieu|localisation|ubicaci[oó]n|locatie|standplaats)[ \t*]{0,4}(?=\n)/
const HEADING = new RegExp(`\\n${NAME_OF_HEADING.source}`, 'gi')
const FIRST_HEADING = new RegExp(NAME_OF_HEADING.source, 'iy')

/** The line below a heading such as "Location". */
function readHeadings(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  FIRST_HEADING.lastIndex = 0
  const opening = FIRST_HEADING.exec(text)
  const first = opening ? readPlaceLine(text, opening[0].length, gazetteer, hint) : null
  if (first?.city) return { place: first, strength: 0.84 }
  let region = first
  let seen = 0
  for (const match of allMatches(HEADING, text)) {
    if (++seen > 8) break
    const place = readPlaceLine(text, match.index + match[0].length, gazetteer, hint)
    if (place?.city) return { place, strength: 0.84 }
    region ??= place
  }
  return region && { place: region, strength: 0.84 }
}
