import { createLineSorter } from '../../main/pipeline/sort-lines.ts'
import { createDb } from '../../main/platform/db/connection.ts'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { openReader } from '../../main/platform/db/pragmas.ts'
import { duplicatePreparer, loadPairs, scorePairs } from '../../scripts/lib/duplicate-score.ts'
import { generateCopies } from '../fixtures/generate-copies.ts'
import { generatePosting } from '../fixtures/generate-postings.ts'
import { folderWith } from './data.ts'
import { atLeast, atMost, type Figure, reading } from './figures.ts'

/** De-duplication: what it joins and keeps apart, and what it costs. */
export async function copies(sizes: readonly number[]): Promise<Figure[]> {
  const largest = Math.max(...sizes)
  const smaller = largest / 10
  const few = generated(smaller)
  const many = generated(largest)
  return [
    ...many.figures,
    reading(`copies.time_each.${largest / 1000}k`, many.microseconds, 'µs'),
    atMost(
      `copies.time_growth.${smaller / 1000}k_to_${largest / 1000}k`,
      many.microseconds / few.microseconds,
      'ratio',
      1.5,
    ),
    ...(await stored(Math.min(10_000, largest))),
    ...labelled(),
  ]
}

/** Pairs of one key, of groups as they are. */
function pairsOf(keys: readonly string[]): number {
  const groups = new Map<string, number>()
  for (const key of keys) groups.set(key, (groups.get(key) ?? 0) + 1)
  let pairs = 0
  for (const size of groups.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

function figuresOf(
  name: string,
  postings: readonly { job: string; label: string }[],
  leastRecall: number | null,
): Figure[] {
  const joined = pairsOf(postings.map(({ job }) => job))
  const same = pairsOf(postings.map(({ label }) => label))
  const right = pairsOf(postings.map(({ job, label }) => `${job} ${label}`))
  const recall = same === 0 ? 1 : right / same
  return [
    atLeast(`copies.precision.${name}`, joined === 0 ? 1 : right / joined, 'share', 0.995),
    leastRecall === null
      ? reading(`copies.recall.${name}`, recall, 'share')
      : atLeast(`copies.recall.${name}`, recall, 'share', leastRecall),
  ]
}

/** Families of copies and look-alikes, sorted in memory by the rules and bounds of the database. */
function generated(count: number): { figures: Figure[]; microseconds: number } {
  const preparer = duplicatePreparer()
  const sort = createLineSorter(preparer)
  const sorted: { job: string; label: string }[] = []
  // Processor time of this thread, so that a busy machine tells the same.
  let spent = 0
  for (const { job: label, ...posting } of generateCopies(count)) {
    const line = JSON.stringify(posting)
    const before = process.threadCpuUsage()
    const answer = sort(line)
    const { user, system } = process.threadCpuUsage(before)
    spent += user + system
    if (answer.ok) sorted.push({ job: answer.job, label })
  }
  return { figures: figuresOf(`${count / 1000}k`, sorted, 0.95), microseconds: spent / sorted.length }
}

/** The copies among the postings that other benches import, as the database holds them. */
async function stored(count: number): Promise<Figure[]> {
  const db = createDb(openReader(databasePaths(await folderWith(count)).file))
  const rows = db.sql<{ source_key: string; job_id: number }>('SELECT source_key, job_id FROM postings').all()
  db.close()
  const labels = new Map<string, string>()
  for (let i = 0; i < count; i += 1) {
    const { id, source, expected_job } = generatePosting(i)
    labels.set(`${source}/${id}`, expected_job)
  }
  const known = rows.flatMap(({ source_key, job_id }) => {
    const label = labels.get(source_key)
    return label === undefined ? [] : [{ job: String(job_id), label }]
  })
  return figuresOf(`stored_${count / 1000}k`, known, null)
}

/** Scores on labelled real pairs, where they are at hand; the address hidden too, to see what the rest is worth. */
function labelled(): Figure[] {
  const pairs = loadPairs()
  if (pairs === null) {
    console.error('The labelled pairs are not here: their scores are left out.')
    return []
  }
  const preparer = duplicatePreparer()
  const sure = pairs.filter(({ ambiguous }) => !ambiguous)
  return [
    ['sure', sure, false] as const,
    ['all', pairs, false] as const,
    ['sure_without_address', sure, true] as const,
    ['all_without_address', pairs, true] as const,
  ].flatMap(([name, some, hideUrl]) => {
    const { right, precision, recall } = scorePairs(some, preparer, hideUrl)
    return [
      reading(`copies.pairs.${name}`, right, `of ${some.length}`),
      reading(`copies.pairs.${name}.precision`, precision, 'share'),
      reading(`copies.pairs.${name}.recall`, recall, 'share'),
    ]
  })
}
