-- The fit of each job to the person's profile, and how far the jobs were matched with the present one.

-- Jobs with a higher id are still to be matched with the profile as it is now; null: all are.
ALTER TABLE profile ADD COLUMN rematch_after INTEGER;
-- Counts savings, so that what was computed with an older version is told apart.
ALTER TABLE profile ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
UPDATE profile SET rematch_after = 0;

-- `status` is a copy of the job's, kept by a trigger, so that recommendations page by one index. `tech`, `location` and
-- `experience`: shares in whole thousandths; null: could not be compared. `place`: what was found of the location, as a
-- sentence. A job of which nothing could be compared has no row.
CREATE TABLE matches (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
  less_sure INTEGER NOT NULL CHECK (less_sure = 0 OR less_sure = 1),
  tech INTEGER CHECK (tech BETWEEN 0 AND 1000),
  location INTEGER CHECK (location BETWEEN 0 AND 1000),
  experience INTEGER CHECK (experience BETWEEN 0 AND 1000),
  place TEXT NOT NULL
) STRICT;
CREATE INDEX matches_by_score ON matches (status, less_sure, score DESC, job_id DESC);

CREATE TRIGGER jobs_match_moved AFTER UPDATE OF status ON jobs WHEN old.status <> new.status BEGIN
  UPDATE matches SET status = new.status WHERE job_id = new.id;
END;
