-- Runs of one last step alone and runs that go on with another; steps with their times, tries and words; the log of a run.

CREATE TABLE runs_before AS SELECT * FROM runs;
DROP TABLE runs;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  kind TEXT NOT NULL CHECK (kind IN ('import', 'collect', 'rank', 'check', 'notify')),
  trigger TEXT NOT NULL CHECK (trigger IN ('you', 'schedule', 'catch_up', 'resume', 'retry')),
  label TEXT NOT NULL,
  -- What the run needs to start again after a crash: the kept file and its mapping, or what was done before it.
  input TEXT NOT NULL CHECK (json_valid(input)),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
  counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
  error TEXT,
  queued_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) STRICT;
INSERT INTO runs (id, campaign_id, kind, trigger, label, input, state, counts, error, queued_at, started_at, finished_at)
  SELECT id, campaign_id, kind, trigger, label, input, state, counts, error, queued_at, started_at, finished_at FROM runs_before;
DROP TABLE runs_before;
CREATE INDEX runs_campaign ON runs (campaign_id, id DESC);
CREATE INDEX runs_open ON runs (state) WHERE state IN ('queued', 'running');
-- Imports whose file may be kept to go on with.
CREATE INDEX runs_unfinished_imports ON runs (finished_at) WHERE kind = 'import' AND state IN ('failed', 'cancelled', 'interrupted');

CREATE TABLE run_steps_before AS SELECT * FROM run_steps;
DROP TABLE run_steps;
CREATE TABLE run_steps (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  step TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'retrying', 'done', 'failed', 'skipped')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  -- How often it was begun.
  attempts INTEGER NOT NULL DEFAULT 0,
  started_at TEXT,
  finished_at TEXT,
  -- Why it failed, is tried again or was left out, in plain words.
  note TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO run_steps (run_id, position, step, state, done, total, attempts)
  SELECT run_id, position, step, state, done, total, state IN ('running', 'done', 'failed') FROM run_steps_before;
DROP TABLE run_steps_before;

-- What a run did, in plain words.
CREATE TABLE run_log (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  at TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('info', 'warn', 'error')),
  step TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (run_id, line)
) STRICT, WITHOUT ROWID;
