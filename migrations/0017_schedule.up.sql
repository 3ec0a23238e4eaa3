-- Each slot of a schedule at most once, whatever it is for. `slot` is the local date and time that it stands for,
-- YYYY-MM-DDTHH:MM; `stands_for` counts it and older ones that share its fate.
CREATE TABLE schedule_ledger (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingestion', 'briefing', 'summary')),
  campaign_id INTEGER REFERENCES campaigns (id) ON DELETE CASCADE,
  slot TEXT NOT NULL CHECK (slot GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
  at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('started', 'caught_up', 'joined', 'skipped', 'missed')),
  run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
  note TEXT,
  stands_for INTEGER NOT NULL DEFAULT 1 CHECK (stands_for > 0),
  CHECK ((kind = 'ingestion') = (campaign_id IS NOT NULL))
) STRICT;

-- Until now a slot was a date, at the time that its campaign has.
INSERT INTO schedule_ledger (kind, campaign_id, slot, at, outcome, run_id)
  SELECT 'ingestion', s.campaign_id,
    s.local_date || 'T' || CASE WHEN c.schedule GLOB '[0-2][0-9]:[0-5][0-9]' THEN c.schedule ELSE '00:00' END,
    s.at, CASE WHEN r.id IS NULL THEN 'joined' WHEN r.trigger = 'catch_up' THEN 'caught_up' ELSE 'started' END, r.id
  FROM schedule_slots s JOIN campaigns c ON c.id = s.campaign_id LEFT JOIN runs r ON r.id = s.run_id
  WHERE s.local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
  ORDER BY s.at, s.campaign_id;

DROP TABLE schedule_slots;
ALTER TABLE schedule_ledger RENAME TO schedule_slots;
-- An empty campaign is one and the same: NULLs by themselves are all different.
CREATE UNIQUE INDEX schedule_slots_once ON schedule_slots (kind, coalesce(campaign_id, 0), slot);
CREATE INDEX schedule_slots_entry ON schedule_slots (kind, coalesce(campaign_id, 0), id);
CREATE INDEX schedule_slots_kind ON schedule_slots (kind, id);
CREATE INDEX schedule_slots_campaign ON schedule_slots (campaign_id, id);
CREATE INDEX schedule_slots_run ON schedule_slots (run_id);
CREATE INDEX schedule_slots_at ON schedule_slots (at);

-- Since when something comes at the times that it has now: slots up to this instant are none of its own.
CREATE TABLE schedule_since (
  kind TEXT NOT NULL CHECK (kind IN ('ingestion', 'briefing', 'summary')),
  campaign_id INTEGER REFERENCES campaigns (id) ON DELETE CASCADE,
  since TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX schedule_since_once ON schedule_since (kind, coalesce(campaign_id, 0));
CREATE INDEX schedule_since_campaign ON schedule_since (campaign_id);

INSERT INTO schedule_since (kind, campaign_id, since) SELECT 'ingestion', id, created_at FROM campaigns;

CREATE TRIGGER campaigns_scheduled AFTER INSERT ON campaigns BEGIN
  INSERT INTO schedule_since (kind, campaign_id, since) VALUES ('ingestion', new.id, new.created_at);
END;

CREATE TRIGGER campaigns_rescheduled AFTER UPDATE OF schedule, state ON campaigns
WHEN new.schedule IS NOT old.schedule OR (new.state = 'active' AND old.state <> 'active') BEGIN
  UPDATE schedule_since SET since = new.updated_at WHERE kind = 'ingestion' AND coalesce(campaign_id, 0) = new.id;
END;
