import { refuse } from '../contract/errors.ts'
import type { JobId } from '../contract/ids.ts'
import type { ResumeFit } from '../contract/resumes.ts'
import { currentResumes } from '../documents/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { skillFinder } from '../profile/service.ts'
import { jobToMatch } from './match-store.ts'
import { preparedResume } from './prepared.ts'
import { understoodOf } from './review.ts'
import { askedSkills, withRepeated } from './rules/match/asked.ts'
import { matchOf } from './rules/match/match.ts'
import type { AskingJob } from './rules/match/prepared.ts'

/** Résumés held against one job. */

/** As many résumés are compared for a job; the ones of this job and those changed last are among them. */
const MOST_COMPARED = 50

function askingJob(db: Db, jobId: JobId): AskingJob {
  const job = jobToMatch(db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
  const { skills, posting, ...compared } = job
  const words = withRepeated(askedSkills(skills), posting, skillFinder())
  return { ...compared, words, text: `${posting.title}\n${posting.description}` }
}

export const matchQueries = {
  'resumes.match': ({ db }, { versionId, jobId }) => {
    const { reading, resume } = understoodOf(db, versionId)
    const match = matchOf(preparedResume(db, reading, resume), askingJob(db, jobId))
    return { documentId: reading.documentId, versionId, title: reading.title, jobId, ...match }
  },
  'resumes.bestForJob': ({ db }, { jobId }) => {
    const job = askingJob(db, jobId)
    const fits = currentResumes(db, jobId, MOST_COMPARED)
      .slice(0, MOST_COMPARED)
      .flatMap((reading): ResumeFit[] => {
        if (reading.resume === null || reading.resume.kind !== 'resume') return []
        const { score, lessSure, keywords } = matchOf(preparedResume(db, reading, reading.resume), job)
        const { documentId, versionId, title } = reading
        const count = (state: string) => keywords.filter(keyword => keyword.state === state).length
        return [
          {
            documentId,
            versionId,
            title,
            score,
            lessSure,
            covered: count('covered'),
            missing: count('missing'),
          },
        ]
      })
    return fits.sort((a, b) => b.score - a.score || b.covered - a.covered || a.documentId - b.documentId)
  },
} satisfies Partial<Queries>
