import { type Background, createBackground } from '../platform/background.ts'
import { createTurn } from '../platform/turn.ts'
import {
  clearMatches,
  profileVersion,
  rematchAfter,
  replaceMatchRows,
  setRematchAfter,
} from '../profile/service.ts'
import { countJobs, rankableChunk } from '../ranking/service.ts'
import { numberedPlan } from './plan.ts'
import type { RunContext } from './stages.ts'

/** Matches all jobs with the profile again after it changed; how far it came stands in the database. */
export type MatchAll = Background

const CHUNK = 2000
const SLICE = 250

export function createMatchAll(context: RunContext): MatchAll {
  const show = (done: number) => {
    const total = countJobs(context.db)
    context.signal({ type: 'matches.progress', payload: { done: Math.min(done, total), total } })
  }

  const work = async (stopping: () => boolean) => {
    for (
      let after = rematchAfter(context.db);
      after !== null && !stopping();
      after = rematchAfter(context.db)
    ) {
      const plan = numberedPlan(context.db, [])
      const read = rankableChunk(context.db, after, CHUNK, { terms: true, words: [] })
      if (read === null) {
        context.unit(tx => {
          setRematchAfter(tx.db, null)
          tx.emit('matches.changed', {})
        })
        return
      }
      if (plan.profile === null) {
        context.unit(tx => {
          clearMatches(tx.db)
          setRematchAfter(tx.db, null)
          tx.emit('matches.changed', {})
        })
        return
      }
      const ranked = await context.compute.run({
        kind: 'rank',
        chunk: read.chunk,
        plan,
        now: context.clock.now(),
        slice: SLICE,
      })
      // The profile changed once more: everything begins anew with it.
      if (profileVersion(context.db) !== plan.profileVersion) continue
      let expected = after
      for (let at = 0; at < ranked.length && !stopping(); ) {
        const over = createTurn(context.sent)
        const next = context.unit(tx => {
          if (profileVersion(tx.db) !== plan.profileVersion) return null
          let index = at
          for (; index < ranked.length && (index === at || !over()); index += 1) {
            const some = ranked[index]
            if (some?.matches) replaceMatchRows(tx.db, some.matches)
            expected = some?.jobs.at(-1) ?? expected
          }
          setRematchAfter(tx.db, expected)
          return index
        })
        if (next === null) break
        at = next
        await new Promise(resolve => setImmediate(resolve))
      }
      show(expected)
    }
  }

  return createBackground(
    () => rematchAfter(context.db) !== null,
    work,
    error => context.log.error('Jobs could not be matched', { reason: String(error) }),
  )
}
