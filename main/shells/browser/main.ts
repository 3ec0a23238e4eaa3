import { startCore } from '../../app/core.ts'
import { startErrorText } from '../../app/start-error.ts'
import { type RolecallError, rolecallError } from '../../contract/errors.ts'
import { databaseFault } from '../../platform/db/errors.ts'
import { acquireLock, type HeldLock, type RefusedLock } from '../../platform/files/lock.ts'
import { openLogFile } from '../../platform/files/log-file.ts'
import { replayAddresses } from '../../platform/http/replay-addresses.ts'
import { appVersion } from '../../platform/version.ts'
import { openBrowser } from './open-browser.ts'
import { type BrowserOptions, HELP, readOptions } from './options.ts'
import { loadSample } from './sample.ts'
import { startBrowserServer } from './server.ts'
import { answerShell } from './shell-procedures.ts'

/** The browser shell: the core on plain Node, and its pages at a loopback address. */

/** Ends the start with words for the person. */
function fail(text: string): never {
  console.error(text)
  process.exit(1)
}

const failStart = (error: RolecallError, { dataDir }: BrowserOptions) => fail(startErrorText(error, dataDir))

/** What this shell answers to a second start while it has no address yet. */
const STARTING = 'starting'

/** Says who has the folder open when it cannot be come in to by an address; false when nobody can be shown. */
function showHolder({ raised, address }: RefusedLock, dataDir: string): boolean {
  if (address === undefined && raised) {
    console.log(`Rolecall is open already, as a window of its own: ${dataDir}`)
    return true
  }
  const who =
    address === STARTING
      ? 'Rolecall is just starting with this folder'
      : address === undefined
        ? 'Another Rolecall has this folder open and does not answer at the moment'
        : 'A rolecall command is at work in this folder'
  console.error(`${who}: ${dataDir}\nStart it again in a moment.`)
  return false
}

/** Takes the data folder, or shows the Rolecall that has it and ends. */
async function takeFolder(options: BrowserOptions): Promise<HeldLock> {
  const { dataDir } = options
  try {
    const lock = await acquireLock(dataDir)
    if (lock.ok) return lock
    if (!lock.address?.startsWith('http:')) process.exit(showHolder(lock, dataDir) ? 0 : 1)
    console.log(`Rolecall is running at ${lock.address}`)
    if (options.open) await openBrowser(lock.address)
    process.exit(0)
  } catch (error) {
    const { code = 'internal', message = String(error) } = databaseFault(error) ?? {}
    return failStart(rolecallError(code, message), options)
  }
}

function portText(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another with --port, or leave it out for a free one.`
  if (code === 'EACCES')
    return `Port ${port} needs special rights. Choose one from 1024 on, or leave --port out for a free one.`
  return `Rolecall cannot listen on port ${port}: ${String(error)}`
}

async function run(options: BrowserOptions): Promise<void> {
  const { dataDir } = options
  const lock = await takeFolder(options)
  lock.announce(() => STARTING)
  const log = openLogFile(dataDir)
  const shell = { answer: answerShell(dataDir), log: log.write }
  const sourceBaseUrls = replayAddresses()
  const started = await startCore({
    dataDir,
    version: appVersion,
    shell,
    ...(sourceBaseUrls ? { sourceBaseUrls } : {}),
  })
  if (!started.ok) {
    await log.close()
    lock.release()
    return failStart(started.error, options)
  }
  const { core } = started
  const server = await startBrowserServer({ core, port: options.port }).catch(async (error: unknown) => {
    await core.stop()
    await log.close()
    lock.release()
    return fail(portText(error, options.port))
  })
  let stopping = false
  const stop = async () => {
    // A terminal and npm may both pass the same signal on.
    if (stopping) return
    stopping = true
    await server.close()
    await core.stop()
    await log.close()
    lock.release()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  lock.announce(server.newAddress)
  if (options.sample) await loadSample(core)
  if (stopping) return
  const address = server.newAddress()
  console.log(`Rolecall is running at ${address}`)
  if (options.open) await openBrowser(address)
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(HELP)
else if ('wrong' in options) fail(`${options.wrong}\n\n${HELP}`)
else await run(options)
