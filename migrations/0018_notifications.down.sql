INSERT INTO settings (key, value, updated_at)
  SELECT 'notifyMatches', iif(value ->> '$.match.in_app', 'true', 'false'), updated_at FROM settings WHERE key = 'notify';
INSERT INTO settings (key, value, updated_at)
  SELECT 'notifyRuns', iif(value ->> '$.run_finished.in_app', '"always"', iif(value ->> '$.run_failed.in_app', '"failed"', '"never"')), updated_at
  FROM settings WHERE key = 'notify';
INSERT INTO settings (key, value, updated_at)
  SELECT 'osNotifications', iif(value ->> '$.match.os' OR value ->> '$.run_failed.os' OR value ->> '$.reminder.os', 'true', 'false'), updated_at
  FROM settings WHERE key = 'notify';
DELETE FROM settings WHERE key IN ('notify', 'matchFloorOs', 'matchFloorEmail', 'interviewMinutes', 'mailHost', 'mailPort', 'mailSecurity', 'mailUser', 'mailFrom', 'mailTo');

DROP TABLE told_in_time;
DROP TABLE mail_state;

ALTER TABLE notification_deliveries RENAME TO deliveries_wide;
ALTER TABLE notifications RENAME TO notifications_wide;
DROP INDEX notifications_unread;
DROP INDEX notifications_kind;
DROP INDEX notifications_campaign;
DROP INDEX notifications_run;
DROP INDEX notification_deliveries_due;
DROP INDEX notification_deliveries_settled;

CREATE TABLE notifications (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('match', 'run_failed', 'run_finished', 'notice')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  target TEXT NOT NULL,
  campaign_id INTEGER REFERENCES campaigns (id),
  run_id INTEGER REFERENCES runs (id),
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  read_at TEXT
) STRICT;
INSERT INTO notifications (id, kind, title, body, target, campaign_id, run_id, dedupe_key, created_at, read_at)
  SELECT id, iif(kind IN ('match', 'run_failed', 'run_finished'), kind, 'notice'), title, body, target, campaign_id, run_id,
    dedupe_key, created_at, read_at
  FROM notifications_wide;
CREATE INDEX notifications_unread ON notifications (id DESC) WHERE read_at IS NULL;

CREATE TABLE notification_deliveries (
  notification_id INTEGER NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('os', 'in_app', 'email')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  delivered_at TEXT,
  error TEXT,
  PRIMARY KEY (notification_id, channel)
) STRICT, WITHOUT ROWID;
INSERT INTO notification_deliveries (notification_id, channel, state, attempts, next_attempt_at, delivered_at, error)
  SELECT notification_id, channel, state, attempts, next_attempt_at, iif(state = 'delivered', settled_at, NULL), error
  FROM deliveries_wide;
CREATE INDEX notification_deliveries_due ON notification_deliveries (channel, next_attempt_at) WHERE state = 'pending';
DROP TABLE deliveries_wide;
DROP TABLE notifications_wide;
