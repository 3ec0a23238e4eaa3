DROP TRIGGER presets_id_gone;
DELETE FROM ids_gone WHERE name = 'presets';
DROP TABLE known_words_progress;
DROP TABLE known_word_parts;
DROP TABLE known_words;
