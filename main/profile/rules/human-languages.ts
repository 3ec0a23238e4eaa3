import type { Profile } from '../../contract/profile.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import { languageName } from './resume-words.ts'

/** The languages that people speak, among the skills that postings ask. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('')

/** Names beside the one that the system gives, as keys. */
const OTHER_NAMES = {
  mandarin: 'chinese',
  mandarinchinese: 'chinese',
  farsi: 'persian',
  bengali: 'bangla',
  tagalog: 'filipino',
  norwegianbokmal: 'norwegian',
  norwegiannynorsk: 'norwegian',
}

let keys: Map<string, string> | null = null

/** Each English name of a language with an ISO 639-1 code as a key of skills, with the key of its usual name. */
function languageKeys(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const usual = LETTERS.flatMap(a => LETTERS.map(b => names.of(a + b)))
    .filter(name => name !== undefined)
    .map(skillKey)
  return new Map([...usual.map((key): [string, string] => [key, key]), ...Object.entries(OTHER_NAMES)])
}

/** The key of the language that a skill's name means, one for its several names; null when it means none. */
export function languageKey(name: string): string | null {
  keys ??= languageKeys()
  return keys.get(skillKey(name)) ?? null
}

/** The keys of a profile's languages, by their English names; one without a code is a key of its own. */
export function spokenKeys(languages: Profile['languages']): Set<string> {
  const spoken = languages.map(({ language }) => {
    const name = languageName(language)
    return languageKey(name) ?? skillKey(name)
  })
  return new Set(spoken.filter(key => key !== ''))
}
