import type { Keyword, ResumeJobMatch, SectionAdvice } from '../../../../main/contract/resumes.ts'

/** The match of a résumé with a job as people read it. */

export const PART_LABELS: Record<ResumeJobMatch['parts'][number]['name'], string> = {
  keywords: 'Words',
  title: 'Title',
  experience: 'Experience',
  place: 'Place',
  languages: 'Languages',
}

export const SECTION_LABELS: Record<SectionAdvice['section'], string> = {
  headline: 'Headline',
  summary: 'Summary',
  skills: 'Skills',
  experience: 'Experience',
  education: 'Education',
  languages: 'Languages',
  layout: 'Layout',
}

/** In the order in which they are shown: what to do something about first. */
export const KEYWORD_STATES = ['missing', 'weak', 'covered'] as const satisfies Keyword['state'][]

export const STATE_LABELS: Record<Keyword['state'], string> = {
  missing: 'Missing',
  weak: 'Weak',
  covered: 'Covered',
}

/** "5 words covered, 2 missing". */
export function countsText({ covered, missing }: { covered: number; missing: number }): string {
  if (covered + missing === 0) return 'No words to compare'
  return `${covered} ${covered === 1 ? 'word' : 'words'} covered, ${missing} missing`
}

/** What a score says in a word. */
export function fitText(score: number, lessSure: boolean): string {
  const fit = score >= 75 ? 'Fits well' : score >= 50 ? 'Fits in part' : 'Fits little'
  return lessSure ? `${fit}, as far as can be said` : fit
}
