import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { LetterTask } from '../../letters/make.ts'
import type { ComputeTask } from '../../pipeline/tasks.ts'
import { resourcePath } from '../../platform/paths.ts'
import type { FromCompute, ToCompute } from '../../platform/threads/compute-pool.ts'
import { stepBack } from '../../platform/threads/priority.ts'
import type { ThreadData } from '../../platform/threads/protocol.ts'
import type { UpkeepTask } from '../upkeep.ts'

/**
 * A compute thread: pure work on our own data, one task at a time. Modules and vocabularies are read with the first task
 * that needs them: a person waits for a ranking, which needs neither sources nor the detector.
 */

const port = parentPort
if (!port) throw new Error('A compute thread is started by the backend')

stepBack('computing')

const { sourceBaseUrls } = workerData as ThreadData

const vocabulary = (name: string): string => readFileSync(resourcePath(`vocabularies/${name}`), 'utf8')

/** Makes something when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const sources = lazily(async () => {
  const { createSources } = await import('../../sources/adapters/index.ts')
  return createSources(sourceBaseUrls)
})
const sourceOf = async (kind: string) => {
  const source = (await sources()).of(kind)
  if (!source) throw new Error(`There is no source of kind ${kind}`)
  return source
}

const places = lazily(async () => {
  const { createPlaceFinder } = await import('../../detection/rules/place/place.ts')
  return createPlaceFinder(vocabulary('places.tsv'))
})
const placeHelp = async () => {
  const { locate, resolve } = await places()
  return { locate, resolvePlace: resolve }
}
const preparer = lazily(async () => {
  const [{ createDetector }, { createSkillFinder }, { createPreparer }] = await Promise.all([
    import('../../detection/rules/detect.ts'),
    import('../../detection/rules/skills/skills.ts'),
    import('../../pipeline/prepare.ts'),
  ])
  const finders = { places: await places(), skills: createSkillFinder(vocabulary('skills.tsv')) }
  return createPreparer({ detect: createDetector(finders), places: await placeHelp(), finders })
})
const ranker = lazily(async () => {
  const { createChunkRanker } = await import('../../pipeline/rank-chunk.ts')
  return createChunkRanker(await placeHelp())
})

type Task = ComputeTask | UpkeepTask | LetterTask

async function work(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'backup': {
      const { backUpFile } = await import('../../platform/db/backup.ts')
      return backUpFile(task.file, task.folder, { reason: task.reason, now: () => new Date() })
    }
    case 'check': {
      const { checkInBackground } = await import('../../platform/db/integrity.ts')
      return checkInBackground(task.dataDir, task.file, new Date())
    }
    case 'look': {
      const { lookFor } = await import('../../checks/piece.ts')
      return lookFor(task)
    }
    case 'letter': {
      const { makeLetter } = await import('../../letters/make.ts')
      return makeLetter(task)
    }
    case 'prepare':
      return (await preparer()).prepare(task)
    case 'rank':
      return (await ranker())(task)
    case 'detect':
      return (await preparer()).detect(task)
    case 'ground':
      return (await preparer()).ground(task)
    case 'read':
      return (await sourceOf(task.source)).read(task.response, task.ask)
    case 'detail':
      return (await sourceOf(task.source)).readDetail(task.item, task.response, task.ask)
  }
}

async function answer({ id, task }: ToCompute): Promise<FromCompute> {
  try {
    // The pool's only caller sends tasks of this type.
    return { id, ok: true, value: await work(task as Task) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

// One after the other, also while the first task still waits for its modules.
let last = Promise.resolve()
port.on('message', (message: ToCompute) => {
  last = last.then(async () => port.postMessage(await answer(message)))
})
