import { DocumentId } from '../contract/ids.ts'
import { TakenReview } from '../contract/resumes.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of reviews. Writers expect an open transaction. */

export type TakenChanges = TakenReview['changes']
const Changes = TakenReview.shape.changes

/** Keeps what a review brought into the profile; `at` is an ISO instant. */
export function addReview(
  db: Db,
  review: { at: string; documentId: number; title: string; changes: TakenChanges; changeId: number },
): void {
  db.sql(
    'INSERT INTO resume_reviews (at, document_id, title, changes, change_id) VALUES (?, ?, ?, ?, ?)',
  ).run(review.at, review.documentId, review.title, JSON.stringify(review.changes), review.changeId)
}

interface ReviewRecord {
  at: string
  document_id: number | null
  title: string
  changes: string
  change_id: number | null
  undone_at: string | null
}

/** The newest reviews first. */
export function reviewsTaken(db: Db, limit: number): TakenReview[] {
  return db
    .sql<ReviewRecord>(
      `SELECT taken.at, taken.document_id, taken.title, taken.changes, taken.change_id, c.undone_at
       FROM resume_reviews taken LEFT JOIN changes c ON c.id = taken.change_id ORDER BY taken.id DESC LIMIT ?`,
    )
    .all(limit)
    .map(row => ({
      at: row.at,
      documentId: row.document_id === null ? null : DocumentId.parse(row.document_id),
      title: row.title,
      changes: Changes.safeParse(JSON.parse(row.changes)).data ?? [],
      undone: row.undone_at !== null,
      changeId: row.undone_at === null ? row.change_id : null,
    }))
}

/** An answer of the language model about a résumé, as it was given. */
export interface Refinement {
  answer: string
  model: string
}

/** What the model said of a version; undefined: it was not asked. */
export function refinementOf(db: Db, versionId: number): Refinement | undefined {
  return db
    .sql<Refinement>('SELECT answer, model FROM resume_refinements WHERE version_id = ?')
    .first(versionId)
}

/** What the model answered to the same question before, for whichever version. */
export function answerTo(db: Db, asked: Uint8Array): Refinement | undefined {
  return db
    .sql<Refinement>('SELECT answer, model FROM resume_refinements WHERE asked = ? LIMIT 1')
    .first(asked)
}

/** Keeps an answer for a version, in place of an earlier one. `micros`: what it cost. */
export function keepRefinement(
  db: Db,
  versionId: number,
  { asked, answer, model, micros, at }: Refinement & { asked: Uint8Array; micros: number; at: string },
): void {
  db.sql(
    `INSERT INTO resume_refinements (version_id, asked, answer, model, micros, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (version_id) DO UPDATE SET asked = excluded.asked, answer = excluded.answer, model = excluded.model,
       micros = excluded.micros, at = excluded.at`,
  ).run(versionId, asked, answer, model, micros, at)
}
