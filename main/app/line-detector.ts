import { readFileSync } from 'node:fs'
import type { Detection, PostingText } from '../contract/facts.ts'
import { createDetector } from '../detection/rules/detect.ts'
import { createPlaceFinder } from '../detection/rules/place/place.ts'
import { createSkillFinder } from '../detection/rules/skills/skills.ts'
import { resourcePath } from '../platform/paths.ts'

const vocabulary = (name: string): string => readFileSync(resourcePath(`vocabularies/${name}`), 'utf8')

/** The detector with its vocabularies, for postings that are read in this process and without a data folder. */
export function openLineDetector(): (posting: PostingText) => Detection {
  return createDetector({
    places: createPlaceFinder(vocabulary('places.tsv')),
    skills: createSkillFinder(vocabulary('skills.tsv')),
  })
}
