// A start and a lock on a folder that cannot be written: node read-only.ts DIR. Prints both answers as JSON.
import { databaseFault } from '../../../main/platform/db/errors.ts'
import { prepareDatabase } from '../../../main/platform/db/prepare.ts'
import { SAMPLE_MIGRATIONS } from '../../../main/platform/db/test-support.ts'
import { acquireLock } from '../../../main/platform/files/lock.ts'

const dataDir = String(process.argv[2])
const start = prepareDatabase(dataDir, { migrations: SAMPLE_MIGRATIONS, appVersion: '0.1.0' })
const lock = await acquireLock(dataDir).catch(databaseFault)
console.log(JSON.stringify({ start, lock }))
