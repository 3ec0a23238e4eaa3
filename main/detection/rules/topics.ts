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
/** One byte for each lower twelve bits of a mixed key: small enough to stay at hand, it spares most look-ups. */
const NEAR = new Uint8Array(4_096)
for (const [topic, words] of Object.entries(BEGINNINGS)) {
  for (const word of words.split(' ')) {
    const key = keyOf(word)
    MASKS.set(key, (MASKS.get(key) ?? 0) | TOPIC[topic as keyof typeof TOPIC])
    NEAR[nearOf(key)] = 1
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

function nearOf(key: number): number {
  return (key ^ (key >>> 9)) & 4_095
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
  /** Offsets of the words with which "full-time" and "part-time" begin in the languages read, in order; at most `MAX_MARKS`. */
  timeMarks: number[]
  /** Whether a sign stands in it that is neither a letter nor plain ASCII: it may need to be made plain. */
  hasSigns: boolean
}

const PLACE_OF_WORK = TOPIC.away | TOPIC.hybrid | TOPIC.presence
const WORK_TIME = TOPIC.full | TOPIC.part
const MAX_MARKS = 300

/** Finds the topics of a lower-case text in one pass. */
export function topicsOf(lower: string): Topics {
  const placeMarks: number[] = []
  const yearMarks: number[] = []
  const timeMarks: number[] = []
  let topics = 0
  let hasSigns = false
  const { length } = lower
  for (let i = 0; i < length; i++) {
    let code = lower.charCodeAt(i)
    if (!isLetter(code)) {
      if (code > 126 || code === 96 || (code < 32 && code !== 10)) hasSigns = true
      continue
    }
    const start = i
    let key = 0
    do {
      key = grow(key, code)
      code = ++i < length ? lower.charCodeAt(i) : 32
    } while (isLetter(code) && i - start < LETTERS)
    while (isLetter(code)) code = ++i < length ? lower.charCodeAt(i) : 32
    if (code > 126 || code === 96 || (code < 32 && code !== 10)) hasSigns = true
    if (NEAR[nearOf(key)] === 0) continue
    const found = MASKS.get(key)
    if (found === undefined) continue
    topics |= found
    if (found & PLACE_OF_WORK && placeMarks.length < MAX_MARKS) placeMarks.push(i)
    if (found & TOPIC.years && yearMarks.length < MAX_MARKS) yearMarks.push(i)
    if (found & WORK_TIME && timeMarks.length < MAX_MARKS) timeMarks.push(start)
  }
  return { topics, placeMarks, yearMarks, timeMarks, hasSigns }
}
