import { readFileSync } from 'node:fs'
import { createDetector } from '../detection/rules/detect.ts'
import { createPlaceFinder } from '../detection/rules/place/place.ts'
import { createPreparer } from '../pipeline/prepare.ts'
import { createLineSorter, type SortedLine } from '../pipeline/sort-lines.ts'
import { resourcePath } from '../platform/paths.ts'

export type { SortedLine } from '../pipeline/sort-lines.ts'

/** Sorts postings into jobs without a data folder; see `createLineSorter`. Skills are not looked for: nothing compares them. */
export function openLineSorter(): (line: string) => SortedLine {
  const places = createPlaceFinder(readFileSync(resourcePath('vocabularies/places.tsv'), 'utf8'))
  const detect = createDetector({ places, skills: { find: () => [] } })
  return createLineSorter(createPreparer({ detect, places: null, finders: null }))
}
