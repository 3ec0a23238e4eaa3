import type { Keyword, ResumeJobMatch } from '../../../contract/resumes.ts'
import { listed } from '../../../ranking/rules/factor.ts'
import { adviceOn } from './advice.ts'
import type { ComparedJob } from './fact-part.ts'
import type { AskingJob, PreparedResume } from './prepared.ts'
import { addWord, type PartName, type Scored, scored, type WordSum, wordShare } from './score.ts'
import { whyOf } from './standing.ts'

/** One résumé held against one job. */

/** The score of a job whose words are summed up already. */
export function scoreOf({ facts }: PreparedResume, job: ComparedJob, words: WordSum): Scored {
  return scored(
    {
      keywords: wordShare(words),
      title: facts.title.share(job),
      experience: facts.experience.share(job),
      place: facts.place.share(job),
      languages: facts.languages.share(job),
    },
    words,
  )
}

export type Match = Pick<ResumeJobMatch, 'score' | 'lessSure' | 'parts' | 'keywords' | 'advice'>

/** The match with its reasons. Neither the order of the job's words nor that of the résumé's skills changes it. */
export function matchOf(prepared: PreparedResume, job: AskingJob): Match {
  const sum: WordSum = { all: 0, won: 0, firm: 0 }
  const keywords: Keyword[] = []
  for (const { name, required, soft, inJob, extra } of job.words) {
    const standing = prepared.standing(name)
    if (!extra) addWord(sum, standing.state, required, soft)
    // A soft skill that a résumé does not claim is no gap.
    if (soft && standing.times === 0) continue
    const state = standing.state === 'related' ? 'weak' : standing.state
    keywords.push({ name, required, inJob, inResume: standing.times, state, why: whyOf(standing) })
  }
  keywords.sort(
    (a, b) => Number(b.required) - Number(a.required) || b.inJob - a.inJob || (a.name < b.name ? -1 : 1),
  )
  const { score, lessSure, parts } = scoreOf(prepared, job, sum)
  const { facts } = prepared
  const why = (name: PartName): string => (name === 'keywords' ? wordsWhy(keywords) : facts[name].why(job))
  return {
    score,
    lessSure,
    parts: parts.map(part => ({ ...part, why: why(part.name) })),
    keywords,
    advice: adviceOn(prepared, job, keywords),
  }
}

/** How the words stand, in a sentence. */
function wordsWhy(keywords: readonly Keyword[]): string {
  if (keywords.length === 0) return 'The posting names no skills.'
  const has = (state: Keyword['state']) => keywords.filter(keyword => keyword.state === state)
  const [covered, weak] = [has('covered').length, has('weak').length]
  const lacking = has('missing').filter(({ required }) => required)
  const parts = [`${covered} of ${keywords.length} words of the posting covered`]
  if (weak > 0) parts.push(`${weak} weak`)
  if (lacking.length > 0)
    parts.push(`required and missing: ${listed(lacking.map(({ name }) => name).sort())}`)
  return `${parts.join(', ')}.`
}
