DROP TABLE ai_readings;
DROP TABLE job_ai;
DROP TABLE detection_issues;
DROP TABLE detection_runs;
DROP TABLE jobs_to_rank;
DROP INDEX jobs_detector;
DROP INDEX jobs_missing;
ALTER TABLE jobs DROP COLUMN missing;
ALTER TABLE jobs DROP COLUMN ai_read;
ALTER TABLE jobs DROP COLUMN terms;

-- Fields that the older version does not know, and values that it cannot hold, are lost.
ALTER TABLE job_fields RENAME TO job_fields_before;
CREATE TABLE job_fields (
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field = 'salary_low' OR field = 'salary_high' OR field = 'compensation_currency' OR field = 'salary_period' OR field = 'office_city' OR field = 'office_province' OR field = 'office_country' OR field = 'remote_options' OR field = 'job_type' OR field = 'seniority_level'),
  origin TEXT NOT NULL CHECK (origin = 'structured' OR origin = 'pattern' OR origin = 'ai' OR origin = 'manual'),
  value TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  quote TEXT,
  quote_in TEXT CHECK (quote_in = 'title' OR quote_in = 'location' OR quote_in = 'description' OR quote_in = 'structured'),
  quote_start INTEGER,
  note TEXT,
  PRIMARY KEY (job_id, field, origin)
) STRICT, WITHOUT ROWID;
INSERT INTO job_fields (job_id, field, origin, value, confidence, quote, quote_in, quote_start, note)
  SELECT job_id, field, origin, value, confidence, quote, quote_in, quote_start, note FROM job_fields_before
  WHERE value IS NOT NULL AND field IN ('salary_low', 'salary_high', 'compensation_currency', 'salary_period', 'office_city',
    'office_province', 'office_country', 'remote_options', 'job_type', 'seniority_level');
DROP TABLE job_fields_before;
