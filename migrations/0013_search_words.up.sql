-- Words that titles, companies, places and skills have, so that a mistyped word finds the one that was meant. Ids of
-- removed views are never given out again: an undo brings a view back under its own.

-- `word` is folded as the search index folds: lower case, without diacritics. `padded` has a space on either side, so
-- that a word's beginning and end count as parts too.
CREATE TABLE known_words (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  padded TEXT GENERATED ALWAYS AS (' ' || word || ' ') VIRTUAL
) STRICT;
CREATE VIRTUAL TABLE known_word_parts USING fts5 (
  padded, content = 'known_words', content_rowid = 'id', columnsize = 0, detail = none, tokenize = 'trigram'
);

-- The one row of how far the words of older jobs are known: those of jobs below `before_id` are still to be read.
CREATE TABLE known_words_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  before_id INTEGER NOT NULL
) STRICT;
INSERT INTO known_words_progress (id, before_id) SELECT 1, coalesce(max(id), 0) + 1 FROM jobs;

CREATE TRIGGER presets_id_gone AFTER DELETE ON presets WHEN old.id > (SELECT coalesce(max(id), 0) FROM presets) BEGIN
  INSERT INTO ids_gone (name, id) VALUES ('presets', old.id)
    ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id);
END;
