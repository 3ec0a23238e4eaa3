-- The core of Rolecall. Times are ISO 8601 UTC text, ids integers, enums checked, every table STRICT.

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  data TEXT NOT NULL CHECK (json_valid(data)),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  query TEXT NOT NULL,
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  locations TEXT NOT NULL CHECK (json_valid(locations)),
  date_window_days INTEGER CHECK (date_window_days > 0),
  employment_types TEXT NOT NULL CHECK (json_valid(employment_types)),
  remote_preference TEXT NOT NULL CHECK (json_valid(remote_preference)),
  seniority TEXT NOT NULL CHECK (json_valid(seniority)),
  company_sizes TEXT NOT NULL CHECK (json_valid(company_sizes)),
  skills TEXT NOT NULL CHECK (json_valid(skills)),
  salary_min INTEGER CHECK (salary_min >= 0),
  salary_max INTEGER CHECK (salary_max >= 0),
  salary_currency TEXT CHECK (salary_currency GLOB '[A-Z][A-Z][A-Z]'),
  alert_threshold INTEGER NOT NULL CHECK (alert_threshold BETWEEN 0 AND 100),
  weights TEXT CHECK (weights IS NULL OR json_valid(weights)),
  schedule TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'deleted')),
  -- Jobs up to this id were considered for notifications: each is told at most once.
  notified_job_id INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (salary_min IS NULL OR salary_max IS NULL OR salary_min <= salary_max)
) STRICT;
-- A deleted campaign gives its name free and keeps its row, so that the deletion can be undone.
CREATE UNIQUE INDEX campaigns_name ON campaigns (name) WHERE state <> 'deleted';

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- What tells two sources of one kind apart: the board's token, or '' for the one file source.
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  config TEXT NOT NULL CHECK (json_valid(config)),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  priority INTEGER NOT NULL DEFAULT 50,
  quality REAL,
  created_at TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;

CREATE TABLE source_health (
  source_id INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
  last_success_at TEXT,
  last_error_at TEXT,
  last_error TEXT,
  last_postings INTEGER,
  failures_in_a_row INTEGER NOT NULL DEFAULT 0,
  paused_until TEXT,
  etag TEXT,
  last_modified TEXT
) STRICT;

CREATE TABLE campaign_sources (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  PRIMARY KEY (campaign_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_sources_source ON campaign_sources (source_id);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  kind TEXT NOT NULL CHECK (kind IN ('import', 'collect', 'rank')),
  trigger TEXT NOT NULL CHECK (trigger IN ('you', 'schedule', 'catch_up', 'resume')),
  label TEXT NOT NULL,
  -- What the run needs to start again after a crash: the kept file and its mapping, or the sources.
  input TEXT NOT NULL CHECK (json_valid(input)),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
  counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
  error TEXT,
  queued_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) STRICT;
CREATE INDEX runs_campaign ON runs (campaign_id, id DESC);
CREATE INDEX runs_open ON runs (state) WHERE state IN ('queued', 'running');

CREATE TABLE run_steps (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  step TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'skipped')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

-- Rows and postings that a run set aside, each with its reason.
CREATE TABLE run_issues (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  row INTEGER,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX run_issues_run ON run_issues (run_id, id);

-- Bronze: what a source returned, byte for byte. Never edited.
CREATE TABLE raw_postings (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  campaign_id INTEGER REFERENCES campaigns (id),
  run_id INTEGER REFERENCES runs (id),
  source_key TEXT NOT NULL,
  row INTEGER,
  loaded_at TEXT NOT NULL,
  content_hash BLOB NOT NULL,
  media_type TEXT NOT NULL,
  payload BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX raw_postings_content ON raw_postings (source_id, content_hash);

CREATE TABLE companies (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  normalised_name TEXT NOT NULL UNIQUE,
  website TEXT,
  domain TEXT,
  industry TEXT,
  size_range TEXT CHECK (size_range IN ('1-10', '11-50', '51-200', '201-500', '501-1000', '1001-5000', '5001-10000', '10001+')),
  headquarters TEXT,
  rating REAL,
  founded INTEGER,
  blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
  favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE company_enrichment (
  company_id INTEGER PRIMARY KEY REFERENCES companies (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'success' OR state = 'not_found' OR state = 'error'),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  last_error TEXT,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX company_enrichment_due ON company_enrichment (state, next_attempt_at);

-- Enums of the tables that every import writes are checked by OR: for IN with three or more values SQLite fills a
-- temporary table at each insert, which took a tenth of an import's time.

-- Gold: the canonical opening. Resolved facts stand here for lists and filters; their proof is in job_fields.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  opening_key TEXT NOT NULL,
  company_id INTEGER NOT NULL REFERENCES companies (id),
  title TEXT NOT NULL,
  company TEXT NOT NULL,
  location_text TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status = 'waiting' OR status = 'approved' OR status = 'preparing_to_apply' OR status = 'applied' OR status = 'interview' OR status = 'offer' OR status = 'accepted' OR status = 'rejected' OR status = 'archived'),
  favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
  unread INTEGER NOT NULL DEFAULT 1 CHECK (unread IN (0, 1)),
  best_score REAL NOT NULL DEFAULT -1 CHECK (best_score BETWEEN -1 AND 100),
  best_campaign_id INTEGER,
  posted_at TEXT,
  found_at TEXT NOT NULL,
  applied_at TEXT,
  closed_at TEXT,
  salary_low REAL,
  salary_high REAL,
  compensation_currency TEXT CHECK (compensation_currency GLOB '[A-Z][A-Z][A-Z]'),
  salary_period TEXT CHECK (salary_period = 'hour' OR salary_period = 'day' OR salary_period = 'week' OR salary_period = 'month' OR salary_period = 'year'),
  salary_year_low INTEGER,
  salary_year_high INTEGER,
  salary_words TEXT,
  office_city TEXT,
  office_province TEXT,
  office_country TEXT CHECK (office_country GLOB '[A-Z][A-Z]'),
  remote_options TEXT CHECK (remote_options = 'remote' OR remote_options = 'hybrid' OR remote_options = 'onsite'),
  job_type TEXT CHECK (job_type = 'full-time' OR job_type = 'part-time' OR job_type = 'contract' OR job_type = 'temporary' OR job_type = 'internship'),
  seniority_level TEXT CHECK (seniority_level = 'intern' OR seniority_level = 'junior' OR seniority_level = 'mid' OR seniority_level = 'senior' OR seniority_level = 'lead' OR seniority_level = 'principal' OR seniority_level = 'manager' OR seniority_level = 'director' OR seniority_level = 'executive'),
  years_low INTEGER,
  years_high INTEGER,
  language TEXT,
  skills TEXT NOT NULL DEFAULT '[]',
  detector_version INTEGER NOT NULL,
  CHECK (salary_low IS NULL OR salary_high IS NULL OR salary_low <= salary_high)
) STRICT;
CREATE INDEX jobs_opening ON jobs (opening_key);
CREATE INDEX jobs_company ON jobs (company_id);
CREATE INDEX jobs_by_score ON jobs (status, best_score DESC, id DESC);
CREATE INDEX jobs_by_newest ON jobs (status);
CREATE INDEX jobs_by_salary ON jobs (status, salary_year_high DESC, id DESC) WHERE salary_year_high IS NOT NULL;
CREATE INDEX jobs_favourite ON jobs (id DESC) WHERE favourite = 1;
CREATE INDEX jobs_applied ON jobs (applied_at DESC, id DESC) WHERE applied_at IS NOT NULL;
CREATE INDEX jobs_found ON jobs (found_at);

-- Silver: one raw posting in the common shape.
CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  raw_posting_id INTEGER NOT NULL REFERENCES raw_postings (id),
  source_id INTEGER NOT NULL REFERENCES sources (id),
  source_key TEXT NOT NULL,
  job_id INTEGER NOT NULL REFERENCES jobs (id),
  is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  merge_reasons TEXT NOT NULL DEFAULT '[]',
  title TEXT NOT NULL,
  company TEXT NOT NULL,
  location_text TEXT NOT NULL,
  publisher TEXT,
  url TEXT,
  apply_url TEXT,
  canonical_url TEXT,
  posted_at TEXT,
  found_at TEXT NOT NULL,
  closed_at TEXT,
  structured TEXT NOT NULL DEFAULT '{}',
  -- The long texts come last, so that reading the short columns does not walk through them.
  description TEXT NOT NULL,
  -- Sanitised; null when the source gave plain text.
  description_html TEXT,
  UNIQUE (source_id, source_key)
) STRICT;
CREATE INDEX postings_job ON postings (job_id, id);
CREATE INDEX postings_address ON postings (canonical_url) WHERE canonical_url IS NOT NULL;
CREATE INDEX postings_raw ON postings (raw_posting_id);

-- One detected value per job, field and origin; the winning one is copied to jobs.
CREATE TABLE job_fields (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field = 'salary_low' OR field = 'salary_high' OR field = 'compensation_currency' OR field = 'salary_period' OR field = 'office_city' OR field = 'office_province' OR field = 'office_country' OR field = 'remote_options' OR field = 'job_type' OR field = 'seniority_level'),
  origin TEXT NOT NULL CHECK (origin = 'structured' OR origin = 'pattern' OR origin = 'ai' OR origin = 'manual'),
  value TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  quote TEXT,
  quote_in TEXT CHECK (quote_in = 'title' OR quote_in = 'location' OR quote_in = 'description' OR quote_in = 'structured'),
  quote_start INTEGER,
  note TEXT,
  PRIMARY KEY (job_id, field, origin)
) STRICT, WITHOUT ROWID;

-- Which campaigns brought a job.
CREATE TABLE campaign_jobs (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  run_id INTEGER REFERENCES runs (id),
  found_at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, job_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_jobs_job ON campaign_jobs (job_id);

-- `status` is a copy of the job's, kept by a trigger, so that a campaign's list pages by one index.
CREATE TABLE rankings (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
  less_sure INTEGER NOT NULL CHECK (less_sure IN (0, 1)),
  ranked_at TEXT NOT NULL,
  -- JSON that only this application writes, in hot tables: not parsed once more by a check.
  explanation TEXT NOT NULL,
  UNIQUE (job_id, campaign_id)
) STRICT;
CREATE INDEX rankings_by_score ON rankings (campaign_id, status, score DESC, job_id DESC);

CREATE TABLE status_events (
  id INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  at TEXT NOT NULL,
  -- An undone move stays in the book and no longer counts.
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX status_events_job ON status_events (job_id, id);
CREATE INDEX status_events_at ON status_events (at);

CREATE TABLE applications (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  notes TEXT NOT NULL DEFAULT '',
  notes_version INTEGER NOT NULL DEFAULT 0,
  next_step TEXT,
  next_step_at TEXT,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('resume', 'cover_letter')),
  title TEXT NOT NULL,
  job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX documents_job ON documents (job_id) WHERE job_id IS NOT NULL;

CREATE TABLE document_versions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  file_hash TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (document_id, version)
) STRICT;

CREATE TABLE application_documents (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  document_version_id INTEGER NOT NULL REFERENCES document_versions (id),
  sent_at TEXT,
  PRIMARY KEY (job_id, document_version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notifications (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('match', 'run_failed', 'run_finished', 'notice')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  target TEXT NOT NULL,
  campaign_id INTEGER REFERENCES campaigns (id),
  run_id INTEGER REFERENCES runs (id),
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  read_at TEXT
) STRICT;
CREATE INDEX notifications_unread ON notifications (id DESC) WHERE read_at IS NULL;

CREATE TABLE notification_deliveries (
  notification_id INTEGER NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('os', 'in_app', 'email')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  delivered_at TEXT,
  error TEXT,
  PRIMARY KEY (notification_id, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX notification_deliveries_due ON notification_deliveries (channel, next_attempt_at) WHERE state = 'pending';

CREATE TABLE presets (
  id INTEGER PRIMARY KEY,
  page TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  query TEXT NOT NULL CHECK (json_valid(query)),
  shortcut TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (page, name)
) STRICT;

-- Each slot of a schedule at most once a local date.
CREATE TABLE schedule_slots (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  slot TEXT NOT NULL,
  local_date TEXT NOT NULL,
  run_id INTEGER REFERENCES runs (id),
  at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, slot, local_date)
) STRICT, WITHOUT ROWID;

-- The outbox: written in the transaction that made the event true.
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  at TEXT NOT NULL
) STRICT;

-- How to take a command back.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  procedure TEXT NOT NULL,
  inverse TEXT NOT NULL CHECK (json_valid(inverse)),
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX changes_open ON changes (id DESC) WHERE undone_at IS NULL;

-- Numbers for pages, kept by triggers so that no page counts a large table.
CREATE TABLE status_counts (
  status TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO status_counts (status, n)
VALUES ('waiting', 0), ('approved', 0), ('preparing_to_apply', 0), ('applied', 0), ('interview', 0), ('offer', 0), ('accepted', 0), ('rejected', 0), ('archived', 0);

-- Per hour, so that a page can add them up to days of any time zone. `hour` is YYYY-MM-DDTHH in UTC.
CREATE TABLE hourly_activity (
  hour TEXT NOT NULL,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  score_sum REAL NOT NULL DEFAULT 0,
  score_n INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (hour, kind)
) STRICT, WITHOUT ROWID;

-- `kind` is 'found' (jobs that its sources brought) or a status (ranked jobs of that status).
CREATE TABLE campaign_counts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER jobs_counted AFTER INSERT ON jobs BEGIN
  UPDATE status_counts SET n = n + 1 WHERE status = new.status;
  INSERT INTO hourly_activity (hour, kind, n, score_sum, score_n)
    VALUES (substr(new.found_at, 1, 13), 'found', 1, max(new.best_score, 0), new.best_score >= 0)
    ON CONFLICT (hour, kind) DO UPDATE SET n = n + 1, score_sum = score_sum + excluded.score_sum, score_n = score_n + excluded.score_n;
END;

CREATE TRIGGER jobs_removed AFTER DELETE ON jobs BEGIN
  UPDATE status_counts SET n = n - 1 WHERE status = old.status;
  UPDATE hourly_activity
    SET n = n - 1, score_sum = score_sum - max(old.best_score, 0), score_n = score_n - (old.best_score >= 0)
    WHERE hour = substr(old.found_at, 1, 13) AND kind = 'found';
END;

CREATE TRIGGER jobs_rescored AFTER UPDATE OF best_score ON jobs WHEN old.best_score <> new.best_score BEGIN
  UPDATE hourly_activity
    SET score_sum = score_sum + max(new.best_score, 0) - max(old.best_score, 0),
        score_n = score_n + (new.best_score >= 0) - (old.best_score >= 0)
    WHERE hour = substr(new.found_at, 1, 13) AND kind = 'found';
END;

CREATE TRIGGER jobs_moved AFTER UPDATE OF status ON jobs WHEN old.status <> new.status BEGIN
  UPDATE status_counts SET n = n - 1 WHERE status = old.status;
  UPDATE status_counts SET n = n + 1 WHERE status = new.status;
  UPDATE rankings SET status = new.status WHERE job_id = new.id;
END;

CREATE TRIGGER status_events_counted AFTER INSERT ON status_events BEGIN
  INSERT INTO hourly_activity (hour, kind, n) VALUES (substr(new.at, 1, 13), new.to_status, 1)
    ON CONFLICT (hour, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER status_events_undone AFTER UPDATE OF undone ON status_events WHEN old.undone = 0 AND new.undone = 1 BEGIN
  UPDATE hourly_activity SET n = n - 1 WHERE hour = substr(new.at, 1, 13) AND kind = new.to_status;
END;

CREATE TRIGGER campaign_jobs_counted AFTER INSERT ON campaign_jobs BEGIN
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, 'found', 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER campaign_jobs_removed AFTER DELETE ON campaign_jobs BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = 'found';
END;

CREATE TRIGGER rankings_counted AFTER INSERT ON rankings BEGIN
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rankings_removed AFTER DELETE ON rankings BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = old.status;
END;

CREATE TRIGGER rankings_moved AFTER UPDATE OF status ON rankings WHEN old.status <> new.status BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = old.status;
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

-- Search: contentless, so the text is not stored twice; a row is replaced by its id.
CREATE VIRTUAL TABLE job_search USING fts5 (
  title, company, place, description,
  content = '', contentless_delete = 1,
  prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);
-- Segments are merged sixteen at a time instead of four while jobs come in, which is a fifth faster; upkeep merges them
-- further when nothing runs.
INSERT INTO job_search (job_search, rank) VALUES ('automerge', 16);
