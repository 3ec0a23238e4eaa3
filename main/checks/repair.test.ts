import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CheckName } from '../contract/checks.ts'

// What is mended, and that nothing else is touched. Faults are written as a foreign tool would.

let backend: TestBackend
beforeEach(async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
  const titles = ['Nurse', 'Cook', 'Baker', 'Tailor']
  const more = titles.map(title => row({ id: title, title, company: `${title} & Co` }))
  await backend.importText(jsonl([row(), ...more]), campaignId)
  await backend.call('applications.setStatus', { jobIds: [2, 3], status: 'applied' })
})
afterEach(() => backend.close())

function plant(sql: string): void {
  const { raw } = backend.db
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  raw.exec(sql)
  raw.pragma('ignore_check_constraints = OFF')
  raw.pragma('foreign_keys = ON')
}

/** Everything that is stored, but for what checks keep of themselves and the events. */
function stored(): string {
  const { raw } = backend.db
  const tables = raw
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'check_%' AND name NOT LIKE 'event%' AND name <> 'sqlite_sequence' ORDER BY name",
    )
    .pluck()
    .all()
  return JSON.stringify(
    tables.map(name => [name, raw.prepare(`SELECT * FROM "${name}"`).raw().all()]),
    (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value),
  )
}

async function failing(name: CheckName): Promise<number | undefined> {
  await backend.call('checks.run', { names: [name] })
  await backend.checks.settled()
  const { checks } = await backend.call('checks.list', {})
  return checks.find(check => check.name === name)?.last?.failing
}

const RANKING = (campaign: number, job: number) =>
  `INSERT OR REPLACE INTO rankings (campaign_id, job_id, status, score, less_sure, shares, place, ranked_on)
   VALUES (${campaign}, ${job}, 'waiting', 50, 0, 'AAAAAAAAAAAAAAAAAA', '', '2026-03-01');`

const faults: [CheckName, string][] = [
  ['orphaned_rankings', RANKING(1, 88)],
  [
    'orphaned_rankings',
    `${RANKING(9, 1)} UPDATE best_rankings SET campaign_id = 9, score = 50 WHERE job_id = 1;`,
  ],
  [
    'orphaned_rankings',
    "INSERT OR IGNORE INTO matches (job_id, status, score, less_sure, place) VALUES (66, 'waiting', 5, 0, '');",
  ],
  ['counts', 'UPDATE status_counts SET n = n + 3;'],
  ['counts', "DELETE FROM status_counts WHERE status = 'waiting';"],
  ['counts', 'UPDATE list_counts SET n = 9;'],
  ['counts', 'UPDATE campaign_counts SET n = n - 1;'],
  ['counts', 'UPDATE companies SET job_count = 5;'],
  ['counts', 'UPDATE hourly_activity SET n = 0, score_n = 3, score_sum = 1;'],
  ['counts', "DELETE FROM hourly_activity WHERE kind = 'found';"],
  ['counts', "UPDATE applications SET status = 'offer', company = 'Elsewhere', applied_at = NULL;"],
  ['counts', 'DELETE FROM applications;'],
  ['counts', "UPDATE rankings SET status = 'offer' WHERE job_id = 1;"],
  ['counts', "UPDATE best_rankings SET status = 'archived', score = 3 WHERE job_id = 4;"],
  ['counts', 'DELETE FROM best_rankings WHERE job_id = 5;'],
  ['counts', 'DELETE FROM job_skills WHERE job_id = 1;'],
  ['counts', "UPDATE status_events SET job_status = 'offer';"],
  ['search_index', 'DELETE FROM job_search WHERE rowid IN (1, 2);'],
  [
    'search_index',
    "INSERT OR REPLACE INTO job_search (rowid, title, company, place, description) VALUES (500, 'a', 'b', 'c', 'd');",
  ],
]

describe('a repair', () => {
  it.each(faults)(
    '%s: tried first without a change, then mends, then has nothing to do (%s)',
    async (name, sql) => {
      plant(sql)
      const before = stored()
      const tried = await backend.call('checks.repair', { name, dryRun: true })
      expect(tried.rows).toBeGreaterThan(0)
      expect(tried.examples.length).toBeGreaterThan(0)
      expect(tried.repairId).toBeNull()
      expect(stored()).toBe(before)
      expect(await backend.call('checks.repairs', {})).toEqual([])

      const mended = await backend.call('checks.repair', { name, dryRun: false })
      expect(mended.rows).toBeGreaterThan(0)
      expect(await failing(name)).toBe(0)
      expect(await backend.call('checks.repairs', {})).toMatchObject([
        { id: mended.repairId, name, rows: mended.rows },
      ])
      const after = stored()
      expect(await backend.call('checks.repair', { name, dryRun: false })).toEqual({
        rows: 0,
        examples: [],
        repairId: null,
      })
      expect(stored()).toBe(after)
    },
  )

  it('brings numbers and copies back as they were', async () => {
    const before = stored()
    plant(
      "UPDATE status_counts SET n = n + 3; UPDATE companies SET job_count = 0; UPDATE applications SET status = 'offer'; DELETE FROM best_rankings WHERE job_id = 5",
    )
    await backend.call('checks.repair', { name: 'counts', dryRun: false })
    const order = (text: string) =>
      JSON.parse(text).filter(
        ([name]: [string]) => name !== 'job_changes' && name !== 'hourly_activity' && name !== 'list_counts',
      )
    expect(order(stored())).toEqual(order(before))
  })

  it('lets search find what it had lost', async () => {
    plant('DELETE FROM job_search WHERE rowid = 2')
    expect((await backend.call('search.jobs', { text: 'nurse' })).rows).toEqual([])
    await backend.call('checks.repair', { name: 'search_index', dryRun: false })
    expect((await backend.call('search.jobs', { text: 'nurse' })).rows).toHaveLength(1)
  })

  it('is told once for each transaction, and refused where something could be lost', async () => {
    plant(RANKING(1, 88))
    await backend.call('checks.repair', { name: 'orphaned_rankings', dryRun: false })
    expect(
      backend.events.filter(({ type }) => type === 'checks.repaired').map(({ payload }) => payload),
    ).toEqual([{ name: 'orphaned_rankings', rows: 1 }])
    expect(await backend.refusal('checks.repair', { name: 'references', dryRun: false })).toMatchObject({
      code: 'unsupported',
    })
  })

  it('makes its check pass, whatever faults come together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(faults.length - 1), { minLength: 1, maxLength: 6 }),
        async chosen => {
          for (const at of chosen) plant(faults[at]?.[1] ?? '')
          for (const name of ['orphaned_rankings', 'counts', 'search_index'] as const)
            await backend.call('checks.repair', { name, dryRun: false })
          for (const name of ['orphaned_rankings', 'counts', 'search_index'] as const)
            expect(await failing(name), name).toBe(0)
        },
      ),
      { numRuns: 20 },
    )
  })
})
