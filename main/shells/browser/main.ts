import { fail } from './fail.ts'
import { type BrowserOptions, HELP, readOptions } from './options.ts'
import { STARTING, takeFolder } from './take-folder.ts'

/** The browser shell: the core on plain Node, and its pages at a loopback address. */

async function start(options: BrowserOptions): Promise<void> {
  const lock = await takeFolder(options)
  lock.announce(() => STARTING)
  // Only now: a second start has ended by here and must not wait for what only the first one needs.
  const { serve } = await import('./serve.ts')
  await serve(options, lock)
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(HELP)
else if ('wrong' in options) fail(`${options.wrong}\n\n${HELP}`)
else await start(options)
