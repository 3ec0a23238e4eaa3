DROP TABLE placeholder_0013;
