import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { PostingText } from '../../main/contract/facts.ts'
import { createPlaceFinder } from '../../main/detection/rules/place/place.ts'
import { resourcePath } from '../../main/platform/paths.ts'
import { loadDetector, loadLabelled, scoreDetection } from '../../scripts/lib/detection-score.ts'
import { generatePosting } from '../fixtures/generate-postings.ts'
import { atLeast, atMost, type Figure, reading } from './figures.ts'

type Detect = ReturnType<typeof loadDetector>

/** Detection by patterns alone; by processor time of one thread, so that a busy machine tells nearly the same. */
export function detection(): Figure[] {
  // The gazetteer first, while nothing else is in memory.
  const memory = gazetteer()
  const detect = loadDetector()
  const generated = Array.from({ length: 4000 }, (_, i) => generatePosting(i, 3))
  const labelled = loadLabelled()
  if (labelled === null) console.error('The labelled postings are not here: their scores are left out.')
  return [
    ...speed(detect, 'generated', generated),
    ...(labelled ? speed(detect, 'labelled', [...labelled, ...labelled, ...labelled, ...labelled]) : []),
    ...hostile(detect),
    ...memory,
    ...(labelled ? scores(detect, labelled) : []),
  ]
}

/** Milliseconds of this thread's processor. */
function cpuOf(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

function speed(detect: Detect, name: string, postings: readonly PostingText[]): Figure[] {
  for (const posting of postings.slice(0, 1_500)) detect(posting)
  let longest = 0
  const milliseconds = cpuOf(() => {
    for (const posting of postings) {
      const begun = performance.now()
      detect(posting)
      longest = Math.max(longest, performance.now() - begun)
    }
  })
  return [
    atLeast(`detection.rate.${name}`, (postings.length / milliseconds) * 1_000, 'postings/s', 3000),
    reading(`detection.longest.${name}`, longest, 'ms'),
  ]
}

const MEGABYTE = 1_000_000
const filled = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE)

/** What a posting may be at worst; the best of three, since the first may collect the garbage of others. */
function hostile(detect: Detect): Figure[] {
  const texts = {
    '1mb_text': filled(
      'You build remote tools in Berlin for $90,000 to $120,000 a year, hybrid or full-time. ',
    ),
    '1mb_digits': filled('1234567890'),
    '1mb_spaces': filled(' '),
    '1mb_dollars': filled('$1,'),
  }
  return Object.entries(texts).map(([name, description]) => {
    const posting = { title: 'Engineer', company: 'Initech', location_text: 'Berlin', description }
    const taken = [1, 2, 3].map(() => cpuOf(() => detect(posting)))
    return atMost(`detection.longest.${name}`, Math.min(...taken), 'ms', 250)
  })
}

/** Memory and time that the places take once they are asked for. */
function gazetteer(): Figure[] {
  const used = () => {
    collectGarbage()
    const { heapUsed, external, rss } = process.memoryUsage()
    return { heap: heapUsed + external, rss }
  }
  const before = used()
  const begun = performance.now()
  const places = createPlaceFinder(readFileSync(resourcePath('vocabularies/places.tsv'), 'utf8'))
  places.find({ title: '', location_text: 'Leeds, UK', description: '' })
  const taken = performance.now() - begun
  const after = used()
  // Asked once more, so that it is in use while it is measured.
  places.resolve('Leeds')
  return [
    reading('detection.gazetteer.memory', (after.heap - before.heap) / 2 ** 20, 'MB'),
    reading('detection.gazetteer.resident', (after.rss - before.rss) / 2 ** 20, 'MB'),
    reading('detection.gazetteer.load', taken, 'ms'),
  ]
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** Scores on labelled real postings. */
function scores(detect: Detect, postings: NonNullable<ReturnType<typeof loadLabelled>>): Figure[] {
  const score = scoreDetection(detect, postings)
  return [
    ...score.facts.flatMap(({ fact, precision, recall, f1, exact, falsePositives }) => [
      reading(`detection.precision.${fact}`, precision, 'share'),
      reading(`detection.recall.${fact}`, recall, 'share'),
      reading(`detection.f1.${fact}`, f1, 'share'),
      atLeast(`detection.exact.${fact}`, exact, 'share', 0.9),
      atMost(`detection.false_positives.${fact}`, falsePositives, 'share', 0.02),
    ]),
    reading('detection.false_salaries', score.falseSalaries, `of ${score.unpaid}`),
    atMost('detection.false_salary_share', score.falseSalaries / score.unpaid, 'share', 0.02),
    reading('detection.skills.recall', score.skillRecall, `of ${score.skillTags} tags`),
    reading('detection.pay_all_four_right', score.payRight, `of ${score.paid}`),
    reading('detection.records_all_right', score.allRight, `of ${score.postings}`),
  ]
}
