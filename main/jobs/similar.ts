import { ANY_JOB } from '../contract/job-filter.ts'
import type { Db } from '../platform/db/connection.ts'
import { ask } from './question.ts'
import { markedRows } from './rules/filter-rows.ts'
import { likelyAlike, mostAlike, type Opening, workWords } from './rules/similar.ts'

/** Jobs like one that the person looks at. */

/** So many newest jobs with the words of the title are looked at. */
const MOST_TITLED = 1_000
/** And so many likely ones are compared by their titles. */
const MOST_COMPARED = 150

const openings = (db: Db, ids: readonly number[]): Opening[] =>
  db
    .sql<Opening>(
      `SELECT j.id, j.opening_key, j.company_id, j.office_city
       FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value`,
    )
    .all(JSON.stringify(ids))

/** The newest jobs whose titles hold all of some words. */
function titledWith(db: Db, words: readonly string[]): number[] {
  if (words.length === 0) return []
  const match = `{title} : (${words.map(word => `"${word}"`).join(' AND ')})`
  return db
    .sql<{ id: number }>(
      'SELECT rowid AS id FROM job_search WHERE job_search MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .all(match, MOST_TITLED)
    .map(({ id }) => id)
}

/**
 * Jobs like a job, the most alike first, each with a few words on why; undefined when it does not exist. Only jobs that
 * the plain list shows and that have not closed; not the job itself.
 */
export function similarJobs(
  db: Db,
  jobId: number,
  now: string,
  limit: number,
): { id: number; why: string }[] | undefined {
  const self = db
    .sql<Opening & { title: string }>(
      'SELECT id, opening_key, company_id, office_city, title FROM jobs WHERE id = ?',
    )
    .first(jobId)
  if (!self) return undefined
  const { columns, test } = ask(db, { ...ANY_JOB, open: true }, now, { skills: true })
  const row = columns.rowOf[jobId] ?? -1
  const { skills } = columns
  if (row < 0 || skills === null) return []
  const titled = markedRows(columns, titledWith(db, workWords(self.title)))
  const likely = likelyAlike(columns, skills, row, titled, each => test(each) === 0, MOST_COMPARED)
  return mostAlike(
    columns,
    skills,
    self,
    openings(
      db,
      likely.map(each => columns.ids[each] ?? 0),
    ),
    limit,
  )
}
