DROP TABLE resume_refinements;
DROP TABLE resume_reviews;
