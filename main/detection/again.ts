import { hash } from 'node:crypto'
import {
  type DetectionPreview,
  EDITABLE_FIELDS,
  type EditableField,
  type FactChoice,
  FactEdits,
  type FieldValue,
} from '../contract/detection.ts'
import { refuse } from '../contract/errors.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { CommandContext } from '../platform/context.ts'
import {
  encodeField,
  type FieldRow,
  factRows,
  isFactField,
  otherRow,
  viewField,
  winnerOf,
} from '../postings/rules/fields.ts'
import {
  fieldsOf,
  type ReadPosting,
  removeFields,
  renewFacts,
  type ShownPosting,
  setFields,
  shownFields,
  shownPostings,
  stillShown,
} from '../postings/service.ts'
import { type AskedOnce, askForGaps, gapsIn, rememberedAnswer } from './ai-gaps.ts'
import { checkEnds, correct, manualRow } from './correct.ts'
import { saveAiState } from './missing-store.ts'
import type { AiFinding } from './rules/ai/grounding.ts'
import type { DetectionRunTools } from './run-tools.ts'

/** Reading one job again, with a review of every fact before anything is stored. */

/** What reading one job again needs of the backend around it. */
export type AgainTools = Pick<DetectionRunTools, 'ai' | 'ground' | 'readAll'>

const shownOf = (context: CommandContext, jobId: number): ShownPosting =>
  shownPostings(context.db, [jobId])[0] ?? refuse('not_found', 'This job does not exist any more.')

async function readAgain(tools: AgainTools, shown: ShownPosting): Promise<ReadPosting> {
  const [read] = await tools.readAll([shown])
  if (!read) return refuse('internal', 'The posting could not be read.')
  return read.ok ? read.posting : refuse('internal', read.message)
}

/** The rows of a fresh detection: the winner first. */
function detectedRow(field: EditableField, { detection }: ReadPosting): FieldRow | undefined {
  if (!isFactField(field)) return otherRow(field, detection) ?? undefined
  return winnerOf(factRows(detection).filter(row => row.field === field))
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

type Compared = DetectionPreview['fields'][number]

/** Old and new of every fact; where the model is not asked anew, what it said before stands for it. */
function compare(
  context: CommandContext,
  jobId: number,
  read: ReadPosting,
  byAi: ReadonlyMap<string, FieldRow>,
): Compared[] {
  const said = fieldsOf(context.db, jobId).filter(row => row.origin === 'ai')
  const shown = shownFields(context.db, jobId)
  return EDITABLE_FIELDS.map(field => {
    const old = viewField(shown.get(field))
    const fresh = detectedRow(field, read) ?? byAi.get(field) ?? said.find(row => row.field === field)
    const found = viewField(fresh)
    return { field, old, found, same: sameValue(old.value, found.value) }
  })
}

/** No skills are the same as skills that are not stated. */
const sameValue = (one: FieldValue, other: FieldValue): boolean => comparable(one) === comparable(other)
const comparable = (value: FieldValue): string =>
  JSON.stringify(Array.isArray(value) && value.length === 0 ? null : value)

/** What a person was shown: the version of the posting, and both values of every fact. */
const versionOf = (shown: ShownPosting, fields: readonly Compared[]): string =>
  hash('sha256', JSON.stringify([shown.rawId, fields.map(({ old, found }) => [old.value, found.value])]))

const byField = (findings: readonly AiFinding[]): Map<string, FieldRow> =>
  new Map(findings.map(finding => [finding.field, aiRow(finding)]))

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
  const fields = compare(context, jobId, read, byField(asked.findings))
  return {
    version: versionOf(shown, fields),
    fields,
    aiMessage: asked.message,
    cost: asked.micros / 1_000_000,
  }
}

const CHANGED = 'The job says something else by now. Look at it again; nothing was changed.'

/**
 * Carries out `detection.apply`: reads the job once more (what the model said is remembered) and stores what was
 * decided. `conflict` when it does not find what the preview of that version showed.
 */
export async function applyAgain(
  context: CommandContext,
  tools: AgainTools,
  decided: { jobId: number; ai: boolean; version: string; choices: readonly FactChoice[] },
): Promise<Undoable | null> {
  const { jobId, choices } = decided
  const twice = choices.find((choice, index) =>
    choices.some((other, at) => at > index && other.field === choice.field),
  )
  if (twice) refuse('bad_input', 'There are two decisions on one fact.', { field: twice.field })
  const shown = shownOf(context, jobId)
  const read = await readAgain(tools, shown)
  const known = decided.ai ? rememberedAnswer(context, shown, gapsIn(read)) : null
  const [findings = []] = known ? await tools.ground([known]) : []
  const byAi = byField(findings)
  return context.unit(tx => {
    const compared = compare(context, jobId, read, byAi)
    if (!stillShown(tx.db, shown) || versionOf(shown, compared) !== decided.version)
      refuse('conflict', CHANGED, { retryable: true })
    const of = new Map(compared.map(one => [one.field, one]))
    const edits: Partial<Record<EditableField, FieldValue>> = {}
    const rows = choices.flatMap((choice): FieldRow[] => {
      if (choice.act === 'keep') return [manualRow(choice.field, of.get(choice.field)?.old.value ?? null)]
      if (choice.act === 'edit') {
        edits[choice.field] = checkedEdit(choice)
        return [manualRow(choice.field, edits[choice.field] ?? null)]
      }
      const row = detectedRow(choice.field, read) ? undefined : byAi.get(choice.field)
      return row ? [row] : []
    })
    const accepted = choices.filter(choice => choice.act === 'accept').map(choice => choice.field)
    const kept = keptRows(compared, choices)
    return correct(
      tx,
      jobId,
      title => `Detected ${title} again`,
      () => {
        renewFacts(tx, shown, read)
        removeFields(tx.db, jobId, 'manual', accepted)
        setFields(tx.db, jobId, [...kept, ...rows])
        checkEnds(tx.db, jobId, edits)
        if (known) {
          const { key: asked, model } = known
          saveAiState(tx.db, jobId, { state: 'done', asked, model, message: null, at: tx.now })
        }
      },
    )
  })
}

function checkedEdit({ field, value }: Extract<FactChoice, { act: 'edit' }>): FieldValue {
  const parsed = FactEdits.safeParse({ [field]: value })
  if (parsed.success) return parsed.data[field] ?? null
  return refuse('bad_input', parsed.error.issues[0]?.message ?? 'This value does not fit.', { field })
}

/** Facts without a decision stay as they are, also where the fresh detection says something else. */
function keptRows(compared: readonly Compared[], choices: readonly FactChoice[]): FieldRow[] {
  const decided = new Set(choices.map(choice => choice.field))
  return compared
    .filter(({ field, same, old }) => !same && old.origin !== 'manual' && !decided.has(field))
    .map(({ field, old }) => manualRow(field, old.value))
}
