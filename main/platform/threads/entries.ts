import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export type ThreadName = 'backend' | 'reader' | 'compute' | 'parser'

/**
 * The file that a thread starts from: the TypeScript source when the code runs unbuilt (Node strips the types), else the
 * built entry in out/main, whose shared chunks may lie one folder deeper. Tests name a folder of built entries in
 * `ROLECALL_BUILT_THREADS`: Node strips types by WebAssembly, and V8 now and then aborts the process when one thread
 * frees such code while another makes some, as it does when threads are crashed on purpose.
 */
export function threadEntry(name: ThreadName): URL {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith('.ts')) {
    const built = process.env.ROLECALL_BUILT_THREADS
    return built
      ? pathToFileURL(join(built, `${name}.js`))
      : new URL(`../../app/threads/${name}.ts`, import.meta.url)
  }
  for (let folder = dirname(here); ; folder = dirname(folder)) {
    const file = join(folder, `${name}.js`)
    if (existsSync(file)) return pathToFileURL(file)
    if (dirname(folder) === folder) throw new Error(`The entry of the ${name} thread is missing`)
  }
}
