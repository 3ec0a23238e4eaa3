import { createReadStream, statSync } from 'node:fs'
import { z } from 'zod'
import type { Campaign } from '../campaigns/service.ts'
import { type RolecallError, rolecallError } from '../contract/errors.ts'
import { UploadId } from '../contract/ids.ts'
import { ImportPreview, Mapping } from '../contract/imports.ts'
import { uploadFacts, uploadPath } from '../imports/service.ts'
import { handSourceId, readRows } from '../sources/service.ts'
import { BATCH, outcomesOf, type ReadItem } from './batches.ts'
import { rankingPlan, withOwn } from './plan.ts'
import type { Progress } from './progress.ts'
import type { RunContext } from './stages.ts'
import type { Run } from './store.ts'
import { type Outcome, writeOutcomes } from './write.ts'

/** What the import of a file needs to start again after a crash: the kept file and how its columns are read. */
export const ImportInput = z.object({ uploadId: UploadId, mapping: Mapping.nullable() })
export type ImportInput = z.infer<typeof ImportInput>

/** Asks the parser process for the mapping that the file's columns suggest. */
async function suggestedMapping(context: RunContext, uploadId: UploadId): Promise<Mapping | RolecallError> {
  const { name } = uploadFacts(context.dataDir, uploadId)
  const answer = await context.parser.run({
    kind: 'preview',
    path: uploadPath(context.dataDir, uploadId),
    name,
  })
  if (!answer.ok) return answer.error
  const { mapping, problem } = ImportPreview.parse(answer.value)
  return problem
    ? rolecallError('file_not_understood', problem.message, { details: { code: problem.code } })
    : mapping
}

/** Batches that are computed ahead while the writer works. */
const AHEAD = 3

/**
 * Imports a kept file: reads, recognises, prepares, stores. Rows up to `progress.row` were dealt with before a crash or a
 * failed try and are passed over. Answers an error for the file as a whole; what was stored stays.
 */
export async function runImport(
  context: RunContext,
  run: Run,
  campaign: Campaign,
  progress: Progress,
  signal: AbortSignal,
): Promise<RolecallError | null> {
  const input = ImportInput.parse(run.input)
  const path = uploadPath(context.dataDir, input.uploadId)
  uploadFacts(context.dataDir, input.uploadId)
  const mapping = input.mapping ?? (await suggestedMapping(context, input.uploadId))
  if ('code' in mapping) return mapping

  const begunBehind = progress.row
  progress.read = begunBehind
  if (begunBehind > 0) progress.log('info', 'extract', `Going on behind row ${begunBehind}.`)
  const sourceId = context.unit(tx => handSourceId(tx, 'file'))
  const settings = {
    sourceId,
    mapping,
    plan: withOwn(context.db, rankingPlan(context.db), campaign),
    now: run.startedAt ?? context.clock.now(),
  }
  const origin = { sourceId, campaignId: run.campaignId, runId: run.id }
  const size = statSync(path).size
  let bytes = 0
  async function* counted() {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      bytes += (chunk as Uint8Array).length
      yield chunk as Uint8Array
    }
  }

  // Batches are prepared ahead on the compute threads and written strictly in the order of the file.
  const ahead: Promise<Outcome[]>[] = []
  const writeNext = async () => {
    const outcomes = await ahead.shift()
    if (outcomes) await writeOutcomes(context, run, origin, outcomes, progress, () => signal.aborted)
    progress.share = size === 0 ? 1 : Math.min(1, bytes / size)
  }
  let batch: ReadItem[] = []
  const send = async () => {
    if (batch.length === 0) return
    const prepared = outcomesOf(context.db, context.compute, batch, settings)
    // A failure is met when its turn to be written comes.
    prepared.catch(() => {})
    ahead.push(prepared)
    batch = []
    if (ahead.length > AHEAD) await writeNext()
  }

  // A row of a table is kept as JSON with its column names, which the row alone does not have.
  let table = false
  const warnings: string[] = []
  let fileError: RolecallError | null = null
  const rows = readRows(counted(), {
    signal,
    onLayout: layout => {
      table = layout.format === 'csv'
    },
    onWarning: warning => warnings.push(warning.message),
  })
  try {
    for await (const row of rows) {
      if (signal.aborted) break
      if (!row.ok && row.row === 0) {
        fileError = rolecallError(
          row.code === 'file_empty' ? 'file_empty' : 'file_not_understood',
          row.message,
        )
        break
      }
      if (row.row <= begunBehind) continue
      progress.read += 1
      batch.push(
        row.ok
          ? {
              ok: true,
              row: row.row,
              payload: table ? JSON.stringify(row.value) : row.raw,
              mediaType: 'application/json',
            }
          : { ok: false, row: row.row, issue: { row: row.row, code: row.code, message: row.message } },
      )
      if (batch.length >= BATCH) await send()
    }
    await send()
    while (ahead.length > 0 && !signal.aborted) await writeNext()
  } catch (error) {
    if (!signal.aborted) throw error
  }
  if (signal.aborted) return null
  for (const message of warnings) progress.remark({ row: null, code: 'warning', message })
  return fileError
}
