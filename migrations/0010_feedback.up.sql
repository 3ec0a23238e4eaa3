-- What the person says of jobs, which weights were suggested from it, and comparisons of two weightings.

-- `campaign_id`: the list that the job was seen in, or the campaign that ranked it best; null: none had ranked it.
-- `reasons`: names, separated by spaces. `shares`: those of that campaign's ranking at that time, so that learning does
-- not depend on what the posting says later; null: it had not ranked the job.
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  campaign_id INTEGER REFERENCES campaigns (id),
  verdict TEXT NOT NULL CHECK (verdict = 'up' OR verdict = 'down'),
  reasons TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  shares TEXT CHECK (shares IS NULL OR length(shares) = 18)
) STRICT;
CREATE UNIQUE INDEX feedback_job ON feedback (job_id, coalesce(campaign_id, 0));
CREATE INDEX feedback_campaign ON feedback (campaign_id, at);

-- How suggestions of weights were answered; the newest of a campaign says from when on the next one may come.
CREATE TABLE suggestion_answers (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  answer TEXT NOT NULL CHECK (answer = 'accepted' OR answer = 'refused'),
  at TEXT NOT NULL,
  -- The change that an acceptance was; undone, it does not count.
  change_id INTEGER
) STRICT;
CREATE INDEX suggestion_answers_campaign ON suggestion_answers (campaign_id, id);

-- Weights are JSON in whole percent; A is what the campaign had. `kept`: which side the person went on with.
CREATE TABLE comparisons (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  name TEXT NOT NULL,
  weights_a TEXT NOT NULL,
  weights_b TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  kept TEXT CHECK (kept = 'a' OR kept = 'b'),
  -- The change that going on with it was; undone, nothing was kept.
  change_id INTEGER
) STRICT;
CREATE UNIQUE INDEX comparisons_running ON comparisons (campaign_id) WHERE finished_at IS NULL;
CREATE INDEX comparisons_campaign ON comparisons (campaign_id, id);

-- The interleaved list. `verdict` is written when the comparison ends; until then it follows what the person does.
CREATE TABLE comparison_jobs (
  comparison_id INTEGER NOT NULL REFERENCES comparisons (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side = 'a' OR side = 'b'),
  round INTEGER NOT NULL,
  verdict TEXT CHECK (verdict = 'up' OR verdict = 'down'),
  PRIMARY KEY (comparison_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_jobs_job ON comparison_jobs (job_id);
