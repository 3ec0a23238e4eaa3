import type { SalaryPeriod } from '../../../contract/values.ts'
import type { ReadText, Span } from '../text.ts'

/** Pay as a posting states it, in its own period; `currency` is ISO 4217. */
export interface Pay {
  low: number | null
  high: number | null
  currency: string | null
  period: SalaryPeriod | null
}

/** Pay read from a text, with the words it was read from. */
export interface PayFinding extends Pay {
  text: ReadText
  span: Span
  /** 0–1. */
  confidence: number
  /** The period is named in the text and not inferred from the size of the amount. */
  periodStated: boolean
  note?: string
}
