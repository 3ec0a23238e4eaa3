import type { Benefit, EducationLevel, LanguageLevel, Region, VisaSponsorship } from './terms.ts'

/** The words that people read for the terms of a posting. */

export const EDUCATION_LABELS: Record<EducationLevel, string> = {
  none: 'No degree needed',
  secondary: 'Secondary school',
  vocational: 'Vocational training',
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
  doctorate: 'Doctorate',
}

export const VISA_LABELS: Record<VisaSponsorship, string> = {
  offered: 'Offered',
  not_offered: 'Not offered',
}

export const LANGUAGE_LEVEL_LABELS: Record<LanguageLevel, string> = {
  basic: 'basic',
  working: 'working knowledge',
  fluent: 'fluent',
  native: 'native',
}

export const BENEFIT_LABELS: Record<Benefit, string> = {
  health_insurance: 'Health insurance',
  dental_insurance: 'Dental insurance',
  vision_insurance: 'Vision insurance',
  life_insurance: 'Life insurance',
  disability_insurance: 'Disability insurance',
  retirement_plan: 'Retirement plan',
  equity: 'Equity',
  bonus: 'Bonus',
  commission: 'Commission',
  sign_on_bonus: 'Sign-on bonus',
  relocation: 'Relocation help',
  paid_time_off: 'Paid time off',
  unlimited_time_off: 'Unlimited time off',
  parental_leave: 'Parental leave',
  sabbatical: 'Sabbatical',
  flexible_hours: 'Flexible hours',
  four_day_week: 'Four-day week',
  learning_budget: 'Learning budget',
  equipment_budget: 'Equipment budget',
  wellness: 'Wellness',
  meals: 'Meals',
  commuter: 'Commuting',
  company_car: 'Company car',
  childcare: 'Childcare',
  mental_health: 'Mental health',
  pet_friendly: 'Pets allowed',
}

export const REGION_LABELS: Record<Region, string> = {
  worldwide: 'anywhere in the world',
  europe: 'Europe',
  eu: 'European Union',
  emea: 'Europe, Middle East and Africa',
  americas: 'the Americas',
  north_america: 'North America',
  latam: 'Latin America',
  apac: 'Asia and Pacific',
  africa: 'Africa',
  asia: 'Asia',
}
