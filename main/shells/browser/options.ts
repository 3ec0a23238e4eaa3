import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../../platform/files/default-data-dir.ts'

export const HELP = `Rolecall in the browser.

  --data-dir DIR   keep everything in DIR
  --port N         listen on port N; by itself on a free one
  --no-open        print the address, open nothing
  --sample         fill an empty Rolecall with sample postings, two campaigns and a profile
  --help           this text`

export interface BrowserOptions {
  dataDir: string
  /** 0: any free port. */
  port: number
  open: boolean
  sample: boolean
}

/** Reads the arguments; a wrong one is answered with what is wrong. Folders are relative to where the person typed. */
export function readOptions(args: string[]): BrowserOptions | 'help' | { wrong: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return 'help'
    const port = Number(values.port)
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
      return { wrong: `--port takes a number from 0 (any free port) to 65535, not "${values.port}".` }
    const folder = values['data-dir']
    if (folder === '') return { wrong: '--data-dir needs a folder.' }
    return {
      dataDir: folder === undefined ? defaultDataDir() : resolve(process.env.INIT_CWD ?? '.', folder),
      port,
      open: !values['no-open'],
      sample: values.sample,
    }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}
