import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

// The same code runs from main/platform (tests), from out/main and out/main/chunks (built), and from inside
// app.asar (packaged); only the distance to the root differs.
const root = findRoot(import.meta.dirname)

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder
    if (dirname(folder) === folder) throw new Error(`No Rolecall installation above ${start}`)
  }
}

/** Absolute path of a shipped file, e.g. `resourcePath('icon/icon-256.png')`. Read-only once packaged. */
export function resourcePath(name: string): string {
  return join(root, 'resources', name)
}

/** Absolute path of the folder that holds the numbered migrations. */
export function migrationsDir(): string {
  return join(root, 'migrations')
}

/** Absolute path of the built pages (index.html and its assets). It exists only after a build. */
export function rendererDir(): string {
  return join(root, 'out', 'renderer')
}
