import type { ReadText } from '../text.ts'

/** What the terms of a posting may speak of, as bits. */
export const SUBJECT = {
  education: 1,
  visa: 2,
  languages: 4,
  benefits: 8,
  offers: 16,
  remoteFrom: 32,
  timeZone: 64,
} as const

export type Subject = keyof typeof SUBJECT

/** Offsets of the words at which a subject may begin, in order; at most `MOST_MARKS` each. */
export type Marks = Record<Subject, number[]>

/** Letters of a word that count: words of this length or longer stand for every word that begins with them. */
const LETTERS = 7
const MOST_MARKS = 80

/** Words that wake a subject; its patterns then look only around them. */
const WAKERS: Record<Subject, string> = {
  education: `bachelor bachelors bsc bs ba beng ma ms msc b m mba master masters phd phds ph doctorate doctoral promotion promoviert
    degree degrees diploma diplomas ged gcse gcses high hochschul fachhoch universi college associate associates hnd hnc nvq btec
    vocational apprentice berufsausbildung abgeschlossene abgeschlossenes ausbildung studium studienabschluss abitur matura
    mittlere hauptschul realschul schulabschluss diplôme diplome bac bts dut licence maîtrise doctorat grado licenciatura
    titulación bachillerato formación doctorado hbo wo mbo qualifications education degreed graduate postgraduate advanced secondary`,
  visa: `visa visas visum visado h1b sponsor sponsorship patrocinio sponsoring sponsoren`,
  languages: '',
  benefits: `health healthcare medical private bupa krankenversicherung zusatzversicherung mutuelle seguro zorgverzekering dental vision
    life death lebensversicherung short long disability income 401 401k 403 403b pension retirement rrsp superannuation betriebliche
    altersvorsorge bav pensioen retraite pensiones épargne equity stock share shares rsu rsus esop espp vsop bspce mitarbeiterbeteiligung
    bonus bonuses profit 13th weihnachtsgeld urlaubsgeld prämie prämien intéressement commission commissions provision signing sign
    joining welcome relocation umzug paid pto annual vacation vacations holiday holidays urlaub urlaubstage congés rtt vacaciones
    vakantiedagen unlimited unbegrenzt parental maternity paternity family elternzeit congé ouderschapsverlof sabbatical
    sabbaticals flexible flexi flexitime flextime gleitzeit horaires horario flexibele 4 four vier semaine semana 32 learning
    training education educational professional conference tuition weiterbildung weiterbildungsbudget opleidingsbudget
    budget presupuesto continuing home equipment hardware workstation macbook macbooks laptop choice internet wellness wellbeing well gym
    fitness wellpass urban fitnessstudio multisport yoga free catered subsidized subsidised complimentary lunch lunches meal
    meals snacks tickets titres essenszuschuss kantine stravenky food commuter commuting commuters cycle bike transport transit
    season jobticket deutschlandticket öpnv jobrad car van vehicle firmenwagen dienstwagen voiture coche leaseauto childcare
    child daycare onsite kinderbetreuung kita kitazuschuss crèche guardería dependent nursery mental employee eap therapy dog dogs
    pet pets bürohund hunde std ltd`,
  offers: `benefit benefits perks offer offers offering package packages rewards compensation bieten bietet avantages offrons ofrecemos
    beneficios bieden aanbod vorteile benefity include includes including`,
  remoteFrom: `remote remotely anywhere worldwide globally based located reside residents resident residing residence live living
    candidates candidate applicants only homeoffice télétravail remoto thuiswerken`,
  timeZone: `utc gmt cet cest est edt et pst pdt pt cst mst ist bst eet aest eastern pacific central mountain european american us
    timezone timezones overlap overlapping overlaps zone zones zeitzone`,
}

const FLAGS = new Uint8Array(65_536)

/** Adds words that wake a subject; for tables that live with their rule. */
export function addWakers(subject: Subject, words: Iterable<string>): void {
  for (const word of words) {
    const key = keyOf(word)
    FLAGS[key] = (FLAGS[key] ?? 0) | SUBJECT[subject]
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
  for (let i = 0; i < Math.min(LETTERS, word.length); i++) key = grow(key, word.charCodeAt(i))
  return key
}

/** Sixteen bits that rarely clash; a clash only wakes a pattern in vain. */
function grow(key: number, code: number): number {
  return (Math.imul(key, 31) + code) & 0xffff
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xdf && code <= 0x17f)
}

/** Finds where a text may speak of any of the subjects, in one pass over its words. */
export function findMarks({ lower }: ReadText): Marks {
  const marks: Marks = {
    education: [],
    visa: [],
    languages: [],
    benefits: [],
    offers: [],
    remoteFrom: [],
    timeZone: [],
  }
  const { length } = lower
  let key = 0
  let letters = 0
  for (let i = 0; i <= length; i++) {
    const code = i < length ? lower.charCodeAt(i) : 0
    if (isWordCode(code)) {
      if (letters < LETTERS) key = grow(key, code)
      letters++
      continue
    }
    if (letters > 0) {
      const found = FLAGS[key] ?? 0
      if (found !== 0) note(marks, found, i - letters)
      key = 0
      letters = 0
    }
  }
  return marks
}

function note(marks: Marks, found: number, at: number): void {
  if (found & SUBJECT.education) push(marks.education, at)
  if (found & SUBJECT.visa) push(marks.visa, at)
  if (found & SUBJECT.languages) push(marks.languages, at)
  if (found & SUBJECT.benefits) push(marks.benefits, at)
  if (found & SUBJECT.offers) push(marks.offers, at)
  if (found & SUBJECT.remoteFrom) push(marks.remoteFrom, at)
  if (found & SUBJECT.timeZone) push(marks.timeZone, at)
}

function push(list: number[], at: number): void {
  if (list.length < MOST_MARKS) list.push(at)
}
