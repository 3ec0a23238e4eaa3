DROP TABLE placeholder_0012;
