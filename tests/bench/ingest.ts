import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createDb } from '../../main/platform/db/connection.ts'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { openReader, openWriter } from '../../main/platform/db/pragmas.ts'
import { readRows } from '../../main/sources/files/read-rows.ts'
import { filledFolder, freshFolder, postingsFile } from './data.ts'
import { atLeast, atMost, type Figure, percentile, reading } from './figures.ts'
import { runCore } from './running-core.ts'

/** Postings a second of nothing but an insert and the same full-text index, in transactions of the same length. */
export async function bare(path: string): Promise<number> {
  const db = createDb(openWriter(join(freshFolder('bare'), 'bare.db')))
  db.raw.exec(`CREATE TABLE postings (id INTEGER PRIMARY KEY, title TEXT, company TEXT, place TEXT, description TEXT) STRICT;
    CREATE VIRTUAL TABLE words USING fts5 (title, company, place, description, content = '', contentless_delete = 1,
      prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`)
  const rows: [string, string, string, string][] = []
  for await (const row of readRows(createReadStream(path)))
    if (row.ok)
      rows.push([row.value.title, row.value.company, row.value.location_text, row.value.description] as [
        string,
        string,
        string,
        string,
      ])
  const posting = db.sql('INSERT INTO postings (title, company, place, description) VALUES (?, ?, ?, ?)')
  const words = db.sql('INSERT INTO words (rowid, title, company, place, description) VALUES (?, ?, ?, ?, ?)')
  const begun = performance.now()
  for (let at = 0; at < rows.length; )
    at = db.immediate(() => {
      const opened = performance.now()
      let next = at
      for (; next < rows.length && performance.now() - opened < 18; next += 1) {
        const row = rows[next]
        if (row) words.run(posting.run(...row).lastId, ...row)
      }
      return next
    })
  const rate = rows.length / ((performance.now() - begun) / 1000)
  db.close()
  return rate
}

/** A mark of everything stored but the books of runs and events. */
function contents(folder: string): string {
  const db = createDb(openReader(databasePaths(folder).file))
  const tables = [
    'raw_postings',
    'postings',
    'jobs',
    'job_fields',
    'rankings',
    'best_rankings',
    'job_skills',
    'campaign_jobs',
    'companies',
    'notifications',
    'source_health',
  ]
  const mark = tables.map(table => db.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).first()?.n)
  const sums = db
    .sql(
      'SELECT (SELECT sum(score) FROM best_rankings) AS a, sum(length(title)) AS b, max(found_at) AS c, (SELECT sum(score) FROM rankings) AS d, (SELECT max(shares) FROM rankings) AS e, (SELECT max(loaded_at) FROM raw_postings) AS f FROM jobs',
    )
    .first()
  db.close()
  return JSON.stringify([mark, sums])
}

/** Ingest at one size: the whole pipeline, again unchanged, and how pages fare meanwhile. */
export async function ingest(count: number): Promise<Figure[]> {
  const path = await postingsFile(count)
  const { folder, finish } = filledFolder(count)
  freshFolder(`data-${count}`)
  const core = await runCore(folder)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const during: number[] = []
  let importing = true
  const watch = (async () => {
    while (importing) {
      const asked = performance.now()
      await core.call('jobs.list', { filter: {}, limit: 100 })
      during.push(performance.now() - asked)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  })()
  delay.enable()
  const first = await core.importFile(path, 'Bench')
  delay.disable()
  importing = false
  await watch
  // The same question at the same pace.
  const quiet: number[] = []
  for (let i = 0; i < 40; i += 1) {
    const asked = performance.now()
    await core.call('jobs.list', { filter: {}, limit: 100 })
    quiet.push(performance.now() - asked)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const before = contents(folder)
  const again = await core.importFile(path, 'Bench')
  const changed = contents(folder) === before ? 0 : 1
  await core.stop()
  finish()
  const rate = count / (first.milliseconds / 1000)
  const baseline = await bare(path)
  const size = `${count / 1000}k`
  const gate = count >= 100_000
  const busy = percentile(during, 95)
  const ratio = busy / Math.max(percentile(quiet, 95), 1)
  return [
    gate
      ? atLeast(`ingest.${size}`, rate, 'postings/s', 1000)
      : reading(`ingest.${size}`, rate, 'postings/s'),
    reading(`ingest.bare.${size}`, baseline, 'postings/s'),
    gate
      ? atLeast(`ingest.share_of_bare.${size}`, rate / baseline, 'ratio', 0.6)
      : reading(`ingest.share_of_bare.${size}`, rate / baseline, 'ratio'),
    atLeast(
      `ingest.unchanged_speedup.${size}`,
      first.milliseconds / again.milliseconds,
      'ratio',
      count >= 10_000 ? 5 : 1,
    ),
    atMost(`ingest.unchanged_rows_changed.${size}`, changed, 'changes', 0),
    atMost(`ingest.list_during_import_p95.${size}`, busy, 'ms', 100),
    // A thousand postings are through before the code is warm.
    count >= 10_000
      ? atMost(`ingest.list_during_import_ratio.${size}`, ratio, 'ratio', 2)
      : reading(`ingest.list_during_import_ratio.${size}`, ratio, 'ratio'),
    atMost(`ingest.host_loop_delay_p99.${size}`, delay.percentile(99) / 1e6, 'ms', 50),
  ]
}
