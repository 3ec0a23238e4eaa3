import type { CheckName } from '../contract/checks.ts'
import type { Check } from './check.ts'
import { salaryOrder } from './checks/salary-order.ts'

/** Every check, in the order in which they are shown. */
export const CHECKS: readonly Check[] = [salaryOrder]

export function checkNamed(name: CheckName): Check {
  const check = CHECKS.find(each => each.name === name)
  if (!check) throw new Error(`There is no check ${name}`)
  return check
}
