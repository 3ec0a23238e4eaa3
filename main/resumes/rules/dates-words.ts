/** Words that dates are written with in English, German, French and Spanish, and in some near languages; folded. */

const MONTH_WORDS = [
  'january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar feber fevrier fev fevr febrero febbraio fevereiro februari febr',
  'march mar marz maerz mrz mars marzo marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil juill julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre setiembre set settembre setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
]

/** Month from 1 by its folded name or abbreviation, without the point. */
export const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, index) => words.split(' ').map(word => [word, index + 1] as const)),
)

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** A season or a part of a year before its year says the year and no month. */
export const YEAR_PARTS = set(
  `spring summer fall autumn winter michaelmas hilary sommer herbst fruhling fruhjahr fruehjahr wintersemester
  sommersemester ws ss wise sose semester printemps ete automne hiver primavera verano otono invierno estate autunno
  inverno q1 q2 q3 q4 h1 h2 early mid late ca circa approx about around anfang mitte ende etwa rund debut fin mi
  courant environ principios mediados finales inicios hacia`,
)

/** Between the two ends of a range. */
export const RANGE_WORDS = set(
  `to until till til through thru bis a au al ate tot hasta jusqu'a jusqu'en jusqu'au`,
)
export const RANGE_SIGNS = set('- – — ‒ ― − ~ → ➔ ‐ ‑ ﹣ ­ » ›')

/** Before a start whose end is open. */
export const SINCE_WORDS = set('since seit depuis desde dal sinds')
/** Before a start whose end may follow. */
export const FROM_WORDS = set('from von vom ab de du del des dal')
/** Before an end that stands alone. */
export const UNTIL_WORDS = set(`until till bis hasta jusqu'a jusqu'en`)

/** Ways to say "until now", longest first, as folded words. */
export const PRESENT_PHRASES: readonly (readonly string[])[] = `
  a l'heure actuelle
  a la actualidad
  la actualidad
  a la fecha
  la fecha
  el presente
  el dia de hoy
  the present
  present day
  present time
  a ce jour
  ce jour
  a aujourd'hui
  a present
  up to now
  until now
  till now
  till date
  to date
  to now
  zum heutigen tag
  dato
  en cours
  en curso
  in corso
  present
  presente
  current
  currently
  now
  today
  ongoing
  continuing
  heute
  jetzt
  aktuell
  laufend
  fortlaufend
  gegenwartig
  derzeit
  andauernd
  aujourd'hui
  aujourdhui
  actuel
  actuellement
  maintenant
  actualidad
  actual
  actualmente
  hoy
  oggi
  attuale
  atual
  atualmente
  heden
`
  .trim()
  .split('\n')
  .map(line => line.trim().split(' '))

/** Beside a date these say what it is the date of; they are no part of a name. */
export const DATE_NOTES = set(
  `expected anticipated graduated graduation graduating conferred awarded completed completion est estimated projected
  voraussichtlich vsl abschluss erwartet prevu prevue obtention obtenu obtenue previsto prevista graduacion titulacion
  date dates datum period zeitraum periode periodo fecha fechas`,
)

/** Letters without marks and in lower case, as the words above are written. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('’', "'")
    .replaceAll('ß', 'ss')
    .toLowerCase()
}
