import type { Asked } from './asked.ts'

/** How many jobs ask for each skill; the arrays are by place. */
export interface Demand {
  jobs: Uint32Array
  required: Uint32Array
  /** By place and month: `monthly[place * months + month]`. */
  monthly: Uint32Array
  /** Jobs by month. */
  months: Uint32Array
}

/**
 * Counts over all jobs. `firstIds` are the lowest job ids of each month, rising: the time at which jobs are found rises
 * with their ids. What was found before the first month is in no month.
 */
export function countDemand(asked: Asked, size: number, firstIds: readonly number[]): Demand {
  const count = firstIds.length
  const demand: Demand = {
    jobs: new Uint32Array(size),
    required: new Uint32Array(size),
    monthly: new Uint32Array(size * count),
    months: new Uint32Array(count),
  }
  const { ids, start, plus, skills } = asked
  for (let job = 0; job < asked.jobs; job += 1) {
    const month = monthOf(ids[job] ?? 0, firstIds)
    if (month >= 0) add(demand.months, month)
    const end = start[job + 1] ?? 0
    const middle = plus[job] ?? 0
    for (let at = start[job] ?? 0; at < end; at += 1) {
      const place = skills[at] ?? 0
      add(demand.jobs, place)
      if (at < middle) add(demand.required, place)
      if (month >= 0) add(demand.monthly, place * count + month)
    }
  }
  return demand
}

/** The last month that begins at or before the id; -1 before the first. */
function monthOf(id: number, firstIds: readonly number[]): number {
  // Most jobs are of the last months.
  for (let month = firstIds.length - 1; month >= 0; month -= 1)
    if (id >= (firstIds[month] ?? Number.POSITIVE_INFINITY)) return month
  return -1
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
