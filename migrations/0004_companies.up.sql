-- Companies as the person sees them: how many jobs, where each fact came from, how the look-ups of facts go.

-- Kept by triggers, since the list of companies is sorted by it.
ALTER TABLE companies ADD COLUMN job_count INTEGER NOT NULL DEFAULT 0;
-- Where facts came from and when, by name: {"website": {"from": "you", "at": "2026-…"}}. A fact without an entry came
-- with the first posting.
ALTER TABLE companies ADD COLUMN origins TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origins));
UPDATE companies SET job_count = (SELECT count(*) FROM jobs WHERE jobs.company_id = companies.id);
CREATE INDEX companies_by_jobs ON companies (job_count DESC, id DESC);

-- With the status, so that the jobs of a company are counted without reading them.
DROP INDEX jobs_company;
CREATE INDEX jobs_company ON jobs (company_id, status);

CREATE TRIGGER jobs_company_counted AFTER INSERT ON jobs BEGIN
  UPDATE companies SET job_count = job_count + 1 WHERE id = new.company_id;
END;

CREATE TRIGGER jobs_company_removed AFTER DELETE ON jobs BEGIN
  UPDATE companies SET job_count = job_count - 1 WHERE id = old.company_id;
END;

CREATE TRIGGER jobs_company_moved AFTER UPDATE OF company_id ON jobs WHEN old.company_id <> new.company_id BEGIN
  UPDATE companies SET job_count = job_count - 1 WHERE id = old.company_id;
  UPDATE companies SET job_count = job_count + 1 WHERE id = new.company_id;
END;

-- The one row of the look-ups: how many were made on a local day, and why they rest.
CREATE TABLE company_lookups (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL,
  asked INTEGER NOT NULL DEFAULT 0,
  failures_in_a_row INTEGER NOT NULL DEFAULT 0,
  -- The server asked for peace, or failed too often.
  wait_until TEXT,
  wait_by TEXT CHECK (wait_by IN ('server', 'breaker')),
  wait_reason TEXT,
  -- A sentence: the key was refused; nothing is asked until the person says so.
  stopped TEXT
) STRICT;
