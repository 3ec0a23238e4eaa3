DROP TRIGGER campaigns_scheduled;
DROP TRIGGER campaigns_rescheduled;
DROP TABLE schedule_since;
ALTER TABLE schedule_slots RENAME TO schedule_ledger;
CREATE TABLE schedule_slots (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  slot TEXT NOT NULL,
  local_date TEXT NOT NULL,
  run_id INTEGER REFERENCES runs (id),
  at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, slot, local_date)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO schedule_slots (campaign_id, slot, local_date, run_id, at)
  SELECT campaign_id, 'collect', substr(slot, 1, 10), run_id, at FROM schedule_ledger
  WHERE kind = 'ingestion' ORDER BY run_id IS NULL, id;
DROP TABLE schedule_ledger;
