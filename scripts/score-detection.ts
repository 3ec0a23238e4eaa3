/**
 * Scores pattern detection on the labelled postings and times it. Run: node scripts/score-detection.ts
 * Options: --json prints one JSON value; --wrong lists what is wrong.
 */
import { loadDetector, loadLabelled, scoreDetection, timeDetection } from './lib/detection-score.ts'

const labelled = loadLabelled()
if (labelled === null) {
  console.log('No labelled postings beside this checkout (../shared/data/postings): nothing to score.')
} else {
  const detect = loadDetector()
  const score = scoreDetection(detect, labelled)
  const speed = timeDetection(detect, labelled, 3)
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...score, ...speed }))
  } else {
    const rounded = (share: number): number => Math.round(share * 1_000) / 1_000
    console.table(
      Object.fromEntries(
        score.facts.map(({ fact, accuracy, precision, recall, f1, exact, falsePositives }) => [
          fact,
          {
            accuracy: rounded(accuracy),
            precision: rounded(precision),
            recall: rounded(recall),
            f1: rounded(f1),
            'exact where stated': rounded(exact),
            'false positives': rounded(falsePositives),
          },
        ]),
      ),
    )
    console.log(`postings with every fact right   ${score.allRight} of ${score.postings}`)
    console.log(`pay with all four parts right    ${score.payRight} of ${score.paid}`)
    console.log(`pay found where there is none    ${score.falseSalaries} of ${score.unpaid}`)
    console.log(`postings a second                ${speed.postingsPerSecond}`)
    console.log(`slowest posting                  ${speed.longestMs.toFixed(1)} ms`)
    if (process.argv.includes('--wrong')) console.table(score.wrong)
  }
}
