DROP TABLE placeholder_0014;
