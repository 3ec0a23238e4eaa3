import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { loadMigrations } from '../../main/platform/db/migrations.ts'
import { migrationsDir } from '../../main/platform/paths.ts'
import { writePostings } from '../fixtures/generate-postings.ts'
import { runCore } from './running-core.ts'

/** Generated postings as files, and data folders that hold them; kept between benches of the same schema. */

const root = join(import.meta.dirname, '../../.cache/bench')

/** A file of `count` generated postings. */
export async function postingsFile(count: number, seed = 1): Promise<string> {
  const source = readFileSync(join(import.meta.dirname, '../fixtures/generate-postings.ts'))
  const file = join(root, `${count}-${seed}-${hash('sha1', source).slice(0, 8)}.jsonl`)
  if (existsSync(file)) return file
  mkdirSync(root, { recursive: true })
  await writePostings(`${file}.part`, count, seed)
  renameSync(`${file}.part`, file)
  return file
}

/** An empty folder for one measurement. */
export function freshFolder(name: string): string {
  const folder = join(root, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

const mark = (count: number): string => {
  const schema = loadMigrations(migrationsDir()).map(({ up }) => up)
  return hash('sha1', [count, ...schema].join('\n'))
}

/** Where the folder with `count` jobs lies; `done` says whether it is complete and of this schema. */
export function filledFolder(count: number): { folder: string; done: boolean; finish(): void } {
  const folder = join(root, `data-${count}`)
  const file = join(root, `data-${count}.mark`)
  return {
    folder,
    done:
      existsSync(databasePaths(folder).file) &&
      existsSync(file) &&
      readFileSync(file, 'utf8') === mark(count),
    finish: () => writeFileSync(file, mark(count)),
  }
}

/** A data folder with `count` generated postings, imported now unless one is kept. */
export async function folderWith(count: number): Promise<string> {
  const { folder, done, finish } = filledFolder(count)
  if (done) return folder
  freshFolder(`data-${count}`)
  const core = await runCore(folder)
  await core.importFile(await postingsFile(count), 'Bench')
  await core.stop()
  finish()
  return folder
}
