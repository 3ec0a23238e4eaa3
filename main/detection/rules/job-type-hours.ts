import type { JobType } from '../../contract/values.ts'
import { type Finding, findingAt } from './finding.ts'
import { execNear } from './marks.ts'
import { after, allMatches, before, type ReadText } from './text.ts'

/** From 35 hours or nine tenths on a job is full-time, below 30 hours part-time; between them countries differ. */
const FULL_HOURS = 35
const PART_HOURS = 30
const FULL_SHARE = 90

const NUMBER = '(\\d{1,2}(?:[.,]\\d{1,2})?)'
const HOURS = new RegExp(
  `(?<![\\w.,:/$€£-])${NUMBER}(?:\\s?(?:-|to|and|or|bis|und|à|a|et|y|tot|en)\\s?${NUMBER})?\\s?(?:\\+\\s?)?(?:-?(?:hours?|hrs?|h|uur|uren|std\\.?|stunden|horas|heures|godzin|hodin)\\.?\\s?(?:per|a|an|each|/|pro|je|par|por|in der|p\\.?)?\\s?(?:week|wk|woche|semaine|semana|w\\b|tydzień|tygodniowo|týdně)|\\s?wochenstunden|\\s?h hebdo|\\s?hpw\\b|-hours? (?:work)?week)|hours\\s?:\\s?${NUMBER}(?:\\s?-\\s?${NUMBER})?(?! ?(?:am|pm|:|[-–/]))`,
  'g',
)
const FTE = /(?<![\w.,])(?:([01]?[.,]\d{1,2})\s?-?\s?fte|fte\s?:?\s?([01]?[.,]\d{1,2}|1(?![.,\d])))\b/
/** Swiss and Austrian titles name the share of a full week: "Pflegefachperson 60-80 %". */
const SHARE =
  /(?<![\w.,-])(\d{2,3})(?:\s?%?\s?(?:-|bis|à)\s?(\d{2,3}))?\s?%(?! ?(?:remote|home|online|commission|provision|verg|off|work|wfh|virtual|distributed|télé))/
const NOT_THE_WEEK =
  /(?:\b(?:employees|those|eligib\w+|subject to|being|if you|who)\b|sav(?:e|es|ing)|overlap|overtime|travel|volunteer|class(?:es)?|training|support|open|operat\w*|within|minimum of overlap|available for|shut|on[- ]call|supervis\w+|meetings?|up to an additional|visa|students?)[^.\n]{0,40}$/
const OF_OVERLAP =
  /^[^.\n]{0,20}(?:overlap|overtime|(?:are |is )?eligible|receive|qualify|of (?:training|supervision|support|meetings|your time|volunteer))/

/**
 * The kind of employment by hours a week, parts of a full post (FTE) or, in titles, a share in per cent.
 * `marks` are the offsets of words for hours; a title is read from its beginning.
 */
export function readHours(text: ReadText, marks: readonly number[] = [0]): Finding<JobType> | null {
  const fte = execNear(FTE, text, marks)
  if (fte) {
    const share = Number((fte[1] ?? fte[2] ?? '').replace(',', '.'))
    if (share > 0 && share <= 1) return findingAt(share < 0.9 ? 'part-time' : 'full-time', text, fte, 0.7)
  }
  if (text.name === 'title') {
    const share = SHARE.exec(text.lower)
    const most = Number(share?.[2] ?? share?.[1] ?? 0)
    if (share && most >= 10 && most <= 100)
      return findingAt(most < FULL_SHARE ? 'part-time' : 'full-time', text, share, 0.7)
  }
  let from = 0
  for (const mark of marks) {
    const start = Math.max(from, mark - REACH)
    for (const match of allMatches(HOURS, text.lower.slice(start, mark + REACH))) {
      match.index += start
      from = match.index + match[0].length
      const type = typeOfWeek(text, match)
      if (type) return findingAt(type, text, match, 0.65)
    }
  }
  return null
}

/** How far the words of a week's hours reach to either side of "hours". */
const REACH = 40

function typeOfWeek(text: ReadText, match: RegExpExecArray): JobType | null {
  const [least, most] = [match[3] ?? match[1], match[4] ?? match[2]].map(hoursOf)
  const hours = most ?? least ?? 0
  const rest = after(text, match.index + match[0].length, 40)
  if (hours < 4 || hours > 60) return null
  if (match[3] !== undefined && isTimeOfDay(match[3], least ?? 0, most, rest)) return null
  if (NOT_THE_WEEK.test(before(text, match.index, 60))) return null
  if (OF_OVERLAP.test(rest)) return null
  if (hours >= FULL_HOURS) return 'full-time'
  return Math.min(hours, least ?? hours) < PART_HOURS ? 'part-time' : null
}

function hoursOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written.replace(',', '.'))
}

/** "Hours: 7.30 to 4.30", "Hours: 9-5" are times of the day. */
function isTimeOfDay(written: string, from: number, to: number | undefined, rest: string): boolean {
  const goesOn = /^\s?(?:to|till|until|-|–)\s?\d/.test(rest)
  return goesOn || (to !== undefined && (to <= from || /[.,](?:00|15|30|45)$/.test(written)))
}
