import { z } from 'zod'
import { refuse } from '../../../contract/errors.ts'
import type { Detection, PostingText } from '../../../contract/facts.ts'
import { VisaSponsorship } from '../../../contract/terms.ts'
import {
  CountryCode,
  CurrencyCode,
  JobType,
  RemoteOption,
  SalaryPeriod,
  SeniorityLevel,
} from '../../../contract/values.ts'
import { yearly } from '../../../detection/rules/salary/yearly.ts'
import type { MatchableJob } from '../../../profile/rules/part.ts'
import { detectedFacts, requiredLanguages } from '../../../ranking/rules/detected-facts.ts'
import { findWords } from '../../../ranking/rules/eligibility.ts'
import { readDate } from '../../../sources/rules/dates.ts'
import { readCompanySize } from '../../../sources/rules/values.ts'
import { isRecord } from '../campaign-file.ts'
import { givenPosting } from '../detect/given-posting.ts'

/** A job as a file gives it, ready to be compared. */
export interface GivenJob {
  /** `words`: those of a campaign's rules, to be looked for in its text. */
  job(words: readonly string[]): MatchableJob
  /** True when its facts were read from its text; false when the file gave them. */
  detected: boolean
  /** What could not be read and counts as not stated, in sentences. */
  remarks: string[]
}

const stated = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const amount = z.number().nonnegative()
const text = z.string().max(200)

/** The facts of a job, by the names under which `rolecall detect` answers them. */
const Fields = z.object({
  salary_low: stated(amount),
  salary_high: stated(amount),
  compensation_currency: stated(CurrencyCode),
  salary_period: stated(SalaryPeriod),
  office_city: stated(text),
  office_province: stated(text),
  office_country: stated(CountryCode),
  remote_options: stated(RemoteOption),
  job_type: stated(JobType),
  seniority_level: stated(SeniorityLevel),
  skills: z.array(text).max(1_000).default([]),
})

/** A posting whose facts are known, as `rolecall detect` answers it. */
const Known = z.object({
  fields: Fields,
  salary_year_low: amount.nullish(),
  salary_year_high: amount.nullish(),
  years_low: stated(amount),
  skill_details: z
    .array(z.object({ name: text, kind: z.enum(['technical', 'soft']).optional(), required: z.boolean() }))
    .max(1_000)
    .nullish(),
  terms: z
    .object({
      visa_sponsorship: stated(z.object({ value: VisaSponsorship })),
      languages: z
        .array(z.object({ value: z.object({ language: text, required: z.boolean() }) }))
        .max(100)
        .default([]),
    })
    .nullish(),
})

type Facts = Omit<
  MatchableJob,
  'title' | 'company' | 'location_text' | 'company_size' | 'posted_at' | 'found_words'
>

/**
 * Reads one posting: with `fields` its facts are as they stand there, otherwise they are detected. Refuses what is no
 * posting, and facts that are none, with the name of the field.
 */
export function givenJob(
  content: unknown,
  file: string,
  detect: (posting: PostingText) => Detection,
): GivenJob {
  if (Array.isArray(content))
    refuse('file_not_understood', `${file} holds a list; one posting is expected, an object with a title.`)
  if (!isRecord(content)) refuse('file_not_understood', `${file} holds no posting: an object is expected.`)
  const { posting } = givenPosting(content)
  const { title, company, location_text, description } = posting
  if (title === '')
    refuse('file_not_understood', `${file} holds no posting with a title.`, { field: 'title' })
  const known = content.fields !== undefined
  const facts = known ? factsIn(content, file) : detectedFacts(detect(posting))
  const remarks: string[] = []
  const orRemark = <T>(name: string, read: (value: string | number) => T | null): T | null => {
    const value = content[name]
    if (value === undefined || value === null || value === '') return null
    const found = typeof value === 'string' || typeof value === 'number' ? read(value) : null
    if (found === null) remarks.push(`${file}: ${name} cannot be read and counts as not stated.`)
    return found
  }
  const company_size = orRemark('company_size', readCompanySize)
  const posted_at = orRemark('posted_at', value => readDate(value, null))
  return {
    detected: !known,
    remarks,
    job: words => ({
      title,
      company,
      location_text,
      ...facts,
      company_size,
      posted_at,
      found_words: findWords(words, title, company, description),
    }),
  }
}

function factsIn(content: Record<string, unknown>, file: string): Facts {
  const parsed = Known.safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = issue?.path.map(String).join('.') ?? ''
    return refuse('bad_input', `${file}, ${field}: ${issue?.message ?? 'does not fit'}`, { field })
  }
  const { fields, salary_year_low, salary_year_high, years_low, skill_details, terms } = parsed.data
  const { salary_low, salary_high, salary_period, skills, ...facts } = fields
  return {
    ...facts,
    salary_year_low: salary_year_low ?? yearly(salary_low, salary_period),
    salary_year_high: salary_year_high ?? yearly(salary_high, salary_period),
    skills:
      skill_details?.map(({ kind, ...skill }) => (kind ? { ...skill, kind } : skill)) ??
      skills.map(name => ({ name, required: true })),
    years_low,
    visa_sponsorship: terms?.visa_sponsorship?.value ?? null,
    languages_asked: requiredLanguages(terms?.languages ?? []),
  }
}
