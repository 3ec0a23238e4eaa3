import type { Ai } from '../ai/service.ts'
import {
  type DetectionPreview,
  EDITABLE_FIELDS,
  type EditableField,
  type FactChoice,
  FactEdits,
  type FieldValue,
  type FieldView,
} from '../contract/detection.ts'
import { refuse } from '../contract/errors.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { CommandContext } from '../platform/context.ts'
import {
  decodeField,
  encodeField,
  type FieldRow,
  factRows,
  isFactField,
  otherRow,
  winnerOf,
} from '../postings/rules/fields.ts'
import {
  fieldsOf,
  type ReadPosting,
  removeFields,
  renewFacts,
  type ShownPosting,
  setFields,
  shownPostings,
  stillShown,
} from '../postings/service.ts'
import { type AskedOnce, askForGaps, gapsIn, rememberedAnswer } from './ai-gaps.ts'
import type { Ground } from './ai-reader.ts'
import { checkEnds, correct, manualRow } from './correct.ts'
import { saveAiState } from './missing-store.ts'
import type { AiFinding } from './rules/ai/grounding.ts'

/** Reading one job again, with a review of every fact before anything is stored. */

export interface AgainTools {
  ai: Ai
  ground: Ground
  /** Reads postings as a run does: detected, marked, and ranked for every campaign that ranks the job. */
  prepareAgain(
    jobId: number,
    items: Pick<ShownPosting, 'sourceKey' | 'posting'>[],
  ): Promise<({ ok: true; posting: ReadPosting } | { ok: false; message: string })[]>
}

const shownOf = (context: CommandContext, jobId: number): ShownPosting =>
  shownPostings(context.db, [jobId])[0] ?? refuse('not_found', 'This job does not exist any more.')

async function readAgain(tools: AgainTools, shown: ShownPosting): Promise<ReadPosting> {
  const [read] = await tools.prepareAgain(shown.jobId, [shown])
  if (!read) return refuse('internal', 'The posting could not be read.')
  return read.ok ? read.posting : refuse('internal', read.message)
}

/** The rows of a fresh detection: the winner first. */
function detectedRow(field: EditableField, { detection }: ReadPosting): FieldRow | undefined {
  if (!isFactField(field)) return otherRow(field, detection) ?? undefined
  return winnerOf(factRows(detection).filter(row => row.field === field))
}

const NOTHING: FieldView = {
  value: null,
  origin: null,
  confidence: null,
  quote: null,
  where: null,
  start: null,
  note: null,
}

/** One row as pages see it. */
export function viewField(row: FieldRow | undefined): FieldView {
  if (!row) return NOTHING
  return {
    value: decodeField(row.field, row.value),
    origin: row.origin,
    confidence: row.confidence,
    quote: row.quote,
    where: row.quote_in,
    start: row.quote_start,
    note: row.note,
  }
}

/** A finding of the model as a row. */
export const aiRow = ({ field, value, proof }: AiFinding): FieldRow => ({
  field,
  origin: 'ai',
  value: encodeField(field, value),
  confidence: proof.confidence,
  quote: proof.quote,
  quote_in: proof.where,
  quote_start: proof.start,
  note: proof.note ?? null,
})

/** What a job shows of the facts that have no row by themselves. */
function shownRow(context: CommandContext, jobId: number, field: EditableField): FieldRow | undefined {
  const rows = fieldsOf(context.db, jobId).filter(row => row.field === field)
  if (rows.length > 0 || isFactField(field)) return winnerOf(rows)
  const job = context.db
    .sql<{ skills: string; years_low: number | null; years_high: number | null; terms: string }>(
      'SELECT skills, years_low, years_high, terms FROM jobs WHERE id = ?',
    )
    .first(jobId)
  if (!job) return undefined
  const terms = JSON.parse(job.terms)
  return (
    otherRow(field, {
      skills: JSON.parse(job.skills),
      years_low: job.years_low,
      years_high: job.years_high,
      years_proof: terms.years ?? null,
      terms: { education: null, visa_sponsorship: null, ...terms },
    }) ?? undefined
  )
}

/** Carries out `detection.preview`. */
export async function previewAgain(
  context: CommandContext,
  tools: AgainTools,
  jobId: number,
  withAi: boolean,
): Promise<DetectionPreview> {
  const shown = shownOf(context, jobId)
  const read = await readAgain(tools, shown)
  const asked: AskedOnce = withAi
    ? await askForGaps(context, tools, shown, gapsIn(read))
    : { findings: [], message: null, micros: 0 }
  const found = new Map(asked.findings.map(finding => [finding.field, aiRow(finding)]))
  const fields = EDITABLE_FIELDS.map(field => {
    const old = viewField(shownRow(context, jobId, field))
    const fresh = viewField(detectedRow(field, read) ?? found.get(field))
    return { field, old, found: fresh, same: sameValue(old, fresh) }
  })
  return { fields, aiMessage: asked.message, cost: asked.micros / 1_000_000 }
}

const sameValue = (old: FieldView, found: FieldView): boolean =>
  JSON.stringify(old.value ?? null) === JSON.stringify(found.value ?? null)

/**
 * Carries out `detection.apply`: reads the job once more (what the model said is remembered) and stores what was
 * decided. `conflict` when the job shows another posting by now.
 */
export async function applyAgain(
  context: CommandContext,
  tools: AgainTools,
  jobId: number,
  choices: readonly FactChoice[],
): Promise<Undoable | null> {
  const shown = shownOf(context, jobId)
  const read = await readAgain(tools, shown)
  const known = rememberedAnswer(context, shown, gapsIn(read))
  const remembered = known ? await tools.ground([known]) : []
  const byAi = new Map((remembered[0] ?? []).map(finding => [finding.field, aiRow(finding)]))
  return context.unit(tx => {
    if (!stillShown(tx.db, shown))
      refuse('conflict', 'The posting has changed in the meantime. Look at it again.', { retryable: true })
    const rows: FieldRow[] = []
    const accepted: EditableField[] = []
    const edits: Partial<Record<EditableField, FieldValue>> = {}
    for (const choice of choices) {
      if (choice.act === 'accept') {
        accepted.push(choice.field)
        const row = detectedRow(choice.field, read) ? undefined : byAi.get(choice.field)
        if (row) rows.push(row)
      } else if (choice.act === 'edit') {
        const parsed = FactEdits.safeParse({ [choice.field]: choice.value })
        if (!parsed.success)
          refuse('bad_input', parsed.error.issues[0]?.message ?? 'This value does not fit.', {
            field: choice.field,
          })
        edits[choice.field] = parsed.data[choice.field] ?? null
        rows.push(manualRow(choice.field, edits[choice.field] ?? null))
      } else rows.push(manualRow(choice.field, viewField(shownRow(context, jobId, choice.field)).value))
    }
    const kept = keptRows(context, jobId, choices, read)
    return correct(
      tx,
      jobId,
      title => `Detected ${title} again`,
      () => {
        renewFacts(tx, shown, read)
        removeFields(tx.db, jobId, 'manual', accepted)
        setFields(tx.db, jobId, [...kept, ...rows])
        checkEnds(tx.db, jobId, edits)
        if (known)
          saveAiState(tx.db, jobId, {
            state: 'done',
            asked: known.key,
            model: known.model,
            message: null,
            at: tx.now,
          })
      },
    )
  })
}

/** Facts without a decision stay as they are, also where the fresh detection says something else. */
function keptRows(
  context: CommandContext,
  jobId: number,
  choices: readonly FactChoice[],
  read: ReadPosting,
): FieldRow[] {
  const decided = new Set(choices.map(choice => choice.field))
  return EDITABLE_FIELDS.flatMap(field => {
    if (decided.has(field)) return []
    const shown = shownRow(context, jobId, field)
    const old = viewField(shown)
    if (shown?.origin === 'manual' || shown?.origin === 'ai') return []
    return sameValue(old, viewField(detectedRow(field, read))) ? [] : [manualRow(field, old.value)]
  })
}
