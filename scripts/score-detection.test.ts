import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LABELLED, loadDetector, loadLabelled, scoreDetection } from './lib/detection-score.ts'

/** Slightly below what the rules reach, so that a fall is seen. */
const FLOOR: Record<string, number> = {
  salary_low: 0.98,
  salary_high: 0.98,
  compensation_currency: 0.98,
  salary_period: 0.98,
  office_city: 0.97,
  office_province: 0.97,
  office_country: 0.97,
  remote_options: 0.98,
  job_type: 0.98,
  seniority_level: 0.98,
}

const labelled = loadLabelled()
if (labelled === null) console.log('skipped: no labelled postings in ../shared/data/postings')

test.skipIf(labelled === null)('the labelled postings are read as well as before', () => {
  const score = scoreDetection(loadDetector(), labelled ?? [])
  console.log(
    `detection: ${score.allRight} of ${score.postings} all right, pay ${score.payRight} of ${score.paid}; ` +
      score.facts.map(({ fact, accuracy }) => `${fact} ${accuracy.toFixed(3)}`).join(', '),
  )
  for (const { fact, accuracy } of score.facts)
    expect(accuracy, fact).toBeGreaterThanOrEqual(FLOOR[fact] ?? 1)
  expect(score.payRight).toBeGreaterThanOrEqual(105)
  expect(score.allRight).toBeGreaterThanOrEqual(210)
})

const scorer = new URL('../score-fields.mjs', LABELLED)
const scorerIsHere = labelled !== null && existsSync(scorer)
if (!scorerIsHere) console.log('skipped: no ../shared/data/score-fields.mjs')

test.skipIf(!scorerIsHere)(
  'the terminal says the same as the figures of the bench, by the rule of the labels',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-score-'))
    try {
      const [out, predictions] = [join(folder, 'out.jsonl'), join(folder, 'predictions.jsonl')]
      const run = (...args: string[]) => execFileSync(process.execPath, args, { encoding: 'utf8' })
      const terminal = fileURLToPath(new URL('../main/shells/terminal/main.ts', import.meta.url))
      run(terminal, 'detect', '--in', fileURLToPath(LABELLED), '--out', out)
      const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
      const flat = lines.map(line => {
        const { id, fields } = JSON.parse(line)
        return JSON.stringify({ id, ...fields })
      })
      writeFileSync(predictions, flat.join('\n'))
      const said = run(fileURLToPath(scorer), fileURLToPath(LABELLED), predictions).trimEnd().split('\n')
      const score = scoreDetection(loadDetector(), labelled ?? [])
      expect(JSON.parse(said.at(-1) ?? '')).toEqual({
        items: score.postings,
        all_fields_right: score.allRight,
        pay_items: score.paid,
        pay_all_four_right: score.payRight,
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
