import type { SkillDemand, SkillGap } from '../../../../main/contract/skill-gap.ts'
import type { SkillGapView } from './skill-gap-view.ts'

/** The sentences of the page of the skill gap. */

type Gap = Pick<SkillGap, 'asking' | 'skills'>

/** "1,204". */
export const count = (value: number): string => value.toLocaleString('en')

/** "1 job", "1,204 jobs". */
export const jobsText = (jobs: number): string => `${count(jobs)} ${jobs === 1 ? 'job' : 'jobs'}`

/** A part of the cases as a whole number of percent; "under 1 %" for what would read as none. */
export function shareText(part: number, cases: number): string {
  if (part === 0 || cases === 0) return '0 %'
  const percent = Math.round((100 * part) / cases)
  return percent === 0 ? 'under 1 %' : `${percent} %`
}

/** A coverage as a whole number of percent; a dash where nothing is required. */
export const coverageText = (coverage: number | null): string =>
  coverage === null ? '–' : `${Math.round(coverage)} %`

/** Which jobs are counted, in a sentence. */
export function basisText({ over, putAway }: Pick<SkillGapView, 'over' | 'putAway'>, gap: SkillGap): string {
  const away = putAway ? ', rejected and archived ones too' : ''
  const all = jobsText(gap.jobs)
  switch (over) {
    case 'campaign':
      return gap.campaign
        ? `${all} that score ${gap.campaign.threshold} or more for ${gap.campaign.name}, the threshold of its alerts${away}.`
        : `${all} that reach the alert threshold of an active campaign${away}.`
    case 'favourites':
      return `${all} with a star${away}.`
    case 'applied':
      return `${all} that you applied for, whatever became of them.`
    case 'all':
      return `${all} found${away || ', without rejected and archived ones'}. Hidden ones and those of blocked companies are left out.`
  }
}

/** Among so many of the most asked skills, those that the person has are counted. */
const MOST_ASKED = 20

/** Of the most asked skills, how many there are and how many the profile names. */
export function mostAsked({ skills }: Pick<SkillGap, 'skills'>): { have: number; of: number } {
  const first = skills.slice(0, MOST_ASKED)
  return { have: first.filter(skill => skill.have).length, of: first.length }
}

/** What the chart says in a sentence or two. */
export function demandSentence(gap: Gap): string {
  const [first] = gap.skills
  if (!first) return 'These jobs name no skill of this kind.'
  const { have, of } = mostAsked(gap)
  const lacked = gap.skills.find(skill => !skill.have)
  const most = `${first.name} is asked for most, by ${shareText(first.jobs, gap.asking)} of ${jobsText(gap.asking)}.`
  const mine = `You have ${have} of the ${of} most asked skills`
  if (!lacked) return `${most} ${mine}.`
  if (lacked === first) return `${most} It is not in your profile. ${mine}.`
  return `${most} ${mine}; ${lacked.name} is the most asked that you lack, in ${shareText(lacked.jobs, gap.asking)}.`
}

/** What the list of skills to learn says in a sentence. */
export function learnSentence({ learn, openFrom, requiring }: Omit<SkillGap, 'skills'>): string {
  const rule = `A job counts as open when you have at least ${openFrom} % of the skills that it requires.`
  if (requiring === 0) return 'None of these jobs requires a skill of this kind.'
  if (learn.length === 0) return `${rule} All of these jobs are open to you.`
  if (learn.every(skill => skill.opens === 0))
    return `${rule} No single skill opens one more: the closed ones lack several. These are required most there.`
  return `${rule} Each number is for that skill alone.`
}

/** "opens 12 jobs"; with others tried also what it opens besides them. */
export function opensText({ opens, opensNext, tried }: SkillDemand, othersTried: boolean): string {
  const alone = opens === 0 ? 'opens none alone' : `opens ${jobsText(opens)}`
  return !othersTried || tried || opensNext === opens
    ? alone
    : `${alone}, ${count(opensNext)} after those you try`
}

/** What trying changed, for screen readers; '' when nothing is tried. */
export function triedSentence({
  before,
  after,
  tried,
}: Pick<SkillGap, 'before' | 'after' | 'tried'>): string {
  if (tried.length === 0) return ''
  const more = after.open - before.open
  return `With ${tried.map(skill => skill.name).join(', ')}: coverage ${coverageText(before.coverage)} to ${coverageText(after.coverage)}, ${jobsText(more)} more open.`
}

/** "March 2026", or short "Mar 2026". */
export function monthText(month: string, length: 'long' | 'short' = 'long'): string {
  return new Date(`${month}-15T12:00:00`).toLocaleDateString('en-GB', { month: length, year: 'numeric' })
}

/** A trend in words: the shares of the first and of the last month with jobs; '' with fewer than two such months. */
export function trendText(monthly: readonly number[], months: SkillGap['months']): string {
  const told = months.flatMap(({ month, jobs }, index) =>
    jobs === 0 ? [] : [{ month, share: shareText(monthly[index] ?? 0, jobs) }],
  )
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last || first === last) return ''
  return `${monthText(first.month)} ${first.share}, ${monthText(last.month)} ${last.share}`
}
