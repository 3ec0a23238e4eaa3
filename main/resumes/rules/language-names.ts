import { foldText } from './section-names.ts'

/** ISO 639-1 codes of languages that people list; names come from the runtime's own tables. */
const CODES =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky la lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th ti tk tl tr uk ur uz vi wo xh yo zh zu'.split(
    ' ',
  )

/** What the tables do not have: other names, dialects, own names without accents. */
const MORE: Record<string, string> = {
  en: 'american english|british english|us english|uk english|business english|englische sprache|lengua inglesa',
  de: 'swiss german|schweizerdeutsch|hochdeutsch|standard german|high german|osterreichisches deutsch|austrian german|aleman suizo',
  es: 'castellano|castilian|castilian spanish|latin american spanish|castillan|spanisch kastilisch',
  zh: 'mandarin|mandarin chinese|chinese mandarin|simplified chinese|traditional chinese|mandarin chino|chino mandarin|cantonese|kantonesisch|cantonais|cantones|hokkien|taiwanese|putonghua|hochchinesisch|chinois mandarin',
  fa: 'farsi|dari|persian farsi',
  tl: 'tagalog|filipino|pilipino|philippinisch',
  nl: 'flemish|flamisch|flamand|flamenco idioma|vlaams',
  pt: 'brazilian portuguese|brasilianisches portugiesisch|portuguese brazilian|brasilianisch|portugais bresilien|portugues brasileno',
  ca: 'valencian|valenciano|valenciana|katalanisch',
  ar: 'egyptian arabic|modern standard arabic|moroccan arabic|arabe litteraire|darija|hocharabisch|arabe dialectal',
  sr: 'serbo croatian|serbokroatisch',
  ku: 'kurmanji|sorani',
  nb: 'norwegian bokmal',
  he: 'ivrit',
  ro: 'moldovan',
  ga: 'irish gaelic|gaelic|gaeilge',
  pa: 'panjabi|punjabi',
  ms: 'bahasa melayu|bahasa malaysia',
  id: 'bahasa indonesia|bahasa',
  eu: 'euskera|euskara|vasco|vascuence|baskisch',
  gl: 'gallego|galego',
  la: 'latin|latein|latinum|lateinisch|grosses latinum|kleines latinum',
  el: 'modern greek|neugriechisch|ancient greek|altgriechisch|graecum',
}

/** Languages without a code of two letters; kept as written. */
const OTHERS =
  'american sign language|asl|british sign language|bsl|sign language|gebardensprache|deutsche gebardensprache|langue des signes|langue des signes francaise|lsf|lengua de signos|lengua de senas|hokkien|berber|berbere|tamazight|kabyle|cebuano|hmong|quechua|nahuatl|guarani|hawaiian|creole|haitian creole|creole haitien|krio|lingala|twi|akan|ewe|fula|plattdeutsch|low german|bavarian|sicilian|kinyarwanda|luganda|shona|tigrinya|oromo|konkani|sindhi|assamese|odia|oriya|bhojpuri|maithili|sanskrit|sanskrit vedic|aramaic|yiddish|jiddisch|romani|uyghur|tatar|papiamento|luxembourgish|frisian|scots|scottish gaelic|breton|breizh|corse|occitan|alsacien|esperanto'.split(
    '|',
  )

const NAMES = new Map<string, string>()
const LOCALES = ['en', 'de', 'fr', 'es'].map(locale => new Intl.DisplayNames([locale], { type: 'language' }))
for (const code of CODES) {
  const own = new Intl.DisplayNames([code], { type: 'language' })
  for (const names of [...LOCALES, own]) {
    const name = names.of(code)
    if (name && name !== code) NAMES.set(foldText(name), code)
  }
}
for (const [code, names] of Object.entries(MORE)) for (const name of names.split('|')) NAMES.set(name, code)
for (const name of OTHERS) if (!NAMES.has(name)) NAMES.set(name, '')

const LONGEST = 3
const COMPOUND = /(?:kenntnisse|sprache)$/

/** The language that folded words name: its ISO 639-1 code, '' where it has none of its own; null for other words. */
export function languageCode(folded: string): string | null {
  return NAMES.get(folded) ?? NAMES.get(folded.replace(COMPOUND, '')) ?? null
}

/** A language named in a text: where its words begin and end among the folded words. */
export interface NamedLanguage {
  code: string
  from: number
  to: number
}

/** All languages that the folded words of a text name, the longest name first at each place. */
export function languagesIn(words: readonly string[]): NamedLanguage[] {
  const named: NamedLanguage[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
      const code = languageCode(words.slice(from, to).join(' '))
      if (code === null) continue
      named.push({ code, from, to })
      from = to - 1
      break
    }
  }
  return named
}

/** Whether a text names a language that people speak. */
export function namesLanguage(text: string): boolean {
  return languagesIn(foldText(text.slice(0, 300)).split(' ')).length > 0
}
