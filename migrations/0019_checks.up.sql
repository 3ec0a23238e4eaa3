-- Checks of the data: what each one found, the rows that it names, and what was mended.

-- `run_id`: the run after which it was made, over what that run touched; null: over all data. `failing_since`: when the
-- check began to fail without having passed over all data since; null: it passed.
CREATE TABLE check_results (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name IN ('unique_keys', 'required_fields', 'references', 'orphaned_rankings', 'freshness', 'salary_order', 'score_range', 'allowed_values', 'counts', 'search_index')),
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'warning')),
  state TEXT NOT NULL CHECK (state IN ('passed', 'failed', 'error')),
  failing INTEGER NOT NULL CHECK (failing >= 0),
  looked INTEGER NOT NULL CHECK (looked >= 0),
  message TEXT NOT NULL,
  at TEXT NOT NULL,
  run_id INTEGER REFERENCES runs (id) ON DELETE CASCADE,
  ms INTEGER NOT NULL,
  failing_since TEXT
) STRICT;
CREATE INDEX check_results_all ON check_results (name, id) WHERE run_id IS NULL;
CREATE INDEX check_results_after ON check_results (name, id) WHERE run_id IS NOT NULL;
CREATE INDEX check_results_run ON check_results (run_id) WHERE run_id IS NOT NULL;

-- Keys of the rows that broke a check when it was made last, a bounded number: a page asks of each whether it still does.
-- `walk`: which of the check's questions; `key`: the row's key as a JSON list.
CREATE TABLE check_rows (
  name TEXT NOT NULL,
  walk TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (name, walk, key)
) STRICT, WITHOUT ROWID;

-- The one row while checks over all data are being made.
CREATE TABLE check_pass (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  started_at TEXT NOT NULL
) STRICT;

-- The book of what was mended.
CREATE TABLE check_repairs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  note TEXT NOT NULL
) STRICT;
