import { createHash } from 'node:crypto'
import type { Ai, AiFailure } from '../ai/service.ts'
import type { AiFinding } from './rules/ai/grounding.ts'
import {
  type AskedPosting,
  askedText,
  QUESTION_VERSION,
  questionFor,
  Reading,
  Readings,
  SYSTEM_PROMPT,
} from './rules/ai/question.ts'

/** Asks the language model about postings, several a call, and keeps what stands in them. */

/** Checks answers against the postings, on a compute thread. */
export type Ground = (items: { asked: AskedPosting; reading: Reading }[]) => Promise<AiFinding[][]>

/** Answers that were paid for before. */
export interface Memory {
  find(key: Uint8Array): { answer: string; model: string } | undefined
  keep(key: Uint8Array, reading: { answer: string; model: string; micros: number }): void
}

/** What became of one posting. */
export type AiReading =
  | { ok: true; findings: AiFinding[]; model: string; key: Uint8Array; micros: number }
  | { ok: false; message: string; key: Uint8Array }

/** `stopped`: nobody can be asked now, so the postings without an outcome were not asked. */
export interface AiReadings {
  /** In the order of the postings; null: not asked. */
  outcomes: (AiReading | null)[]
  stopped: AiFailure | null
}

/** What ends the asking for all, and not only for one posting. */
const FOR_ALL: ReadonlySet<AiFailure['reason']> = new Set([
  'off',
  'no_model',
  'no_key',
  'no_price',
  'cap',
  'key_refused',
  'limited',
  'unreachable',
  'cancelled',
])

/** Under what an answer is kept: the same words of a posting, the same facts, the same model and question. */
export function readingKey(asked: AskedPosting, model: string): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify([QUESTION_VERSION, model, askedText(asked)]))
    .digest()
}

/** Reads some postings, in one call if they are new; a call whose answer cannot be used is repeated one by one. */
export async function readByAi(
  asked: readonly AskedPosting[],
  tools: { ai: Pick<Ai, 'ask'>; model: string; ground: Ground; memory: Memory; signal?: AbortSignal },
): Promise<AiReadings> {
  const keys = asked.map(one => readingKey(one, tools.model))
  const outcomes: (AiReading | null)[] = asked.map(() => null)
  const fresh: number[] = []
  for (const [index, key] of keys.entries()) {
    const known = tools.memory.find(key)
    const reading = known ? Reading.safeParse(JSON.parse(known.answer)) : null
    if (known && reading?.success)
      outcomes[index] = await grounded(asked, index, reading.data, key, known.model, 0, tools.ground)
    else fresh.push(index)
  }
  const stopped = await askAll(fresh)
  return { outcomes, stopped }

  async function askAll(indexes: readonly number[]): Promise<AiFailure | null> {
    if (indexes.length === 0) return null
    const postings = indexes.flatMap(index => asked[index] ?? [])
    const { user, maxOutputTokens } = questionFor(postings)
    const answer = await tools.ai.ask({
      purpose: postings.length === 1 ? 'Missing facts of a job' : `Missing facts of ${postings.length} jobs`,
      system: SYSTEM_PROMPT,
      user,
      schemaName: 'postings',
      schema: Readings,
      maxOutputTokens,
      ...(tools.signal ? { signal: tools.signal } : {}),
    })
    if (!answer.ok) {
      if (FOR_ALL.has(answer.reason)) return answer
      return fail(indexes, answer.message)
    }
    const share = Math.ceil(answer.cost / indexes.length)
    const left: number[] = []
    for (const [place, index] of indexes.entries()) {
      const reading = answer.value.postings.find(one => one.posting === place + 1)
      const key = keys[index]
      if (!reading || !key) {
        left.push(index)
        continue
      }
      tools.memory.keep(key, { answer: JSON.stringify(reading), model: answer.model, micros: share })
      outcomes[index] = await grounded(asked, index, reading, key, answer.model, share, tools.ground)
    }
    return fail(left, 'The model left this posting out of its answer.')
  }

  /** Several postings are asked one by one; a single one has failed. */
  async function fail(indexes: readonly number[], message: string): Promise<AiFailure | null> {
    if (asked.length > 1 && indexes.length > 1) {
      for (const index of indexes) {
        const stopped = await askAll([index])
        if (stopped) return stopped
      }
      return null
    }
    for (const index of indexes) {
      const key = keys[index]
      if (key) outcomes[index] = { ok: false, message, key }
    }
    return null
  }
}

async function grounded(
  asked: readonly AskedPosting[],
  index: number,
  reading: Reading,
  key: Uint8Array,
  model: string,
  micros: number,
  ground: Ground,
): Promise<AiReading> {
  const one = asked[index]
  if (!one) return { ok: false, message: 'There is no such posting.', key }
  try {
    const [findings = []] = await ground([{ asked: one, reading }])
    return { ok: true, findings, model, key, micros }
  } catch (error) {
    // What ends a compute thread is this posting's fault alone.
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, message: `The answer could not be checked: ${reason}`, key }
  }
}
