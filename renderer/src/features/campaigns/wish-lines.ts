import {
  COMPANY_SIZE_LABELS,
  JOB_TYPE_LABELS,
  REMOTE_LABELS,
  SENIORITY_LABELS,
} from '../../../../main/contract/labels.ts'
import type { CampaignDraft } from '../../../../main/contract/shapes.ts'
import { salaryText } from '../../ui/money-text.ts'

function labelled<V extends string>(values: readonly V[], labels: Record<V, string>): string | null {
  return values.length === 0 ? null : values.map(value => labels[value]).join(', ')
}

/** What a campaign asks for, as label and words; null: no preference. */
export function wishLines(draft: CampaignDraft): [string, string | null][] {
  const country =
    draft.country === null
      ? null
      : (new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(draft.country) ?? draft.country)
  const days = draft.date_window_days
  return [
    ['Title', draft.query || null],
    ['Place', [...draft.locations, country].filter(Boolean).join(', ') || null],
    ['Remote or on site', labelled(draft.remote_preference, REMOTE_LABELS)],
    ['Salary', salaryText(draft.salary_min, draft.salary_max, draft.salary_currency, 'year')],
    ['Skills', draft.skills.join(', ') || null],
    ['Seniority', labelled(draft.seniority, SENIORITY_LABELS)],
    ['Employment type', labelled(draft.employment_types, JOB_TYPE_LABELS)],
    ['Company size', labelled(draft.company_sizes, COMPANY_SIZE_LABELS)],
    ['Age of postings', days === null ? null : days === 1 ? 'last day' : `last ${days} days`],
  ]
}
