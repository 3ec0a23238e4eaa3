DROP TABLE placeholder_0015;
