/**
 * What a text speaks of at all, found in one pass over its words. Most rules have nothing to do in most
 * texts, and a bit test is far cheaper than running their patterns in vain.
 */
export const TOPIC = {
  away: 1,
  hybrid: 2,
  days: 4,
  presence: 8,
  ourPlace: 16,
  contract: 32,
  full: 64,
  part: 128,
  temporary: 256,
  intern: 512,
  permanent: 1024,
  level: 2048,
  years: 4096,
  payWords: 8192,
  mixed: 16384,
  weekdays: 32768,
} as const

/** Word beginnings of each topic, of at most four letters; longer words are told apart by the patterns. */
const BEGINNINGS: Record<keyof typeof TOPIC, string> = {
  away: 'remo tele home wfh anyw télé thui smar zdal prac trab worl mobi afst dist',
  hybrid: 'hybr híbr ibri',
  days: 'day days time tag tage jour día días dage dag gior dny dni x once twic keer mal',
  presence: 'wfo site onsi in-o offi pers pres vor präs prés loca kant stac prem sede',
  ourPlace: 'offi head news hq stud camp fact plan labo',
  contract: 'cont free w c corp b ir subc inde',
  full: 'full voll temp tiem jorn volt',
  part: 'part teil temp tiem medi deel mini',
  temporary: 'temp fixe seas mate pare befr cdd cont tijd dete',
  intern: 'inte prak stag prác',
  permanent: 'perm unbe fest cont cdi vast onbe umow hpp inde',
  level: 'seni sr juni jr lead prin staf mid inte medi grad entr leve',
  years: 'year yrs yr yoe jahr anné an ans año años jaar jare anni anno anos ano',
  weekdays: 'mond tues wedn thur frid',
  mixed: 'mix mixt comb blen bala spli',
  payWords:
    'comp attr excl exce gene mark high sala pay comm depe base doe d geha verg lohn leis fair marc sueld rému rémuné retr remu stip reci goed uits aant wett über',
}

const LETTERS = 4
const MASKS = new Map<number, number>()
for (const [topic, words] of Object.entries(BEGINNINGS)) {
  for (const word of words.split(' ')) {
    const key = keyOf(word)
    MASKS.set(key, (MASKS.get(key) ?? 0) | TOPIC[topic as keyof typeof TOPIC])
  }
}

function keyOf(word: string): number {
  let key = 0
  for (let i = 0; i < Math.min(LETTERS, word.length); i++) key = grow(key, word.charCodeAt(i))
  return key
}

/** Seven bits a letter keep the key a small integer; the rare clash of accented letters only wakes a pattern. */
function grow(key: number, code: number): number {
  return (key << 7) ^ code
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x17f)
}

/** Topics of a text, and where it speaks of the place of work. */
export interface Topics {
  /** Sum of `TOPIC` bits. */
  topics: number
  /** Offsets right after the words on remote, hybrid and present work, in order; at most `MAX_MARKS`. */
  placeMarks: number[]
  /** Offsets right after words for years, in order; at most `MAX_MARKS`. */
  yearMarks: number[]
}

const PLACE_OF_WORK = TOPIC.away | TOPIC.hybrid | TOPIC.presence
const MAX_MARKS = 300

/** Finds the topics of a lower-case text in one pass. */
export function topicsOf(lower: string): Topics {
  const placeMarks: number[] = []
  const yearMarks: number[] = []
  let topics = 0
  let key = 0
  let letters = 0
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0
    if (isLetter(code)) {
      if (letters < LETTERS) key = grow(key, code)
      letters++
    } else if (letters > 0) {
      const found = MASKS.get(key)
      if (found !== undefined) {
        topics |= found
        if (found & PLACE_OF_WORK && placeMarks.length < MAX_MARKS) placeMarks.push(i)
        if (found & TOPIC.years && yearMarks.length < MAX_MARKS) yearMarks.push(i)
      }
      key = 0
      letters = 0
    }
  }
  return { topics, placeMarks, yearMarks }
}
