import type { Db } from '../../platform/db/connection.ts'
import type { Check } from '../check.ts'
import { type Fault, jobPage, jobWords, text, type Walk } from '../rules/walk.ts'

/** What a row belongs to is there. The references are read from the tables themselves, so that none is forgotten. */

interface Reference {
  child: string
  parent: string
  column: string
  /** null: the parent's own key. */
  target: string | null
}
interface Column {
  name: string
  /** Its place in the key, from 1; 0: it is not part of it. */
  pk: number
}

const REFERENCES = `SELECT s.name AS child, f."table" AS parent, f."from" AS "column", f."to" AS target
  FROM sqlite_schema s CROSS JOIN pragma_foreign_key_list(s.name) f WHERE s.type = 'table' ORDER BY s.name, f.id`
const COLUMNS = 'SELECT name, pk FROM pragma_table_info(?) ORDER BY pk'

/** These have a check of their own, which can mend them. */
const ELSEWHERE = new Set(['rankings', 'best_rankings', 'matches'])
/** What runs write; of other tables only all rows together are looked at. */
const WRITTEN_BY_RUNS = new Set(['jobs', 'postings', 'job_fields', 'campaign_jobs', 'job_skills'])
/** Where the key is no good order to walk in: the rows of one value of its first column are too many. */
const ALONG: Readonly<Record<string, string>> = { campaign_jobs: 'job_id' }
const NAMES: Readonly<Record<string, string>> = {
  raw_postings: 'stored text of a source',
  postings: 'posting',
  job_fields: 'fact of a job',
  campaign_jobs: 'find of a campaign',
  companies: 'company',
  status_events: 'move of a job',
  application_entries: 'entry of an application',
  job_skills: 'list of skills',
}

const named = (table: string): string =>
  NAMES[table] ?? table.replaceAll('_', ' ').replace(/ies\b/, 'y').replace(/s$/, '')
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function fault({ column, parent, target }: Reference): Fault {
  return {
    when: `t."${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p.${target === null ? 'rowid' : `"${target}"`} = t."${column}")`,
    say: `${text(`The ${named(parent)} that it belongs to is gone: number `)} || t."${column}" || '.'`,
  }
}

function walkOf(db: Db, table: string, references: readonly Reference[]): Walk | undefined {
  const columns = db.sql<Column>(COLUMNS).all(table)
  const [first, ...others] = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  const [one, ...more] = references.map(fault)
  if (!one) return undefined
  const key: [string, ...string[]] = first === undefined ? ['rowid'] : [first, ...others]
  const job = table === 'jobs' ? 'id' : columns.some(({ name }) => name === 'job_id') ? 'job_id' : undefined
  return {
    name: table,
    from: `"${table}"`,
    key,
    ...(ALONG[table] === undefined ? {} : { along: ALONG[table] }),
    ...(job !== undefined && WRITTEN_BY_RUNS.has(table)
      ? { touched: `t.${job} IN (SELECT id FROM touched)` }
      : {}),
    what: `${text(`${capital(named(table))} `)} || ${key.map(name => `t."${name}"`).join(" || ' ' || ")}`,
    page: job === undefined ? 'NULL' : jobPage(`t.${job}`),
    faults: [one, ...more],
  }
}

/** Jobs that show nothing: no statement of the tables forbids it. */
const shownPostings: Walk = {
  name: 'jobs shown',
  from: 'jobs',
  key: ['id'],
  touched: 't.id IN (SELECT id FROM touched)',
  what: jobWords('t.id'),
  page: jobPage('t.id'),
  faults: [
    {
      when: 'NOT EXISTS (SELECT 1 FROM postings p WHERE p.job_id = t.id)',
      say: "'It has no posting.'",
    },
    {
      when: 'NOT EXISTS (SELECT 1 FROM postings p WHERE p.job_id = t.id AND p.is_primary = 1)',
      say: "'It shows none of its postings.'",
    },
  ],
}

export const references: Check = {
  name: 'references',
  severity: 'critical',
  title: 'References',
  hint: 'Whatever a row belongs to is there: the job of a posting, the company of a job, the campaign of a run.',
  walks(db) {
    const byTable = Map.groupBy(
      db
        .sql<Reference>(REFERENCES)
        .all()
        .filter(({ child }) => !ELSEWHERE.has(child)),
      ({ child }) => child,
    )
    const walks = [...byTable].flatMap(([table, all]) => walkOf(db, table, all) ?? [])
    return [shownPostings, ...walks]
  },
}
