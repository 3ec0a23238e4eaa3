import type { AiCallView, AiRung } from './ai.ts'
import type { CompanyFactName, CompanyFactOrigin } from './companies.ts'
import type { DetectionRunView, EditableField, MissingFact } from './detection.ts'
import type { FactName } from './facts.ts'
import type { FactorState, RankingFactor } from './ranking.ts'
import type { SourceFamily, SourceState } from './sources.ts'
import type {
  CompanySize,
  FieldOrigin,
  JobStatus,
  JobType,
  RemoteOption,
  SalaryPeriod,
  SeniorityLevel,
} from './values.ts'

/** The words that people read for the closed vocabularies; every page, menu and terminal table takes them here. */

export const STATUS_LABELS: Record<JobStatus, string> = {
  waiting: 'Waiting',
  approved: 'Approved',
  preparing_to_apply: 'Preparing to apply',
  applied: 'Applied',
  interview: 'Interview',
  offer: 'Offer',
  accepted: 'Accepted',
  rejected: 'Rejected',
  archived: 'Archived',
}

/** One sentence each, for tooltips and screen readers. */
export const STATUS_HINTS: Record<JobStatus, string> = {
  waiting: 'Found, not looked at yet',
  approved: 'Worth applying for',
  preparing_to_apply: 'Documents are being prepared',
  applied: 'The application was sent',
  interview: 'At least one interview is agreed',
  offer: 'An offer was made',
  accepted: 'The offer was accepted',
  rejected: 'Declined by the company, or not wanted',
  archived: 'Put away',
}

/** The key that moves the chosen job to the status, pressed after "s"; each key is used once. */
export const STATUS_SHORTCUTS: Record<JobStatus, string> = {
  waiting: 'w',
  approved: 'a',
  preparing_to_apply: 'p',
  applied: 's',
  interview: 'i',
  offer: 'o',
  accepted: 'c',
  rejected: 'r',
  archived: 'e',
}

export const REMOTE_LABELS: Record<RemoteOption, string> = {
  remote: 'Remote',
  hybrid: 'Hybrid',
  onsite: 'On site',
}

export const JOB_TYPE_LABELS: Record<JobType, string> = {
  'full-time': 'Full-time',
  'part-time': 'Part-time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
}

export const SENIORITY_LABELS: Record<SeniorityLevel, string> = {
  intern: 'Intern',
  junior: 'Junior',
  mid: 'Mid-level',
  senior: 'Senior',
  lead: 'Lead',
  principal: 'Principal',
  manager: 'Manager',
  director: 'Director',
  executive: 'Executive',
}

/** After an amount: "£450 a day". */
export const SALARY_PERIOD_SUFFIXES: Record<SalaryPeriod, string> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
}

export const COMPANY_SIZE_LABELS: Record<CompanySize, string> = {
  '1-10': '1–10 people',
  '11-50': '11–50 people',
  '51-200': '51–200 people',
  '201-500': '201–500 people',
  '501-1000': '501–1,000 people',
  '1001-5000': '1,001–5,000 people',
  '5001-10000': '5,001–10,000 people',
  '10001+': 'More than 10,000 people',
}

export const COMPANY_FACT_LABELS: Record<CompanyFactName, string> = {
  website: 'Website',
  industry: 'Industry',
  size_range: 'Size',
  headquarters: 'Head office',
  founded: 'Founded',
}

export const COMPANY_ORIGIN_LABELS: Record<CompanyFactOrigin, string> = {
  posting: 'From a posting',
  glassdoor: 'From Glassdoor',
  you: 'Entered by you',
}

export const ORIGIN_LABELS: Record<FieldOrigin, string> = {
  structured: 'From the source',
  pattern: 'Read in the text',
  ai: 'Suggested by AI',
  manual: 'Entered by you',
}

export const FACTOR_LABELS: Record<RankingFactor, string> = {
  location: 'Location',
  salary: 'Salary',
  skills: 'Skills',
  title: 'Title',
  company_size: 'Company size',
  seniority: 'Seniority',
  remote: 'Remote or on site',
  employment_type: 'Employment type',
  recency: 'Posting date',
}

/** For places of a thumb's breadth. */
export const FACTOR_SHORT_LABELS: Record<RankingFactor, string> = {
  location: 'Location',
  salary: 'Salary',
  skills: 'Skills',
  title: 'Title',
  company_size: 'Size',
  seniority: 'Level',
  remote: 'Remote',
  employment_type: 'Type',
  recency: 'Age',
}

export const FACTOR_STATE_LABELS: Record<FactorState, string> = {
  known: 'Compared',
  unknown: 'Not stated',
  no_wish: 'No preference',
}

export const FACT_LABELS: Record<FactName, string> = {
  salary_low: 'Salary from',
  salary_high: 'Salary to',
  compensation_currency: 'Currency',
  salary_period: 'Salary period',
  office_city: 'City',
  office_province: 'Region',
  office_country: 'Country',
  remote_options: 'Remote or on site',
  job_type: 'Employment type',
  seniority_level: 'Seniority',
}

/** Every fact that a person can correct. */
export const FIELD_LABELS: Record<EditableField, string> = {
  ...FACT_LABELS,
  skills: 'Skills',
  years_low: 'Experience from',
  years_high: 'Experience to',
  education: 'Education',
  visa_sponsorship: 'Visa sponsorship',
}

/** What a posting may leave open, as a person asks for it. */
export const MISSING_LABELS: Record<MissingFact, string> = {
  salary: 'Salary',
  place: 'Place',
  remote: 'Remote or on site',
  type: 'Employment type',
  seniority: 'Seniority',
  skills: 'Skills',
}

/** For the lines of a list. */
export const MISSING_SHORT_LABELS: Record<MissingFact, string> = {
  ...MISSING_LABELS,
  remote: 'Remote',
  type: 'Type',
}

/** How a run over many jobs is. */
export const DETECTION_STATE_LABELS: Record<DetectionRunView['state'], string> = {
  queued: 'Waiting',
  running: 'Running',
  succeeded: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

/** How the answers of an endpoint are shaped, from the strictest way to none at all. */
export const AI_RUNG_LABELS: Record<AiRung, string> = {
  strict_schema: 'understands strict schemas',
  loose_schema: 'understands schemas, not strictly',
  json_mode: 'answers JSON without a schema',
  prompt_only: 'answers plain text only',
}

export const AI_CALL_STATE_LABELS: Record<AiCallView['state'], string> = {
  open: 'Under way',
  done: 'Answered',
  failed: 'Failed',
  unknown: 'Never answered',
}

/** Shown wherever a fact is null. */
export const NOT_STATED = 'not stated'

/** How a source is. */
export const SOURCE_STATE_LABELS: Record<SourceState, string> = {
  ok: 'Works',
  failing: 'Failing',
  resting: 'Resting',
  off: 'Off',
  new: 'Not asked yet',
}

/** Groups of the catalogue of sources. */
export const SOURCE_FAMILY_LABELS: Record<SourceFamily, string> = {
  ats: 'Boards of companies',
  board: 'Job boards without a key',
  keyed: 'With your own key',
  file: 'By hand',
}

/** Names of the months, January first, and of the days, Sunday first as clocks count them. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
export const DAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const
