import { addAbortSignal, type Readable } from 'node:stream'
import { type RolecallError, refuse, rolecallError } from '../../../contract/errors.ts'
import { type ReadRow, readRows } from '../../../sources/files/read-rows.ts'
import type { Around, Outcome } from '../command.ts'
import { count } from '../words.ts'
import { STANDARD, writeWhole } from '../write-whole.ts'
import { type DetectedLine, detectedLine, type Said } from './detected-line.ts'
import { type GivenPosting, givenPosting } from './given-posting.ts'

/** Reads some postings; answers in their order, with the reason where one could not be read. */
export type ReadMany = (postings: GivenPosting['posting'][]) => Promise<(Said | { problem: string })[]>

export interface DetectJob {
  /** As it was typed, for messages. */
  from: string
  /** Bytes of postings, with their number where it is known. */
  open(): { stream: Readable; size: number | null }
  to: string
  read: ReadMany
  /** A model is asked too. */
  withModel: boolean
}

/** Longer lines are not read, bytes of UTF-8. */
const LONGEST_LINE = 10 * 1024 * 1024
/** Postings and characters that are read in one go. */
const BATCH = { postings: 50, characters: 2_000_000 }
/** Characters that are written in one go. */
const PART = 65_536
/** Remarks on single lines that are said; the rest is counted. */
const MOST_REMARKS = 20

type Unread = { id: string | number; line: number; error: string }
type Entry = { id: string | number; line: number; posting: GivenPosting } | Unread

/** Reads a file of JSON lines and writes one line for each; refuses when the file as a whole cannot be read. */
export async function detectFile(job: DetectJob, around: Around): Promise<Outcome & { json: object }> {
  const { signal, progress } = around
  const begun = performance.now()
  const counts = { postings: 0, unreadable: 0, without_id: 0 }
  const byModel = { read: 0, failed: 0, not_needed: 0, not_asked: 0 }
  const remarks: { line: number; message: string }[] = []
  let moreRemarks = 0
  const remark = (line: number, message: string) => {
    if (remarks.length >= MOST_REMARKS) {
      moreRemarks += 1
      return
    }
    remarks.push({ line, message })
    around.remark(line === 0 ? message : `Line ${line}: ${message}`)
  }

  const { stream, size } = job.open()
  addAbortSignal(signal, stream)
  let bytes = 0
  async function* input(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      bytes += chunk.length
      yield chunk
    }
  }

  const entryOf = (row: ReadRow): Entry => {
    if (!row.ok) {
      // About the file as a whole.
      if (row.row === 0) refuse(fileCode(row.code), `${job.from}: ${row.message}`)
      counts.unreadable += 1
      remark(row.row, row.message)
      return { id: row.row, line: row.row, error: row.message }
    }
    const posting = givenPosting(row.value)
    if (posting.id !== null) return { id: posting.id, line: row.row, posting }
    counts.without_id += 1
    remark(row.row, 'The posting has no id; the number of its line stands for it.')
    return { id: row.row, line: row.row, posting }
  }

  async function answers(entries: readonly Entry[]): Promise<string> {
    const postings = entries.flatMap(entry => ('posting' in entry ? [entry.posting.posting] : []))
    const read = postings.length === 0 ? [] : await job.read(postings)
    let next = 0
    let text = ''
    for (const entry of entries) {
      let value: DetectedLine | Unread
      if ('error' in entry) value = entry
      else {
        const said = read[next++] ?? { problem: 'The posting was not read.' }
        if ('problem' in said) {
          counts.unreadable += 1
          remark(entry.line, said.problem)
          value = { id: entry.id, line: entry.line, error: said.problem }
        } else {
          counts.postings += 1
          if (said.byModel) byModel[said.byModel.ai] += 1
          value = detectedLine(entry.id, entry.posting, said)
        }
      }
      text += `${JSON.stringify(value)}\n`
    }
    return text
  }

  async function* lines(): AsyncGenerator<string> {
    const onWarning = ({ message }: { message: string }) => remark(0, message)
    let entries: Entry[] = []
    let characters = 0
    let part = ''
    for await (const row of readRows(input(), {
      format: 'jsonl',
      maxRowBytes: LONGEST_LINE,
      signal,
      onWarning,
    })) {
      entries.push(entryOf(row))
      characters += row.ok ? row.raw.length : 0
      if (entries.length < BATCH.postings && characters < BATCH.characters) continue
      part += await answers(entries)
      entries = []
      characters = 0
      const done = counts.postings + counts.unreadable
      progress.show('Reading postings', size ? Math.min(1, bytes / size) : null, done, null)
      if (part.length < PART) continue
      yield part
      part = ''
    }
    yield part + (await answers(entries))
  }

  try {
    await writeWhole(job.to, lines(), signal)
  } catch (error) {
    if (signal.aborted)
      refuse('cancelled', job.to === STANDARD ? 'Stopped.' : `Stopped. ${job.to} was not written.`)
    throw error
  } finally {
    stream.destroy()
  }
  if (moreRemarks > 0) around.remark(`… and ${count(moreRemarks, 'more line')} with remarks.`)
  const seconds = (performance.now() - begun) / 1_000
  const asked = byModel.read + byModel.failed
  return {
    aside: job.to === STANDARD,
    json: {
      ...counts,
      milliseconds: Math.round(seconds * 1_000),
      remarks,
      ...(job.withModel ? { ai: byModel } : {}),
    },
    lines: [
      `${count(counts.postings, 'posting')} read in ${seconds.toFixed(1)} s.`,
      ...(asked === 0
        ? []
        : [`The model was asked about ${asked}; ${byModel.failed} of its answers were of no use.`]),
    ],
    problems: counts.unreadable === 0 ? [] : [unreadable(counts.unreadable)],
  }
}

const unreadable = (lines: number): RolecallError =>
  rolecallError(
    'file_not_understood',
    `${count(lines, 'line')} could not be read; the answer says why in the same place.`,
  )

const fileCode = (code: string): RolecallError['code'] => {
  if (code === 'file_empty') return 'file_empty'
  return code === 'file_not_readable' ? 'file_unreadable' : 'file_not_understood'
}
