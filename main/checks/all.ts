import type { CheckName } from '../contract/checks.ts'
import type { Check } from './check.ts'
import { allowedValues } from './checks/allowed-values.ts'
import { counts } from './checks/counts.ts'
import { freshness } from './checks/freshness.ts'
import { orphanedRankings } from './checks/orphaned-rankings.ts'
import { references } from './checks/references.ts'
import { requiredFields } from './checks/required-fields.ts'
import { salaryOrder } from './checks/salary-order.ts'
import { scoreRange } from './checks/score-range.ts'
import { searchIndex } from './checks/search-index.ts'
import { uniqueKeys } from './checks/unique-keys.ts'

/** Every check, in the order in which they are shown. */
export const CHECKS: readonly Check[] = [
  uniqueKeys,
  requiredFields,
  references,
  orphanedRankings,
  scoreRange,
  allowedValues,
  salaryOrder,
  freshness,
  counts,
  searchIndex,
]

export function checkNamed(name: CheckName): Check {
  const check = CHECKS.find(each => each.name === name)
  if (!check) throw new Error(`There is no check ${name}`)
  return check
}
