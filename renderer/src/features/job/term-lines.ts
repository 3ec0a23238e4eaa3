import type { JobView } from '../../../../main/contract/shapes.ts'
import {
  BENEFIT_LABELS,
  LANGUAGE_LEVEL_LABELS,
  REGION_LABELS,
} from '../../../../main/contract/term-labels.ts'
import type { LanguageAsked, Office, Region, Term } from '../../../../main/contract/terms.ts'
import { REGIONS } from '../../../../main/contract/terms.ts'
import type { Proof } from './group-facts.ts'
import { countryName, languageName } from './value-words.ts'

/** A word of a line with its own proof. */
export interface ProvenWord {
  text: string
  proof: Proof
}

/** Terms that are read and not corrected, each word with its proof. */
export interface TermLine {
  key: 'languages' | 'benefits' | 'remote_from' | 'time_zone' | 'offices'
  label: string
  words: ProvenWord[]
}

const isRegion = (place: string): place is Region => REGIONS.some(region => region === place)

function languageText({ language, level, required }: LanguageAsked): string {
  const more = [level === null ? '' : LANGUAGE_LEVEL_LABELS[level], required ? '' : 'a plus'].filter(Boolean)
  return `${languageName(language)}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}

function officeText({ city, province, country }: Office): string {
  return [city, city === null ? province : null, country === null ? null : countryName(country)]
    .filter(part => part !== null)
    .join(', ')
}

/** The terms of a job that are stated, in a fixed order; what is not stated is left out. */
export function termLines({ terms }: Pick<JobView, 'terms'>): TermLine[] {
  const words = <Value>(label: string, list: readonly Term<Value>[], text: (value: Value) => string) =>
    list.map(
      ({ value, ...proof }): ProvenWord => ({
        text: text(value),
        proof: { ...proof, note: null, fact: label },
      }),
    )
  const lines: TermLine[] = [
    { key: 'languages', label: 'Languages', words: words('Language', terms.languages, languageText) },
    {
      key: 'remote_from',
      label: 'Remote from',
      words: words('Remote from', terms.remote_from, place =>
        isRegion(place) ? REGION_LABELS[place] : countryName(place),
      ),
    },
    {
      key: 'time_zone',
      label: 'Time zone',
      words: words('Time zone', terms.time_zone === null ? [] : [terms.time_zone], zone => zone),
    },
    { key: 'offices', label: 'Offices', words: words('Office', terms.offices, officeText) },
    {
      key: 'benefits',
      label: 'Benefits',
      words: words('Benefit', terms.benefits, benefit => BENEFIT_LABELS[benefit]),
    },
  ]
  return lines.filter(line => line.words.length > 0)
}
