DROP TRIGGER jobs_skilled;
DROP VIEW skill_codes;
DROP TABLE job_skills;
DROP TABLE skills;
DROP TRIGGER jobs_counted;
DROP TRIGGER jobs_removed;
DROP TRIGGER jobs_moved;
DROP TRIGGER rankings_counted;
DROP TRIGGER rankings_hidden;
DROP TRIGGER rankings_removed;
DROP TRIGGER rankings_moved;
DROP TRIGGER rankings_hidden_changed;
DROP TRIGGER best_counted;
DROP TRIGGER best_removed;
DROP TRIGGER best_rescored;
DROP TRIGGER best_hidden;

UPDATE jobs SET best_score = -1, best_campaign_id = NULL WHERE best_score >= 0 OR best_campaign_id IS NOT NULL;
CREATE INDEX jobs_by_score ON jobs (status, best_score DESC, id DESC);
DROP TABLE best_rankings;
DROP TABLE list_counts;
UPDATE hourly_activity SET score_sum = 0, score_n = 0;

-- The sentences that the older version stores cannot be made here: all jobs are ranked again.
DROP TABLE rankings;
CREATE TABLE rankings (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
  less_sure INTEGER NOT NULL CHECK (less_sure IN (0, 1)),
  ranked_at TEXT NOT NULL,
  -- JSON that only this application writes, in hot tables: not parsed once more by a check.
  explanation TEXT NOT NULL,
  UNIQUE (job_id, campaign_id)
) STRICT;
CREATE INDEX rankings_by_score ON rankings (campaign_id, status, score DESC, job_id DESC);
DELETE FROM campaign_counts WHERE kind <> 'found';
INSERT INTO runs (campaign_id, kind, trigger, label, input, state, queued_at)
  SELECT id, 'rank', 'resume', name, '{}', 'queued', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM campaigns
  WHERE state = 'active' AND EXISTS (SELECT 1 FROM jobs);

CREATE TRIGGER jobs_counted AFTER INSERT ON jobs BEGIN
  UPDATE status_counts SET n = n + 1 WHERE status = new.status;
  INSERT INTO hourly_activity (hour, kind, n, score_sum, score_n)
    VALUES (substr(new.found_at, 1, 13), 'found', 1, max(new.best_score, 0), new.best_score >= 0)
    ON CONFLICT (hour, kind) DO UPDATE SET n = n + 1, score_sum = score_sum + excluded.score_sum, score_n = score_n + excluded.score_n;
END;

CREATE TRIGGER jobs_removed AFTER DELETE ON jobs BEGIN
  UPDATE status_counts SET n = n - 1 WHERE status = old.status;
  UPDATE hourly_activity
    SET n = n - 1, score_sum = score_sum - max(old.best_score, 0), score_n = score_n - (old.best_score >= 0)
    WHERE hour = substr(old.found_at, 1, 13) AND kind = 'found';
END;

CREATE TRIGGER jobs_rescored AFTER UPDATE OF best_score ON jobs WHEN old.best_score <> new.best_score BEGIN
  UPDATE hourly_activity
    SET score_sum = score_sum + max(new.best_score, 0) - max(old.best_score, 0),
        score_n = score_n + (new.best_score >= 0) - (old.best_score >= 0)
    WHERE hour = substr(new.found_at, 1, 13) AND kind = 'found';
END;

CREATE TRIGGER jobs_moved AFTER UPDATE OF status ON jobs WHEN old.status <> new.status BEGIN
  UPDATE status_counts SET n = n - 1 WHERE status = old.status;
  UPDATE status_counts SET n = n + 1 WHERE status = new.status;
  UPDATE rankings SET status = new.status WHERE job_id = new.id;
END;

CREATE TRIGGER rankings_counted AFTER INSERT ON rankings BEGIN
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rankings_removed AFTER DELETE ON rankings BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = old.status;
END;

CREATE TRIGGER rankings_moved AFTER UPDATE OF status ON rankings WHEN old.status <> new.status BEGIN
  UPDATE campaign_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND kind = old.status;
  INSERT INTO campaign_counts (campaign_id, kind, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, kind) DO UPDATE SET n = n + 1;
END;

ALTER TABLE campaigns DROP COLUMN rules;
ALTER TABLE campaigns DROP COLUMN scored_with;
