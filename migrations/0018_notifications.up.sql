-- Notifications of every kind, a queue of deliveries that outlives a kill, and settings for each kind and channel.

-- Ids are never given out twice: the system's own list of notifications names them.
-- `words` is title and body in small letters without accents, to look for. `n` and `best` are what a notification sums
-- up: how many matches, and the best score of them. Past `expires_at` it is told nobody any more.
CREATE TABLE notifications_wide (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('match', 'run_failed', 'run_finished', 'briefing', 'summary', 'reminder', 'interview', 'follow_up', 'check', 'notice')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  target TEXT NOT NULL,
  campaign_id INTEGER REFERENCES campaigns (id),
  run_id INTEGER REFERENCES runs (id),
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  read_at TEXT,
  expires_at TEXT,
  n INTEGER NOT NULL DEFAULT 1,
  best REAL,
  words TEXT NOT NULL
) STRICT;
INSERT INTO notifications_wide (id, kind, title, body, target, campaign_id, run_id, dedupe_key, created_at, read_at, words)
  SELECT id, kind, title, body, target, campaign_id, run_id, dedupe_key, created_at, read_at, lower(title || ' ' || body)
  FROM notifications;
DROP TABLE notifications;
ALTER TABLE notifications_wide RENAME TO notifications;
CREATE INDEX notifications_unread ON notifications (id DESC) WHERE read_at IS NULL;
CREATE INDEX notifications_kind ON notifications (kind, id DESC);
CREATE INDEX notifications_campaign ON notifications (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX notifications_run ON notifications (run_id) WHERE run_id IS NOT NULL;

-- `attempting_at` is set before a try and emptied after it: where it is left over, a try was interrupted. `settled_at` is
-- when it was delivered, given up or passed over. A mail keeps its `message_id` over all tries, and `content`, the facts
-- that it is written of, until it is delivered.
CREATE TABLE deliveries_wide (
  notification_id INTEGER NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('os', 'in_app', 'email')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  attempting_at TEXT,
  settled_at TEXT,
  error TEXT,
  message_id TEXT,
  content TEXT CHECK (content IS NULL OR json_valid(content)),
  PRIMARY KEY (notification_id, channel)
) STRICT, WITHOUT ROWID;
-- In the app a notification is there as soon as it is stored.
INSERT INTO deliveries_wide (notification_id, channel, state, attempts, next_attempt_at, settled_at, error)
  SELECT d.notification_id, d.channel, iif(d.channel = 'in_app', 'delivered', d.state), d.attempts,
    iif(d.channel <> 'in_app' AND d.state = 'pending', d.next_attempt_at, NULL),
    iif(d.channel = 'in_app', n.created_at, d.delivered_at), d.error
  FROM notification_deliveries d JOIN notifications n ON n.id = d.notification_id;
DROP TABLE notification_deliveries;
ALTER TABLE deliveries_wide RENAME TO notification_deliveries;
CREATE INDEX notification_deliveries_due ON notification_deliveries (channel, next_attempt_at) WHERE state = 'pending';
CREATE INDEX notification_deliveries_settled ON notification_deliveries (channel, state, settled_at);

-- The one row of how mail stands: `rest_until` and `error` while the server does not take any.
CREATE TABLE mail_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_sent_at TEXT,
  error TEXT,
  failures_in_a_row INTEGER NOT NULL DEFAULT 0,
  rest_until TEXT
) STRICT;
INSERT INTO mail_state (id) VALUES (1);

-- What was told because its time came: each thing once for each time that it was set to, whatever clocks do.
CREATE TABLE told_in_time (
  kind TEXT NOT NULL CHECK (kind IN ('reminder', 'interview', 'follow_up')),
  -- Id of the reminder or interview; 0 for the follow-ups of a day.
  thing INTEGER NOT NULL,
  -- The instant that it was set to, or the local day.
  due TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, thing, due)
) STRICT, WITHOUT ROWID;
-- What was due before is known from the dashboard.
INSERT INTO told_in_time (kind, thing, due, at)
  SELECT 'reminder', id, due_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM reminders
  WHERE done_at IS NULL AND due_at <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now');

-- Three switches become a table of kinds and channels; who left them alone gets the defaults of the app.
INSERT INTO settings (key, value, updated_at)
  WITH old (matches, failures, finishes, os) AS (SELECT
    coalesce((SELECT value FROM settings WHERE key = 'notifyMatches'), 'true') = 'true',
    coalesce((SELECT value FROM settings WHERE key = 'notifyRuns'), '"failed"') <> '"never"',
    coalesce((SELECT value FROM settings WHERE key = 'notifyRuns'), '"failed"') = '"always"',
    coalesce((SELECT value FROM settings WHERE key = 'osNotifications'), 'true') = 'true')
  SELECT 'notify', json_object(
      'match', json_object('in_app', json(iif(matches, 'true', 'false')), 'os', json(iif(matches AND os, 'true', 'false')), 'email', json('false')),
      'run_failed', json_object('in_app', json(iif(failures, 'true', 'false')), 'os', json(iif(failures AND os, 'true', 'false')), 'email', json('false')),
      'run_finished', json_object('in_app', json(iif(finishes, 'true', 'false')), 'os', json(iif(finishes AND os, 'true', 'false')), 'email', json('false')),
      'briefing', json_object('in_app', json('true'), 'os', json(iif(os, 'true', 'false')), 'email', json('true')),
      'summary', json_object('in_app', json('true'), 'os', json('false'), 'email', json('true')),
      'reminder', json_object('in_app', json('true'), 'os', json(iif(os, 'true', 'false')), 'email', json('false')),
      'interview', json_object('in_app', json('true'), 'os', json(iif(os, 'true', 'false')), 'email', json('false')),
      'follow_up', json_object('in_app', json('true'), 'os', json('false'), 'email', json('false')),
      'check', json_object('in_app', json('true'), 'os', json(iif(os, 'true', 'false')), 'email', json('false')),
      'notice', json_object('in_app', json('true'), 'os', json(iif(os, 'true', 'false')), 'email', json('false'))),
    (SELECT max(updated_at) FROM settings WHERE key IN ('notifyMatches', 'notifyRuns', 'osNotifications'))
  FROM old WHERE EXISTS (SELECT 1 FROM settings WHERE key IN ('notifyMatches', 'notifyRuns', 'osNotifications'));
DELETE FROM settings WHERE key IN ('notifyMatches', 'notifyRuns', 'osNotifications');
