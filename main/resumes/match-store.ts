import { z } from 'zod'
import type { SkillMention } from '../contract/facts.ts'
import { EducationLevel, LanguageAsked } from '../contract/terms.ts'
import { postingText } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { ComparedJob } from './rules/match/fact-part.ts'

/** The SQL that reads what résumés are held against. */

/** A job as it is compared, with its skills and its text. */
export interface StoredJob extends ComparedJob {
  education: EducationLevel | null
  skills: SkillMention[]
  posting: { title: string; description: string }
}

type ComparedRow = Omit<ComparedJob, 'languages'> & { id: number; languages: string | null }

const COMPARED = `j.id, j.title, j.office_city, j.office_province, j.office_country, j.location_text, j.remote_options,
  j.seniority_level, j.years_low, j.terms -> '$.languages' AS languages`

const Languages = z.array(z.object({ value: LanguageAsked })).catch([])

const languagesIn = (text: string | null): LanguageAsked[] =>
  text === null || text === '[]' ? [] : Languages.parse(JSON.parse(text)).map(({ value }) => value)

const compared = ({ languages, ...row }: ComparedRow): ComparedJob & { id: number } => ({
  ...row,
  languages: languagesIn(languages),
})

/** One job with all that a match shows; undefined when it does not exist. */
export function jobToMatch(db: Db, jobId: number): StoredJob | undefined {
  const row = db
    .sql<ComparedRow & { skills: string; education: string | null }>(
      `SELECT ${COMPARED}, j.skills, j.terms ->> '$.education.value' AS education FROM jobs j WHERE j.id = ?`,
    )
    .first(jobId)
  if (!row) return undefined
  const { skills, education, ...rest } = row
  return {
    ...compared(rest),
    education: EducationLevel.nullable().catch(null).parse(education),
    skills: JSON.parse(skills),
    posting: { title: row.title, description: postingText(db, jobId)?.description ?? '' },
  }
}

/** What is compared of some jobs beside their skills, in whatever order. */
export function comparedJobs(db: Db, ids: readonly number[]): (ComparedJob & { id: number })[] {
  return db
    .sql<ComparedRow>(`SELECT ${COMPARED} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value`)
    .all(JSON.stringify(ids))
    .map(compared)
}

/** Every skill that a job ever named. */
export function namedSkills(db: Db): { id: number; name: string; kind: 'technical' | 'soft' }[] {
  return db
    .sql<{ id: number; name: string; kind: 'technical' | 'soft' }>(
      'SELECT id, name, kind FROM skills ORDER BY id',
    )
    .all()
}

/** Another number whenever another connection has changed the database; readers change nothing themselves. */
export function dataVersion(db: Db): number {
  return db.sql<{ data_version: number }>('PRAGMA data_version').first()?.data_version ?? 0
}
