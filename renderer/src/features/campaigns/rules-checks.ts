import { REMOTE_LABELS, SENIORITY_LABELS } from '../../../../main/contract/labels.ts'
import type { EligibilityRules } from '../../../../main/contract/ranking.ts'
import { CampaignDraft } from '../../../../main/contract/shapes.ts'

const folded = (word: string) => word.trim().toLowerCase()

/** The first word that must stand in a posting and must not; undefined: there is none. */
function contradiction({ require_words, exclude_words }: EligibilityRules): string | undefined {
  const out = new Set(exclude_words.map(folded))
  return require_words.find(word => out.has(folded(word)))
}

/** A campaign as its form checks it: also for rules that no job could ever meet or that lack what they need. */
export const CheckedDraft = CampaignDraft.check(context => {
  const { rules, salary_currency } = context.value
  if (rules.minimum_salary !== null && salary_currency === null)
    context.issues.push({
      code: 'custom',
      path: ['rules', 'minimum_salary'],
      input: rules.minimum_salary,
      message: 'Choose a currency under Terms, since an amount alone can be of any',
    })
  const word = contradiction(rules)
  if (word !== undefined)
    context.issues.push({
      code: 'custom',
      path: ['rules', 'exclude_words'],
      input: rules.exclude_words,
      message: `“${word}” is also among the words that must stand there, so that no job would be left`,
    })
})

/** What a rule does to the wishes of the same campaign that the person may not have meant; '' for nothing. */
export function remoteRemark(remoteOnly: boolean, wished: CampaignDraft['remote_preference']): string {
  const lost = wished.filter(option => option !== 'remote')
  if (!remoteOnly || lost.length === 0) return ''
  return `Above you also want: ${lost.map(option => REMOTE_LABELS[option]).join(', ')}. Those jobs are hidden.`
}

/** The same of the levels. */
export function seniorityRemark(
  excluded: EligibilityRules['exclude_seniority'],
  wished: CampaignDraft['seniority'],
): string {
  const both = excluded.filter(level => wished.includes(level))
  if (both.length === 0) return ''
  return `Above you also want: ${both.map(level => SENIORITY_LABELS[level]).join(', ')}. Those jobs are hidden.`
}

interface Issue {
  code?: string
  origin?: string
  maximum?: number | bigint
  message?: string | undefined
}

/** An entry that is too long or too many of them, in plain words; undefined: as the field itself says. */
export function plainIssue({ code, origin, maximum }: Issue): string | undefined {
  if (code !== 'too_big' || maximum === undefined) return undefined
  if (origin === 'string') return `Write at most ${maximum.toLocaleString('en')} characters`
  if (origin === 'array') return `Keep at most ${maximum.toLocaleString('en')} entries`
  return undefined
}

/** The first message in what a form knows of a field and its entries. */
export function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string' && error.message !== '') return error.message
  for (const [name, part] of Object.entries(error)) {
    // A form keeps the control itself there.
    const message = name === 'ref' ? undefined : firstMessage(part)
    if (message !== undefined) return message
  }
  return undefined
}
