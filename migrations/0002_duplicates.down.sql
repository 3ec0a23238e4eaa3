CREATE INDEX jobs_opening ON jobs (opening_key);
DROP INDEX jobs_applied_company;
DROP TABLE postings_apart;
DROP TABLE companies_unmarked;
DROP TABLE posting_blocks;
DROP TABLE posting_marks;
