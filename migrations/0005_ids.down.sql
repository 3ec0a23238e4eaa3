DROP TABLE jobs_known;
DROP TRIGGER companies_id_gone;
DROP TRIGGER postings_id_gone;
DROP TRIGGER jobs_id_gone;
DROP TABLE ids_gone;
