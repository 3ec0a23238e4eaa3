import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { createDetector } from '../../detection/rules/detect.ts'
import { createPlaceFinder } from '../../detection/rules/place/place.ts'
import { createSkillFinder } from '../../detection/rules/skills/skills.ts'
import { createPreparer } from '../../pipeline/prepare.ts'
import type { ComputeTask } from '../../pipeline/tasks.ts'
import { backUpFile } from '../../platform/db/backup.ts'
import { checkInBackground } from '../../platform/db/integrity.ts'
import { resourcePath } from '../../platform/paths.ts'
import type { FromCompute, ToCompute } from '../../platform/threads/compute-pool.ts'
import { stepBack } from '../../platform/threads/priority.ts'
import type { ThreadData } from '../../platform/threads/protocol.ts'
import { createSources } from '../../sources/adapters/index.ts'
import type { UpkeepTask } from '../upkeep.ts'

/** A compute thread: pure work on our own data, one task at a time. The vocabularies are read with the first task. */

const port = parentPort
if (!port) throw new Error('A compute thread is started by the backend')

stepBack('computing')

const { sourceBaseUrls } = workerData as ThreadData
const sources = createSources(sourceBaseUrls)

const sourceOf = (kind: string) => {
  const source = sources.of(kind)
  if (!source) throw new Error(`There is no source of kind ${kind}`)
  return source
}

const vocabulary = (name: string): string => readFileSync(resourcePath(`vocabularies/${name}`), 'utf8')

let preparer: ReturnType<typeof createPreparer> | undefined
function getPreparer() {
  if (!preparer) {
    const places = createPlaceFinder(vocabulary('places.tsv'))
    const finders = { places, skills: createSkillFinder(vocabulary('skills.tsv')) }
    preparer = createPreparer({
      detect: createDetector(finders),
      places: { locate: places.locate, resolvePlace: places.resolve },
      finders,
    })
  }
  return preparer
}

function work(task: ComputeTask | UpkeepTask): unknown {
  switch (task.kind) {
    case 'backup':
      return backUpFile(task.file, task.folder, { reason: task.reason, now: () => new Date() })
    case 'check':
      return checkInBackground(task.dataDir, task.file, new Date())
    case 'prepare':
      return getPreparer().prepare(task)
    case 'rank':
      return getPreparer().rank(task)
    case 'detect':
      return getPreparer().detect(task)
    case 'ground':
      return getPreparer().ground(task)
    case 'read':
      return sourceOf(task.source).read(task.response, task.ask)
    case 'detail':
      return sourceOf(task.source).readDetail(task.item, task.response, task.ask)
  }
}

port.on('message', ({ id, task }: ToCompute) => {
  try {
    // The pool's only caller sends tasks of this type.
    port.postMessage({ id, ok: true, value: work(task as ComputeTask | UpkeepTask) } satisfies FromCompute)
  } catch (error) {
    port.postMessage({
      id,
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    } satisfies FromCompute)
  }
})
