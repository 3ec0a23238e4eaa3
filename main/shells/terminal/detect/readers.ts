import { openLineDetector } from '../../../app/line-detector.ts'
import { Refusal } from '../../../contract/errors.ts'
import type { Around } from '../command.ts'
import { unlessAborted } from '../interrupt.ts'
import type { Session } from '../session.ts'
import type { ReadMany } from './detect-file.ts'

/** Patterns alone, in this process. */
export function patternReader(): ReadMany {
  const detect = openLineDetector()
  return async postings =>
    postings.map(posting => {
      try {
        return { detection: detect(posting) }
      } catch (error) {
        // One posting that trips a rule is answered with the reason; the others go on.
        const reason = error instanceof Error ? error.message : String(error)
        return { problem: `This posting could not be read: ${reason}` }
      }
    })
}

/** Reasons that are normal: what was asked for is there, as far as patterns go. */
const NORMAL = new Set(['off', 'no_model', 'no_key', 'no_price', 'cap'])

/** What became of asking the model. */
export interface ModelUse {
  /** US dollars. */
  cost: number
  /** Why it was not asked to the end. */
  stopped: { reason: string; message: string; normal: boolean } | null
}

/** Patterns and the model, by the core of a data folder; when nobody can be asked any more, says so once and goes on. */
export function modelReader({ ask }: Session, { remark, signal }: Around): { read: ReadMany; use: ModelUse } {
  const use: ModelUse = { cost: 0, stopped: null }
  const read: ReadMany = async postings => {
    try {
      const answer = ask('detection.readPostings', { postings, ai: use.stopped === null })
      const { readings, stopped, cost } = await unlessAborted(answer, signal)
      use.cost += cost
      if (stopped && use.stopped === null) {
        use.stopped = { ...stopped, normal: NORMAL.has(stopped.reason) }
        remark(`${stopped.message} What follows is read by patterns alone.`)
      }
      return readings.map(({ detection, ...byModel }) => ({ detection, byModel }))
    } catch (error) {
      if (!(error instanceof Refusal) || error.error.code !== 'internal' || postings.length === 0) throw error
      // One posting may have ended the thread that read it: each is tried by itself.
      if (postings.length === 1) return [{ problem: error.error.message }]
      const all: Awaited<ReturnType<ReadMany>> = []
      for (const posting of postings) all.push(...(await read([posting])))
      return all
    }
  }
  return { read, use }
}
