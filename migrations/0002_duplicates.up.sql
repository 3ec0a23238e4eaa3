-- De-duplication: postings are found by numbers instead of by their opening key, and compared by marks of their own.

-- What a posting is compared by, beside what stands in its own row. Written once a posting, in the order of the ids;
-- without a reference, which would be looked up for each.
CREATE TABLE posting_marks (
  posting_id INTEGER PRIMARY KEY,
  opening_key TEXT NOT NULL,
  seniority_level TEXT,
  salary_year_low INTEGER,
  salary_year_high INTEGER,
  compensation_currency TEXT,
  job_type TEXT,
  remote_options TEXT,
  text_mark BLOB
) STRICT;

-- The numbers begin with the company, so that the two of a posting lie on one page, and those of one board side by side.
CREATE TABLE posting_blocks (
  block INTEGER NOT NULL,
  posting_id INTEGER NOT NULL,
  PRIMARY KEY (block, posting_id)
) STRICT, WITHOUT ROWID;

-- Companies with postings from before there were marks: they get theirs when the company posts again. Empty in a new file.
CREATE TABLE companies_unmarked (
  company_id INTEGER PRIMARY KEY REFERENCES companies (id) ON DELETE CASCADE
) STRICT;
INSERT INTO companies_unmarked (company_id) SELECT DISTINCT company_id FROM jobs;

-- Postings that the person took apart: never joined again. The smaller id comes first.
CREATE TABLE postings_apart (
  posting_id INTEGER NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
  other_posting_id INTEGER NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  PRIMARY KEY (posting_id, other_posting_id),
  CHECK (posting_id < other_posting_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX postings_apart_other ON postings_apart (other_posting_id);

-- Earlier applications to the same company.
CREATE INDEX jobs_applied_company ON jobs (company_id, applied_at DESC) WHERE applied_at IS NOT NULL;

DROP INDEX jobs_opening;
