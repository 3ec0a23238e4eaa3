import { startCore } from '../../app/core.ts'
import { startErrorText } from '../../app/start-error.ts'
import type { HeldLock } from '../../platform/files/lock.ts'
import { openLogFile } from '../../platform/files/log-file.ts'
import { replayAddresses } from '../../platform/http/replay-addresses.ts'
import { appVersion } from '../../platform/version.ts'
import { fail } from './fail.ts'
import { openBrowser } from './open-browser.ts'
import type { BrowserOptions } from './options.ts'
import { loadSample } from './sample.ts'
import { startBrowserServer } from './server.ts'
import { answerShell } from './shell-procedures.ts'

function portText(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another with --port, or leave it out for a free one.`
  if (code === 'EACCES')
    return `Port ${port} needs special rights. Choose one from 1024 on, or leave --port out for a free one.`
  return `Rolecall cannot listen on port ${port}: ${String(error)}`
}

/** Starts the core and its pages on a folder that is ours, and prints the address. Ends with words when it cannot. */
export async function serve(options: BrowserOptions, lock: HeldLock): Promise<void> {
  const { dataDir } = options
  const log = openLogFile(dataDir)
  const shell = { answer: answerShell(dataDir), log: log.write }
  const sourceBaseUrls = replayAddresses()
  const started = await startCore({
    dataDir,
    version: appVersion,
    clip: true,
    shell,
    ...(sourceBaseUrls ? { sourceBaseUrls } : {}),
  })
  if (!started.ok) {
    await log.close()
    lock.release()
    return fail(startErrorText(started.error, dataDir))
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
