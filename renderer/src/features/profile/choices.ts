import { SKILL_LEVELS, type SkillLevel } from '../../../../main/contract/profile.ts'
import { LANGUAGE_LEVEL_LABELS } from '../../../../main/contract/term-labels.ts'
import { LANGUAGE_LEVELS, type LanguageLevel } from '../../../../main/contract/terms.ts'
import type { Option } from '../../ui/select.tsx'

const SKILL_LEVEL_LABELS: Record<SkillLevel, string> = {
  beginner: 'Beginner',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
  expert: 'Expert',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "" stands for "not said". */
export const SKILL_LEVEL_CHOICES: readonly Option<SkillLevel | ''>[] = [
  { value: '', label: 'No level' },
  ...SKILL_LEVELS.map(value => ({ value, label: SKILL_LEVEL_LABELS[value] })),
]

export const LANGUAGE_LEVEL_CHOICES: readonly Option<LanguageLevel | ''>[] = [
  { value: '', label: 'No level' },
  ...LANGUAGE_LEVELS.map(value => ({ value, label: capital(LANGUAGE_LEVEL_LABELS[value]) })),
]

/** Where citizens of one member state may work; Iceland, Liechtenstein and Norway, and Switzerland, have the same by treaty. */
export const EUROPEAN_UNION =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
