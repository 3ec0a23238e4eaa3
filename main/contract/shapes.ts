import { z } from 'zod'
import { InterviewView, ReminderView } from './applications.ts'
import { CLIP_PORT, ClipPort } from './clip.ts'
import { FieldView, JobAiView } from './detection.ts'
import { CampaignId, ChangeId, JobId, PostingId, RunId, SourceId } from './ids.ts'
import { JobRow } from './job-row.ts'
import { DEFAULT_NOTIFICATION_RULES, MailSecurity, NotificationRules } from './notifications.ts'
import { EligibilityRules, Explanation, NO_RULES, RankingWeights } from './ranking.ts'
import { RunState, RunView } from './runs.ts'
import { CampaignSchedule, ScheduleText, STANDARD_SCHEDULE } from './schedule.ts'
import { JobTerms } from './terms.ts'
import {
  CompanySize,
  CountryCode,
  CurrencyCode,
  FieldOrigin,
  JobStatus,
  JobType,
  RemoteOption,
  SeniorityLevel,
} from './values.ts'

export { JobRow } from './job-row.ts'
export { Profile } from './profile.ts'

/** The shapes that cross to a page, named by the words of the product. */

const words = z.string().trim().min(1).max(120)
const yearly = z.number().int().min(0).max(1_000_000_000)

/** A saved search as a person edits it. Empty lists and nulls mean "no preference". */
export const CampaignDraft = z
  .object({
    name: z.string().trim().min(1, 'Give the campaign a name').max(80),
    query: z.string().trim().max(400).default(''),
    country: CountryCode.nullable().default(null),
    locations: z.array(words).max(50).default([]),
    /** Postings older than this many days are of no interest; null: any age. */
    date_window_days: z.number().int().min(1).max(365).nullable().default(null),
    employment_types: z.array(JobType).default([]),
    remote_preference: z.array(RemoteOption).default([]),
    seniority: z.array(SeniorityLevel).default([]),
    company_sizes: z.array(CompanySize).default([]),
    skills: z.array(words).max(500).default([]),
    salary_min: yearly.nullable().default(null),
    salary_max: yearly.nullable().default(null),
    salary_currency: CurrencyCode.nullable().default(null),
    /** A new job with at least this score is worth a notification. */
    alert_threshold: z.number().int().min(0).max(100).default(70),
    /** null: the weights of the settings. */
    weights: RankingWeights.nullable().default(null),
    rules: EligibilityRules.default(NO_RULES),
    schedule: CampaignSchedule.default(STANDARD_SCHEDULE),
  })
  .check(context => {
    const { salary_min, salary_max, salary_currency } = context.value
    if (salary_min !== null && salary_max !== null && salary_min > salary_max)
      context.issues.push({
        code: 'custom',
        path: ['salary_max'],
        input: salary_max,
        message: `The highest salary (${salary_max}) is below the lowest (${salary_min})`,
      })
    if ((salary_min !== null || salary_max !== null) && salary_currency === null)
      context.issues.push({
        code: 'custom',
        path: ['salary_currency'],
        input: null,
        message: 'A salary needs a currency',
      })
  })
export type CampaignDraft = z.output<typeof CampaignDraft>
export type CampaignDraftInput = z.input<typeof CampaignDraft>

export const CampaignView = z.object({
  id: CampaignId,
  draft: z.custom<CampaignDraft>(value => CampaignDraft.safeParse(value).success),
  state: z.enum(['active', 'paused']),
  createdAt: z.string(),
  /** Jobs that its sources brought. */
  found: z.number().int(),
  /** Jobs at or above its threshold, counted up to 1,000. */
  matches: z.number().int(),
  bestScore: z.number().nullable(),
  sources: z.array(z.object({ id: SourceId, label: z.string() })),
  lastRun: RunView.nullable(),
  /** ISO instant of the next scheduled run; null when paused or without schedule. */
  nextRunAt: z.string().nullable(),
})
export type CampaignView = z.infer<typeof CampaignView>

/** One day of a chart, YYYY-MM-DD, with what happened on it. */
export const ActivityDay = z.object({
  day: z.string(),
  found: z.number().int(),
  approved: z.number().int(),
  rejected: z.number().int(),
  applied: z.number().int(),
  interview: z.number().int(),
  offer: z.number().int(),
})
export type ActivityDay = z.infer<typeof ActivityDay>

export const JobPage = z.object({
  rows: z.array(JobRow),
  /** Hand it in again for the next page; null at the end. */
  cursor: z.string().nullable(),
})
export type JobPage = z.infer<typeof JobPage>

/** One fact of a job with its proof; value null: not stated, and with origin `manual`: the person says so. */
export const FactView = FieldView.extend({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.null()]),
  /** What other origins say and what did not win: the source's field against the text, the text against the person. */
  others: z.array(FieldView),
})
export type FactView = z.infer<typeof FactView>

export const PostingView = z.object({
  id: PostingId,
  source: z.string(),
  publisher: z.string().nullable(),
  title: z.string(),
  company: z.string(),
  location: z.string(),
  url: z.string().nullable(),
  postedAt: z.string().nullable(),
  foundAt: z.string(),
  closedAt: z.string().nullable(),
  primary: z.boolean(),
  /** Why it belongs to this job. */
  reasons: z.array(z.string()),
})
export type PostingView = z.infer<typeof PostingView>

export const SkillView = z.object({
  name: z.string(),
  kind: z.enum(['technical', 'soft']),
  required: z.boolean(),
  count: z.number().int(),
})

export const TimelineEntry = z.object({
  at: z.string(),
  kind: z.enum(['found', 'posting_added', 'status', 'note', 'closed']),
  text: z.string(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** The parts of a profile match and what they are worth. */
export const MatchPart = z.enum(['tech', 'location', 'experience'])
export type MatchPart = z.infer<typeof MatchPart>

/** Fit of one job to the person's profile; the points of its parts add up to the score. */
export const MatchView = z.object({
  /** 0–100. */
  score: z.number(),
  parts: z.array(
    z.object({
      part: MatchPart,
      state: z.enum(['known', 'unknown']),
      points: z.number(),
      max: z.number(),
      evidence: z.string(),
    }),
  ),
})
export type MatchView = z.infer<typeof MatchView>

export const JobView = z.object({
  job: JobRow,
  facts: z.array(FactView),
  salaryYearLow: z.number().int().nullable(),
  salaryYearHigh: z.number().int().nullable(),
  salaryWords: z.string().nullable(),
  skills: z.array(SkillView),
  /** null: the posting names none. */
  skillsOrigin: FieldOrigin.nullable(),
  language: z.string().nullable(),
  /** Education, sponsorship, languages, benefits, where to work from; with proofs. */
  terms: JobTerms,
  /** At most two sentences by the model; null: there is none. */
  summary: z.string().nullable(),
  /** How the model's reading went; null: it was never asked. */
  ai: JobAiView.nullable(),
  rankings: z.array(
    z.object({
      campaignId: CampaignId,
      campaignName: z.string(),
      threshold: z.number(),
      explanation: Explanation,
    }),
  ),
  match: MatchView.nullable(),
  applyUrl: z.string().nullable(),
  postings: z.array(PostingView),
  notes: z.string(),
  notesVersion: z.number().int(),
  appliedAt: z.string().nullable(),
  /** Other jobs of the company with the same kind of title that were applied to, the newest first; at most 5. */
  appliedBefore: z.array(
    z.object({ jobId: JobId, title: z.string(), appliedAt: z.string(), status: JobStatus }),
  ),
  /** When a posting last joined this job after it was applied to; null: none did. */
  repostedAt: z.string().nullable(),
  timeline: z.array(TimelineEntry),
})
export type JobView = z.infer<typeof JobView>

/** What a reversible command leaves behind, for the Undo button and Ctrl+Z. */
export const Undoable = z.object({ changeId: ChangeId, label: z.string() })
export type Undoable = z.infer<typeof Undoable>

const price = z.number().min(0, 'Write 0 or more').max(100_000)
const localTime = z.string().regex(/^\d\d:\d\d$/)

export const JOB_COLUMNS = [
  'score',
  'company',
  'location',
  'remote',
  'salary',
  'status',
  'found',
  'posted',
  'type',
  'level',
  'match',
] as const
export const JobColumn = z.enum(JOB_COLUMNS)
export type JobColumn = z.infer<typeof JobColumn>
export const DEFAULT_JOB_COLUMNS: readonly JobColumn[] = [
  'score',
  'company',
  'location',
  'salary',
  'status',
  'found',
]

export const DASHBOARD_WIDGETS = [
  'numbers',
  'best',
  'reminders',
  'interviews',
  'activity',
  'recommended',
  'last_applied',
  'favourites',
  'resume',
  'runs',
] as const
export const DashboardWidget = z.enum(DASHBOARD_WIDGETS)
export type DashboardWidget = z.infer<typeof DashboardWidget>

/** Settings that belong to the data and travel with it. */
export const Settings = z.object({
  /** Columns of the jobs table, in their order; the title is always there. */
  jobColumns: z.array(JobColumn).default([...DEFAULT_JOB_COLUMNS]),
  /** Widgets of the dashboard in their order; those that are not named follow in the order of the app. */
  dashboard: z.array(z.object({ widget: DashboardWidget, shown: z.boolean() })).default([]),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['compact', 'comfortable']).default('compact'),
  /** Which kind of notification is told where. */
  notify: NotificationRules.default(DEFAULT_NOTIFICATION_RULES),
  /** Matches below these scores are not shown by the system or mailed, whatever their campaign's threshold; null: no further bound. */
  matchFloorOs: z.number().int().min(0).max(100).nullable().default(null),
  matchFloorEmail: z.number().int().min(0).max(100).nullable().default(null),
  /** Minutes before an interview at which it is announced. */
  interviewMinutes: z
    .number()
    .int()
    .min(5, 'Write 5 or more')
    .max(10_080, 'Write 10,080 or less')
    .default(60),
  /** The person's own mail server; empty host: no mail is sent. */
  mailHost: z.string().trim().max(253).default(''),
  mailPort: z.number().int().min(1).max(65_535).default(465),
  mailSecurity: MailSecurity.default('tls'),
  /** Empty: the server asks for no name. */
  mailUser: z.string().trim().max(320).default(''),
  /** Sender and receiver; an empty sender is the receiver. */
  mailFrom: z.union([z.literal(''), z.email('Write an address such as you@example.org')]).default(''),
  mailTo: z.union([z.literal(''), z.email('Write an address such as you@example.org')]).default(''),
  /** Local times between which nothing pops up; null: never quiet. */
  quietHours: z.object({ from: localTime, to: localTime }).nullable().default(null),
  schedulePaused: z.boolean().default(false),
  /** When campaigns run that have no times of their own, and when the two messages of the day come; null: never. */
  scheduleIngestion: ScheduleText.nullable().default('04:00'),
  scheduleBriefing: ScheduleText.nullable().default('08:00'),
  scheduleSummary: ScheduleText.nullable().default('20:00'),
  keepRunningInTray: z.boolean().default(false),
  /** Address of the proxy for all requests; null: as the system says. */
  proxy: z
    .url({ protocol: /^https?$/, error: 'A proxy is written like http://proxy.example:8080' })
    .nullable()
    .default(null),
  welcomeDone: z.boolean().default(false),
  /** Ranking weights of all campaigns without own ones; null: the default weights. */
  rankingWeights: RankingWeights.nullable().default(null),
  /** Takes pages that a bookmark in the browser sends to this computer. */
  clipEnabled: z.boolean().default(false),
  clipPort: ClipPort.default(CLIP_PORT),
  /** Sends names of companies to the company search that the person has a key for. */
  enrichCompanies: z.boolean().default(false),
  enrichCompaniesPaused: z.boolean().default(false),
  /** Companies that are looked up by themselves on one local day. */
  enrichCompaniesPerDay: z
    .number()
    .int()
    .min(1, 'Write 1 or more')
    .max(1000, 'Write 1,000 or less')
    .default(50),
  /** Lets a language model read what patterns left open. */
  aiEnabled: z.boolean().default(false),
  /** Base address of an endpoint that speaks OpenAI's protocol, such as http://127.0.0.1:11434/v1 of Ollama. */
  aiBaseUrl: z
    .url({ protocol: /^https?$/, error: 'An address is written like https://api.openai.com/v1' })
    .max(500)
    .default('https://api.openai.com/v1'),
  aiModel: z.string().trim().max(200).default(''),
  /** US dollars a million tokens in and out; null: not entered, and nothing is asked until they are. 0: free. */
  aiPriceIn: price.nullable().default(null),
  aiPriceOut: price.nullable().default(null),
  /** US dollars that may be spent on one local day and in one local month. */
  aiCapDay: price.default(0.5),
  aiCapMonth: price.default(5),
  /** Calls at once. */
  aiConcurrency: z.number().int().min(1).max(10).default(2),
  /** Jobs that share one call. */
  aiJobsPerCall: z.number().int().min(1).max(10).default(5),
  /** After a run, new jobs with missing facts are read by the model, the best first. */
  aiAfterRuns: z.boolean().default(false),
})
export type Settings = z.output<typeof Settings>

/** The fields of an object without their defaults, so that what is not given stays absent. */
function withoutDefaults<S extends Record<string, z.ZodDefault>>(shape: S) {
  const fields = Object.entries(shape).map(([name, field]) => [name, field.unwrap()])
  return Object.fromEntries(fields) as { [K in keyof S]: ReturnType<S[K]['unwrap']> }
}

/** A change of some settings. Not `Settings.partial()`: its defaults would reset the settings that are not given. */
export const SettingsChange = z.object(withoutDefaults(Settings.shape)).partial()

/** What a campaign would find among the newest known jobs. */
export const CampaignEstimate = z.object({
  /** Jobs that were looked at, the newest; `known`: all that are neither put away nor of a blocked company. */
  looked: z.number().int(),
  known: z.number().int(),
  /** At or above its threshold, and not hidden by its rules; `hidden`: what those hide, whatever its score. */
  matches: z.number().int(),
  hidden: z.number().int(),
  /** The best of them, with the score they would have. */
  best: z.array(z.object({ job: JobRow, score: z.number() })),
})
export type CampaignEstimate = z.infer<typeof CampaignEstimate>

export const CampaignStatistics = z.object({
  days: z.array(ActivityDay),
  inRange: ActivityDay.omit({ day: true }),
  byStatus: z.record(JobStatus, z.number().int()),
  hidden: z.number().int(),
  /** Jobs by score: 0–9, 10–19 … 90–100. */
  scores: z.array(z.number().int()).length(10),
  averageScore: z.number().nullable(),
  /** Those that bring jobs: a ranking of what is known is none of them. */
  runs: z.object({
    total: z.number().int(),
    succeeded: z.number().int(),
    /** New jobs a finished run, of the last ten; null without runs. */
    averageNew: z.number().nullable(),
    /** States of the last ten, the newest first. */
    last: z.array(z.object({ id: RunId, state: RunState, at: z.string(), newJobs: z.number().int() })),
  }),
})
export type CampaignStatistics = z.infer<typeof CampaignStatistics>

export const DashboardView = z.object({
  newToday: z.number().int(),
  newMatchesToday: z.number().int(),
  activeCampaigns: z.number().int(),
  campaigns: z.number().int(),
  found: z.number().int(),
  applied: z.number().int(),
  favourites: z.number().int(),
  /**
   * Mean of the best score of jobs found in the range; of one campaign, of its score of the newest 2,000 that its sources
   * brought in it. null without jobs.
   */
  averageFit: z.number().nullable(),
  days: z.array(ActivityDay),
  /** Sums of the days. */
  inRange: ActivityDay.omit({ day: true }),
  byStatus: z.record(JobStatus, z.number().int()),
  best: z.array(JobRow),
  lastApplied: z.array(JobRow),
  favouriteJobs: z.array(JobRow),
  runs: z.array(RunView),
  /** Open reminders that are due within seven days or past, the first due first; at most 10. */
  reminders: z.array(ReminderView),
  /** Interviews still to come, the next first; at most 5. */
  interviews: z.array(InterviewView.extend({ title: z.string(), company: z.string() })),
  followUps: z.number().int(),
  stale: z.number().int(),
})
export type DashboardView = z.infer<typeof DashboardView>

/** Something that the start found and mended, or that the person should know. */
export const StartNotice = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type StartNotice = z.infer<typeof StartNotice>

export const BackupView = z.object({
  file: z.string(),
  at: z.string(),
  bytes: z.number().int(),
  reason: z.string(),
})
export type BackupView = z.infer<typeof BackupView>
