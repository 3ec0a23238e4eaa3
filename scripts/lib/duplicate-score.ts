import { existsSync, readFileSync } from 'node:fs'
import { createDetector } from '../../main/detection/rules/detect.ts'
import { createPlaceFinder } from '../../main/detection/rules/place/place.ts'
import { createPreparer } from '../../main/pipeline/prepare.ts'
import { createLineSorter } from '../../main/pipeline/sort-lines.ts'

const PAIRS = new URL('../../../shared/data/dedup/pairs_dev.jsonl', import.meta.url)

/** A pair of postings and whether they are one opening. */
export interface LabelledPair {
  pair_id: string
  label: 'same' | 'different'
  kind: string
  ambiguous: boolean
  a: Record<string, unknown>
  b: Record<string, unknown>
}

/** How pairs were told apart. */
export interface PairScore {
  pairs: number
  right: number
  precision: number
  recall: number
  wrong: LabelledPair[]
}

/** The labelled real pairs, or null where they are not at hand. */
export function loadPairs(): LabelledPair[] | null {
  if (!existsSync(PAIRS)) return null
  return readFileSync(PAIRS, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as LabelledPair)
}

/** The pure steps without skills, which nothing here compares. */
export function duplicatePreparer(): ReturnType<typeof createPreparer> {
  const places = createPlaceFinder(
    readFileSync(new URL('../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
  )
  return createPreparer({
    detect: createDetector({ places, skills: { find: () => [] } }),
    places: null,
    finders: null,
  })
}

/** Sorts the two postings of each pair into jobs, without their addresses when `hideUrl` says so. */
export function scorePairs(
  pairs: readonly LabelledPair[],
  preparer: ReturnType<typeof createPreparer>,
  hideUrl = false,
): PairScore {
  let [joined, joinedRightly, same] = [0, 0, 0]
  const wrong = pairs.filter(pair => {
    const sort = createLineSorter(preparer)
    const jobs = [pair.a, pair.b].map((posting, id) => {
      const sorted = sort(JSON.stringify({ ...posting, id, ...(hideUrl ? { url: null } : {}) }))
      return sorted.ok ? sorted.job : ''
    })
    const together = jobs[0] === jobs[1]
    if (pair.label === 'same') same += 1
    if (together) joined += 1
    if (together && pair.label === 'same') joinedRightly += 1
    return together !== (pair.label === 'same')
  })
  return {
    pairs: pairs.length,
    right: pairs.length - wrong.length,
    precision: joined === 0 ? 1 : joinedRightly / joined,
    recall: same === 0 ? 1 : joinedRightly / same,
    wrong,
  }
}
