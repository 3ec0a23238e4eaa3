// One start of the core on a data folder: node start.ts DIR VERSIONS [STEP]. With STEP, the process kills itself after
// that step of the migrations, as a power cut would. Prints what `prepareDatabase` answers.
import { prepareDatabase } from '../../../main/platform/db/prepare.ts'
import { SAMPLE_MIGRATIONS } from '../../../main/platform/db/test-support.ts'

const [dataDir = '', versions = '0', killAt = '-1'] = process.argv.slice(2)
const result = prepareDatabase(dataDir, {
  migrations: SAMPLE_MIGRATIONS.slice(0, Number(versions)),
  appVersion: '0.1.0',
  reserveBytes: 4096,
  afterStatement: step => {
    if (step === Number(killAt)) process.kill(process.pid, 'SIGKILL')
  },
})
console.log(JSON.stringify(result))
