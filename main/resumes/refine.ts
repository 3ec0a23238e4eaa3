import { createHash } from 'node:crypto'
import type { Ai, AiFailure } from '../ai/service.ts'
import { standingOf } from '../ai/service.ts'
import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Commands } from '../platform/dispatch.ts'
import { readSettings } from '../settings/service.ts'
import { reviewedResume, type Understood, understoodOf } from './review.ts'
import { answerTo, keepRefinement } from './review-store.ts'
import { ModelResume, QUESTION_VERSION, questionFor, SYSTEM_PROMPT } from './rules/review/question.ts'

/** Asking the language model about a résumé, once a person asks for it. */

const CODES: Record<AiFailure['reason'], ErrorCode> = {
  off: 'unsupported',
  no_model: 'unsupported',
  no_key: 'unsupported',
  no_price: 'unsupported',
  cap: 'source_limited',
  key_refused: 'source_refused',
  limited: 'source_limited',
  unreachable: 'source_unreachable',
  timed_out: 'source_unreachable',
  malformed: 'source_changed',
  declined: 'source_changed',
  cancelled: 'cancelled',
}
const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'source_limited',
  'source_unreachable',
  'source_changed',
  'cancelled',
])

/** The commands that ask the model; one résumé at a time. */
export function refineCommands(ai: Pick<Ai, 'ask'>) {
  let asking: AbortController | null = null
  return {
    'resumes.refine': async (context, { versionId }) => {
      const standing = standingOf(context.db, context.clock)
      if (standing.state === 'off') return refuse('unsupported', 'The language model is switched off.')
      if (asking) return refuse('busy', 'Another résumé is being refined.', { retryable: true })
      const understood = understoodOf(context.db, versionId)
      asking = new AbortController()
      try {
        await askAbout(context, ai, understood, asking.signal)
      } finally {
        asking = null
      }
      const today = context.clock.now().slice(0, 10)
      return { changed: reviewedResume(context.db, understood, today).byModel.size }
    },
    'resumes.cancelRefine': () => {
      asking?.abort()
      return {}
    },
  } satisfies Partial<Commands>
}

/** Asks, unless the same was answered before, and keeps the answer. */
async function askAbout(
  context: CommandContext,
  ai: Pick<Ai, 'ask'>,
  { reading }: Understood,
  signal: AbortSignal,
): Promise<void> {
  const { aiModel } = readSettings(context.db)
  const { user, maxOutputTokens } = questionFor(reading.text.map(({ text }) => text).join('\n'))
  const asked = createHash('sha256')
    .update(JSON.stringify([QUESTION_VERSION, aiModel, user]))
    .digest()
  const keep = (answer: string, model: string, micros: number) =>
    context.unit(tx => {
      keepRefinement(tx.db, reading.versionId, { asked, answer, model, micros, at: tx.now })
      tx.emit('document.changed', { documentIds: [reading.documentId], jobIds: [] })
    })
  const known = answerTo(context.db, asked)
  if (known) {
    keep(known.answer, known.model, 0)
    return
  }
  const answer = await ai.ask({
    purpose: 'Refining a résumé',
    system: SYSTEM_PROMPT,
    user,
    schemaName: 'resume',
    schema: ModelResume,
    maxOutputTokens,
    signal,
  })
  if (!answer.ok) {
    const code = CODES[answer.reason]
    return refuse(code, answer.message, { retryable: RETRYABLE.has(code) })
  }
  keep(JSON.stringify(answer.value), answer.model, answer.cost)
}
