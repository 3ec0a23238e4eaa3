-- What a language model was asked, what it may cost, and what its endpoint understands. Money is in micro-dollars.

CREATE TABLE ai_calls (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  -- The local date that it counts for.
  day TEXT NOT NULL,
  purpose TEXT NOT NULL,
  model TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'done' OR state = 'failed' OR state = 'unknown'),
  -- The most that it can cost, held back from the caps while it is open.
  reserved INTEGER NOT NULL CHECK (reserved >= 0),
  cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
  tokens_in INTEGER NOT NULL DEFAULT 0 CHECK (tokens_in >= 0),
  tokens_out INTEGER NOT NULL DEFAULT 0 CHECK (tokens_out >= 0),
  milliseconds INTEGER,
  message TEXT
) STRICT;
CREATE INDEX ai_calls_at ON ai_calls (at);
CREATE INDEX ai_calls_open ON ai_calls (id) WHERE state = 'open';

-- Sums of the calls by local date, kept by triggers; they stay when old calls are deleted.
CREATE TABLE ai_days (
  day TEXT PRIMARY KEY,
  spent INTEGER NOT NULL DEFAULT 0,
  reserved INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  tokens_in INTEGER NOT NULL DEFAULT 0,
  tokens_out INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ai_calls_begun AFTER INSERT ON ai_calls BEGIN
  INSERT INTO ai_days (day, spent, reserved, calls, tokens_in, tokens_out)
    VALUES (new.day, new.cost, (new.state = 'open') * new.reserved, 1, new.tokens_in, new.tokens_out)
    ON CONFLICT (day) DO UPDATE SET spent = spent + excluded.spent, reserved = reserved + excluded.reserved,
      calls = calls + 1, tokens_in = tokens_in + excluded.tokens_in, tokens_out = tokens_out + excluded.tokens_out;
END;

CREATE TRIGGER ai_calls_ended AFTER UPDATE ON ai_calls BEGIN
  UPDATE ai_days SET spent = spent + new.cost - old.cost,
    reserved = reserved + (new.state = 'open') * new.reserved - (old.state = 'open') * old.reserved,
    tokens_in = tokens_in + new.tokens_in - old.tokens_in, tokens_out = tokens_out + new.tokens_out - old.tokens_out
  WHERE day = new.day;
END;

-- What an endpoint was found to understand.
CREATE TABLE ai_endpoints (
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  rung TEXT CHECK (rung = 'strict_schema' OR rung = 'loose_schema' OR rung = 'json_mode' OR rung = 'prompt_only'),
  rung_at TEXT,
  -- The base address that answered: with or without /v1.
  base TEXT,
  -- How it wants the longest answer to be named.
  limit_name TEXT CHECK (limit_name = 'max_tokens' OR limit_name = 'max_completion_tokens'),
  -- 0: it refuses to be told a temperature.
  temperature INTEGER NOT NULL DEFAULT 1 CHECK (temperature = 0 OR temperature = 1),
  PRIMARY KEY (base_url, model)
) STRICT, WITHOUT ROWID;

-- The one row of why nothing is asked.
CREATE TABLE ai_rest (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- The endpoint that `wait_until` and `stopped` are about.
  base_url TEXT,
  wait_until TEXT,
  wait_reason TEXT,
  -- A sentence: the key was refused or the account is empty; nothing is asked until the person says so.
  stopped TEXT,
  -- The host that a key was found for; never the key.
  key_host TEXT,
  -- The last question that no longer fitted under a cap: its local date and its worst cost.
  refused_on TEXT,
  refused_cost INTEGER
) STRICT;
