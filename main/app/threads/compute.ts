import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { createDetector } from '../../detection/rules/detect.ts'
import { createPlaceFinder } from '../../detection/rules/place/place.ts'
import { createSkillFinder } from '../../detection/rules/skills/skills.ts'
import { createPreparer } from '../../pipeline/prepare.ts'
import { createChunkRanker } from '../../pipeline/rank-chunk.ts'
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

/** Makes something when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const places = lazily(() => createPlaceFinder(vocabulary('places.tsv')))
const placeHelp = () => ({ locate: places().locate, resolvePlace: places().resolve })
const preparer = lazily(() => {
  const finders = { places: places(), skills: createSkillFinder(vocabulary('skills.tsv')) }
  return createPreparer({ detect: createDetector(finders), places: placeHelp(), finders })
})
/** Known jobs are ranked without the detector: a person waits for them, perhaps for this thread too. */
const ranker = lazily(() => createChunkRanker(placeHelp()))

function work(task: ComputeTask | UpkeepTask): unknown {
  switch (task.kind) {
    case 'backup':
      return backUpFile(task.file, task.folder, { reason: task.reason, now: () => new Date() })
    case 'check':
      return checkInBackground(task.dataDir, task.file, new Date())
    case 'prepare':
      return preparer().prepare(task)
    case 'rank':
      return ranker()(task)
    case 'detect':
      return preparer().detect(task)
    case 'ground':
      return preparer().ground(task)
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
