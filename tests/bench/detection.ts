import { loadDetector, loadLabelled, scoreDetection } from '../../scripts/lib/detection-score.ts'
import { generatePosting } from '../fixtures/generate-postings.ts'
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
