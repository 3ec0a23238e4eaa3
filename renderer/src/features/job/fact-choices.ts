import { EDUCATION_LABELS, VISA_LABELS } from '../../../../main/contract/term-labels.ts'
import { EDUCATION_LEVELS, VISA_SPONSORSHIPS } from '../../../../main/contract/terms.ts'
import type { Option } from '../../ui/select.tsx'
import { REMOTE_CHOICES, SENIORITY_CHOICES, TYPE_CHOICES } from '../campaigns/choices.ts'
import type { FactGroup } from './value-words.ts'

const CHOICES: Partial<Record<FactGroup, readonly Option[]>> = {
  remote: REMOTE_CHOICES,
  type: TYPE_CHOICES,
  seniority: SENIORITY_CHOICES,
  education: EDUCATION_LEVELS.map(value => ({ value, label: EDUCATION_LABELS[value] })),
  visa: VISA_SPONSORSHIPS.map(value => ({ value, label: VISA_LABELS[value] })),
}

/** The only values of a fact that is one of a closed list; none where it is typed. */
export const choicesOf = (group: FactGroup): readonly Option[] => CHOICES[group] ?? []
