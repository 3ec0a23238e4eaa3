DROP TABLE run_log;

-- Runs of one last step brought nothing; what they told stays.
UPDATE notifications SET run_id = NULL WHERE run_id IN (SELECT id FROM runs WHERE kind IN ('check', 'notify'));
UPDATE schedule_slots SET run_id = NULL WHERE run_id IN (SELECT id FROM runs WHERE kind IN ('check', 'notify'));
DELETE FROM run_issues WHERE run_id IN (SELECT id FROM runs WHERE kind IN ('check', 'notify'));
DELETE FROM run_steps WHERE run_id IN (SELECT id FROM runs WHERE kind IN ('check', 'notify'));
DELETE FROM runs WHERE kind IN ('check', 'notify');

CREATE TABLE run_steps_before AS SELECT * FROM run_steps;
DROP TABLE run_steps;
CREATE TABLE run_steps (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  step TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'skipped')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO run_steps (run_id, position, step, state, done, total)
  SELECT run_id, position, step, iif(state = 'retrying', 'running', state), done, total FROM run_steps_before;
DROP TABLE run_steps_before;

CREATE TABLE runs_before AS SELECT * FROM runs;
DROP TABLE runs;
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
INSERT INTO runs (id, campaign_id, kind, trigger, label, input, state, counts, error, queued_at, started_at, finished_at)
  SELECT id, campaign_id, kind, iif(trigger = 'retry', 'you', trigger), label, input, state, counts, error, queued_at, started_at,
    finished_at FROM runs_before;
DROP TABLE runs_before;
CREATE INDEX runs_campaign ON runs (campaign_id, id DESC);
CREATE INDEX runs_open ON runs (state) WHERE state IN ('queued', 'running');
