import type { Vocabulary } from './entries-assign.ts'
import { companyScore, hasLegalForm } from './entries-companies.ts'
import type { Entry } from './entries-entry.ts'
import { isCampus } from './entries-places.ts'

/** What entries say of each other's companies: several positions in one, and towns behind their names. */

const TOWN = /^(.{2,100}?), (\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,2})$/u
const NO_TOWN =
  /\b(?:unit|team|division|department|dept|abteilung|service|services|research|labs?|office|inc|llc|ltd|co|sons|minor|school|faculty|fakultät|faculté|facultad)\b/i

/** Towns that no list knows, behind the names of companies: where it is the way of all entries, or the name is sure. */
export function withoutTowns(entries: readonly Entry[], vocabulary: Vocabulary): Entry[] {
  const parts = entries.map(entry => {
    const match = entry.place === '' ? TOWN.exec(entry.second) : null
    const town = match?.[2] ?? ''
    const isTown =
      town !== '' &&
      !NO_TOWN.test(town) &&
      (companyScore(town) < 0.9 || /(?:heim|hof|hausen)$/.test(town)) &&
      vocabulary.first(town) <= 0.1
    return isTown ? { name: match?.[1] ?? '', town } : null
  })
  const said = parts.filter(each => each !== null).length
  const peeled = entries.filter(entry => entry.place !== '').length
  const usual = said > 1 && said + peeled >= entries.length * 0.6
  return entries.map((entry, index) => {
    const part = parts[index]
    if (!part || !(usual || companyScore(part.name) >= 0.9) || isCampus(part.name)) return entry
    return { ...entry, second: part.name, place: part.town }
  })
}

/**
 * Several positions in one company: titles whose company stands once, above the first of them, alone or with the years
 * of all of them.
 */
export function withHouses(entries: readonly Entry[], vocabulary: Vocabulary): Entry[] {
  const result: Entry[] = []
  let house: Entry | null = null
  for (const [index, read] of entries.entries()) {
    const next = entries[index + 1]
    if (next && isHouse(read, next, vocabulary)) {
      house = { ...read, first: '' }
      continue
    }
    const entry: Entry = house && isDepartment(read, house) ? asTitle(read) : read
    if (entry.second !== '') house = entry
    else if (house && needsHouse(entry) && (within(entry, house) || follows(entry, house))) {
      result.push({
        ...entry,
        second: house.second,
        place: entry.place || house.place,
        head: [...house.head.slice(0, 1), ...entry.head],
      })
      if (house.first !== '') house = { ...house, dates: entry.dates }
      continue
    }
    result.push(entry)
  }
  return result
}

/** A company alone over the positions in it, with a line or two of what it does at most. */
function isHouse(entry: Entry, next: Entry, vocabulary: Vocabulary): boolean {
  if (entry.second === '' || !within(next, entry)) return false
  // What it does may have been read as a title.
  const untitled =
    entry.first === '' ||
    (entry.form?.above === true && vocabulary.first(entry.first) <= 0 && entry.dates !== null)
  if (!untitled) return false
  const described = entry.body.length <= 2 && entry.body.every(line => !line.bullet)
  if (entry.body.length > 0 && !(described && entry.dates && next.dates)) return false
  return needsHouse(next) || isDepartment(next, { ...entry, first: '' })
}

/** "Director, Digital Programmes" in the years of a company that stands above: what follows the comma is no company. */
function isDepartment(entry: Entry, house: Entry): boolean {
  if (!entry.form?.behind || hasLegalForm(entry.second)) return false
  if (house.first === '')
    return (
      (companyScore(entry.second) < 1.5 || !entry.second.includes(' ')) &&
      house.dates !== null &&
      within(entry, house)
    )
  // The company stood above the title before; now the title stands alone and looks the same.
  return (
    house.form?.above === true &&
    house.form.look === entry.form.look &&
    entry.form.height === 1 &&
    house.form.height > 1 &&
    (within(entry, house) || follows(entry, house))
  )
}

const asTitle = (entry: Entry): Entry => ({
  ...entry,
  first: `${entry.first}, ${entry.second}`,
  second: '',
})

const needsHouse = (entry: Entry): boolean =>
  entry.first !== '' && entry.second === '' && !OWN_WORK.test(entry.first)

const OWN_WORK = /free-?lance|self[- ]employed|selbst(?:st)?ändig|freiberuf|ind[ée]pendant|aut[óo]nom/i

const NOW = '9999'
const endOf = ({ dates }: Entry): string => (dates?.end === 'present' ? NOW : (dates?.end ?? ''))

/** Its dates lie in those of the other, as far as they say. */
function within(entry: Entry, other: Entry): boolean {
  if (!entry.dates || !other.dates) return true
  const start = other.dates.start
  return (
    entry.dates.start.slice(0, 4) >= start.slice(0, 4) &&
    endOf(entry).slice(0, 4) <= endOf(other).slice(0, 4) &&
    !(endOf(entry) === NOW && endOf(other) !== NOW)
  )
}

/** It ended about when the other began, as the position before a promotion does. */
function follows(entry: Entry, other: Entry): boolean {
  if (!entry.dates || !other.dates) return false
  const end = entry.dates.end === 'present' ? NOW : entry.dates.end.slice(0, 4)
  const gap = Number(other.dates.start.slice(0, 4)) - Number(end)
  return gap >= 0 ? gap <= 1 : Number(entry.dates.start.slice(0, 4)) <= Number(other.dates.start.slice(0, 4))
}
