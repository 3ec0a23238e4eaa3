import type { Option } from '../../ui/select.tsx'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('')
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Languages that postings ask for most often; they stand first. */
const COMMON = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv', 'da']

/** The English name of a language (ISO 639-1), or else its code: "de" → "German". */
export function languageName(code: string): string {
  return names.of(code) ?? code
}

/** All languages with two letters, the most asked for first. Asked of the system, so that no list has to be kept. */
export function languageChoices(): Option[] {
  const all = LETTERS.flatMap(a => LETTERS.map(b => a + b)).flatMap(code => {
    const name = names.of(code)
    // The system also names old codes, such as "iw", by what replaced them.
    return name === undefined || new Intl.Locale(code).language !== code ? [] : [{ value: code, label: name }]
  })
  const rest = all.filter(({ value }) => !COMMON.includes(value))
  return [
    ...COMMON.map(code => ({ value: code, label: languageName(code) })),
    ...rest.sort((a, b) => a.label.localeCompare(b.label, 'en')),
  ]
}
