-- Ids that an undo takes away are never given out again: campaigns, changes and pages outside remember them.

-- The highest id that was ever given out, for tables whose highest row is gone; empty in most files.
CREATE TABLE ids_gone (
  name TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER jobs_id_gone AFTER DELETE ON jobs WHEN old.id > (SELECT coalesce(max(id), 0) FROM jobs) BEGIN
  INSERT INTO ids_gone (name, id) VALUES ('jobs', old.id)
    ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER postings_id_gone AFTER DELETE ON postings WHEN old.id > (SELECT coalesce(max(id), 0) FROM postings) BEGIN
  INSERT INTO ids_gone (name, id) VALUES ('postings', old.id)
    ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER companies_id_gone AFTER DELETE ON companies WHEN old.id > (SELECT coalesce(max(id), 0) FROM companies) BEGIN
  INSERT INTO ids_gone (name, id) VALUES ('companies', old.id)
    ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id);
END;

-- Campaigns that have told up to a job that is gone would never tell of the next ones.
INSERT INTO ids_gone (name, id)
  SELECT 'jobs', max(notified_job_id) FROM campaigns HAVING max(notified_job_id) > (SELECT coalesce(max(id), 0) FROM jobs);

-- Jobs that the person made, by hand or by taking a posting out of its job: nobody has to be told of them.
CREATE TABLE jobs_known (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE
) STRICT;
