import type { Db } from '../platform/db/connection.ts'
import { freshId } from '../platform/db/fresh-id.ts'
import type { ReadPosting } from './prepared.ts'
import { packTerms } from './rules/fields.ts'
import { insertSkills } from './skills-store.ts'

/** The SQL that writes jobs. Every function expects an open transaction. */

const JOB_FACTS = [
  'title',
  'company',
  'location_text',
  'posted_at',
  'closed_at',
  'salary_low',
  'salary_high',
  'compensation_currency',
  'salary_period',
  'salary_year_low',
  'salary_year_high',
  'salary_words',
  'office_city',
  'office_province',
  'office_country',
  'remote_options',
  'job_type',
  'seniority_level',
  'years_low',
  'years_high',
  'language',
  'skills',
  'terms',
] as const

function jobFacts({ posting, detection }: ReadPosting): (string | number | null)[] {
  const { facts } = detection
  return [
    posting.title,
    posting.company,
    posting.location_text,
    posting.posted_at,
    posting.closed_at,
    facts.salary_low,
    facts.salary_high,
    facts.compensation_currency,
    facts.salary_period,
    detection.salary_year_low,
    detection.salary_year_high,
    detection.salary_words,
    facts.office_city,
    facts.office_province,
    facts.office_country,
    facts.remote_options,
    facts.job_type,
    facts.seniority_level,
    detection.years_low,
    detection.years_high,
    detection.language,
    JSON.stringify(detection.skills),
    packTerms(detection),
  ]
}

const INSERT_JOB = `INSERT INTO jobs (id, opening_key, company_id, found_at, detector_version,
  ${JOB_FACTS.join(', ')}) VALUES (${freshId('jobs')}, ?, ?, ?, ?, ${JOB_FACTS.map(() => '?').join(', ')})`
const UPDATE_JOB = `UPDATE jobs SET opening_key = ?, company_id = ?, detector_version = ?,
  ${JOB_FACTS.map(name => `${name} = ?`).join(', ')} WHERE id = ?`

export interface JobRecord {
  companyId: number
  detectorVersion: number
  at: string
}

/** Makes a job; its rankings are the next to be written, since its best score stands beside them. */
export function insertJob(db: Db, prepared: ReadPosting, record: JobRecord): number {
  const jobId = db
    .sql(INSERT_JOB)
    .run(
      prepared.openingKey,
      record.companyId,
      record.at,
      record.detectorVersion,
      ...jobFacts(prepared),
    ).lastId
  insertSkills(db, jobId, prepared.detection.skills)
  return jobId
}

/** Remembers that the person made a job: nobody tells them of it as a match. */
export function markKnown(db: Db, jobId: number): void {
  db.sql('INSERT OR IGNORE INTO jobs_known (job_id) VALUES (?)').run(jobId)
}

/** The columns of `jobs` that detection fills. */
export const FACT_COLUMNS: readonly string[] = JOB_FACTS.slice(JOB_FACTS.indexOf('salary_low'))
const UPDATE_FACTS = `UPDATE jobs SET detector_version = ?, ${FACT_COLUMNS.map(name => `${name} = ?`).join(', ')} WHERE id = ?`
const READ_FACTS = `SELECT ${FACT_COLUMNS.join(', ')} FROM jobs WHERE id = ?`

/** What a job says, as one text to compare. */
export function factsText(db: Db, jobId: number): string {
  return JSON.stringify(db.sql(READ_FACTS).first(jobId))
}

/** The facts of a job by another reading of the same posting. */
export function updateFacts(db: Db, jobId: number, prepared: ReadPosting, detectorVersion: number): void {
  db.sql(UPDATE_FACTS).run(
    detectorVersion,
    ...jobFacts(prepared).slice(JOB_FACTS.length - FACT_COLUMNS.length),
    jobId,
  )
}

export function updateJob(db: Db, jobId: number, prepared: ReadPosting, record: JobRecord): void {
  db.sql(UPDATE_JOB).run(
    prepared.openingKey,
    record.companyId,
    record.detectorVersion,
    ...jobFacts(prepared),
    jobId,
  )
}
