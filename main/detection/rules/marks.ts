import type { ReadText } from './text.ts'

/** What a posting may speak of, as bits. */
export const SUBJECT = {
  education: 1,
  visa: 2,
  languages: 4,
  benefits: 8,
  offers: 16,
  remoteFrom: 32,
  timeZone: 64,
  contract: 128,
  temporary: 256,
  rareType: 512,
  level: 1024,
} as const

export type Subject = keyof typeof SUBJECT

/** Offsets of the words at which a subject may begin, in order; at most `MOST_MARKS` each. */
export type Marks = Record<Subject, number[]>

/** Letters of a word that count: words of this length or longer stand for every word that begins with them. */
export const WAKING_LETTERS = 7
const MOST_MARKS = 80

/** Words that wake a subject; its patterns then look only around them. */
/** Tables that live with their rule add their words themselves. */
const WAKERS: Record<Subject, string> = {
  education: `bachelor bachelors bsc bs ba beng ma ms msc b m mba master masters phd phds ph doctorate doctoral promotion promoviert
    degree degrees diploma diplomas ged gcse gcses high hochschul fachhoch universi college associate associates hnd hnc nvq btec
    vocational apprentice berufsausbildung abgeschlossene abgeschlossenes ausbildung studium studienabschluss abitur matura
    mittlere hauptschul realschul schulabschluss diplôme diplome bac bts dut licence maîtrise doctorat grado licenciatura
    titulación bachillerato formación doctorado hbo wo mbo qualifications education degreed graduate postgraduate advanced secondary`,
  visa: `visa visas visum visado h1b sponsor sponsorship patrocinio sponsoring sponsoren`,
  languages: '',
  benefits: '',
  offers: `benefit benefits perks offer offers offering package packages rewards compensation bieten bietet avantages offrons ofrecemos
    beneficios bieden aanbod vorteile benefity include includes including`,
  remoteFrom: `remote remotely anywhere worldwide globally based located reside residents resident residing residence live living
    candidates candidate applicants only homeoffice télétravail remoto thuiswerken`,
  timeZone: `utc gmt cet cest est edt et pst pdt pt cst mst ist bst eet aest eastern pacific central mountain european american us
    timezone timezones overlap overlapping overlaps zone zones zeitzone`,
  contract: `contract contracts contractor contractors freelance freelancer subcontractor subcontractors c2c corp w2 w ir35`,
  temporary: `temporary term limited fixed seasonal temp maternity parental paternity family cover covering befristet befristete befristeter
    befristetes befristeten cdd déterminée determinato tijdelijk temporal`,
  rareType: `ftc intérim interim intérimaire saisonnier zeitarbeit arbeitnehmerüberlassung mutterschaftsvertretung elternzeitvertretung
    schwangerschaftsvertretung remplacement uitzendbureau locum 1099 zzp zzper umowa w2 freiberufliche freiberuflicher diem prn
    zero minijob 450 520 538 556 603 geringfügige werkstudent werkstudentin werkstudentenstelle casual alternance apprentissage
    professionnalisation stage praktikum praktikumsplatz prácticas stageplek stageopdracht stagiair tirocinio indeterminato
    indefinite ended unlimited permanent perm feste unbefristet festanstellung indéterminée indefinido vast onbepaalde hpp cdi fte hours hour hrs hr h uur uren std stunden horas heures godzin
    hodin wochenstunden hebdo hpw`,
  level: 'level',
}

const FLAGS = new Uint16Array(65_536)
/** One byte for each lower twelve bits of a key: small enough to stay at hand, it spares most look-ups. */
const NEAR = new Uint8Array(4_096)

/** Adds words that wake a subject; for tables that live with their rule. */
export function addWakers(subject: Subject, words: Iterable<string>): void {
  for (const word of words) {
    const key = keyOf(word)
    FLAGS[key] = (FLAGS[key] ?? 0) | SUBJECT[subject]
    NEAR[key & 4_095] = 1
  }
}

for (const [subject, words] of Object.entries(WAKERS)) {
  addWakers(
    subject as Subject,
    words.split(/\s+/).filter(word => word !== ''),
  )
}

function keyOf(word: string): number {
  let key = 0
  for (let i = 0; i < Math.min(WAKING_LETTERS, word.length); i++) key = grow(key, word.charCodeAt(i))
  return key
}

/** Sixteen bits that rarely clash; a clash only wakes a pattern in vain. */
function grow(key: number, code: number): number {
  return (Math.imul(key, 31) + code) & 0xffff
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xdf && code <= 0x17f)
}

const NONE: number[] = []

/** How far a pattern may reach to the left and right of the word that woke it. */
const LEFT = 70
const RIGHT = 90

/**
 * The first match of a pattern around the words that wake it, with its offset in the whole text. Reading windows costs
 * far less than reading the text. `may` names what a match cannot be without, where that is found far faster.
 */
export function execNear(
  pattern: RegExp,
  { lower }: ReadText,
  marks: readonly number[],
  may?: RegExp,
): RegExpExecArray | null {
  let done = -1
  for (const mark of marks) {
    if (mark < done) continue
    let start = Math.max(0, mark - LEFT)
    // A window begins with a whole word.
    if (start > 0) start = lower.indexOf(' ', start)
    if (start < 0 || start > mark) start = mark
    const part = lower.slice(start, mark + RIGHT)
    const match = may && !may.test(part) ? null : pattern.exec(part)
    if (match) {
      match.index += start
      return match
    }
    done = mark + RIGHT - LEFT
  }
  return null
}

/** Finds where a lower-case text may speak of any of the subjects, in one pass over its words. */
export function findMarks(lower: string): Marks {
  const marks: Marks = {
    education: NONE,
    visa: NONE,
    languages: NONE,
    benefits: NONE,
    offers: NONE,
    remoteFrom: NONE,
    timeZone: NONE,
    contract: NONE,
    temporary: NONE,
    rareType: NONE,
    level: NONE,
  }
  const { length } = lower
  for (let i = 0; i < length; i++) {
    let code = lower.charCodeAt(i)
    if (!isWordCode(code)) continue
    const start = i
    let key = 0
    do {
      key = grow(key, code)
      code = ++i < length ? lower.charCodeAt(i) : 0
    } while (isWordCode(code) && i - start < WAKING_LETTERS)
    while (isWordCode(code)) code = ++i < length ? lower.charCodeAt(i) : 0
    if (NEAR[key & 4_095] === 1) note(marks, FLAGS[key] ?? 0, start)
  }
  return marks
}

const SUBJECTS = Object.keys(SUBJECT) as Subject[]

function note(marks: Marks, found: number, at: number): void {
  // The subjects have the bits in order: each turn takes the lowest one.
  for (let bits = found; bits !== 0; bits &= bits - 1) {
    const subject = SUBJECTS[31 - Math.clz32(bits & -bits)]
    if (subject === undefined) return
    const known = marks[subject]
    if (known === NONE) marks[subject] = [at]
    else if (known.length < MOST_MARKS) known.push(at)
  }
}
