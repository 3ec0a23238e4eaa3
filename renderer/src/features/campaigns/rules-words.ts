import { SENIORITY_LABELS } from '../../../../main/contract/labels.ts'
import type { EligibilityRules } from '../../../../main/contract/ranking.ts'
import { amountInCurrency } from '../../ui/money-text.ts'
import { languageName } from './language-choices.ts'

/** Entries of a list that are named; the rest is counted. */
const NAMED = 4

function listed(items: readonly string[], link: 'and' | 'or'): string {
  const hidden = items.length - NAMED
  const named = hidden > 1 ? [...items.slice(0, NAMED), `${hidden} more`] : items
  if (named.length < 2) return named.join('')
  return `${named.slice(0, -1).join(', ')} ${link} ${named.at(-1)}`
}

const quoted = (words: readonly string[]) => words.map(word => `“${word}”`)

/** What a campaign's jobs must have and must not have, in short phrases; null: nothing of the kind. */
export function ruleLines(
  rules: EligibilityRules,
  currency: string | null,
): { must: string | null; mustNot: string | null } {
  const must: string[] = []
  if (rules.remote_only) must.push('remote')
  if (rules.minimum_salary !== null)
    must.push(`at least ${amountInCurrency(rules.minimum_salary, currency)} a year`)
  if (rules.require_words.length > 0) must.push(`the words ${listed(quoted(rules.require_words), 'and')}`)
  if (rules.languages.length > 0)
    must.push(`no language but ${listed(rules.languages.map(languageName), 'and')}`)
  if (rules.needs_sponsorship) must.push('no refusal to sponsor a visa')
  const mustNot: string[] = []
  if (rules.exclude_companies.length > 0) mustNot.push(`a job of ${listed(rules.exclude_companies, 'or')}`)
  if (rules.exclude_words.length > 0) mustNot.push(`the words ${listed(quoted(rules.exclude_words), 'or')}`)
  if (rules.exclude_seniority.length > 0)
    mustNot.push(
      `the level ${listed(
        rules.exclude_seniority.map(level => SENIORITY_LABELS[level]),
        'or',
      )}`,
    )
  return { must: must.join('; ') || null, mustNot: mustNot.join('; ') || null }
}

/** Whether the rules hide anything at all. */
export function hasRules(rules: EligibilityRules): boolean {
  const { must, mustNot } = ruleLines(rules, null)
  return must !== null || mustNot !== null
}
