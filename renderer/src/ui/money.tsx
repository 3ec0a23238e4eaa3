import { NOT_STATED } from '../../../main/contract/labels.ts'
import type { SalaryPeriod } from '../../../main/contract/values.ts'
import { salaryText } from './money-text.ts'

/** A salary in the posting's own currency. Nothing stated is grey and says so, unless `blank`. */
export function Money({
  low,
  high,
  currency,
  period,
  blank = false,
}: {
  low: number | null
  high: number | null
  currency: string | null
  period: SalaryPeriod | null
  blank?: boolean
}) {
  const text = salaryText(low, high, currency, period)
  if (text !== null) return <span className="tabular-nums">{text}</span>
  return blank ? null : <span className="text-ink-3">{NOT_STATED}</span>
}
