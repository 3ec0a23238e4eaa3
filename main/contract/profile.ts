import { z } from 'zod'
import { ResumeDate } from './resume-date.ts'
import { LanguageLevel } from './terms.ts'
import { CountryCode, CurrencyCode, RemoteOption, SeniorityLevel } from './values.ts'

/** The person's own facts, for matching and for their resume. */

/** In ascending order. Jobs are matched by having a skill, whatever its level. */
export const SKILL_LEVELS = ['beginner', 'intermediate', 'advanced', 'expert'] as const
export const SkillLevel = z.enum(SKILL_LEVELS)
export type SkillLevel = z.infer<typeof SkillLevel>

const years = z.number('Write a number').min(0, 'Write 0 or more').max(80, 'Write 80 or less')
const yearly = z
  .number('Write a number')
  .int('Write a whole number')
  .min(0, 'Write 0 or more')
  .max(1_000_000_000, 'Write a billion at most')
const name = z.string().trim().min(1, 'Write a name').max(120, 'Use 120 letters at most')

const skill = z.object({
  name,
  level: SkillLevel.nullable().default(null),
  years: years.nullable().default(null),
  /** How postings name it, where that differs: PostgreSQL for Postgres. Looked up anew when a profile is saved. */
  known_as: name.nullable().default(null),
})

/** A skill; a plain name stands for one without level and years. */
export const ProfileSkill = z.union([
  skill,
  z
    .string()
    .transform(own => ({ name: own }))
    .pipe(skill),
])
export type ProfileSkill = z.output<typeof ProfileSkill>

const language = z.object({
  language: z.string().trim().min(1, 'Choose a language').max(60, 'Use 60 letters at most'),
  level: LanguageLevel.nullable().default(null),
})

/** A language: its ISO 639-1 code where it has one, else its name as written. A plain text is one without level. */
export const ProfileLanguage = z.union([
  language,
  z
    .string()
    .transform(own => ({ language: own }))
    .pipe(language),
])
export type ProfileLanguage = z.output<typeof ProfileLanguage>

export const ProfileLink = z.object({
  label: z.string().trim().max(80, 'Use 80 letters at most').default(''),
  url: z
    .url({ protocol: /^(?:https?|mailto)$/, error: 'An address is written like https://example.org' })
    .max(2000, 'This address is too long'),
})
export type ProfileLink = z.output<typeof ProfileLink>

const short = z.string().trim().max(200, 'Use 200 letters at most').default('')

/** A position that the person held: a job, an internship, a research post. A promotion is one of its own. */
export const ProfileJob = z
  .object({
    company: short,
    title: short,
    start: ResumeDate.default(''),
    end: ResumeDate.default(''),
    place: short,
    /** What was done there, point by point. */
    bullets: z
      .array(z.string().trim().max(2000, 'Use 2,000 letters at most'))
      .max(60, 'A position holds 60 points at most')
      .default([])
      .transform(points => points.filter(point => point !== '')),
  })
  .refine(({ company, title }) => company !== '' || title !== '', {
    path: ['company'],
    message: 'Write who it was for, or what you were there',
  })
export type ProfileJob = z.output<typeof ProfileJob>

export const ProfileSchool = z
  .object({
    school: short,
    /** With its field: "BSc Computer Science". */
    degree: short,
    start: ResumeDate.default(''),
    end: ResumeDate.default(''),
    place: short,
  })
  .refine(({ school, degree }) => school !== '' || degree !== '', {
    path: ['school'],
    message: 'Write the school, or the degree',
  })
export type ProfileSchool = z.output<typeof ProfileSchool>

export const ProfileCertificate = z.object({
  name: z.string().trim().min(1, 'Write the name of the certificate').max(200, 'Use 200 letters at most'),
  issuer: short,
  date: ResumeDate.default(''),
})
export type ProfileCertificate = z.output<typeof ProfileCertificate>

const email = z.email('An address is written like name@example.org').max(254, 'This address is too long')

export const Profile = z
  .object({
    name: z.string().trim().max(200, 'Use 200 letters at most').default(''),
    /** What the person does, in a few words. */
    headline: z.string().trim().max(200, 'Use 200 letters at most').default(''),
    email: z.union([email, z.literal('').transform(() => null), z.null()]).default(null),
    phone: z.string().trim().max(60, 'Use 60 letters at most').default(''),
    /** Where the person lives, as they write it. */
    location: short,
    summary: z.string().trim().max(10_000, 'Use 10,000 letters at most').default(''),
    seniority: SeniorityLevel.nullable().default(null),
    years_of_experience: years.nullable().default(null),
    skills: z.array(ProfileSkill).max(500, 'A profile holds 500 skills at most').default([]),
    preferred_locations: z.array(name).max(50, 'A profile holds 50 places at most').default([]),
    remote_preference: z.array(RemoteOption).default([]),
    salary_min: yearly.nullable().default(null),
    salary_currency: CurrencyCode.nullable().default(null),
    languages: z.array(ProfileLanguage).max(30, 'A profile holds 30 languages at most').default([]),
    /** Countries where the person may work without a sponsor. Empty: not said. */
    work_authorisation: z.array(CountryCode).max(250).default([]),
    /** In any order; shown with the newest first. */
    experience: z.array(ProfileJob).max(100, 'A profile holds 100 positions at most').default([]),
    education: z.array(ProfileSchool).max(50, 'A profile holds 50 schools at most').default([]),
    certificates: z.array(ProfileCertificate).max(50, 'A profile holds 50 certificates at most').default([]),
    links: z.array(ProfileLink).max(30, 'A profile holds 30 links at most').default([]),
    /** The resume that was imported last, for what a profile does not hold; an export writes it out again. */
    extra: z.record(z.string(), z.unknown()).default({}),
  })
  .check(context => {
    const { salary_min, salary_currency, skills, languages } = context.value
    const complain = (path: (string | number)[], message: string, input: unknown) =>
      context.issues.push({ code: 'custom', path, input, message })
    if (salary_min !== null && salary_currency === null)
      complain(['salary_currency'], 'A salary needs a currency', null)
    const twice = (values: readonly string[]) =>
      values.findIndex((value, index) => values.indexOf(value) !== index)
    const again = twice(skills.map(each => each.name.toLowerCase()))
    if (again >= 0)
      complain(['skills', again, 'name'], `${skills[again]?.name} is listed twice`, skills[again]?.name)
    const spoken = twice(languages.map(each => each.language.toLowerCase()))
    if (spoken >= 0)
      complain(
        ['languages', spoken, 'language'],
        'This language is listed twice',
        languages[spoken]?.language,
      )
  })
export type Profile = z.output<typeof Profile>
export type ProfileInput = z.input<typeof Profile>

/** Characters of a resume that can be read; some 150 pages. */
export const LARGEST_RESUME = 500_000
export const ResumeText = z
  .string()
  .max(LARGEST_RESUME, 'This resume is longer than 500,000 characters. Nothing was changed.')

/** One thing that a resume says otherwise than the profile. Taking it sets or adds it. */
export const ResumeItem = z.object({
  /** Names the item within this proposal, such as `skills:python`. */
  id: z.string(),
  field: z.enum([
    'name',
    'headline',
    'email',
    'phone',
    'location',
    'summary',
    'seniority',
    'years_of_experience',
    'skills',
    'experience',
    'education',
    'certificates',
    'languages',
    'preferred_locations',
    'remote_preference',
    'salary',
    'work_authorisation',
    'links',
    'extra',
  ]),
  /** What the profile has now, in words; null: nothing. */
  before: z.string().nullable(),
  after: z.string(),
})
export type ResumeItem = z.infer<typeof ResumeItem>

/** What a resume would change, before anything is changed. */
export const ResumeProposal = z.object({
  items: z.array(ResumeItem),
  /** How many things the resume says that the profile has already. */
  same: z.number().int(),
  /** What could not be read and why, in sentences. */
  remarks: z.array(z.string()),
})
export type ResumeProposal = z.infer<typeof ResumeProposal>
