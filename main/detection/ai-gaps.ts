import type { Ai } from '../ai/service.ts'
import type { CommandContext } from '../platform/context.ts'
import type { ReadPosting, ShownPosting } from '../postings/service.ts'
import { readSettings } from '../settings/service.ts'
import { type Ground, type Memory, readByAi, readingKey } from './ai-reader.ts'
import { gapsOf, keepReading, keptReading } from './missing-store.ts'
import type { AiFinding } from './rules/ai/grounding.ts'
import { type AskedPosting, Reading, wantedOf } from './rules/ai/question.ts'

/** What postings leave open for the model, and asking it about one. */

/** What a fresh detection leaves open, by the same facts as the database counts. */
export function gapsIn({ detection }: Pick<ReadPosting, 'detection'>): AskedPosting['wanted'] {
  const { facts, skills } = detection
  const open: AskedPosting['wanted'] = []
  if (facts.salary_low === null && facts.salary_high === null) open.push('salary')
  if (facts.office_city === null && facts.office_country === null && facts.remote_options !== 'remote')
    open.push('place')
  if (facts.remote_options === null) open.push('remote')
  if (facts.job_type === null) open.push('type')
  if (facts.seniority_level === null) open.push('seniority')
  if (skills.length === 0) open.push('skills')
  return open
}

/** The answers of models that the database keeps. */
export const keptAnswers = (context: CommandContext): Memory => ({
  find: key => keptReading(context.db, key),
  keep: (key, reading) => context.unit(tx => keepReading(tx.db, key, reading, tx.now)),
})

/** What the model said of one posting; `message`: why it said nothing. */
export interface AskedOnce {
  findings: AiFinding[]
  message: string | null
  micros: number
}

/** Asks the model for what a fresh detection leaves open; an answer that is known costs nothing. */
export async function askForGaps(
  context: CommandContext,
  tools: { ai: Ai; ground: Ground },
  shown: ShownPosting,
  open: AskedPosting['wanted'],
): Promise<AskedOnce> {
  if (open.length === 0) return { findings: [], message: null, micros: 0 }
  const { aiModel } = readSettings(context.db)
  const { outcomes, stopped } = await readByAi([{ posting: shown.posting, wanted: open }], {
    ai: tools.ai,
    model: aiModel,
    ground: tools.ground,
    memory: keptAnswers(context),
  })
  if (stopped) return { findings: [], message: stopped.message, micros: stopped.cost }
  const [outcome] = outcomes
  if (!outcome) return { findings: [], message: 'The model was not asked.', micros: 0 }
  if (!outcome.ok) return { findings: [], message: outcome.message, micros: 0 }
  return { findings: outcome.findings, message: null, micros: outcome.micros }
}

/** The answer that the model gave about these gaps of this posting before; null when it was never asked. */
export function rememberedAnswer(
  context: CommandContext,
  shown: ShownPosting,
  wanted: AskedPosting['wanted'],
): { asked: AskedPosting; reading: Reading; key: Uint8Array; model: string } | null {
  if (wanted.length === 0) return null
  const asked: AskedPosting = { posting: shown.posting, wanted }
  const key = readingKey(asked, readSettings(context.db).aiModel)
  const kept = keptReading(context.db, key)
  if (!kept) return null
  const reading = Reading.safeParse(JSON.parse(kept.answer))
  return reading.success ? { asked, reading: reading.data, key, model: kept.model } : null
}

/** What a stored job leaves open for the model; the person's own word is never asked about. */
export function wantedFor(
  context: CommandContext,
  jobIds: readonly number[],
): Map<number, AskedPosting['wanted']> {
  const FIELDS = {
    salary: ['salary_low', 'salary_high'],
    place: ['office_city', 'office_country'],
    remote: ['remote_options'],
    type: ['job_type'],
    seniority: ['seniority_level'],
    skills: ['skills'],
    summary: [],
  } as const
  return new Map(
    [...gapsOf(context.db, jobIds)].map(([jobId, { missing, summary, own }]) => [
      jobId,
      wantedOf(missing, summary).filter(wanted => !FIELDS[wanted].some(field => own.has(field))),
    ]),
  )
}
