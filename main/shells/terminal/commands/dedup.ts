import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { openLineSorter } from '../../../app/line-sorter.ts'
import { refuse } from '../../../contract/errors.ts'
import { commandAlone, type Outcome } from '../command.ts'
import { readableFile } from '../read-file.ts'
import { typedPath } from '../typed-path.ts'
import { count } from '../words.ts'
import { STANDARD, writeWhole } from '../write-whole.ts'

export const dedup = commandAlone({
  name: 'dedup',
  usage: '--in FILE.jsonl --out FILE.jsonl',
  summary: 'Sorts the postings of a file into jobs: the same ids, each with its job. Needs no data folder.',
  options: { in: { type: 'string' }, out: { type: 'string' } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare(values) {
    const from = values.in || refuse('bad_input', '--in needs a file of JSON lines.', { field: '--in' })
    const to =
      values.out || refuse('bad_input', '--out needs the name of a file to write.', { field: '--out' })
    const path = readableFile(from)
    if (typedPath(to) === path)
      refuse('bad_input', '--out must be another file than --in.', { field: '--out' })
    return ({ signal }) => sortFile(path, to, signal)
  },
})

async function sortFile(from: string, to: string, signal: AbortSignal): Promise<Outcome> {
  const sort = openLineSorter()
  const jobs = new Set<string>()
  let [row, postings, leftOut] = [0, 0, 0]
  const report = (text: string) => console.error(`Line ${row}: ${text}`)
  async function* answers(): AsyncGenerator<string> {
    const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })
    let part = ''
    for await (const text of lines) {
      row += 1
      const line = row === 1 ? text.replace(/^\uFEFF/, '') : text
      if (line.trim() === '') continue
      const sorted = sort(line)
      if (!sorted.ok) {
        leftOut += 1
        report(sorted.problem)
        continue
      }
      if (sorted.remark !== null) report(`${sorted.remark} It stands alone.`)
      postings += 1
      jobs.add(sorted.job)
      part += `${JSON.stringify({ id: sorted.id, job: sorted.job })}\n`
      if (part.length < 65_536) continue
      yield part
      part = ''
    }
    yield part
  }
  await writeWhole(to, answers(), signal)
  return {
    aside: to === STANDARD,
    json: { postings, jobs: jobs.size, left_out: leftOut },
    lines: [
      `${count(postings, 'posting')} in ${count(jobs.size, 'job')}.`,
      ...(leftOut === 0 ? [] : [`${count(leftOut, 'line')} left out.`]),
    ],
  }
}
