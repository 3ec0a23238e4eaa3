// The options of `npm start` and `npm run dev`.
import { fromTyped, Stop } from './project.mjs'

/** What `--help` prints. */
export const help = `Starts Rolecall.

  npm start [-- OPTION …]

  --shell desktop|browser   the window or the browser; by itself the window where Electron can run
  --data-dir DIR            keep everything in DIR (for a second, separate Rolecall)
  --port N                  address of the browser shell; by itself a free port
  --no-open                 browser shell: print the address, open nothing
  --sample                  fill an empty Rolecall with sample postings, two campaigns and a profile
  --help                    this text`

const takesValue = new Set(['--shell', '--data-dir', '--port'])
const flags = new Set(['--no-open', '--sample', '--help'])

/**
 * Reads the options after `--`. Stops at the first that is unknown or wrong.
 * @returns {{shell?: 'desktop' | 'browser', help: boolean, forward: string[]}} `forward` goes to the shell,
 * with the data folder made absolute.
 */
export function readOptions(args) {
  const found = new Map()
  const rest = [...args]
  while (rest.length > 0) {
    const [name, joined] = splitAtEquals(rest.shift())
    if (flags.has(name) && joined === undefined) found.set(name, true)
    else if (takesValue.has(name)) found.set(name, joined ?? rest.shift())
    else throw new Stop(`Unknown option: ${joined === undefined ? name : `${name}=${joined}`}\n\n${help}`)
  }
  return checked(found)
}

const splitAtEquals = text => {
  const cut = text.startsWith('--') ? text.indexOf('=') : -1
  return cut < 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)]
}

function checked(found) {
  for (const name of takesValue) {
    const value = found.get(name)
    if (found.has(name) && (!value || value.startsWith('--')))
      throw new Stop(`${name} needs a value.\n\n${help}`)
  }
  const shell = found.get('--shell')
  if (shell && shell !== 'desktop' && shell !== 'browser')
    throw new Stop(`--shell takes desktop or browser, not “${shell}”.`)
  const port = found.get('--port')
  if (port && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535))
    throw new Stop(`--port takes a number from 0 (any free port) to 65535, not “${port}”.`)
  const forward = []
  if (found.has('--data-dir')) forward.push('--data-dir', fromTyped(found.get('--data-dir')))
  if (port) forward.push('--port', port)
  for (const name of ['--no-open', '--sample']) if (found.has(name)) forward.push(name)
  return { shell, help: found.has('--help'), forward }
}
