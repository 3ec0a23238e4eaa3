import { refuse } from '../contract/errors.ts'
import type { ParsedResume } from '../contract/resumes.ts'
import { type Reading, readingOf } from '../documents/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { knownSkill, readProfile } from '../profile/service.ts'
import { refinementOf } from './review-store.ts'
import { type Review, type ReviewedResume, reviewOf } from './rules/review/items.ts'
import { refined } from './rules/review/refined.ts'

/** A version with what was understood of it. */
export interface Understood {
  reading: Reading
  resume: ParsedResume
}

/** What was understood of a version; refused in words while, or because, nothing was. */
export function understoodOf(db: Db, versionId: number): Understood {
  const reading = readingOf(db, versionId) ?? refuse('not_found', 'This version does not exist any more.')
  const { state, message, resume } = reading
  if (state === 'waiting' || state === 'reading')
    return refuse('conflict', 'This document is still being read.', { retryable: true })
  if (resume === null) return refuse('conflict', message ?? 'Nothing could be read in this document.')
  return { reading, resume }
}

/** The résumé with what the language model read besides, as far as it stands in the text. */
export function reviewedResume(db: Db, { reading, resume }: Understood, today: string): ReviewedResume {
  const refinement = refinementOf(db, reading.versionId)
  return refinement
    ? refined(resume, JSON.parse(refinement.answer), { pages: reading.text, usual: knownSkill, today })
    : { resume, byModel: new Set() }
}

/** What a version says beside the profile as it is now; `now` is an ISO instant. */
export function reviewOfVersion(db: Db, versionId: number, now: string): Understood & { review: Review } {
  const understood = understoodOf(db, versionId)
  return {
    ...understood,
    review: reviewOf(reviewedResume(db, understood, now.slice(0, 10)), readProfile(db), knownSkill),
  }
}

export const reviewQueries = {
  'resumes.review': ({ db, clock }, { versionId }) => {
    const { reading, resume, review } = reviewOfVersion(db, versionId, clock.now())
    return {
      versionId,
      kind: resume.kind,
      language: resume.language,
      confidence: resume.confidence,
      items: review.changes.map(({ item }) => item),
      same: review.same,
      remarks: [...reading.remarks, ...review.remarks],
    }
  },
} satisfies Partial<Queries>
