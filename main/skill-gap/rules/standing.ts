import type { SkillStanding } from '../../contract/skill-gap.ts'
import type { Asked } from './asked.ts'

/** How somebody with certain skills stands before the jobs that require some. */
export interface Standing extends SkillStanding {
  /** Jobs that require at least one counted skill. */
  requiring: number
  /** By place: jobs that this one skill more would open. */
  opens: Uint32Array
  /** By place: jobs that are not open and require it. */
  closed: Uint32Array
}

/** Shares are added up as whole numbers, so that the order of the jobs changes nothing. */
const WHOLE = 1_000_000

/**
 * Coverage, open jobs, and what each further skill would open. A job is open from `openFrom` percent of its required
 * skills on; what is a plus is not needed. `known` is 1 by place for what the person knows.
 */
export function standingOf(asked: Asked, known: Uint8Array, openFrom: number): Standing {
  const opens = new Uint32Array(known.length)
  const closed = new Uint32Array(known.length)
  const { start, plus, skills } = asked
  let requiring = 0
  let open = 0
  let shares = 0
  for (let job = 0; job < asked.jobs; job += 1) {
    const from = start[job] ?? 0
    const to = plus[job] ?? 0
    const total = to - from
    if (total === 0) continue
    requiring += 1
    let has = 0
    for (let at = from; at < to; at += 1) has += known[skills[at] ?? 0] ?? 0
    shares += Math.round((WHOLE * has) / total)
    const lacking = Math.ceil((total * openFrom) / 100) - has
    if (lacking <= 0) {
      open += 1
      continue
    }
    for (let at = from; at < to; at += 1) {
      const place = skills[at] ?? 0
      if (known[place] === 1) continue
      closed[place] = (closed[place] ?? 0) + 1
      if (lacking === 1) opens[place] = (opens[place] ?? 0) + 1
    }
  }
  return {
    coverage: requiring === 0 ? null : Math.round((1000 * shares) / (WHOLE * requiring)) / 10,
    open,
    requiring,
    opens,
    closed,
  }
}
