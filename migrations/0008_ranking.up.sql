-- Scores in narrow rows: what a ranking found is a few characters, its sentences are made when they are read. The best
-- score leaves the wide rows of jobs, whose every change wrote kilobytes. Skills by number, must-haves and exclusions.

ALTER TABLE campaigns ADD COLUMN rules TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(rules));
-- The weights that the stored scores were made with; null: those of the campaign. While they differ, lists order by shares.
ALTER TABLE campaigns ADD COLUMN scored_with TEXT;

DROP TRIGGER jobs_counted;
DROP TRIGGER jobs_removed;
DROP TRIGGER jobs_rescored;
DROP TRIGGER jobs_moved;
DROP TRIGGER rankings_counted;
DROP TRIGGER rankings_removed;
DROP TRIGGER rankings_moved;

-- `status` is a copy of the job's, kept by a trigger, so that a campaign's list pages by one index. `shares`: for each of
-- the nine factors two characters of base 64 (A–Z a–z 0–9 - _) of a number, thousandths of the share, 1001 unknown, 1002
-- no wish. `place`: what the ranking found of the location, as a sentence, since only it needs the table of places.
-- `ineligible`: bits of the campaign's rules that speak against the job. `ranked_on`: the day that ages are counted to.
CREATE TABLE rankings_narrow (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
  less_sure INTEGER NOT NULL CHECK (less_sure IN (0, 1)),
  ineligible INTEGER NOT NULL DEFAULT 0,
  shares TEXT NOT NULL,
  place TEXT NOT NULL,
  ranked_on TEXT NOT NULL,
  -- Not shown unless asked for: what the person acted on stays in sight.
  hidden INTEGER GENERATED ALWAYS AS (ineligible > 0 AND status = 'waiting') VIRTUAL,
  PRIMARY KEY (campaign_id, job_id)
) STRICT, WITHOUT ROWID;
WITH RECURSIVE
  positions (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM positions WHERE i < 8),
  letters (a) AS (SELECT 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
INSERT INTO rankings_narrow (campaign_id, job_id, status, score, less_sure, ineligible, shares, place, ranked_on)
  SELECT r.campaign_id, r.job_id, r.status, r.score, r.less_sure, 0,
    (SELECT group_concat(substr(a, (n >> 6) + 1, 1) || substr(a, (n & 63) + 1, 1), '')
     FROM (SELECT a, CASE json_extract(r.explanation, '$[3][' || i || '][1]')
         WHEN 'known' THEN CAST(round(1000 * json_extract(r.explanation, '$[3][' || i || '][4]')) AS INTEGER)
         WHEN 'no_wish' THEN 1002 ELSE 1001 END AS n FROM positions, letters ORDER BY i)),
    json_extract(r.explanation, '$[3][0][5]'), substr(r.ranked_at, 1, 10)
  FROM rankings r ORDER BY r.campaign_id, r.job_id;
DROP TABLE rankings;
ALTER TABLE rankings_narrow RENAME TO rankings;
CREATE INDEX rankings_by_score ON rankings (campaign_id, hidden, status, score DESC, job_id DESC);
CREATE INDEX rankings_job ON rankings (job_id);

-- Every job's best score of campaigns that are not deleted; -1: none has ranked it. `ineligible`: all of them find it so.
CREATE TABLE best_rankings (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN -1 AND 100),
  campaign_id INTEGER,
  ineligible INTEGER NOT NULL DEFAULT 0 CHECK (ineligible IN (0, 1)),
  -- The hour that the job was found in, YYYY-MM-DDTHH in UTC: its score counts there.
  found_hour TEXT NOT NULL,
  hidden INTEGER GENERATED ALWAYS AS (ineligible = 1 AND status = 'waiting') VIRTUAL
) STRICT;
INSERT INTO best_rankings (job_id, status, score, campaign_id, ineligible, found_hour)
  SELECT id, status, best_score, best_campaign_id, 0, substr(found_at, 1, 13) FROM jobs ORDER BY id;
CREATE INDEX best_by_score ON best_rankings (hidden, status, score DESC, job_id DESC);

-- The columns jobs.best_score and jobs.best_campaign_id stay behind, unused: taking them out would write every job anew.
DROP INDEX jobs_by_score;

-- Numbers of whole lists, kept by triggers.
CREATE TABLE list_counts (
  kind TEXT PRIMARY KEY CHECK (kind = 'hidden'),
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO list_counts (kind, n) VALUES ('hidden', 0);

CREATE TRIGGER jobs_counted AFTER INSERT ON jobs BEGIN
  UPDATE status_counts SET n = n + 1 WHERE status = new.status;
  INSERT INTO hourly_activity (hour, kind, n) VALUES (substr(new.found_at, 1, 13), 'found', 1)
    ON CONFLICT (hour, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER jobs_removed AFTER DELETE ON jobs BEGIN
  UPDATE status_counts SET n = n - 1 WHERE status = old.status;
  UPDATE hourly_activity SET n = n - 1 WHERE hour = substr(old.found_at, 1, 13) AND kind = 'found';
END;

CREATE TRIGGER jobs_moved AFTER UPDATE OF status ON jobs WHEN old.status <> new.status BEGIN
  UPDATE status_counts SET n = n - 1 WHERE status = old.status;
  UPDATE status_counts SET n = n + 1 WHERE status = new.status;
  UPDATE rankings SET status = new.status WHERE job_id = new.id;
  UPDATE best_rankings SET status = new.status WHERE job_id = new.id;
END;

CREATE TRIGGER best_counted AFTER INSERT ON best_rankings BEGIN
  UPDATE hourly_activity SET score_sum = score_sum + max(new.score, 0), score_n = score_n + (new.score >= 0)
    WHERE hour = new.found_hour AND kind = 'found';
  UPDATE list_counts SET n = n + 1 WHERE kind = 'hidden' AND new.hidden = 1;
END;

CREATE TRIGGER best_removed AFTER DELETE ON best_rankings BEGIN
  UPDATE hourly_activity SET score_sum = score_sum - max(old.score, 0), score_n = score_n - (old.score >= 0)
    WHERE hour = old.found_hour AND kind = 'found';
  UPDATE list_counts SET n = n - 1 WHERE kind = 'hidden' AND old.hidden = 1;
END;

CREATE TRIGGER best_rescored AFTER UPDATE OF score ON best_rankings WHEN old.score <> new.score BEGIN
  UPDATE hourly_activity
    SET score_sum = score_sum + max(new.score, 0) - max(old.score, 0),
        score_n = score_n + (new.score >= 0) - (old.score >= 0)
    WHERE hour = new.found_hour AND kind = 'found';
END;

CREATE TRIGGER best_hidden AFTER UPDATE OF ineligible, status ON best_rankings WHEN old.hidden <> new.hidden BEGIN
  UPDATE list_counts SET n = n + new.hidden - old.hidden WHERE kind = 'hidden';
END;

-- Of a campaign, `kind` is 'found' (jobs that its sources brought), a status (ranked jobs of that status) or 'hidden'.
CREATE TRIGGER rankings_counted AFTER INSERT ON rankings BEGIN
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rankings_hidden AFTER INSERT ON rankings WHEN new.hidden = 1 BEGIN
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, 'hidden', 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rankings_removed AFTER DELETE ON rankings BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = old.status;
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = 'hidden' AND old.hidden = 1;
END;

CREATE TRIGGER rankings_moved AFTER UPDATE OF status ON rankings WHEN old.status <> new.status BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = old.status;
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rankings_hidden_changed AFTER UPDATE OF status, ineligible ON rankings WHEN old.hidden <> new.hidden BEGIN
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, 'hidden', new.hidden - old.hidden)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + excluded.n;
END;

-- Skills by number, and those of each job as three characters of base 64 a skill: lists of 100,000 jobs are read at once.
CREATE TABLE skills (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  kind TEXT NOT NULL CHECK (kind = 'technical' OR kind = 'soft')
) STRICT;
CREATE TABLE job_skills (
  job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  required TEXT NOT NULL,
  nice TEXT NOT NULL
) STRICT;
INSERT OR IGNORE INTO skills (name, kind)
  SELECT DISTINCT s.value ->> 'name', iif(s.value ->> 'kind' = 'soft', 'soft', 'technical') FROM jobs, json_each(jobs.skills) s;

-- The codes of the required and of the other skills of one list.
CREATE TRIGGER jobs_skilled AFTER UPDATE OF skills ON jobs WHEN old.skills <> new.skills BEGIN
  INSERT OR IGNORE INTO skills (name, kind)
    SELECT s.value ->> 'name', iif(s.value ->> 'kind' = 'soft', 'soft', 'technical') FROM json_each(new.skills) s;
  UPDATE job_skills SET
    required = coalesce((SELECT group_concat(c.code, '') FROM json_each(new.skills) s JOIN skill_codes c ON c.name = s.value ->> 'name' WHERE s.value ->> 'required' = 1), ''),
    nice = coalesce((SELECT group_concat(c.code, '') FROM json_each(new.skills) s JOIN skill_codes c ON c.name = s.value ->> 'name' WHERE s.value ->> 'required' = 0), '')
    WHERE job_id = new.id;
END;
CREATE VIEW skill_codes AS
  SELECT id, name, substr(a, (id >> 12) + 1, 1) || substr(a, ((id >> 6) & 63) + 1, 1) || substr(a, (id & 63) + 1, 1) AS code
  FROM skills, (SELECT 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_' AS a);
INSERT INTO job_skills (job_id, required, nice)
  SELECT j.id,
    coalesce((SELECT group_concat(c.code, '') FROM json_each(j.skills) s JOIN skill_codes c ON c.name = s.value ->> 'name' WHERE s.value ->> 'required' = 1), ''),
    coalesce((SELECT group_concat(c.code, '') FROM json_each(j.skills) s JOIN skill_codes c ON c.name = s.value ->> 'name' WHERE s.value ->> 'required' = 0), '')
  FROM jobs j ORDER BY j.id;

-- Scores by the present rules follow at the next start.
INSERT INTO runs (campaign_id, kind, trigger, label, input, state, queued_at)
  SELECT id, 'rank', 'resume', name, '{}', 'queued', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM campaigns
  WHERE state = 'active' AND EXISTS (SELECT 1 FROM jobs);
