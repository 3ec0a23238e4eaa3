import type { ParsedResume } from '../../../contract/resumes.ts'
import type { EducationLevel } from '../../../contract/terms.ts'
import type { AskedWord } from './asked.ts'
import type { ComparedJob, FactPart } from './fact-part.ts'
import { experienceOf, placeOf, titlePart } from './facts.ts'
import { languagesOf } from './languages.ts'
import { type ResumeWords, resumeWords, type SkillVocabulary } from './resume-words.ts'
import type { PartName } from './score.ts'
import { type Standing, standingOf } from './standing.ts'

/** One résumé, worked in once, held against jobs. */

/** A job with the words that it asks for. */
export interface AskingJob extends ComparedJob {
  /** The lowest level of education that is enough; null: not stated. */
  education: EducationLevel | null
  words: readonly AskedWord[]
  /** Title and description of the posting. */
  text: string
}

export interface PreparedResume {
  resume: ParsedResume
  /** All that stands in it, and on how many pages; null: its format has none. */
  text: string
  pages: number | null
  words: ResumeWords
  facts: Readonly<Record<Exclude<PartName, 'keywords'>, FactPart>>
  /** How it stands before a word; each is looked up once. */
  standing(name: string): Standing
}

/** Prepares a résumé for any number of jobs. */
export function prepareResume(
  resume: ParsedResume,
  text: string,
  pages: number | null,
  vocabulary: SkillVocabulary,
): PreparedResume {
  const words = resumeWords(resume, text, vocabulary)
  const standings = new Map<string, Standing>()
  return {
    resume,
    text,
    pages,
    words,
    facts: {
      title: titlePart(resume),
      experience: experienceOf(resume),
      place: placeOf(resume),
      languages: languagesOf(resume),
    },
    standing(name) {
      const before = standings.get(name)
      if (before) return before
      const standing = standingOf(words, name)
      standings.set(name, standing)
      return standing
    },
  }
}
