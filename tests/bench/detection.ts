import { createDb } from '../../main/platform/db/connection.ts'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { openReader } from '../../main/platform/db/pragmas.ts'
import { loadDetector, loadLabelled, scoreDetection } from '../../scripts/lib/detection-score.ts'
import { generatePosting } from '../fixtures/generate-postings.ts'
import { folderWith } from './data.ts'
import { atLeast, type Figure, reading } from './figures.ts'

/** Detection by patterns alone; by processor time of one thread, so that a busy machine tells the same. */
export function detection(): Figure[] {
  const detect = loadDetector()
  const postings = Array.from({ length: 4000 }, (_, i) => generatePosting(i, 3))
  for (const posting of postings.slice(0, 1500)) detect(posting)
  const before = process.threadCpuUsage()
  let longest = 0
  for (const posting of postings) {
    const begun = performance.now()
    detect(posting)
    longest = Math.max(longest, performance.now() - begun)
  }
  const { user, system } = process.threadCpuUsage(before)
  return [
    atLeast('detection.rate', postings.length / ((user + system) / 1e6), 'postings/s', 3000),
    reading('detection.longest', longest, 'ms'),
    ...labelled(detect),
  ]
}

/** Scores on labelled real postings, where they are at hand. */
function labelled(detect: ReturnType<typeof loadDetector>): Figure[] {
  const postings = loadLabelled()
  if (postings === null) {
    console.error('The labelled postings are not here: their scores are left out.')
    return []
  }
  const score = scoreDetection(detect, postings)
  return [
    ...score.facts.map(({ fact, accuracy }) => atLeast(`detection.accuracy.${fact}`, accuracy, 'share', 0.9)),
    reading('detection.pay_all_four_right', score.payRight, `of ${score.paid}`),
    reading('detection.records_all_right', score.allRight, `of ${score.postings}`),
  ]
}

/** Copies joined and look-alikes kept apart, against the labels of the generated postings. */
export async function copies(count: number): Promise<Figure[]> {
  const db = createDb(openReader(databasePaths(await folderWith(count)).file))
  const rows = db.sql<{ source_key: string; job_id: number }>('SELECT source_key, job_id FROM postings').all()
  db.close()
  const labels = new Map<string, string>()
  for (let i = 0; i < count; i += 1) {
    const { id, source, expected_job } = generatePosting(i)
    labels.set(`${source}/${id}`, expected_job)
  }
  const known = rows.filter(each => labels.has(each.source_key))
  const pairsOf = (keys: string[]) => {
    const sizes = Map.groupBy(keys, key => key).values()
    return [...sizes].reduce((sum, group) => sum + (group.length * (group.length - 1)) / 2, 0)
  }
  const joined = pairsOf(known.map(each => String(each.job_id)))
  const same = pairsOf(known.map(each => labels.get(each.source_key) ?? ''))
  const right = pairsOf(known.map(each => `${each.job_id} ${labels.get(each.source_key)}`))
  const size = `${count / 1000}k`
  return [
    atLeast(`copies.precision.${size}`, joined === 0 ? 1 : right / joined, 'share', 0.995),
    reading(`copies.recall.${size}`, same === 0 ? 1 : right / same, 'share'),
  ]
}
