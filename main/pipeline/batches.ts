import { hash } from 'node:crypto'
import type { Mapping } from '../contract/imports.ts'
import type { RunIssue } from '../contract/runs.ts'
import type { Db } from '../platform/db/connection.ts'
import { isDeadly } from '../platform/threads/compute-pool.ts'
import { findRaw, type RawItem } from '../postings/service.ts'
import type { Compute, Prepared, PrepareItem, RankingPlan } from './tasks.ts'
import type { Outcome } from './write.ts'

/** Items in the order in which they were read: refused by the reader, or to be looked at. */
export type ReadItem =
  | {
      ok: true
      row: number | null
      payload: string
      /** What decides whether anything changed; the payload unless set. */
      mark?: string
      mediaType: string
      /** Set for adapters; a row of a file is mapped later. */
      read?: Extract<PrepareItem, { posting: unknown }>
    }
  | {
      ok: false
      row: number | null
      issue: RunIssue
      /** What could not be read is kept as it came. */
      unread?: { payload: string; mediaType: string }
    }

/** What a batch is prepared with. */
export interface BatchSettings {
  sourceId: number
  mapping: Mapping | null
  plan: RankingPlan
  now: string
}

/** How many items go to a compute thread at once: large enough to be worth the trip, small enough to cancel soon. */
export const BATCH = 200

/**
 * The content of an item, as it decides whether anything changed. A file's row counts together with how its
 * columns were mapped: the same row read differently is another posting.
 */
export function contentHash(item: { payload: string; mark?: string }, mappingMark: string): Uint8Array {
  return hash('sha256', mappingMark + (item.mark ?? item.payload), 'buffer')
}

/** True when the source brought just this before, and a posting shows it. */
export function isStored(db: Db, sourceId: number, digest: Uint8Array): boolean {
  const known = findRaw(db, sourceId, digest)
  return known !== undefined && known.job_id !== null
}

/**
 * Has all items prepared. A batch that ends the threads that work on it is given over again item by item, so that
 * only the guilty one is set aside.
 */
export async function prepareAll(
  compute: Compute,
  items: PrepareItem[],
  settings: Omit<BatchSettings, 'sourceId'>,
): Promise<Prepared[]> {
  const { mapping, plan, now } = settings
  try {
    return await compute.run({ kind: 'prepare', items, mapping, plan, now })
  } catch (error) {
    const [only] = items
    if (!isDeadly(error) || !only) throw error
    if (items.length === 1)
      return [
        {
          ok: false,
          code: 'not_understood',
          message: 'This posting could not be read: reading it takes too long or too much memory.',
        },
      ]
    const each: Prepared[] = []
    for (const item of items) each.push(...(await prepareAll(compute, [item], settings)))
    return each
  }
}

/** Recognises what is known, has the rest prepared, and answers all outcomes in the order of reading. */
export async function outcomesOf(
  db: Db,
  compute: Compute,
  items: readonly ReadItem[],
  settings: BatchSettings,
): Promise<Outcome[]> {
  const mark = settings.mapping === null ? '' : `${JSON.stringify(settings.mapping)}\n`
  const fresh: { raw: RawItem; ofSource: boolean }[] = []
  const questions: PrepareItem[] = []
  const slots = items.map((item): Outcome | number => {
    if (!item.ok)
      return {
        kind: 'refused',
        row: item.row,
        issue: item.issue,
        ...(item.unread ? { unread: { ...item.unread, contentHash: contentHash(item.unread, mark) } } : {}),
      }
    const digest = contentHash(item, mark)
    const known = findRaw(db, settings.sourceId, digest)
    if (known && known.job_id !== null)
      return {
        kind: 'unchanged',
        row: item.row,
        jobId: known.job_id,
        contentHash: digest,
        again: async () => {
          const [outcome] = await outcomesOf(db, compute, [item], settings)
          if (!outcome) throw new Error('An item has no outcome')
          return outcome
        },
      }
    const { row, mediaType, payload } = item
    fresh.push({ raw: { row, contentHash: digest, mediaType, payload }, ofSource: item.read !== undefined })
    // What is kept anyway does not travel to the compute thread and back.
    questions.push(item.read ?? { text: item.payload })
    return fresh.length - 1
  })
  const prepared = fresh.length === 0 ? [] : await prepareAll(compute, questions, settings)
  return slots.map((slot): Outcome => {
    if (typeof slot !== 'number') return slot
    const answer = prepared[slot]
    const { raw, ofSource } = fresh[slot] ?? {}
    if (answer?.ok && raw) return { kind: 'store', row: raw.row, prepared: { ...answer.posting, ...raw } }
    const row = raw?.row ?? null
    return {
      kind: 'refused',
      row,
      issue: {
        row,
        code: answer && !answer.ok ? answer.code : 'internal',
        message: answer && !answer.ok ? answer.message : 'No answer came for this posting.',
      },
      // A file can be read again; what a source said once may be gone tomorrow.
      ...(ofSource && raw ? { unread: raw } : {}),
    }
  })
}
