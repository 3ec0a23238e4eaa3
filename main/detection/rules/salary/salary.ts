import type { ReadPosting } from '../finding.ts'
import type { PayFinding } from './types.ts'

/** Pay stated by a posting, or null. */
export function detectSalary(_posting: ReadPosting, _country: string | null): PayFinding | null {
  return null
}
