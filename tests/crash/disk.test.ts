import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '../../main/platform/db/test-support.ts'

const place = temporaryFolder()
afterAll(() => place.remove())

// A mount of one process tree only: it needs no cleaning up, and no rights where user namespaces are allowed.
const unshare = process.getuid?.() === 0 ? ['-m'] : ['-rm']
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', place.folder]).status === 0
if (!canMount) console.warn('Skipped: the disk tests need Linux and the right to mount a small file system.')

/** Runs shell lines with `$dir` (an empty folder), `$node` and `$children` in a mount namespace; answers their JSON. */
function inNamespace(lines: string, timeout = 20_000): unknown {
  const children = fileURLToPath(new URL('children', import.meta.url))
  const env = { ...process.env, dir: place.folder, node: process.execPath, children }
  const output = execFileSync('unshare', [...unshare, 'sh', '-euc', lines], {
    env,
    encoding: 'utf8',
    timeout,
  })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

it.skipIf(!canMount)(
  'a full disk: a clear error, nothing lost, deleting works, and so does going on',
  () => {
    const seen = inNamespace(
      'mount -t tmpfs -o size=64m tmpfs "$dir"; "$node" "$children/full-disk.ts" "$dir"',
    )
    const diskFull = { code: 'disk_full', retryable: true }
    const { kept } = seen as { kept: { acknowledged: number; expected: number } }
    expect(kept.acknowledged).toBeGreaterThan(10)
    expect(seen).toMatchObject({
      first: { version: 1, notices: [] },
      full: diskFull,
      kept: { found: kept.expected, faults: [] },
      deleted: 10_000,
      afterDeleting: { reserve: false, faults: [] },
      resumed: { acknowledged: 100, fault: null },
      reserveAgain: true,
      startOnFull: { version: 1, notices: ['disk_full'] },
      deletedOnFull: 50,
      startWithoutReserve: diskFull,
      startAgain: { version: 1, notices: [] },
      migrationOnFull: diskFull,
      lockOnFull: true,
      end: { faults: [], version: 1 },
    })
  },
  25_000,
)

it.skipIf(!canMount)(
  'a read-only disk: a clear error for the start and for the lock',
  () => {
    const fault = {
      code: 'data_folder_read_only',
      message: `Rolecall cannot write in its data folder: ${place.folder}`,
      retryable: false,
      details: { folder: place.folder, cause: 'EROFS' },
    }
    const seen = inNamespace(
      `mount -t tmpfs -o size=64m tmpfs "$dir"; "$node" "$children/start.ts" "$dir" 1
     mount -o remount,ro "$dir"; "$node" "$children/read-only.ts" "$dir"`,
    )
    expect(seen).toEqual({ start: { ok: false, error: fault }, lock: fault })
  },
  25_000,
)

it.skipIf(!canMount)(
  'a disk that fills up during an import: the run says so, the person can still act, and the import goes on with space',
  () => {
    const seen = inNamespace(
      'mount -t tmpfs -o size=64m tmpfs "$dir"; "$node" "$children/full-disk-core.ts" "$dir"',
      120_000,
    ) as { before: { total: number }; full: { jobs: number; total: number }; again: { total: number } }
    expect(seen).toMatchObject({
      before: { state: 'succeeded' },
      full: { state: 'failed', error: expect.stringContaining('The disk is full') },
      uploadOnFull: 'disk_full',
      acts: { moved: true, undone: 'ok', settings: 'ok', removed: 'ok' },
      reserve: false,
      again: { state: 'succeeded', error: null },
      faults: [],
    })
    // What the failed run says it stored is there, and the rest came with the next one.
    expect(seen.full.total).toBe(seen.before.total + seen.full.jobs)
    expect(seen.again.total).toBeGreaterThan(seen.full.total)
  },
  150_000,
)
