/** Yearly pay as two postings state it. */
export interface YearlyPay {
  salary_year_low: number | null
  salary_year_high: number | null
  compensation_currency: string | null
}

/** Hours, days and months become years by round numbers, and boards round too. */
const ROUNDING = 0.02
/** Ranges that share less of what they span together are two offers. */
const SHARED = 0.6

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(a, b)

/** `equal`: both ends stated and the same; `other`: it contradicts; `open`: neither. */
export function compareYearlyPay(a: YearlyPay, b: YearlyPay): 'equal' | 'other' | 'open' {
  const lowA = a.salary_year_low ?? a.salary_year_high
  const lowB = b.salary_year_low ?? b.salary_year_high
  if (lowA === null || lowB === null) return 'open'
  const { compensation_currency: one } = a
  const { compensation_currency: other } = b
  if (one !== null && other !== null && one !== other) return 'other'
  const highA = a.salary_year_high ?? lowA
  const highB = b.salary_year_high ?? lowB
  if (near(lowA, lowB) && near(highA, highB)) return 'equal'
  const shared = Math.min(highA, highB) - Math.max(lowA, lowB)
  if (shared < 0) return 'other'
  // One end only ("up to", "from") says too little to contradict more.
  if ([a, b].some(pay => pay.salary_year_low === null || pay.salary_year_high === null)) return 'open'
  return shared < SHARED * (Math.max(highA, highB) - Math.min(lowA, lowB)) ? 'other' : 'open'
}
