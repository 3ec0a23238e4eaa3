import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export type ThreadName = 'backend' | 'reader' | 'compute' | 'parser'

/**
 * The file that a thread starts from: the TypeScript source when the code runs unbuilt (tests; Node strips the
 * types), else the built entry in out/main, whose shared chunks may lie one folder deeper.
 */
export function threadEntry(name: ThreadName): URL {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith('.ts')) return new URL(`../../app/threads/${name}.ts`, import.meta.url)
  for (let folder = dirname(here); ; folder = dirname(folder)) {
    const file = join(folder, `${name}.js`)
    if (existsSync(file)) return pathToFileURL(file)
    if (dirname(folder) === folder) throw new Error(`The entry of the ${name} thread is missing`)
  }
}
