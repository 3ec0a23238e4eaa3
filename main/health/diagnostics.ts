import { homedir } from 'node:os'
import { standingOfChecks } from '../checks/service.ts'
import type { QueryContext } from '../platform/context.ts'
import { listBackups } from '../platform/db/backup.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { fileSize, pragmaNumber } from '../platform/db/pragmas.ts'
import { readStartState } from '../platform/db/start-state.ts'
import { readLog } from '../platform/files/read-log.ts'
import { scrub } from '../platform/scrub.ts'
import { machineZone } from '../platform/zone.ts'
import { viewSchedule } from '../schedule/service.ts'
import type { Look } from './look.ts'

/** Everything that helps somebody to help, as a text: codes and numbers, no word of the person's own. */

const LOG_LINES = 50
const MIB = 1024 * 1024

/** Counted for the text; each is one look at an index or a table that stays small. */
const COUNTS: readonly (readonly [string, string])[] = [
  ['jobs', 'SELECT coalesce(sum(n), 0) AS n FROM status_counts'],
  ['companies', 'SELECT coalesce(max(id), 0) AS n FROM companies'],
  ['postings', 'SELECT coalesce(max(id), 0) AS n FROM postings'],
  ['campaigns', "SELECT count(*) AS n FROM campaigns WHERE state <> 'deleted'"],
  ['sources', 'SELECT count(*) AS n FROM sources WHERE removed_at IS NULL'],
  ['runs', 'SELECT coalesce(max(id), 0) AS n FROM runs'],
  ['events', 'SELECT coalesce(max(seq), 0) AS n FROM events'],
]

const row = (name: string, value: unknown): string => `${name}: ${value}`
const section = (title: string, lines: readonly string[]): string[] => ['', `## ${title}`, ...lines]

/** The text for "Copy diagnostics". */
export function diagnosticsText(context: QueryContext, looks: readonly Look[]): string {
  const { db, dataDir, version, clock } = context
  const { file, backups } = databasePaths(dataDir)
  const plan = viewSchedule(db, clock, machineZone())
  const state = readStartState(dataDir)
  const threads = context.threads?.() ?? []
  const kept = listBackups(backups)
  const lines = [
    '# Rolecall diagnostics',
    row('made', clock.now()),
    row('version', version),
    row('platform', `${process.platform} ${process.arch}`),
    row('node', process.versions.node),
    row('electron', process.versions.electron ?? 'none'),
    row('zone', machineZone()),
    row('data folder', dataDir),
    ...section('Database', [
      row('schema', pragmaNumber(db.raw, 'user_version')),
      row('size', `${(fileSize(file) / MIB).toFixed(1)} MB`),
      row('log', `${(fileSize(`${file}-wal`) / MIB).toFixed(1)} MB`),
      row('checked', state.checkedAt ?? 'never'),
      row('backups', `${kept.length}, the newest ${kept[0]?.at ?? 'never'}`),
      ...COUNTS.map(([name, question]) => row(name, db.sql<{ n: number }>(question).first()?.n ?? 0)),
    ]),
    ...section(
      'Threads',
      threads.map(thread => row(thread.name, `${thread.state}, started again ${thread.restarts} times`)),
    ),
    ...section(
      'Health',
      looks.map(({ name, state: colour, message, neutral }) =>
        row(name, `${colour} (${neutral ?? message})`),
      ),
    ),
    ...section('Schedule', [
      row('paused', plan.paused ? 'yes' : 'no'),
      row('next', plan.next === null ? 'none' : `${plan.next.kind} at ${plan.next.at}`),
      ...plan.entries.map(entry =>
        row(
          `${entry.kind}${entry.campaignId === null ? '' : ` of campaign ${entry.campaignId}`}`,
          `${entry.schedule}, next ${entry.nextAt ?? `never (${entry.resting})`}, last ${entry.last ? `${entry.last.slot} ${entry.last.outcome}` : 'none'}`,
        ),
      ),
    ]),
    ...section(
      'Checks',
      standingOfChecks(db).map(({ name, last }) =>
        row(
          name,
          last === null ? 'never made' : `${last.state}, ${last.failing} of ${last.looked} at ${last.at}`,
        ),
      ),
    ),
    ...section(
      `Last ${LOG_LINES} warnings and errors`,
      readLog(dataDir, 'warn', LOG_LINES).map(
        ({ at, level, from, text }) => `${at} ${level} ${from} ${text}`,
      ),
    ),
  ]
  return `${scrub(lines.join('\n'), [homedir()])}\n`
}
