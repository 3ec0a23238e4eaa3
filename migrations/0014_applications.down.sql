DROP INDEX application_documents_version;
DROP INDEX application_documents_sent;
DROP TABLE reminders;
DROP TABLE contact_jobs;
DROP TABLE contacts;
DROP TABLE application_entries;
DROP TABLE interviews;
DROP TRIGGER applications_companies;
DROP TRIGGER applications_moves;
DROP INDEX status_events_shown;
ALTER TABLE status_events DROP COLUMN job_status;

-- The older version knows rows with notes or a next step only.
ALTER TABLE applications RENAME TO applications_whole;
CREATE TABLE applications (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  notes TEXT NOT NULL DEFAULT '',
  notes_version INTEGER NOT NULL DEFAULT 0,
  next_step TEXT,
  next_step_at TEXT,
  updated_at TEXT NOT NULL
) STRICT;
INSERT INTO applications (job_id, notes, notes_version, next_step, next_step_at, updated_at)
  SELECT job_id, notes, notes_version, nullif(next_step, ''), next_step_at, updated_at FROM applications_whole
  WHERE notes_version > 0 OR next_step <> '' OR next_step_at IS NOT NULL;
DROP TABLE applications_whole;
