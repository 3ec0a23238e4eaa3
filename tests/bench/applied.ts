import { cpSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { JobId } from '../../main/contract/ids.ts'
import type { JobStatus } from '../../main/contract/values.ts'
import { folderWith, freshFolder } from './data.ts'
import { type RunningCore, runCore } from './running-core.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** One job in twenty was taken up, and so they stand; of 100,000 jobs that are 5,000. */
const TAKEN_UP = 0.05
const SHARES: readonly (readonly [JobStatus, number])[] = [
  ['approved', 0.3],
  ['preparing_to_apply', 0.1],
  ['applied', 0.3],
  ['interview', 0.1],
  ['offer', 0.02],
  ['accepted', 0.01],
  ['rejected', 0.1],
  ['archived', 0.07],
]
/** Jobs that one command moves, so that the times of the moves differ. */
const AT_ONCE = 25
const MOST_ENTRIES = 2_000

/** A copy of the folder with `count` jobs in which applications are under way; remove it after use. */
export async function appliedFolder(count: number): Promise<{ folder: string; remove(): void }> {
  const source = await folderWith(count)
  const folder = freshFolder(`applied-${count}`)
  cpSync(source, folder, {
    recursive: true,
    filter: path => !['backups', 'logs', 'incoming'].includes(basename(path)),
  })
  const core = await runCore(folder)
  await takeUp(core, Math.round(count * TAKEN_UP))
  await core.stop()
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function takeUp(core: RunningCore, many: number): Promise<void> {
  const jobs = await newest(core, many)
  let from = 0
  for (const [status, share] of SHARES) {
    const mine = jobs.slice(from, from + Math.round(many * share))
    from += mine.length
    for (let at = 0; at < mine.length; at += AT_ONCE)
      await core.call('applications.setStatus', { jobIds: mine.slice(at, at + AT_ONCE), status })
    if (status === 'applied')
      for (const [index, jobId] of mine.entries())
        await core.call('applications.edit', { jobId, facts: { appliedAt: ago(index % 60) } })
  }
  for (const [index, jobId] of jobs.slice(0, MOST_ENTRIES).entries())
    await core.call('applications.addEntry', {
      jobId,
      entry: { kind: 'call', at: ago(index % 90), text: 'Spoke with the team.' },
    })
}

async function newest(core: RunningCore, many: number): Promise<JobId[]> {
  const ids: JobId[] = []
  let cursor: string | null = null
  do {
    const page: { rows: { id: JobId }[]; cursor: string | null } = await core.call('jobs.list', {
      filter: {},
      sort: 'newest',
      cursor,
      limit: 200,
    })
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.cursor
  } while (ids.length < many && cursor !== null)
  return ids.slice(0, many)
}

const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString()
