import type { ColumnType, Generated } from 'kysely'

/** The tables as Kysely sees them; the truth is migrations/. Booleans are 0 or 1, lists are JSON text. */

type WithDefault<T> = ColumnType<T, T | undefined, T>

export interface Schema {
  settings: { key: string; value: string; updated_at: string }
  profile: {
    id: number
    data: string
    updated_at: string
    rematch_after: number | null
    version: WithDefault<number>
  }
  campaigns: CampaignRecord
  sources: {
    id: Generated<number>
    kind: string
    key: string
    label: string
    config: string
    enabled: WithDefault<number>
    priority: WithDefault<number>
    quality: number | null
    created_at: string
  }
  source_health: {
    source_id: number
    last_success_at: string | null
    last_error_at: string | null
    last_error: string | null
    last_postings: number | null
    failures_in_a_row: WithDefault<number>
    paused_until: string | null
    etag: string | null
    last_modified: string | null
  }
  campaign_sources: { campaign_id: number; source_id: number }
  runs: RunRecord
  run_steps: {
    run_id: number
    position: number
    step: string
    state: string
    done: WithDefault<number>
    total: number | null
    attempts: WithDefault<number>
    started_at: string | null
    finished_at: string | null
    note: string | null
  }
  run_log: { run_id: number; line: number; at: string; level: string; step: string | null; text: string }
  run_issues: { id: Generated<number>; run_id: number; row: number | null; code: string; message: string }
  raw_postings: {
    id: Generated<number>
    source_id: number
    campaign_id: number | null
    run_id: number | null
    source_key: string
    row: number | null
    loaded_at: string
    content_hash: Uint8Array
    media_type: string
    payload: Uint8Array
  }
  companies: {
    id: Generated<number>
    name: string
    normalised_name: string
    website: string | null
    domain: string | null
    industry: string | null
    size_range: string | null
    headquarters: string | null
    rating: number | null
    founded: number | null
    blocked: WithDefault<number>
    favourite: WithDefault<number>
    created_at: string
    review_count: number | null
    ratings: string | null
    facts_from: string | null
    facts_url: string | null
    facts_at: string | null
    job_count: WithDefault<number>
    origins: WithDefault<string>
  }
  jobs: JobRecord
  postings: {
    id: Generated<number>
    raw_posting_id: number
    source_id: number
    source_key: string
    job_id: number
    is_primary: number
    merge_reasons: string
    title: string
    company: string
    location_text: string
    description: string
    description_html: string | null
    publisher: string | null
    url: string | null
    apply_url: string | null
    canonical_url: string | null
    structured: string
    posted_at: string | null
    found_at: string
    closed_at: string | null
  }
  job_fields: {
    job_id: number
    field: string
    origin: string
    value: string | null
    confidence: number
    quote: string | null
    quote_in: string | null
    quote_start: number | null
    note: string | null
  }
  jobs_to_rank: { job_id: number }
  detection_runs: {
    id: Generated<number>
    kind: string
    scope: string
    label: string
    trigger: string
    state: string
    position: number | null
    total: number
    done: WithDefault<number>
    changed: WithDefault<number>
    failed: WithDefault<number>
    error: string | null
    queued_at: string
    started_at: string | null
    finished_at: string | null
  }
  detection_issues: { run_id: number; job_id: number; message: string }
  job_ai: {
    job_id: number
    state: string
    asked: Uint8Array
    model: string
    message: string | null
    at: string
  }
  ai_readings: { key: Uint8Array; answer: string; model: string; micros: number; at: string }
  campaign_jobs: { campaign_id: number; job_id: number; run_id: number | null; found_at: string }
  exchange_rates: { id: number; day: string; source: string; data: string; fetched_at: string }
  rankings: {
    campaign_id: number
    job_id: number
    status: string
    score: number
    less_sure: number
    ineligible: WithDefault<number>
    shares: string
    place: string
    ranked_on: string
    hidden: ColumnType<number, never, never>
  }
  best_rankings: {
    job_id: number
    status: string
    score: number
    campaign_id: number | null
    ineligible: WithDefault<number>
    found_hour: string
    hidden: ColumnType<number, never, never>
  }
  list_counts: { kind: string; n: number }
  skills: { id: Generated<number>; name: string; kind: string }
  job_skills: { job_id: number; required: string; nice: string }
  status_events: {
    id: Generated<number>
    job_id: number
    from_status: string
    to_status: string
    at: string
    undone: WithDefault<number>
    job_status: WithDefault<string>
  }
  applications: {
    job_id: number
    status: string
    applied_at: string | null
    company_id: number
    company: string
    moved_at: string | null
    notes: WithDefault<string>
    notes_version: WithDefault<number>
    next_step: WithDefault<string>
    next_step_at: string | null
    updated_at: string
  }
  documents: {
    id: Generated<number>
    kind: string
    title: string
    job_id: number | null
    created_at: string
    deleted_at: string | null
    changed_at: WithDefault<string>
    kind_guessed: WithDefault<number>
  }
  document_versions: {
    id: Generated<number>
    document_id: number
    version: number
    file_hash: string
    file_name: string
    media_type: string
    bytes: number
    created_at: string
    format: WithDefault<string>
    written: WithDefault<number>
  }
  application_documents: { job_id: number; document_version_id: number; sent_at: string | null }
  document_readings: {
    version_id: number
    state: string
    asked_at: string
    wanted: WithDefault<number>
    reader: WithDefault<number>
    read_at: string | null
    message: string | null
    pages: number | null
    words: number | null
    language: string | null
    looks_like: string | null
    confidence: number | null
    remarks: WithDefault<string>
    text: string | null
    resume: string | null
  }
  resume_reviews: {
    id: Generated<number>
    at: string
    document_id: number | null
    title: string
    changes: string
    change_id: number | null
  }
  resume_refinements: {
    version_id: number
    asked: Uint8Array
    answer: string
    model: string
    micros: number
    at: string
  }
  document_batch: { id: number; done: number }
  document_files_left: { file_hash: string; at: string; intended: WithDefault<number> }
  notifications: {
    id: Generated<number>
    kind: string
    title: string
    body: string
    target: string
    campaign_id: number | null
    run_id: number | null
    dedupe_key: string
    created_at: string
    read_at: string | null
    expires_at: string | null
    n: WithDefault<number>
    best: number | null
    words: string
  }
  notification_deliveries: {
    notification_id: number
    channel: string
    state: string
    attempts: WithDefault<number>
    next_attempt_at: string | null
    attempting_at: string | null
    settled_at: string | null
    error: string | null
    message_id: string | null
    content: string | null
  }
  mail_state: {
    id: number
    last_sent_at: string | null
    error: string | null
    failures_in_a_row: WithDefault<number>
    rest_until: string | null
  }
  told_in_time: { kind: string; thing: number; due: string; at: string }
  schedule_slots: {
    id: Generated<number>
    kind: string
    campaign_id: number | null
    slot: string
    at: string
    outcome: string
    run_id: number | null
    note: string | null
    stands_for: WithDefault<number>
  }
  schedule_since: { kind: string; campaign_id: number | null; since: string }
  events: { seq: Generated<number>; type: string; payload: string; at: string }
  event_handlers: {
    name: string
    types: string
    handled: WithDefault<number>
    failed: WithDefault<number>
    last_at: string | null
    last_error: string | null
    last_error_at: string | null
    durations: WithDefault<string>
    last_seq: number
  }
  event_failures: {
    id: Generated<number>
    handler: string
    first_seq: number
    seq: number
    type: string
    at: string
    error: string
    attempts: WithDefault<number>
    next_at: string | null
  }
  event_counts: { bucket: string; type: string; n: number }
  event_types: { type: string; last_at: string }
  events_counted: { id: number; seq: number }
  changes: {
    id: Generated<number>
    label: string
    procedure: string
    inverse: string
    at: string
    undone_at: string | null
  }
  ai_calls: {
    id: Generated<number>
    at: string
    day: string
    purpose: string
    model: string
    state: WithDefault<string>
    reserved: number
    cost: WithDefault<number>
    tokens_in: WithDefault<number>
    tokens_out: WithDefault<number>
    milliseconds: number | null
    message: string | null
  }
  ai_days: {
    day: string
    spent: number
    reserved: number
    calls: number
    tokens_in: number
    tokens_out: number
  }
  ai_endpoints: {
    base_url: string
    model: string
    rung: string | null
    rung_at: string | null
    base: string | null
    limit_name: string | null
    temperature: WithDefault<number>
  }
  ai_rest: {
    id: number
    base_url: string | null
    wait_until: string | null
    wait_reason: string | null
    stopped: string | null
    key_host: string | null
    refused_on: string | null
    refused_cost: number | null
  }
  status_counts: { status: string; n: number }
  hourly_activity: { hour: string; kind: string; n: number; score_sum: number; score_n: number }
  campaign_counts: { campaign_id: number; kind: string; n: number }
}

interface CampaignRecord {
  id: Generated<number>
  name: string
  query: string
  country: string | null
  locations: string
  date_window_days: number | null
  employment_types: string
  remote_preference: string
  seniority: string
  company_sizes: string
  skills: string
  salary_min: number | null
  salary_max: number | null
  salary_currency: string | null
  alert_threshold: number
  weights: string | null
  rules: WithDefault<string>
  scored_with: string | null
  schedule: string | null
  state: 'active' | 'paused' | 'deleted'
  notified_job_id: WithDefault<number>
  created_at: string
  updated_at: string
}

interface RunRecord {
  id: Generated<number>
  campaign_id: number
  kind: string
  trigger: string
  label: string
  input: string
  state: string
  counts: WithDefault<string>
  error: string | null
  queued_at: string
  started_at: string | null
  finished_at: string | null
}

interface JobRecord {
  id: Generated<number>
  opening_key: string
  company_id: number
  title: string
  company: string
  location_text: string
  status: WithDefault<string>
  favourite: WithDefault<number>
  unread: WithDefault<number>
  /** Unused since version 8. */
  best_score: WithDefault<number>
  best_campaign_id: number | null
  posted_at: string | null
  found_at: string
  applied_at: string | null
  closed_at: string | null
  salary_low: number | null
  salary_high: number | null
  compensation_currency: string | null
  salary_period: string | null
  salary_year_low: number | null
  salary_year_high: number | null
  salary_words: string | null
  office_city: string | null
  office_province: string | null
  office_country: string | null
  remote_options: string | null
  job_type: string | null
  seniority_level: string | null
  years_low: number | null
  years_high: number | null
  language: string | null
  skills: WithDefault<string>
  detector_version: number
  terms: WithDefault<string>
  ai_read: WithDefault<number>
  missing: ColumnType<number, never, never>
}
