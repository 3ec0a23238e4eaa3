-- Exchange rates that were fetched; without the one row those that come with the application count.
CREATE TABLE exchange_rates (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- YYYY-MM-DD.
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  -- JSON: units of each currency for one euro, and the days of those that are older than `day`.
  data TEXT NOT NULL,
  fetched_at TEXT NOT NULL
) STRICT;
