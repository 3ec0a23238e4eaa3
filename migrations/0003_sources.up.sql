-- Many sources: what each brought in each run, when it may be asked again, postings that left their board, companies.

-- Counted for the page of sources; rows are small and few (one a run and source).
CREATE TABLE source_runs (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
  error TEXT,
  postings INTEGER NOT NULL DEFAULT 0,
  fresh INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0,
  closed INTEGER NOT NULL DEFAULT 0,
  -- How complete the new postings were: with a text of some length, a place, a date, an address.
  with_text INTEGER NOT NULL DEFAULT 0,
  with_place INTEGER NOT NULL DEFAULT 0,
  with_date INTEGER NOT NULL DEFAULT 0,
  with_url INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  errors INTEGER NOT NULL DEFAULT 0,
  milliseconds INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (source_id, run_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_runs_run ON source_runs (run_id);

ALTER TABLE source_health ADD COLUMN last_asked_at TEXT;
-- 'server': it asked for the pause itself; 'breaker': it failed too often.
ALTER TABLE source_health ADD COLUMN paused_by TEXT CHECK (paused_by IN ('server', 'breaker'));
-- A complete listing that suddenly lacks nearly everything closes nothing the first time.
ALTER TABLE source_health ADD COLUMN shrunk_at TEXT;

-- The person took it off the list; its postings and what it brought stay.
ALTER TABLE sources ADD COLUMN removed_at TEXT;

-- When a posting was no longer on its board; null: it is there, or its source does not list everything.
ALTER TABLE postings ADD COLUMN gone_at TEXT;
CREATE INDEX postings_gone ON postings (source_id, source_key) WHERE gone_at IS NOT NULL;

-- Other names of a company, normalised like its own.
CREATE TABLE company_aliases (
  normalised_name TEXT PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX company_aliases_company ON company_aliases (company_id);
CREATE INDEX companies_domain ON companies (domain) WHERE domain IS NOT NULL;
CREATE INDEX companies_blocked ON companies (id) WHERE blocked = 1;
CREATE INDEX companies_favourite ON companies (id) WHERE favourite = 1;
CREATE INDEX companies_by_name ON companies (name COLLATE NOCASE, id);

ALTER TABLE companies ADD COLUMN review_count INTEGER;
-- Ratings by topic as JSON: {"culture": 4.1, ...}.
ALTER TABLE companies ADD COLUMN ratings TEXT CHECK (ratings IS NULL OR json_valid(ratings));
ALTER TABLE companies ADD COLUMN facts_from TEXT;
ALTER TABLE companies ADD COLUMN facts_url TEXT;
ALTER TABLE companies ADD COLUMN facts_at TEXT;
