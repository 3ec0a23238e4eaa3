DROP TABLE company_lookups;
DROP TRIGGER jobs_company_moved;
DROP TRIGGER jobs_company_removed;
DROP TRIGGER jobs_company_counted;
DROP INDEX jobs_company;
CREATE INDEX jobs_company ON jobs (company_id);
DROP INDEX companies_by_jobs;
ALTER TABLE companies DROP COLUMN origins;
ALTER TABLE companies DROP COLUMN job_count;
