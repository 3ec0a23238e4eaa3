// Lives through a full disk: node full-disk.ts DIR, where DIR is a small file system of its own (64 MiB). Prints one
// JSON object with what happened at each stage; the test judges.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { databasePaths } from '../../../main/platform/db/database-paths.ts'
import { databaseFault } from '../../../main/platform/db/errors.ts'
import { integrityFaults } from '../../../main/platform/db/integrity.ts'
import { openWriter, type Sqlite } from '../../../main/platform/db/pragmas.ts'
import { type PrepareResult, prepareDatabase } from '../../../main/platform/db/prepare.ts'
import { ensureReserve, withReserve } from '../../../main/platform/db/reserve.ts'
import { fillSample, SAMPLE_MIGRATIONS } from '../../../main/platform/db/test-support.ts'
import { acquireLock } from '../../../main/platform/files/lock.ts'
import { hog, unhog } from '../kit/hog.ts'

const root = String(process.argv[2])
const dataDir = join(root, 'data')
const { file } = databasePaths(dataDir)
const seen: Record<string, unknown> = {}

function prepare(versions: number): unknown {
  const result: PrepareResult = prepareDatabase(dataDir, {
    migrations: SAMPLE_MIGRATIONS.slice(0, versions),
    appVersion: '0.1.0',
  })
  return result.ok
    ? { version: result.version, notices: result.notices.map(notice => notice.code) }
    : result.error
}

function count(db: Sqlite): number {
  return db.prepare<[], number>('SELECT count(*) FROM book').pluck().get() ?? -1
}

/** Inserts books until one fails; answers how many were acknowledged and the fault. */
function insertAll(db: Sqlite, most: number): { acknowledged: number; fault: unknown } {
  const insert = db.prepare(
    "INSERT INTO book (shelf_id, title, price) VALUES (1, hex(randomblob(20000)), '1.00')",
  )
  let acknowledged = 0
  try {
    for (; acknowledged < most; acknowledged += 1) insert.run()
    return { acknowledged, fault: null }
  } catch (error) {
    return { acknowledged, fault: databaseFault(error) }
  }
}

seen.first = prepare(1)
fillSample(file, 20_000)
let db = openWriter(file)
hog(root, 3_000_000)
const before = count(db)
const full = insertAll(db, 5_000)
seen.full = full.fault
seen.kept = {
  acknowledged: full.acknowledged,
  expected: before + full.acknowledged,
  found: count(db),
  faults: integrityFaults(db),
}

// Every second row: nearly every page changes, which is more than the room that the last failure left.
const deleteHalf = db.transaction(() => {
  db.exec('DELETE FROM loan')
  return db.prepare('DELETE FROM book WHERE id <= 20000 AND id % 2 = 0').run().changes
})
seen.deleted = withReserve(dataDir, () => deleteHalf.immediate())
seen.afterDeleting = { reserve: readdirSync(dataDir).includes('reserve.bin'), faults: integrityFaults(db) }

unhog(root)
seen.resumed = insertAll(db, 100)
seen.reserveAgain = ensureReserve(dataDir)
db.close()

hog(root)
seen.startOnFull = prepare(1)
db = openWriter(file)
seen.deletedOnFull = db.prepare('DELETE FROM book WHERE id <= 100').run().changes
db.close()

hog(root)
seen.startWithoutReserve = prepare(1)
unhog(root)
seen.startAgain = prepare(1)
hog(root)
seen.migrationOnFull = prepare(2)
const lock = await acquireLock(dataDir)
seen.lockOnFull = lock.ok
if (lock.ok) lock.release()
unhog(root)
db = openWriter(file)
seen.end = { faults: integrityFaults(db, 'full'), version: db.pragma('user_version', { simple: true }) }
db.close()
console.log(JSON.stringify(seen))
