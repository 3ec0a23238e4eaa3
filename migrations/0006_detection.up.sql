-- Facts that a person or a model gives, losing values, terms, jobs with missing facts, and runs that detect again.

-- More fields, and a value may be null: the person says that it is not stated.
ALTER TABLE job_fields RENAME TO job_fields_before;
CREATE TABLE job_fields (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field = 'salary_low' OR field = 'salary_high' OR field = 'compensation_currency' OR field = 'salary_period' OR field = 'office_city' OR field = 'office_province' OR field = 'office_country' OR field = 'remote_options' OR field = 'job_type' OR field = 'seniority_level' OR field = 'skills' OR field = 'years_low' OR field = 'years_high' OR field = 'education' OR field = 'visa_sponsorship' OR field = 'summary'),
  origin TEXT NOT NULL CHECK (origin = 'structured' OR origin = 'pattern' OR origin = 'ai' OR origin = 'manual'),
  value TEXT CHECK (value IS NOT NULL OR origin = 'manual'),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  quote TEXT,
  quote_in TEXT CHECK (quote_in = 'title' OR quote_in = 'location' OR quote_in = 'description' OR quote_in = 'structured'),
  quote_start INTEGER,
  note TEXT,
  PRIMARY KEY (job_id, field, origin)
) STRICT, WITHOUT ROWID;
INSERT INTO job_fields (job_id, field, origin, value, confidence, quote, quote_in, quote_start, note)
  SELECT job_id, field, origin, value, confidence, quote, quote_in, quote_start, note FROM job_fields_before;
DROP TABLE job_fields_before;

-- Education, sponsorship, languages, benefits and more with their proofs, as JSON.
ALTER TABLE jobs ADD COLUMN terms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(terms));

-- 1 when the model has read the job as it is (job_ai).
ALTER TABLE jobs ADD COLUMN ai_read INTEGER NOT NULL DEFAULT 0 CHECK (ai_read IN (0, 1));

-- What a posting leaves open, as bits: salary 1, place 2, remote or on site 4, employment type 8, seniority 16, skills 32;
-- with 64 when the model has not read it. Remote work needs no place.
ALTER TABLE jobs ADD COLUMN missing INTEGER GENERATED ALWAYS AS (
  CASE WHEN (salary_low IS NOT NULL OR salary_high IS NOT NULL)
      AND (office_city IS NOT NULL OR office_country IS NOT NULL OR coalesce(remote_options, '') = 'remote')
      AND remote_options IS NOT NULL AND job_type IS NOT NULL AND seniority_level IS NOT NULL AND skills <> '[]'
    THEN 0
    ELSE (salary_low IS NULL AND salary_high IS NULL)
      + 2 * (office_city IS NULL AND office_country IS NULL AND coalesce(remote_options, '') <> 'remote')
      + 4 * (remote_options IS NULL)
      + 8 * (job_type IS NULL)
      + 16 * (seniority_level IS NULL)
      + 32 * (skills = '[]')
      + 64 * (ai_read = 0)
  END
) VIRTUAL;
CREATE INDEX jobs_missing ON jobs (missing, id) WHERE missing > 0 AND status <> 'rejected' AND status <> 'archived';
-- Jobs that an older detector read.
CREATE INDEX jobs_detector ON jobs (detector_version, id);

-- Jobs whose facts changed outside of a run: their scores are computed anew.
CREATE TABLE jobs_to_rank (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE
) STRICT;

-- Detecting many jobs again: by patterns, or by the language model what is missing.
CREATE TABLE detection_runs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind = 'patterns' OR kind = 'ai'),
  -- JSON: {"jobs": [ids]}, or {"all": "outdated"}, or {"all": "missing", "field": "salary"}.
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  label TEXT NOT NULL,
  trigger TEXT NOT NULL CHECK (trigger = 'you' OR trigger = 'run'),
  state TEXT NOT NULL CHECK (state = 'queued' OR state = 'running' OR state = 'succeeded' OR state = 'failed' OR state = 'cancelled'),
  -- Where to go on after a stop: places in the list of jobs, or the last job's id, which go downwards.
  position INTEGER,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  queued_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) STRICT;
CREATE INDEX detection_runs_open ON detection_runs (id) WHERE state = 'queued' OR state = 'running';

-- Jobs of a run that could not be read, with the reason.
CREATE TABLE detection_issues (
  run_id INTEGER NOT NULL REFERENCES detection_runs (id) ON DELETE CASCADE,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  PRIMARY KEY (run_id, job_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX detection_issues_job ON detection_issues (job_id);

-- How the model's reading of a job went; no row: it was never asked.
CREATE TABLE job_ai (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state = 'done' OR state = 'failed'),
  -- What was sent: the same posting is not sent again for the same facts.
  asked BLOB NOT NULL,
  model TEXT NOT NULL,
  message TEXT,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX job_ai_failed ON job_ai (job_id) WHERE state = 'failed';

-- Answers of models by what was asked, so that nothing is paid for twice.
CREATE TABLE ai_readings (
  key BLOB PRIMARY KEY,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  model TEXT NOT NULL,
  -- Millionths of a US dollar: its share of the call.
  micros INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
