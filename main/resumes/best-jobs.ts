import { z } from 'zod'
import { ANY_JOB } from '../contract/job-filter.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Reading } from '../documents/service.ts'
import { ask, rowsOf } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { createVocabulary } from '../skill-gap/rules/vocabulary.ts'
import { comparedJobs, dataVersion, namedSkills } from './match-store.ts'
import { preparedResume, readingKey } from './prepared.ts'
import { understoodOf } from './review.ts'
import {
  type Candidates,
  candidates,
  promising,
  type RowWords,
  richest,
  rowTitles,
  rowWords,
  skillStates,
} from './rules/match/best-rows.ts'
import { NO_JOB } from './rules/match/fact-part.ts'
import { scoreOf } from './rules/match/match.ts'
import type { PreparedResume } from './rules/match/prepared.ts'

/**
 * The open jobs that a résumé fits best. What the columns in memory say bounds the score of every job; only jobs that can
 * come among the best are read, the most promising first, until none of the others can.
 */

/** What nobody applied to yet. */
const STATUSES: JobStatus[] = ['waiting', 'approved', 'preparing_to_apply']
const MOST = 500
/** A lower score is no fit. */
const LEAST_SCORE = 30
/** Rows whose titles are looked at first. */
const FIRST_LOOK = 3_000
/** Jobs that are read at once, and at most. */
const AT_ONCE = 750
const MOST_READ = 6_000
const MOST_UNSURE = 2_000

interface Best {
  id: number
  score: number
  /** In thousandths of a point. */
  exact: number
  lessSure: boolean
  covered: number
  missing: number
}

/** Those of which too little is known come after all others; of equal ones the newer comes first. */
const inOrder = (a: Best, b: Best): number =>
  Number(a.lessSure) - Number(b.lessSure) || b.exact - a.exact || b.id - a.id

function findBest(db: Db, prepared: PreparedResume, now: string): Best[] {
  const filter = { ...ANY_JOB, open: true, statuses: STATUSES }
  const { columns, test } = ask(db, filter, now, { skills: true, titles: true })
  const words = rowWords(columns, skillStates(prepared, createVocabulary(namedSkills(db), 'any')))
  const found = candidates(columns, words, row => test(row) === 0)
  const title = rowTitles(columns, text => prepared.facts.title.share({ ...NO_JOB, title: text }))
  const idOf = (row: number): number => columns.ids[row] ?? 0
  const read = (rows: readonly number[]): Best[] => readBest(db, prepared, rows, idOf, words)
  const best = bestSure(found, title, read)
  if (best.length < MOST) best.push(...read(richest(found.unsure, found, MOST_UNSURE)))
  return best
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(inOrder)
    .slice(0, MOST)
}

function readBest(
  db: Db,
  prepared: PreparedResume,
  rows: readonly number[],
  idOf: (row: number) => number,
  words: (row: number) => RowWords,
): Best[] {
  const rowOf = new Map(rows.map(row => [idOf(row), row]))
  return comparedJobs(db, [...rowOf.keys()]).map(({ id, ...job }) => {
    const sum = words(rowOf.get(id) ?? -1)
    const { score, exact, lessSure } = scoreOf(prepared, job, sum)
    return { id, score, exact, lessSure, covered: sum.covered, missing: sum.missing }
  })
}

/** The best of the jobs with enough words. */
function bestSure(
  found: Candidates,
  title: (row: number) => number | null,
  read: (rows: readonly number[]) => Best[],
): Best[] {
  const first = promising(richest(found.sure, found, FIRST_LOOK), found, title, -1)
  const done = new Set(first.slice(0, AT_ONCE).map(({ row }) => row))
  let best = read([...done])
  const bar = (): number => {
    best = best.sort(inOrder).slice(0, MOST)
    const last = best[MOST - 1]
    return last === undefined || last.lessSure ? LEAST_SCORE * 1000 - 501 : last.exact
  }
  const others = promising(found.sure, found, title, bar()).filter(({ row }) => !done.has(row))
  for (let at = 0; at < others.length && done.size + at < MOST_READ; at += AT_ONCE) {
    const above = bar()
    const next = others.slice(at, at + AT_ONCE).filter(({ reach }) => reach > above)
    if (next.length === 0) break
    best.push(...read(next.map(({ row }) => row)))
  }
  bar()
  return best
}

const MOST_KEPT = 10
/** What a connection found last, by résumé; the oldest goes. */
const kept = new WeakMap<Db, Map<string, { at: string; best: Best[] }>>()

function bestOf(db: Db, reading: Reading, prepared: PreparedResume, now: string): Best[] {
  // What has closed is looked at anew with each hour.
  const at = `${dataVersion(db)} ${now.slice(0, 13)}`
  const known = kept.get(db) ?? new Map<string, { at: string; best: Best[] }>()
  kept.set(db, known)
  const key = readingKey(reading)
  const before = known.get(key)
  if (before?.at === at && !db.busy) return before.best
  const best = findBest(db, prepared, now)
  const [oldest] = known.keys()
  if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest)
  known.delete(key)
  if (!db.busy) known.set(key, { at, best })
  return best
}

/** Where a page ended: less sure (0 or 1), thousandths of a point, job. */
const Cursor = z.tuple([z.union([z.literal(0), z.literal(1)]), z.number(), z.number().int()])

function startAfter(best: readonly Best[], cursor: string | null): number {
  if (cursor === null) return 0
  let read: unknown
  try {
    read = JSON.parse(cursor)
  } catch {
    return 0
  }
  const { data } = Cursor.safeParse(read)
  if (!data) return 0
  const [unsure, exact, id] = data
  const end = { id, exact, lessSure: unsure === 1, score: 0, covered: 0, missing: 0 }
  const at = best.findIndex(each => inOrder(each, end) > 0)
  return at < 0 ? best.length : at
}

export const bestJobQueries = {
  'resumes.bestJobs': ({ db, clock }, { versionId, cursor, limit }) => {
    const { reading, resume } = understoodOf(db, versionId)
    if (resume.kind !== 'resume') return { rows: [], next: null, total: 0 }
    const now = clock.now()
    const best = bestOf(db, reading, preparedResume(db, reading, resume), now)
    const from = startAfter(best, cursor)
    const page = best.slice(from, from + limit)
    const jobs = new Map(
      rowsOf(
        db,
        page.map(({ id }) => id),
        now,
      ).map(job => [Number(job.id), job]),
    )
    const last = page.at(-1)
    const more = last !== undefined && from + limit < best.length
    return {
      rows: page.flatMap(({ id, score, lessSure, covered, missing }) => {
        const job = jobs.get(id)
        return job ? [{ job, score, lessSure, covered, missing }] : []
      }),
      next: more ? JSON.stringify([last.lessSure ? 1 : 0, last.exact, last.id]) : null,
      total: best.length,
    }
  },
} satisfies Partial<Queries>
