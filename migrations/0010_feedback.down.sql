DROP TABLE comparison_jobs;
DROP TABLE comparisons;
DROP TABLE suggestion_answers;
DROP TABLE feedback;
