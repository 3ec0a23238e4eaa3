-- What happened per campaign and hour, as hourly_activity has it of all jobs; kept by triggers. A campaign finds a job
-- when its sources bring it, and counts the moves of that job from then on. `hour` is YYYY-MM-DDTHH in UTC.
CREATE TABLE campaign_activity (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  hour TEXT NOT NULL,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, hour, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO campaign_activity (campaign_id, hour, kind, n)
  SELECT campaign_id, substr(found_at, 1, 13) AS hour, 'found', count(*) FROM campaign_jobs GROUP BY campaign_id, hour;
INSERT INTO campaign_activity (campaign_id, hour, kind, n)
  SELECT c.campaign_id, substr(s.at, 1, 13) AS hour, s.to_status, count(*)
  FROM status_events s JOIN campaign_jobs c ON c.job_id = s.job_id AND c.found_at <= s.at
  WHERE s.undone = 0 GROUP BY c.campaign_id, hour, s.to_status;

CREATE TRIGGER campaign_jobs_active AFTER INSERT ON campaign_jobs BEGIN
  INSERT INTO campaign_activity (campaign_id, hour, kind, n)
    VALUES (new.campaign_id, substr(new.found_at, 1, 13), 'found', 1)
    ON CONFLICT (campaign_id, hour, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER campaign_jobs_inactive AFTER DELETE ON campaign_jobs BEGIN
  UPDATE campaign_activity SET n = n - 1
    WHERE campaign_id = old.campaign_id AND hour = substr(old.found_at, 1, 13) AND kind = 'found';
END;

CREATE TRIGGER status_events_active AFTER INSERT ON status_events WHEN new.undone = 0 BEGIN
  INSERT INTO campaign_activity (campaign_id, hour, kind, n)
    SELECT c.campaign_id, substr(new.at, 1, 13), new.to_status, 1 FROM campaign_jobs c
    WHERE c.job_id = new.job_id AND c.found_at <= new.at
    ON CONFLICT (campaign_id, hour, kind) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER status_events_inactive AFTER UPDATE OF undone ON status_events WHEN old.undone = 0 AND new.undone = 1 BEGIN
  UPDATE campaign_activity SET n = n - 1
    WHERE hour = substr(new.at, 1, 13) AND kind = new.to_status AND campaign_id IN
      (SELECT c.campaign_id FROM campaign_jobs c WHERE c.job_id = new.job_id AND c.found_at <= new.at);
END;
