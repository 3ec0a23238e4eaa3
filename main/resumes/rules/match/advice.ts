import type { Keyword, SectionAdvice } from '../../../contract/resumes.ts'
import type { EducationLevel } from '../../../contract/terms.ts'
import { languageName } from '../../../profile/rules/resume-words.ts'
import { listed } from '../../../ranking/rules/factor.ts'
import { titleFactor } from '../../../ranking/rules/title.ts'
import { findWords } from '../../../ranking/rules/words.ts'
import { known } from './fact-part.ts'
import { titlesOf } from './facts.ts'
import { spokenIn } from './languages.ts'
import type { AskingJob, PreparedResume } from './prepared.ts'

/**
 * What would show a résumé's fit for a job better. It speaks of what the résumé holds and does not show well, and names
 * what is missing without asking anybody to write what is not true.
 */

type Section = SectionAdvice['section']

/** Longer résumés are seldom read to the end. */
const MOST_PAGES = 3
const MOST_WORDS = 1_800
/** Shorter ones hold too little. */
const FEWEST_WORDS = 120
/** In thousandths: titles below are other work, titles above the same. */
const OTHER_TITLE = 400
const SAME_TITLE = 700
const MOST_NAMED = 5

const quoted = (text: string): string => `“${text}”`
const names = (words: readonly { name: string }[]): string =>
  listed(
    words.map(({ name }) => name),
    'and',
    MOST_NAMED,
  )

/** Advice by section, in the order of a résumé; empty: nothing stands out. */
export function adviceOn(
  prepared: PreparedResume,
  job: AskingJob,
  keywords: readonly Keyword[],
): SectionAdvice[] {
  const advice: SectionAdvice[] = []
  const say = (section: Section, text: string | null) => {
    if (text !== null) advice.push({ section, advice: text })
  }
  if (prepared.resume.kind !== 'resume') {
    say(
      'layout',
      'This reads like a letter and not like a résumé: no positions and no skills were found in it.',
    )
    return advice
  }
  say('headline', onHeadline(prepared, job))
  say('summary', onSummary(prepared, keywords))
  for (const text of onSkills(prepared, job, keywords)) say('skills', text)
  say('experience', onExperience(prepared, keywords))
  say('education', onEducation(prepared, job))
  say('languages', onLanguages(prepared, job))
  say('layout', onLength(prepared))
  return advice
}

/** Whether a text says a word as it is written, in whatever case. */
const says = (text: string, word: string): boolean => findWords([word], text).length > 0

function onHeadline({ resume }: PreparedResume, job: AskingJob): string | null {
  const headline = resume.headline?.value.trim() ?? ''
  const share = (title: string): number => known(titleFactor(title).share(job)) ?? 0
  const titles = titlesOf(resume)
  const own = headline === '' ? '' : headline.slice(0, 120)
  const headlineShare = own === '' ? 0 : Math.max(share(own), share(titles[0] ?? ''))
  if (headlineShare >= SAME_TITLE) return null
  const nearest = titles.toSorted((a, b) => share(b) - share(a))[0] ?? ''
  const better = nearest !== '' && share(nearest) >= SAME_TITLE
  if (own === '')
    return better
      ? `There is no headline. ${quoted(nearest)}, the title of one of the positions, fits this job and could stand there.`
      : null
  if (better)
    return `The headline says ${quoted(own)}; ${quoted(nearest)}, the title of one of the positions, is nearer to this job.`
  return headlineShare < OTHER_TITLE
    ? `The headline says ${quoted(own)}, while the job is called ${quoted(job.title)}.`
    : null
}

/** Words that this job requires and the résumé bears out. */
const strong = (keywords: readonly Keyword[]): Keyword[] =>
  keywords.filter(({ required, state }) => required && state === 'covered')

function onSummary({ resume, standing }: PreparedResume, keywords: readonly Keyword[]): string | null {
  const shown = strong(keywords)
  if (resume.summary === null)
    return shown.length === 0
      ? 'There is no summary. Two sentences at the top say what you do before anybody reads on.'
      : `There is no summary. Two sentences at the top could name what the positions show and this job requires: ${names(shown)}.`
  if (shown.length === 0 || shown.some(({ name }) => standing(name).said?.inSummary)) return null
  return `The summary names nothing that this job requires, though the résumé shows ${names(shown)}.`
}

function onSkills(
  { resume, standing }: PreparedResume,
  { text }: AskingJob,
  keywords: readonly Keyword[],
): string[] {
  const said: string[] = []
  const shown = keywords.filter(({ name }) => standing(name).positions.length > 0)
  const unlisted = shown.filter(({ name, required }) => required && (standing(name).said?.listed ?? 0) === 0)
  if (resume.skills.length === 0)
    said.push(
      shown.length === 0
        ? 'No list of skills was found. Programs and people look for one.'
        : `No list of skills was found. The positions show ${names(shown)}, which belong in one.`,
    )
  else if (unlisted.length > 0)
    said.push(
      `The positions show ${names(unlisted)}, but the list of skills does not name ${unlisted.length === 1 ? 'it' : 'them'}.`,
    )
  const otherwise = keywords.flatMap(({ name }) => {
    const written = standing(name).said?.written ?? null
    return written === null || says(text, written) ? [] : [`${quoted(written)} for ${name}`]
  })
  if (otherwise.length > 0)
    said.push(
      `The list of skills writes ${listed(otherwise, 'and', MOST_NAMED)}. The posting's own word is found more surely.`,
    )
  const missing = keywords.filter(({ required, state }) => required && state === 'missing')
  if (missing.length > 0)
    said.push(
      `This job requires ${names(missing)}, of which the résumé says nothing. If you know ${missing.length === 1 ? 'it' : 'some of it'}, say where you used it; if not, leave it out.`,
    )
  return said
}

function onExperience({ resume, standing }: PreparedResume, keywords: readonly Keyword[]): string | null {
  if (resume.experience.length === 0)
    return 'No positions were found. Give each one a title, a company and dates, so that they can be read.'
  const onlyListed = keywords.filter(
    ({ name, required, state }) => required && state === 'weak' && (standing(name).said?.listed ?? 0) > 0,
  )
  if (onlyListed.length > 0)
    return `${names(onlyListed)} ${onlyListed.length === 1 ? 'stands' : 'stand'} only in the list of skills. If you used ${onlyListed.length === 1 ? 'it' : 'them'} in a position, say so there.`
  const bare = resume.experience.filter(({ value }) => value.bullets.length === 0).length
  return bare === resume.experience.length ? 'The positions say nothing of what was done there.' : null
}

const DEGREES: Partial<Record<EducationLevel, string>> = {
  vocational: 'vocational training',
  bachelor: 'a bachelor’s degree',
  master: 'a master’s degree',
  doctorate: 'a doctorate',
}

function onEducation({ resume }: PreparedResume, { education }: AskingJob): string | null {
  const degree = education === null ? undefined : DEGREES[education]
  if (degree === undefined || resume.education.length > 0) return null
  return `The posting asks for ${degree}; no education was found in the résumé.`
}

function onLanguages({ resume }: PreparedResume, job: AskingJob): string | null {
  const spoken = spokenIn(resume)
  const listedOnes = new Set(resume.languages.map(({ value }) => value.language.toLowerCase()))
  const absent = job.languages.filter(({ language }) => !listedOnes.has(language))
  if (absent.length === 0) return null
  const named = listed(absent.map(({ language }) => languageName(language)).sort())
  if (absent.every(({ language }) => spoken.has(language)))
    return `The posting asks for ${named}. The résumé is written in it, but lists it nowhere with a level.`
  return resume.languages.length === 0
    ? `The posting asks for ${named}; the résumé lists no languages.`
    : `The posting asks for ${named}, which the résumé does not list.`
}

function onLength({ text, pages }: PreparedResume): string | null {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0
  if (pages !== null && pages > MOST_PAGES)
    return `The résumé has ${pages} pages. What matters for this job is found sooner on two.`
  if (words > MOST_WORDS)
    return `The résumé has some ${Math.round(words / 100) * 100} words. What matters for this job is found sooner in half as many.`
  if (words < FEWEST_WORDS) return `Only ${words} words were read in the résumé, which leaves much open.`
  return null
}
