/** What is asked of the rows of one table, and the statements that ask it. Pure: only text is made here. */

/** One way in which a row can be wrong. SQL reads the row as `t` and the present time as `(SELECT now FROM clock)`. */
export interface Fault {
  /** True of a wrong row. */
  when: string
  /** What is wrong with it, as one sentence: an SQL text. */
  say: string
}

export interface Walk {
  /** Names the walk among those of its check. */
  name: string
  /** A table, or a bracketed question, whose rows are walked. */
  from: string
  /** The columns that tell one row from the others. */
  key: readonly [string, ...string[]]
  /** The column by whose order the rows are walked, which an index begins with; by itself the first of the key. */
  along?: string
  /** Which rows a run touched, by `touched (id)`, its jobs, and `of_run (campaign_id)`; absent: not asked after runs. */
  touched?: string
  /** Which row it is, for a person: an SQL text. */
  what: string
  /** The page that shows it: an SQL text, or null. */
  page: string
  faults: readonly [Fault, ...Fault[]]
  /** Rows of one piece, some ten milliseconds of work. */
  piece?: number
}

/** Text in SQL. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** A list of words as rows of SQL. */
export const list = (values: readonly string[]): string => `json_each(${text(JSON.stringify(values))})`

/** The path of a job's page, when the job is there; else null. */
export const jobPage = (id: string): string => `(SELECT '/jobs/' || id FROM jobs WHERE id = ${id})`

/** Title and company of a job, or only its number when it is gone. */
export const jobWords = (id: string): string =>
  `coalesce((SELECT nullif(title, '') || ' at ' || company FROM jobs WHERE id = ${id}), 'Job ' || ${id})`

/** Every statement begins with these; their three values are those of `given`. */
const GIVEN =
  'WITH clock (now) AS (VALUES (?)), touched (id) AS (SELECT value FROM json_each(?)), of_run (campaign_id) AS (VALUES (?))'

/** What the statements are told: the time, and what a run touched. */
export interface Given {
  now: string
  jobs?: readonly number[]
  campaignId?: number
}

/** The first values of each statement below. */
export const given = ({ now, jobs = [], campaignId }: Given): [string, string, number | null] => [
  now,
  JSON.stringify(jobs),
  campaignId ?? null,
]

const along = (walk: Walk): string => walk.along ?? walk.key[0]
const key = (walk: Walk): string => `json_array(${walk.key.map(name => `t.${name}`).join(', ')})`
const wrong = ({ faults }: Walk): string => faults.map(({ when }) => `(${when})`).join(' OR ')
const range = (walk: Walk, first: boolean): string =>
  first ? `t.${along(walk)} <= ?` : `t.${along(walk)} > ? AND t.${along(walk)} <= ?`

/** How many rows there are to walk. */
export const countSql = (walk: Walk): string => `${GIVEN} SELECT count(*) AS n FROM ${walk.from} t`

/** Where a piece of at most so many rows ends; `first`: it is the first, and there is no value to go on after. */
export const endSql = (walk: Walk, first: boolean): string =>
  `${GIVEN} SELECT count(*) AS n, max(k) AS last FROM
    (SELECT t.${along(walk)} AS k FROM ${walk.from} t ${first ? '' : `WHERE t.${along(walk)} > ?`} ORDER BY k LIMIT ?)`

/** How many rows lie in a piece. */
export const lookedSql = (walk: Walk, first: boolean): string =>
  `${GIVEN} SELECT count(*) AS n FROM ${walk.from} t WHERE ${range(walk, first)}`

/** The keys of the wrong rows of a piece. */
export const wrongSql = (walk: Walk, first: boolean): string =>
  `${GIVEN} SELECT ${key(walk)} AS key FROM ${walk.from} t WHERE ${range(walk, first)} AND (${wrong(walk)})`

/** Keys of the rows that a run touched, each with whether it is wrong. */
export const touchedSql = (walk: Walk): string =>
  `${GIVEN} SELECT count(*) AS looked, json_group_array(${key(walk)}) FILTER (WHERE ${wrong(walk)}) AS keys
   FROM ${walk.from} t WHERE ${walk.touched ?? 'false'}`

/** One row by its key, while it is wrong: what it is, what is wrong with it, and its page. */
export const oneSql = (walk: Walk): string =>
  `${GIVEN} SELECT ${walk.what} AS what, ${walk.page} AS page,
     CASE ${walk.faults.map(({ when, say }) => `WHEN ${when} THEN ${say}`).join(' ')} END AS detail
   FROM ${walk.from} t WHERE ${walk.key.map(name => `t.${name} = ?`).join(' AND ')} AND (${wrong(walk)})`
