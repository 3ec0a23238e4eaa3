-- What is done after events, handler by handler. Kept in batches while nothing else writes.
CREATE TABLE event_handlers (
  name TEXT PRIMARY KEY,
  -- A list of event types.
  types TEXT NOT NULL CHECK (json_valid(types)),
  handled INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  last_at TEXT,
  last_error TEXT,
  last_error_at TEXT,
  -- Milliseconds of the newest 100 calls, the oldest first.
  durations TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(durations)),
  -- Events up to this one were handed over; what came after it is handed over again at the next start.
  last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Calls of handlers that threw: the events from first_seq to seq that the handler is for.
CREATE TABLE event_failures (
  id INTEGER PRIMARY KEY,
  handler TEXT NOT NULL REFERENCES event_handlers (name) ON DELETE CASCADE,
  first_seq INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  -- Type of the newest of them.
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  error TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 1,
  -- Null: it is not tried again by itself.
  next_at TEXT
) STRICT;
CREATE INDEX event_failures_handler ON event_failures (handler, next_at);

-- Events by ten minutes (`bucket` is YYYY-MM-DDTHH:M in UTC) and type, so that rates need no walk through the events.
CREATE TABLE event_counts (
  bucket TEXT NOT NULL,
  type TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (bucket, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_types (
  type TEXT PRIMARY KEY,
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Up to which event the counts go.
CREATE TABLE events_counted (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL
) STRICT;

INSERT INTO event_counts (bucket, type, n) SELECT substr(at, 1, 15), type, count(*) FROM events GROUP BY 1, 2;
INSERT INTO event_types (type, last_at) SELECT type, max(at) FROM events GROUP BY type;
INSERT INTO events_counted (id, seq) SELECT 1, coalesce(max(seq), 0) FROM events;
