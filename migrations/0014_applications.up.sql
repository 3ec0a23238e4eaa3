-- Applications whole: where each one stands, what was sent and answered, interviews, people, reminders, what was written
-- down. Board and lists page by one index; what a page counts is kept here or counted over applications only.

ALTER TABLE applications RENAME TO applications_notes;
CREATE TABLE applications (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  -- Copies of the job's, kept by triggers. Every job that ever left `waiting` has a row, and every one with notes.
  status TEXT NOT NULL CHECK (status IN ('waiting', 'approved', 'preparing_to_apply', 'applied', 'interview', 'offer', 'accepted', 'rejected', 'archived')),
  applied_at TEXT,
  company_id INTEGER NOT NULL REFERENCES companies (id),
  company TEXT NOT NULL COLLATE NOCASE,
  -- When it came to its status, by the newest move that counts; null: it never moved.
  moved_at TEXT,
  recipient TEXT NOT NULL DEFAULT '',
  -- Names of what was sent.
  sent TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sent)),
  response_kind TEXT CHECK (response_kind IN ('rejection', 'interview', 'offer', 'other', 'none')),
  response_at TEXT,
  next_step TEXT NOT NULL DEFAULT '',
  next_step_at TEXT,
  offer TEXT CHECK (offer IS NULL OR json_valid(offer)),
  -- When the offer was first written down.
  offer_at TEXT,
  -- The day that the person chose for the next follow-up.
  follow_up_on TEXT,
  -- The person's last call, mail, message or follow-up.
  last_contact_at TEXT,
  -- The day to ask again, computed when anything changes that decides it; null: there is nothing to ask.
  ask_on TEXT,
  -- Since when an application waits for its first answer.
  quiet_since TEXT GENERATED ALWAYS AS (CASE WHEN status = 'applied' AND response_kind IS NULL
    THEN max(coalesce(applied_at, moved_at, ''), coalesce(last_contact_at, '')) END) VIRTUAL,
  notes_version INTEGER NOT NULL DEFAULT 0,
  notes_at TEXT,
  updated_at TEXT NOT NULL,
  -- The long text comes last, so that reading the short columns does not walk through it.
  notes TEXT NOT NULL DEFAULT '',
  CHECK ((response_kind IS NULL) = (response_at IS NULL))
) STRICT;
INSERT INTO applications (job_id, status, applied_at, company_id, company, moved_at, next_step, next_step_at, ask_on,
    notes_version, notes_at, updated_at, notes)
  WITH moved (job_id, last_id) AS (SELECT job_id, max(id) FROM status_events WHERE undone = 0 GROUP BY job_id),
    known (job_id) AS (SELECT job_id FROM applications_notes UNION SELECT job_id FROM moved
      UNION SELECT id FROM jobs WHERE status <> 'waiting'),
    -- A week after the application, and on the Monday when that is a weekend.
    asked (job_id, day) AS (SELECT id, date(applied_at, '+7 days') FROM jobs WHERE status = 'applied' AND applied_at IS NOT NULL)
  SELECT j.id, j.status, j.applied_at, j.company_id, j.company,
    coalesce(e.at, CASE WHEN j.status <> 'waiting' THEN coalesce(j.applied_at, j.found_at) END),
    coalesce(n.next_step, ''), n.next_step_at,
    date(a.day, CASE strftime('%w', a.day) WHEN '6' THEN '+2 days' WHEN '0' THEN '+1 day' ELSE '+0 days' END),
    coalesce(n.notes_version, 0), CASE WHEN n.notes_version > 0 THEN n.updated_at END,
    coalesce(n.updated_at, e.at, j.found_at), coalesce(n.notes, '')
  FROM known k JOIN jobs j ON j.id = k.job_id
    LEFT JOIN moved m ON m.job_id = k.job_id LEFT JOIN status_events e ON e.id = m.last_id
    LEFT JOIN applications_notes n ON n.job_id = k.job_id LEFT JOIN asked a ON a.job_id = k.job_id;
DROP TABLE applications_notes;

-- A column of the board is one range of the first; each order of the list walks applications only, in its own index.
CREATE INDEX applications_column ON applications (status, moved_at DESC, job_id DESC, company_id);
CREATE INDEX applications_moved ON applications (moved_at DESC, job_id DESC, status, company_id);
CREATE INDEX applications_applied ON applications (applied_at DESC, job_id DESC, status, moved_at, company_id);
CREATE INDEX applications_by_company ON applications (company, job_id, status, moved_at, company_id);
CREATE INDEX applications_company ON applications (company_id);
CREATE INDEX applications_quiet ON applications (quiet_since, job_id, status, moved_at, company_id) WHERE quiet_since IS NOT NULL;
CREATE INDEX applications_asked ON applications (ask_on, status, job_id, moved_at, company_id) WHERE ask_on IS NOT NULL;
CREATE INDEX applications_answered ON applications (response_at DESC, job_id DESC, status) WHERE response_at IS NOT NULL;
CREATE INDEX applications_offered ON applications (offer_at DESC, job_id DESC, status) WHERE offer_at IS NOT NULL;
CREATE INDEX applications_noted ON applications (notes_at DESC, job_id DESC, status) WHERE notes_at IS NOT NULL;

-- The job's present status beside each of its moves, so that a timeline of some statuses is one range each.
ALTER TABLE status_events ADD COLUMN job_status TEXT NOT NULL DEFAULT '';
UPDATE status_events SET job_status = (SELECT status FROM jobs WHERE id = status_events.job_id);
CREATE INDEX status_events_shown ON status_events (job_status, at DESC, id DESC) WHERE undone = 0;

-- Moves are written, or struck out, before the status changes.
CREATE TRIGGER applications_moves AFTER UPDATE OF status, applied_at ON jobs
  WHEN old.status <> new.status OR old.applied_at IS NOT new.applied_at BEGIN
  INSERT INTO applications (job_id, status, company_id, company, updated_at)
    VALUES (new.id, new.status, new.company_id, new.company, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (job_id) DO NOTHING;
  UPDATE applications SET status = new.status, applied_at = new.applied_at,
    moved_at = coalesce((SELECT at FROM status_events WHERE job_id = new.id AND undone = 0 ORDER BY id DESC LIMIT 1),
      CASE WHEN new.status <> 'waiting' THEN coalesce(moved_at, updated_at) END)
    WHERE job_id = new.id;
  UPDATE status_events SET job_status = new.status WHERE job_id = new.id AND job_status <> new.status;
END;

CREATE TRIGGER applications_companies AFTER UPDATE OF company_id, company ON jobs
  WHEN old.company_id <> new.company_id OR old.company <> new.company BEGIN
  UPDATE applications SET company_id = new.company_id, company = new.company WHERE job_id = new.id;
END;

-- What an undo brings back comes back under its id: no id is given out twice.
CREATE TABLE interviews (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'video', 'onsite', 'technical', 'task', 'panel', 'other')),
  at TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 1440),
  place TEXT NOT NULL,
  people TEXT NOT NULL,
  created_at TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX interviews_job ON interviews (job_id, at);
CREATE INDEX interviews_at ON interviews (at DESC, id DESC, job_id, kind);

CREATE TABLE application_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('call', 'email', 'message', 'follow_up', 'other')),
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX application_entries_job ON application_entries (job_id, at);
CREATE INDEX application_entries_at ON application_entries (at DESC, id DESC, job_id);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  link TEXT NOT NULL,
  -- Name, role and address in small letters without accents, to look for.
  words TEXT NOT NULL,
  created_at TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX contacts_name ON contacts (name, id);

CREATE TABLE contact_jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  UNIQUE (contact_id, job_id)
) STRICT;
CREATE INDEX contact_jobs_job ON contact_jobs (job_id, contact_id);
CREATE INDEX contact_jobs_at ON contact_jobs (at DESC, id DESC, job_id);

CREATE TABLE reminders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  due_at TEXT NOT NULL,
  done_at TEXT
) STRICT;
CREATE INDEX reminders_job ON reminders (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX reminders_due ON reminders (due_at, id) WHERE done_at IS NULL;
CREATE INDEX reminders_done ON reminders (done_at DESC, id DESC) WHERE done_at IS NOT NULL;

CREATE INDEX application_documents_sent ON application_documents (sent_at DESC, job_id DESC, document_version_id DESC) WHERE sent_at IS NOT NULL;
CREATE INDEX application_documents_version ON application_documents (document_version_id);
