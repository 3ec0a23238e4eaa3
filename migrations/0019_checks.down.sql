DROP TABLE check_repairs;
DROP TABLE check_pass;
DROP TABLE check_rows;
DROP TABLE check_results;
