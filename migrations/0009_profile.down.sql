DROP TRIGGER jobs_match_moved;
DROP TABLE matches;
ALTER TABLE profile DROP COLUMN version;
ALTER TABLE profile DROP COLUMN rematch_after;
-- Skills and languages were plain names.
UPDATE profile SET data = json_set(
  data,
  '$.skills', json((SELECT json_group_array(iif(s.type = 'object', s.value ->> 'name', s.value)) FROM json_each(data, '$.skills') s)),
  '$.languages', json((SELECT json_group_array(substr(iif(l.type = 'object', l.value ->> 'language', l.value), 1, 20)) FROM json_each(data, '$.languages') l))
);
