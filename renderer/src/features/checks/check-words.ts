import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
} from 'lucide-react'
import type { CheckResultView, CheckView, Severity } from '../../../../main/contract/checks.ts'

export const SEVERITY_FACES: Record<Severity, { label: string; hint: string; icon: LucideIcon }> = {
  critical: { label: 'Critical', hint: 'Something is wrong with the data itself.', icon: OctagonAlert },
  warning: { label: 'Warning', hint: 'Worth a look; nothing is lost.', icon: TriangleAlert },
}

export type Standing = CheckResultView['state'] | 'never'

/** How a check stands: its word, its sign and its colour. */
export const STANDING_FACES: Record<Standing, { label: string; icon: LucideIcon; tone: string }> = {
  passed: { label: 'Holds', icon: CircleCheck, tone: 'text-good' },
  failed: { label: 'Fails', icon: CircleAlert, tone: 'text-bad' },
  error: { label: 'Could not be made', icon: TriangleAlert, tone: 'text-warn' },
  never: { label: 'Not checked yet', icon: CircleDashed, tone: 'text-ink-3' },
}

export const standingOf = ({ last }: Pick<CheckView, 'last'>): Standing => last?.state ?? 'never'

const URGENCY: Record<Standing, number> = { failed: 0, error: 1, passed: 2, never: 2 }

/** What needs a look first, the rest in the order it has. */
export const failingFirst = <T extends Pick<CheckView, 'last'>>(checks: readonly T[]): T[] =>
  checks.toSorted((a, b) => URGENCY[standingOf(a)] - URGENCY[standingOf(b)])

const count = (n: number) => n.toLocaleString('en')
const rows = (n: number) => `${count(n)} ${n === 1 ? 'row' : 'rows'}`

/** "12 of 3,400 rows", "none of 3,400 rows"; empty where nothing was looked at. */
export function failingText({ failing, looked }: Pick<CheckResultView, 'failing' | 'looked'>): string {
  if (looked === 0) return failing === 0 ? '' : rows(failing)
  return failing === 0 ? `none of ${rows(looked)}` : `${count(failing)} of ${rows(looked)}`
}

/** All checks in one sentence: "All 10 hold", "2 of 10 fail, 1 of them critical". */
export function standingText(checks: readonly Pick<CheckView, 'last' | 'severity'>[]): string {
  const made = checks.filter(check => check.last !== null)
  if (made.length === 0) return 'Not checked yet'
  const failed = made.filter(check => check.last?.state === 'failed')
  const errors = made.filter(check => check.last?.state === 'error').length
  const critical = failed.filter(check => check.severity === 'critical').length
  const parts = [
    failed.length > 0 ? `${failed.length} of ${checks.length} fail${failed.length === 1 ? 's' : ''}` : '',
    critical > 0 ? (critical === failed.length ? 'critical' : `${critical} of them critical`) : '',
    errors > 0 ? `${errors} could not be made` : '',
  ].filter(Boolean)
  if (parts.length > 0) return parts.join(', ')
  return made.length === checks.length
    ? `All ${checks.length} hold`
    : `${made.length} of ${checks.length} checked, and they hold`
}

/** The trend in a sentence, for those who do not see it. */
export function trendText(trend: CheckView['trend']): string {
  const values = trend.map(point => point.failing)
  const last = values.at(-1)
  if (last === undefined) return 'No results yet'
  const highest = Math.max(...values)
  if (highest === 0) return `None failing in the last ${count(values.length)} checks`
  return `${rows(last)} failing now, at most ${count(highest)} in the last ${count(values.length)} checks`
}

/** "12 rows would be mended." */
export function dryRunText(n: number): string {
  return n === 0 ? 'There is nothing to mend.' : `${rows(n)} would be mended. Nothing has been changed yet.`
}

/** "12 rows" */
export const rowsText = rows
