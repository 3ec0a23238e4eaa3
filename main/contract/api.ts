import { z } from 'zod'
import { ActivityGroup, ActivityRow, EventMonitor, EventRow, FailureView } from './activity.ts'
import { AiStatus, AiTestResult } from './ai.ts'
import {
  ApplicationCard,
  ApplicationEdit,
  ApplicationFilter,
  ApplicationView,
  ContactDraft,
  ContactId,
  ContactView,
  EntryDraft,
  EntryId,
  FollowUp,
  InterviewDraft,
  InterviewId,
  LocalDay,
  ReminderDraft,
  ReminderId,
  ReminderView,
  TimelineRow,
} from './applications.ts'
import { Added, AddFile, AddPage, AddText, AddUrl, LARGEST_TEXT, PastedFacts, RequestId } from './by-hand.ts'
import { CheckName, CheckView, OffendingRow, RepairView } from './checks.ts'
import { ClipInfo, ClipPort } from './clip.ts'
import {
  CompanyEdit,
  CompanyLookup,
  CompanyPage,
  CompanyShow,
  CompanySort,
  CompanyView,
  LookupsView,
} from './companies.ts'
import { type ContractShape, command, host, type InputOf, type OutputOf, query } from './define.ts'
import {
  DetectionKind,
  DetectionPreview,
  DetectionRunView,
  DetectionScope,
  EditableField,
  FactChoice,
  FactEdits,
  JobAiView,
  MissingCounts,
  MissingFact,
} from './detection.ts'
import { documents, letters, resumes } from './documents-api.ts'
import {
  ComparedJob,
  ComparisonId,
  ComparisonSide,
  ComparisonStart,
  ComparisonView,
  FeedbackView,
  GiveFeedback,
  WeightsSuggestion,
} from './feedback.ts'
import { HealthCheck, LogEntry } from './health.ts'
import {
  CampaignId,
  ChangeId,
  CompanyId,
  JobId,
  NotificationId,
  PostingId,
  RunId,
  SourceId,
  UploadId,
} from './ids.ts'
import { FileLook, ImportPreview, Mapping } from './imports.ts'
import { JobFacets, JobFilter, JobSort } from './job-filter.ts'
import {
  Channel,
  MailStatus,
  MessagePreview,
  NotificationKind,
  NotificationView,
  TestResult,
} from './notifications.ts'
import { PresetDraft, PresetId, PresetView } from './presets.ts'
import { ResumeProposal, ResumeText } from './profile.ts'
import { EligibilityRules, RankingWeights } from './ranking.ts'
import { RatesRefreshed, RatesView } from './rates.ts'
import { MOST_RAW_POSTINGS, RawPosting, RawReadings } from './read-postings.ts'
import { RunBar, RunDetail, RunKind, RunLogLine, RunState, RunView } from './runs.ts'
import { SchedulePreview, ScheduleView, SlotKind, SlotView } from './schedule.ts'
import { ReadFilter, SearchResult, Suggestion } from './search.ts'
import {
  BackupView,
  CampaignDraft,
  CampaignEstimate,
  CampaignStatistics,
  CampaignView,
  DashboardView,
  JobPage,
  JobRow,
  JobView,
  Profile,
  Settings,
  SettingsChange,
  StartNotice,
  Undoable,
} from './shapes.ts'
import { SkillGap, SkillGapQuestion } from './skill-gap.ts'
import { SourceKind, SourceRunView, SourceView } from './sources.ts'
import { Step } from './steps.ts'
import { JobStatus } from './values.ts'

const nothing = z.object({})
const jobIds = z.array(JobId).min(1).max(10_000)
const companyIds = z.array(CompanyId).min(1).max(200)
const detectionRunId = z.number().int().positive()
const undo = z.object({ undo: Undoable.nullable() })

/** Everything a page can ask for. One entry, one meaning; names are `area.verb`. */
export const contract = {
  system: {
    info: query(
      nothing,
      z.object({
        version: z.string(),
        dataDir: z.string(),
        jobs: z.number().int(),
        campaigns: z.number().int(),
        notices: z.array(StartNotice),
      }),
    ),
    health: query(nothing, z.object({ checks: z.array(HealthCheck) })),
    /** The threads as their host sees them. */
    threads: host(
      nothing,
      z.object({
        threads: z.array(
          z.object({
            name: z.string(),
            state: z.enum(['ready', 'starting', 'down']),
            restarts: z.number().int(),
          }),
        ),
      }),
    ),
    /** Everything that helps somebody to help: versions, health, counts, the last warnings. No secrets, no personal data. */
    diagnostics: query(nothing, z.object({ text: z.string() })),
    /** The newest lines of the logs, newest first. */
    logs: query(
      z.object({
        level: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
      z.array(LogEntry),
    ),
    /** Writes what went wrong in a page to the log, under the id that the person was shown. */
    reportError: command(
      z.object({
        id: z.string().max(40),
        page: z.string().max(300),
        message: z.string().max(2_000),
        stack: z.string().max(10_000).nullable(),
      }),
      nothing,
    ),
  },
  campaigns: {
    list: query(nothing, z.array(CampaignView)),
    get: query(z.object({ campaignId: CampaignId }), CampaignView),
    create: command(CampaignDraft, z.object({ campaignId: CampaignId })),
    update: command(z.object({ campaignId: CampaignId, draft: CampaignDraft }), undo),
    setState: command(z.object({ campaignId: CampaignId, state: z.enum(['active', 'paused']) }), undo),
    /** Hides the campaign and its rankings; jobs stay. Undo brings it back. */
    remove: command(z.object({ campaignId: CampaignId }), undo),
    /** A paused copy with its sources, under a name that is free. */
    duplicate: command(
      z.object({ campaignId: CampaignId }),
      z.object({ campaignId: CampaignId, undo: Undoable }),
    ),
    /** How many of the newest known jobs would match, were the campaign like this. Stores nothing. */
    estimate: query(z.object({ draft: CampaignDraft }), CampaignEstimate),
    statistics: query(
      z.object({
        campaignId: CampaignId,
        days: z.number().int().min(1).max(366).default(30),
        utcOffset: z.number().int().min(-900).max(900).default(0),
      }),
      CampaignStatistics,
    ),
    setSources: command(z.object({ campaignId: CampaignId, sourceIds: z.array(SourceId).max(200) }), undo),
  },
  sources: {
    list: query(nothing, z.array(SourceView)),
    /** Every kind that can be added. */
    kinds: query(nothing, z.array(SourceKind)),
    /** What a pasted careers address leads to; null when it is of no known kind. */
    recognise: query(
      z.object({ text: z.string().max(2000) }),
      z.object({ kind: z.string(), config: z.record(z.string(), z.unknown()), label: z.string() }).nullable(),
    ),
    /** `config` as the adapter of that kind needs it, such as {board} for Greenhouse. Adding a known one answers its id and takes over what is new. */
    add: command(
      z.object({
        kind: z.string().max(40),
        config: z.record(z.string(), z.unknown()),
        campaignId: CampaignId.nullable().default(null),
      }),
      /** `added` false: it was there already; `changed`: and it is asked otherwise, or has another name, since. */
      z.object({
        sourceId: SourceId,
        label: z.string(),
        added: z.boolean(),
        changed: z.boolean(),
        undo: Undoable.nullable(),
      }),
    ),
    /** Lets a campaign ask every source that needs no key; public boards that are not there yet are added. */
    useOpen: command(
      z.object({ campaignId: CampaignId }),
      z.object({ sources: z.number().int(), undo: Undoable.nullable() }),
    ),
    setEnabled: command(z.object({ sourceId: SourceId, enabled: z.boolean() }), undo),
    /** 1 comes first: of two postings of one job, the one of the better source is shown. */
    setPriority: command(z.object({ sourceId: SourceId, priority: z.number().int().min(1).max(99) }), undo),
    /** Takes a source off the list and out of all campaigns; what it brought stays. */
    remove: command(z.object({ sourceId: SourceId }), undo),
    /** Asks the source once and says what came, without storing anything. Searching sources ask for the campaign. */
    test: command(
      z.object({ sourceId: SourceId, campaignId: CampaignId.nullable().default(null) }),
      z.object({ postings: z.number().int(), unread: z.number().int(), message: z.string() }),
    ),
    /** Ends the tests of a source that are under way; they answer `cancelled`. */
    stopTest: command(z.object({ sourceId: SourceId }), nothing),
    /** What its runs brought, the newest first. */
    history: query(
      z.object({ sourceId: SourceId, limit: z.number().int().min(1).max(400).default(60) }),
      z.array(SourceRunView),
    ),
  },
  secrets: {
    /** Which keys are entered; never their values. `safety`: a warning when this computer cannot keep them safe. */
    list: host(
      nothing,
      z.object({
        /** `host`: the one that the key is for; null for a key of any host while it is not entered. */
        keys: z.array(
          z.object({ kind: z.string(), name: z.string(), set: z.boolean(), host: z.string().nullable() }),
        ),
        warning: z.string().nullable(),
      }),
    ),
    /** Keeps a key for the one host that its source names, or for `host` (with its port) where any host will do. */
    set: host(
      z.object({
        kind: z.string().max(40),
        name: z.string().max(40),
        value: z.string().trim().min(1).max(2000),
        host: z.string().trim().toLowerCase().min(1).max(300).optional(),
      }),
      nothing,
    ),
    remove: host(z.object({ kind: z.string().max(40), name: z.string().max(40) }), nothing),
  },
  /** Clipping from the browser, by a bookmark that sends the open page to this computer. */
  clip: {
    info: host(nothing, ClipInfo),
    /** Off by itself. `port` null: as it is. */
    setEnabled: host(z.object({ enabled: z.boolean(), port: ClipPort.nullable().default(null) }), ClipInfo),
    /** Makes a new bookmark; the old one stops working. */
    renew: host(nothing, ClipInfo),
  },
  uploads: {
    /** A page hands a file over in pieces of at most 512 KiB (base64), because a page has no file system. */
    begin: command(
      z.object({ name: z.string().min(1).max(255), size: z.number().int().min(0).max(4_000_000_000) }),
      z.object({ uploadId: UploadId }),
    ),
    append: command(
      z.object({ uploadId: UploadId, offset: z.number().int().min(0), data: z.base64().max(800_000) }),
      z.object({ received: z.number().int() }),
    ),
    discard: command(z.object({ uploadId: UploadId }), nothing),
  },
  imports: {
    /** Which way an uploaded file goes in, by what is in it. */
    look: command(z.object({ uploadId: UploadId }), FileLook),
    preview: command(z.object({ uploadId: UploadId }), ImportPreview),
    /** Queues the import of an uploaded file; null mapping: the suggested one. */
    start: command(
      z.object({
        uploadId: UploadId,
        campaignId: CampaignId,
        mapping: Mapping.nullable().default(null),
      }),
      z.object({ runId: RunId }),
    ),
  },
  /** Postings by the person's hand. */
  postings: {
    /**
     * Fetches a page, if its site allows it, and stores its posting. `posting_incomplete` when the page does not name
     * the company: its details are an `IncompletePosting`, and the same call with `company` stores it.
     */
    addUrl: command(AddUrl, Added),
    /** Ends an `addUrl` that is under way; it answers `cancelled`. */
    cancelAdd: command(z.object({ requestId: RequestId }), z.object({ cancelled: z.boolean() })),
    /** Stores the posting of a page that somebody else fetched, such as the browser that clipped it. */
    addPage: command(AddPage, Added),
    /** Stores the posting of an uploaded file that is a saved page; the file is discarded when it was stored. */
    addFile: command(AddFile, Added),
    addText: command(AddText, Added),
    /** What a pasted text says of itself. Stores nothing. */
    readText: command(z.object({ text: z.string().max(LARGEST_TEXT) }), PastedFacts),
  },
  runs: {
    /** The newest first. */
    list: query(
      z.object({
        campaignId: CampaignId.nullable().default(null),
        kinds: z.array(RunKind).default([]),
        states: z.array(RunState).default([]),
        before: RunId.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.array(RunView),
    ),
    get: query(z.object({ runId: RunId }), RunDetail),
    /** What a run did, line by line, after the given line. */
    log: query(
      z.object({
        runId: RunId,
        after: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(2000).default(500),
      }),
      z.object({ lines: z.array(RunLogLine), more: z.boolean() }),
    ),
    /** Ended runs that brought jobs, oldest first. */
    bars: query(
      z.object({
        campaignId: CampaignId.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(40),
      }),
      z.array(RunBar),
    ),
    /**
     * `collect`: asks every enabled source of the campaign and does all steps; `rank`: ranks all known jobs for it again;
     * `check` and `notify`: that step alone. Answers the one that is under way if there is one.
     */
    start: command(
      z.object({ campaignId: CampaignId, kind: RunKind.exclude(['import']).default('collect') }),
      z.object({ runId: RunId }),
    ),
    /** The same for every active campaign; those without sources are left out of `collect`. */
    startAll: command(
      z.object({ kind: RunKind.exclude(['import']).default('collect') }),
      z.object({ runIds: z.array(RunId) }),
    ),
    /** Goes on with a run that failed or was cancelled, as a new run: from where it ended, or with one step alone. */
    retry: command(
      z.object({ runId: RunId, step: Step.nullable().default(null) }),
      z.object({ runId: RunId }),
    ),
    cancel: command(z.object({ runId: RunId }), z.object({ state: z.string() })),
  },
  schedule: {
    get: query(nothing, ScheduleView),
    /** What was handled, the newest first. */
    slots: query(
      z.object({
        kind: SlotKind.nullable().default(null),
        campaignId: CampaignId.nullable().default(null),
        before: z.number().int().nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.array(SlotView),
    ),
    /** What times would mean; said while they are typed. */
    preview: query(z.object({ schedule: z.string().max(200) }), SchedulePreview),
  },
  checks: {
    list: query(nothing, z.object({ checks: z.array(CheckView), running: z.boolean() })),
    /** The rows that break a check now. */
    rows: query(
      z.object({
        name: CheckName,
        /** It holds the key of a row, which may be a name. */
        cursor: z.string().max(10_000).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({ rows: z.array(OffendingRow), cursor: z.string().nullable() }),
    ),
    /** Makes checks over all data in the background; null: all of them. `started` false: they are under way. */
    run: command(
      z.object({ names: z.array(CheckName).min(1).nullable().default(null) }),
      z.object({ started: z.boolean() }),
    ),
    cancel: command(nothing, z.object({ cancelled: z.boolean() })),
    /** Mends what can be mended without a loss and writes it into the book of repairs; `dryRun`: only says what it would do. */
    repair: command(
      z.object({ name: CheckName, dryRun: z.boolean() }),
      z.object({
        rows: z.number().int(),
        examples: z.array(z.string()).max(20),
        repairId: z.number().int().nullable(),
      }),
    ),
    repairs: query(z.object({ limit: z.number().int().min(1).max(200).default(50) }), z.array(RepairView)),
  },
  /** What happened, in sentences. */
  activity: {
    list: query(
      z.object({
        groups: z.array(ActivityGroup).default([]),
        before: z.number().int().nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({ rows: z.array(ActivityRow), next: z.number().int().nullable() }),
    ),
  },
  /** The events themselves, and what is done after them. */
  events: {
    monitor: query(nothing, EventMonitor),
    list: query(
      z.object({
        types: z.array(z.string().max(60)).max(100).default([]),
        before: z.number().int().nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.array(EventRow),
    ),
    failures: query(z.object({ limit: z.number().int().min(1).max(200).default(50) }), z.array(FailureView)),
    /** Tries a failed event again at once; `done`: it went well. */
    retry: command(z.object({ failureId: z.number().int() }), z.object({ done: z.boolean() })),
  },
  detection: {
    /** Jobs that are not put away and lack facts, the newest first. `fact` null: any. */
    missing: query(
      z.object({
        fact: MissingFact.nullable().default(null),
        cursor: z.string().max(40).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({
        rows: z.array(z.object({ job: JobRow, missing: z.array(MissingFact), ai: JobAiView.nullable() })),
        cursor: z.string().nullable(),
      }),
    ),
    counts: query(nothing, MissingCounts),
    /** The last runs, the newest first. */
    runs: query(z.object({ limit: z.number().int().min(1).max(50).default(10) }), z.array(DetectionRunView)),
    /** The jobs of a run that could not be read, at most 200. */
    issues: query(
      z.object({ detectionRunId }),
      z.array(z.object({ jobId: JobId, title: z.string(), company: z.string(), message: z.string() })),
    ),
    /** Queues a run; a run of the same kind and scope that is under way is answered instead. */
    start: command(z.object({ kind: DetectionKind, scope: DetectionScope }), z.object({ detectionRunId })),
    cancel: command(z.object({ detectionRunId }), z.object({ state: z.string() })),
    /** A new run over the jobs that failed in an ended one, and those it did not come to. `conflict` when there are none. */
    retry: command(z.object({ detectionRunId }), z.object({ detectionRunId })),
    /** Reads one job again and says what it found; stores nothing. `ai`: also asks the model for what is missing. */
    preview: command(z.object({ jobId: JobId, ai: z.boolean().default(false) }), DetectionPreview),
    /** Carries the decisions on a preview out; facts without a decision stay as they are. */
    apply: command(
      z.object({
        jobId: JobId,
        /** As the preview was asked for. */
        ai: z.boolean().default(false),
        version: z.string().max(100),
        choices: z.array(FactChoice).min(1).max(40),
      }),
      z.object({ undo: Undoable.nullable() }),
    ),
    /** The person's own word on some facts; it wins over every detection. */
    setFacts: command(z.object({ jobId: JobId, facts: FactEdits }), undo),
    /** Takes the person's word on some facts back: the job shows what was detected. */
    clearFacts: command(z.object({ jobId: JobId, fields: z.array(EditableField).min(1).max(20) }), undo),
    /** Reads postings that are not stored. `ai`: asks the model for what the patterns leave open, within the caps. */
    readPostings: command(
      z.object({
        postings: z.array(RawPosting).min(1).max(MOST_RAW_POSTINGS),
        ai: z.boolean().default(false),
      }),
      RawReadings,
    ),
  },
  jobs: {
    list: query(
      z.object({
        filter: JobFilter,
        sort: JobSort.default('score'),
        /** The other end first. */
        reversed: z.boolean().default(false),
        cursor: z.string().max(400).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
      JobPage,
    ),
    /** Numbers for the list's head: how many of each status under the same campaign. */
    counts: query(
      z.object({ campaignId: CampaignId.nullable().default(null) }),
      z.object({
        total: z.number().int(),
        byStatus: z.record(JobStatus, z.number().int()),
        favourites: z.number().int(),
        /** Jobs that are not counted, since their companies are blocked. */
        blocked: z.number().int(),
        /** Waiting jobs that are not counted, since the campaigns' rules speak against them. */
        ineligible: z.number().int(),
      }),
    ),
    /** How many jobs each further choice of a filter would leave. */
    facets: query(z.object({ filter: JobFilter }), JobFacets),
    /** The ids that a filter shows, in no order; at most 10,000 of `total`. */
    ids: query(
      z.object({ filter: JobFilter }),
      z.object({ jobIds: z.array(JobId), total: z.number().int() }),
    ),
    /** Chosen jobs as a file. Cells that a spreadsheet would calculate are made harmless. */
    export: query(
      z.object({ jobIds, format: z.enum(['csv', 'json']) }),
      z.object({ fileName: z.string(), text: z.string() }),
    ),
    /** Jobs like this one, the most alike first; not those it was merged from. */
    similar: query(
      z.object({ jobId: JobId, limit: z.number().int().min(1).max(20).default(6) }),
      z.array(z.object({ job: JobRow, why: z.string() })),
    ),
    get: query(z.object({ jobId: JobId, campaignId: CampaignId.nullable().default(null) }), JobView),
    /** The posting's text: sanitised HTML for the sandboxed frame and the same as plain text. */
    posting: query(z.object({ jobId: JobId }), z.object({ html: z.string(), text: z.string() })),
    /**
     * Takes a posting out of its job into one of its own; the two are never joined again. `conflict` for the only one.
     */
    splitPosting: command(z.object({ postingId: PostingId }), z.object({ jobId: JobId, undo: Undoable })),
    setFavourite: command(z.object({ jobIds, favourite: z.boolean() }), undo),
    markRead: command(z.object({ jobIds, read: z.boolean().default(true) }), undo),
  },
  search: {
    /** The most relevant first; words that occur nowhere are replaced by the nearest that do. Scopes are understood. */
    jobs: query(
      z.object({ text: z.string().max(10_000), limit: z.number().int().min(1).max(200).default(50) }),
      SearchResult,
    ),
    /** Lines under a search field: what begins with the text or its last word, the likeliest first. */
    suggest: query(
      z.object({
        text: z.string().max(10_000),
        /** Empty: all. */
        kinds: z.array(z.enum(['title', 'company', 'skill', 'place', 'preset', 'campaign'])).default([]),
        limit: z.number().int().min(1).max(50).default(10),
      }),
      z.array(Suggestion),
    ),
    /** A filter from text; what is no scope stays its text. */
    read: query(z.object({ text: z.string().max(100_000) }), ReadFilter),
    /** A filter as text that `read` understands, on other computers too: names instead of ids. */
    write: query(z.object({ filter: JobFilter }), z.object({ text: z.string() })),
  },
  /** Saved views of the jobs list, in the person's order. */
  presets: {
    list: query(nothing, z.array(PresetView)),
    /** `presetId` null: a new one. `conflict` when another has the name; a shortcut is taken from another. */
    save: command(
      z.object({ presetId: PresetId.nullable(), preset: PresetDraft }),
      z.object({ presetId: PresetId, undo: Undoable.nullable() }),
    ),
    remove: command(z.object({ presetId: PresetId }), undo),
    /** All ids in their new order. */
    order: command(z.object({ presetIds: z.array(PresetId).max(200) }), undo),
  },
  companies: {
    list: query(
      z.object({
        /** Part of a name or of another name. */
        text: z.string().max(300).default(''),
        show: CompanyShow.default('all'),
        sort: CompanySort.default('jobs'),
        cursor: z.string().max(600).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
      CompanyPage,
    ),
    counts: query(
      nothing,
      z.object({ all: z.number().int(), favourites: z.number().int(), blocked: z.number().int() }),
    ),
    /** `jobs`: how many of its best jobs come with it. */
    get: query(
      z.object({ companyId: CompanyId, jobs: z.number().int().min(0).max(200).default(50) }),
      CompanyView,
    ),
    setFavourite: command(z.object({ companyIds, favourite: z.boolean() }), undo),
    /** The jobs of a blocked company are hidden and kept; they are back when it is unblocked. */
    setBlocked: command(z.object({ companyIds, blocked: z.boolean() }), undo),
    /** What the person says of a company wins over every source. */
    edit: command(z.object({ companyId: CompanyId, facts: CompanyEdit }), undo),
    /** Another name; a company of that name that is known already is joined into this one. */
    addAlias: command(
      z.object({ companyId: CompanyId, name: z.string().trim().min(1, 'Write a name').max(200) }),
      undo,
    ),
    /** The jobs that came under that name become those of a company of its own. */
    removeAlias: command(z.object({ companyId: CompanyId, name: z.string().max(200) }), undo),
    /** Looks one company up now and answers how it ended. */
    enrichNow: command(z.object({ companyId: CompanyId }), CompanyLookup),
    lookups: query(nothing, LookupsView),
    /** After a new key: look-ups that were stopped go on. */
    resumeLookups: command(nothing, nothing),
  },
  applications: {
    setStatus: command(z.object({ jobIds, status: JobStatus }), undo),
    /** `basedOn` is the version that was edited: a newer one is answered as `conflict` and nothing is overwritten. */
    saveNotes: command(
      z.object({ jobId: JobId, notes: z.string().max(200_000), basedOn: z.number().int().min(0) }),
      z.object({ version: z.number().int() }),
    ),
    /** One column of the board, what moved last first. */
    column: query(
      z.object({
        status: JobStatus,
        filter: ApplicationFilter.prefault({}),
        cursor: z.string().max(200).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({ cards: z.array(ApplicationCard), cursor: z.string().nullable() }),
    ),
    /** The heads of the board: how many are in each status, and how many of them wait for an answer too long. */
    counts: query(
      z.object({ filter: ApplicationFilter.prefault({}) }),
      z.object({
        columns: z.array(z.object({ status: JobStatus, n: z.number().int() })),
        stale: z.number().int(),
        followUps: z.number().int(),
      }),
    ),
    /** All applications in one list; each time range bounds when they came to their status. */
    list: query(
      z.object({
        filter: ApplicationFilter,
        sort: z.enum(['moved', 'applied', 'company']).default('moved'),
        cursor: z.string().max(600).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
      z.object({ cards: z.array(ApplicationCard), cursor: z.string().nullable() }),
    ),
    get: query(z.object({ jobId: JobId }), ApplicationView),
    edit: command(z.object({ jobId: JobId, facts: ApplicationEdit }), undo),
    /** What happened in all applications, the newest first. Statuses are the jobs' present ones. */
    timeline: query(
      z.object({
        filter: ApplicationFilter,
        cursor: z.string().max(200).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({ rows: z.array(TimelineRow), cursor: z.string().nullable() }),
    ),
    /** Applications without an answer for 14 days or more, the longest first; at most 1,000. */
    stale: query(nothing, z.array(ApplicationCard)),
    /** Gives up waiting: the answer becomes `none` and the job is archived. */
    markNoResponse: command(z.object({ jobIds }), undo),
    /** Whom to ask again, the most urgent first; at most 200. `today`: the person's local day. */
    followUps: query(
      z.object({ today: LocalDay }),
      z.array(z.object({ card: ApplicationCard, followUp: FollowUp })),
    ),
    addEntry: command(
      z.object({ jobId: JobId, entry: EntryDraft }),
      z.object({ entryId: EntryId, undo: Undoable }),
    ),
    removeEntry: command(z.object({ entryId: EntryId }), undo),
    /** `interviewId` null: a new one. */
    saveInterview: command(
      z.object({ jobId: JobId, interviewId: InterviewId.nullable(), interview: InterviewDraft }),
      z.object({ interviewId: InterviewId, undo: Undoable.nullable() }),
    ),
    removeInterview: command(z.object({ interviewId: InterviewId }), undo),
    /** An interview as a file for calendars. */
    interviewFile: query(
      z.object({ interviewId: InterviewId }),
      z.object({ fileName: z.string(), text: z.string() }),
    ),
  },
  /** People: recruiters, interviewers, referrers. */
  contacts: {
    list: query(
      z.object({
        text: z.string().max(300).default(''),
        cursor: z.string().max(600).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
      z.object({ rows: z.array(ContactView), cursor: z.string().nullable() }),
    ),
    /** `contactId` null: a new one. `jobId`: also belongs to this job. */
    save: command(
      z.object({
        contactId: ContactId.nullable(),
        contact: ContactDraft,
        jobId: JobId.nullable().default(null),
      }),
      z.object({ contactId: ContactId, undo: Undoable.nullable() }),
    ),
    setJob: command(z.object({ contactId: ContactId, jobId: JobId, linked: z.boolean() }), undo),
    remove: command(z.object({ contactId: ContactId }), undo),
  },
  reminders: {
    /** Open ones by the time they are due, or done ones, the newest first. */
    list: query(
      z.object({
        done: z.boolean().default(false),
        limit: z.number().int().min(1).max(200).default(100),
      }),
      z.array(ReminderView),
    ),
    /** `reminderId` null: a new one. */
    save: command(
      z.object({ reminderId: ReminderId.nullable(), reminder: ReminderDraft }),
      z.object({ reminderId: ReminderId, undo: Undoable.nullable() }),
    ),
    setDone: command(z.object({ reminderId: ReminderId, done: z.boolean() }), undo),
    remove: command(z.object({ reminderId: ReminderId }), undo),
  },
  /** The language model that the person may switch on. */
  ai: {
    status: query(nothing, AiStatus),
    /** Asks a small question, also while switched off, and finds out what the endpoint understands. */
    test: command(nothing, AiTestResult),
    /** What the endpoint offers; at most 500. */
    models: command(nothing, z.object({ models: z.array(z.string()) })),
    /** After a new key, or to go on after a refusal or before the end of a rest. */
    resume: command(nothing, nothing),
  },
  ranking: {
    /** The best of a campaign's waiting jobs under other weights or rules; null: as they are. Stores nothing. */
    preview: query(
      z.object({
        campaignId: CampaignId,
        weights: RankingWeights.nullable().default(null),
        rules: EligibilityRules.nullable().default(null),
        limit: z.number().int().min(1).max(50).default(10),
      }),
      z.object({
        rows: z.array(
          z.object({
            job: JobRow,
            score: z.number(),
            lessSure: z.boolean(),
            /** Its place in the present order, from 1; null: it is hidden at present. */
            before: z.number().int().nullable(),
          }),
        ),
        eligible: z.number().int(),
        ineligible: z.number().int(),
        /** Waiting jobs that the campaign has ranked. */
        total: z.number().int(),
      }),
    ),
    /** Weights of a campaign, or of all that have none of their own; `weights` null: back to those above. */
    setWeights: command(
      z.object({ campaignId: CampaignId.nullable(), weights: RankingWeights.nullable() }),
      undo,
    ),
  },
  /** Exchange rates by which salaries are compared. */
  rates: {
    get: query(nothing, RatesView),
    /** Asks the European Central Bank for its newest rates; campaigns that name a salary are then ranked again. */
    refresh: command(nothing, RatesRefreshed),
    /** Ends a refresh that is under way; it answers `cancelled`. */
    cancelRefresh: command(nothing, z.object({ cancelled: z.boolean() })),
  },
  skillGap: {
    /** What the chosen jobs ask for against the person's profile, and what trying skills would change. */
    get: query(SkillGapQuestion, SkillGap),
  },
  /** What the person says of jobs, and what the weights of a campaign could learn from it. */
  feedback: {
    /** What was said of some jobs: for one campaign, or with null the newest for any. At most one a job. */
    of: query(
      z.object({ jobIds: z.array(JobId).min(1).max(200), campaignId: CampaignId.nullable().default(null) }),
      z.array(FeedbackView),
    ),
    /** Only a changed verdict can be undone; reasons are changed by saying them again. */
    give: command(GiveFeedback, undo),
    suggestion: query(z.object({ campaignId: CampaignId }), WeightsSuggestion),
    /** Gives the campaign the weights that were shown. */
    accept: command(z.object({ campaignId: CampaignId, weights: RankingWeights }), undo),
    /** No suggestion is shown until there are ten more decisions. */
    refuse: command(z.object({ campaignId: CampaignId }), undo),
  },
  /** Two weightings on the person's own decisions: one list of the best jobs of both, the sides hidden. */
  comparisons: {
    /** The newest first, at most 20. */
    list: query(z.object({ campaignId: CampaignId }), z.array(ComparisonView)),
    get: query(
      z.object({ comparisonId: ComparisonId }),
      z.object({ comparison: ComparisonView, jobs: z.array(ComparedJob) }),
    ),
    /** `conflict` while another one runs for the campaign, or when too few waiting jobs are left to judge. */
    start: command(ComparisonStart, z.object({ comparisonId: ComparisonId, undo: Undoable.nullable() })),
    /** Counts what was decided and shows the sides. */
    finish: command(z.object({ comparisonId: ComparisonId }), undo),
    /** Gives the campaign the weights of a side of a finished comparison. */
    keep: command(z.object({ comparisonId: ComparisonId, side: ComparisonSide }), undo),
  },
  changes: {
    undo: command(z.object({ changeId: ChangeId }), z.object({ label: z.string() })),
    /** The newest change that can still be undone, for Ctrl+Z. */
    latest: query(nothing, Undoable.nullable()),
  },
  notifications: {
    list: query(
      z.object({
        /** Words of title and body. */
        text: z.string().max(300).default(''),
        kinds: z.array(NotificationKind).default([]),
        unread: z.boolean().default(false),
        before: NotificationId.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({ rows: z.array(NotificationView), unread: z.number().int() }),
    ),
    markRead: command(
      z.object({ notificationIds: z.array(NotificationId).max(1000).nullable() }),
      z.object({ unread: z.number().int() }),
    ),
    /** Tries a delivery that was given up once more. */
    retry: command(z.object({ notificationId: NotificationId, channel: Channel }), nothing),
    /** Sends a message over one channel now, whatever the rules and quiet hours, and says how it went. */
    test: command(z.object({ channel: Channel }), TestResult),
    mail: query(nothing, MailStatus),
    /** The messages of the day as they would be sent now. */
    preview: query(z.object({ kind: z.enum(['match', 'briefing', 'summary']) }), MessagePreview),
    /** Makes a message of the day now. */
    send: command(
      z.object({ kind: z.enum(['briefing', 'summary']) }),
      z.object({ notificationId: NotificationId }),
    ),
  },
  dashboard: {
    overview: query(
      z.object({
        days: z.number().int().min(1).max(366).default(30),
        campaignId: CampaignId.nullable().default(null),
        /** Minutes that local time is ahead of UTC, for "today" and the days of the chart. */
        utcOffset: z.number().int().min(-900).max(900).default(0),
      }),
      DashboardView,
    ),
  },
  settings: {
    get: query(nothing, Settings),
    update: command(SettingsChange, Settings),
  },
  profile: {
    get: query(nothing, Profile),
    /** Saves the whole profile; every job whose match it decides is matched again. */
    save: command(Profile, undo),
    /** Names of skills that postings ask for, for suggestions; those that begin with the text come first. */
    skillNames: query(
      z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }),
      z.object({ names: z.array(z.string()) }),
    ),
    /** What a JSON Resume says otherwise than the profile; nothing is changed. `file_not_understood` says why not. */
    readResume: query(z.object({ text: ResumeText }), ResumeProposal),
    /** Takes over the chosen items of what `readResume` proposed. */
    importResume: command(
      z.object({ text: ResumeText, take: z.array(z.string().max(2100)).max(1000) }),
      undo,
    ),
    /** The profile as a JSON Resume with all that the last import brought. */
    exportResume: query(nothing, z.object({ fileName: z.string(), text: z.string() })),
  },
  documents,
  resumes,
  letters,
  recommendations: {
    /** Jobs that were not applied to, the best match first; those of which little could be compared come last. */
    list: query(
      z.object({
        cursor: z.string().max(200).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      z.object({
        rows: z.array(
          z.object({
            job: JobRow,
            /** 0–100. */
            match: z.number(),
            lessSure: z.boolean(),
            /** What speaks for it most, in a sentence or two. */
            why: z.string(),
          }),
        ),
        cursor: z.string().nullable(),
      }),
    ),
  },
  sample: {
    /** Fills an empty database with the shipped sample; `conflict` when it is not empty. */
    load: command(nothing, z.object({ jobs: z.number().int() })),
  },
  backups: {
    list: query(nothing, z.array(BackupView)),
    create: command(nothing, BackupView),
  },
  shell: {
    /** What this shell can do, so that a page shows only what works. */
    info: host(
      nothing,
      z.object({
        kind: z.enum(['desktop', 'browser']),
        platform: z.string(),
        canOpenFolder: z.boolean(),
        tray: z.boolean(),
        /** null: this shell cannot start with the system. */
        autostart: z.boolean().nullable(),
        /** Whether the system shows notifications for Rolecall; `denied`: the person has to allow it in the system. */
        notifications: z.enum(['granted', 'denied', 'none']),
        /** A warning when the system keeps secrets only as plain text; null when they are safe or unused. */
        secretsWarning: z.string().nullable(),
      }),
    ),
    openDataFolder: host(nothing, nothing),
    /** Opens an http, https or mailto address in the person's own program. */
    openExternal: host(z.object({ url: z.string().max(4000) }), nothing),
    setAutostart: host(z.object({ enabled: z.boolean() }), nothing),
  },
} as const satisfies ContractShape

export type Contract = typeof contract

/** The typed client that a page uses: `client.jobs.list(input)`. Rejects with a `RolecallFailure`. */
export type Client = {
  [A in keyof Contract]: {
    [V in keyof Contract[A]]: (input: InputOf<Contract[A][V]>) => Promise<OutputOf<Contract[A][V]>>
  }
}
