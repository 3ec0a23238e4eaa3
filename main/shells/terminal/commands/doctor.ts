import { faultOfFile, readFolder } from '../../../app/doctor.ts'
import type { CheckedNow } from '../../../checks/service.ts'
import { Refusal, rolecallError } from '../../../contract/errors.ts'
import type { HealthCheck } from '../../../contract/health.ts'
import { defaultDataDir } from '../../../platform/files/default-data-dir.ts'
import { appVersion } from '../../../platform/version.ts'
import { type Around, commandAlone, type Outcome } from '../command.ts'
import { openSession, type Session } from '../session.ts'
import { typedPath } from '../typed-path.ts'
import { count } from '../words.ts'

/** Everything that was seen. */
interface Report {
  dataDir: string
  jobs: number | null
  campaigns: number | null
  notices: { code: string; message: string }[]
  /** How much of it could be looked at, when not everything. */
  remark: string | null
  checks: HealthCheck[]
  data: CheckedNow[]
}

export const doctor = commandAlone({
  name: 'doctor',
  usage: '[--full]',
  summary:
    'Looks whether everything is well, and says what to do where it is not; --full also checks all data. Ends with 1 when something is red. Also looks at a folder that cannot be opened or that a running Rolecall has open.',
  options: { full: { type: 'boolean', default: false } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare: values => async around => {
    const named = new Map<string, unknown>(Object.entries(values)).get('data-dir')
    const dataDir = typeof named === 'string' ? typedPath(named) : defaultDataDir()
    return outcomeOf(await examine(dataDir, values.full, around))
  },
})

async function examine(dataDir: string, full: boolean, around: Around): Promise<Report> {
  const nothing = { dataDir, jobs: null, campaigns: null, notices: [], remark: null, checks: [], data: [] }
  try {
    const fault = faultOfFile(dataDir)
    if (fault) return { ...nothing, checks: [fault] }
    return await examineStarted(dataDir, full, around)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = error.error
    if (code === 'already_running') {
      const read = readOnly(dataDir, full)
      if (read)
        return { ...nothing, ...read, remark: 'Rolecall is running in this folder: it was only read.' }
    }
    const [first = message, ...advice] = message.split('\n')
    const check: HealthCheck = {
      name: 'database',
      state: 'red',
      message: first,
      advice: advice.length > 0 ? advice.join(' ') : null,
      page: null,
    }
    return { ...nothing, checks: [check] }
  }
}

function readOnly(dataDir: string, full: boolean): ReturnType<typeof readFolder> | null {
  try {
    return readFolder(dataDir, full)
  } catch {
    // Another version has other tables, or the file is held for itself alone.
    return null
  }
}

async function examineStarted(dataDir: string, full: boolean, { progress }: Around): Promise<Report> {
  const session = await openSession({ dataDir, command: 'doctor', progress })
  try {
    const { jobs, campaigns, notices } = await session.ask('system.info', {})
    const data = full ? await checkData(session) : []
    const { checks } = await session.ask('system.health', {})
    return { dataDir, jobs, campaigns, notices, remark: null, checks, data }
  } finally {
    await session.close()
  }
}

const ASK_EVERY_MS = 100

/** Makes all checks of the data and waits for their end; Ctrl+C ends them. */
async function checkData(session: Session): Promise<CheckedNow[]> {
  await session.ask('checks.run', {})
  for (;;) {
    const { checks, running } = await session.ask('checks.list', {})
    if (!running) return checks.flatMap(({ title, last }) => (last === null ? [] : [{ ...last, title }]))
    if (session.interrupted()) await session.ask('checks.cancel', {})
    await new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS))
  }
}

const colourOf = ({ state, severity }: CheckedNow): HealthCheck['state'] =>
  state === 'passed' ? 'green' : state === 'failed' && severity === 'critical' ? 'red' : 'amber'

const line = (state: HealthCheck['state'], name: string, message: string): string =>
  `${state.padEnd(5)}  ${name}: ${message}`

function outcomeOf({ dataDir, jobs, campaigns, notices, remark, checks, data }: Report): Outcome {
  const red = [
    ...checks.filter(({ state }) => state === 'red').map(({ name, message }) => `${name}: ${message}`),
    ...data.filter(each => colourOf(each) === 'red').map(({ title, message }) => `${title}: ${message}`),
  ]
  return {
    json: {
      version: appVersion,
      dataDir,
      jobs,
      campaigns,
      notices,
      remark,
      checks,
      ...(data.length > 0 ? { data } : {}),
    },
    lines: [
      `Rolecall ${appVersion}${jobs === null || campaigns === null ? '' : `, ${count(jobs, 'job')}, ${count(campaigns, 'campaign')}`}`,
      `Data folder: ${dataDir}`,
      ...(remark === null ? [] : [remark]),
      ...checks.flatMap(({ name, state, message, advice }) => [
        line(state, name, message),
        ...(advice === null ? [] : [`       ${advice}`]),
      ]),
      ...data.map(each => line(colourOf(each), each.title, each.message)),
    ],
    problems: red.map(message => rolecallError('internal', message)),
  }
}
