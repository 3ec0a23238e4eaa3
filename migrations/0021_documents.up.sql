-- Documents whole: what a version is by its content, how far each one is read and what was understood, words to search.
-- Files lie beside the database, named by the hash of their content.

-- `changed_at` orders the lists. `kind_guessed`: nobody said what it is, so reading it may.
ALTER TABLE documents ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN kind_guessed INTEGER NOT NULL DEFAULT 0 CHECK (kind_guessed IN (0, 1));
UPDATE documents SET changed_at = created_at;
CREATE INDEX documents_changed ON documents (changed_at DESC, id DESC, kind, job_id) WHERE deleted_at IS NULL;
CREATE INDEX documents_kind ON documents (kind, changed_at DESC, id DESC, job_id) WHERE deleted_at IS NULL;
CREATE INDEX documents_of_job ON documents (job_id, changed_at DESC, id DESC, kind) WHERE deleted_at IS NULL;
CREATE INDEX documents_removed ON documents (deleted_at, id) WHERE deleted_at IS NOT NULL;

-- By content, whatever the file is called. `written`: made here as Markdown, so that it can be edited.
ALTER TABLE document_versions ADD COLUMN format TEXT NOT NULL DEFAULT 'txt'
  CHECK (format IN ('pdf', 'docx', 'doc', 'rtf', 'txt', 'md', 'json_resume'));
ALTER TABLE document_versions ADD COLUMN written INTEGER NOT NULL DEFAULT 0 CHECK (written IN (0, 1));
UPDATE document_versions SET format = CASE media_type
  WHEN 'application/pdf' THEN 'pdf'
  WHEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' THEN 'docx'
  WHEN 'application/msword' THEN 'doc'
  WHEN 'application/rtf' THEN 'rtf'
  WHEN 'text/markdown' THEN 'md'
  WHEN 'application/json' THEN 'json_resume'
  ELSE 'txt' END;
CREATE INDEX document_versions_file ON document_versions (file_hash, document_id);

-- How far a version is read. What waits is read in the order of `asked_at`, what the person looks at (`wanted`) first.
-- `reader` is the version of the reader, so that a better one reads again. The long texts come last.
CREATE TABLE document_readings (
  version_id INTEGER PRIMARY KEY REFERENCES document_versions (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'read', 'no_text', 'locked', 'empty', 'damaged', 'refused', 'failed')),
  asked_at TEXT NOT NULL,
  wanted INTEGER NOT NULL DEFAULT 0 CHECK (wanted IN (0, 1)),
  reader INTEGER NOT NULL DEFAULT 0,
  read_at TEXT,
  message TEXT,
  pages INTEGER,
  words INTEGER,
  language TEXT,
  looks_like TEXT CHECK (looks_like IN ('resume', 'cover_letter', 'other')),
  confidence REAL,
  remarks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(remarks)),
  -- [{page, text}], and what was understood (ParsedResume); null: nothing.
  text TEXT CHECK (json_valid(text)),
  resume TEXT CHECK (json_valid(resume))
) STRICT;
CREATE INDEX document_readings_waiting ON document_readings (wanted DESC, asked_at, version_id) WHERE state IN ('waiting', 'reading');
CREATE INDEX document_readings_reader ON document_readings (reader, version_id) WHERE state NOT IN ('waiting', 'reading');
INSERT INTO document_readings (version_id, state, asked_at) SELECT id, 'waiting', created_at FROM document_versions;

-- The one row of how many were read since something waits.
CREATE TABLE document_batch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  done INTEGER NOT NULL
) STRICT;
INSERT INTO document_batch (id, done) VALUES (1, 0);

-- Title and text of each document's newest version, by the document's id. With its text, of which pieces are shown.
CREATE VIRTUAL TABLE documents_search USING fts5 (
  title, text, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO documents_search (rowid, title, text) SELECT id, title, '' FROM documents WHERE deleted_at IS NULL;

-- Files that no version names any more: an undo or a backup may still need them. Upkeep removes them later. `intended`:
-- noted before the file was written; left over, its command was interrupted, and the next start removes the file.
CREATE TABLE document_files_left (
  file_hash TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  intended INTEGER NOT NULL DEFAULT 0 CHECK (intended IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX document_files_left_at ON document_files_left (at);
CREATE TRIGGER document_files_left_removed AFTER DELETE ON document_versions BEGIN
  INSERT INTO document_files_left (file_hash, at) VALUES (old.file_hash, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (file_hash) DO UPDATE SET at = excluded.at, intended = 0;
END;
CREATE TRIGGER document_files_left_replaced AFTER UPDATE OF file_hash ON document_versions WHEN old.file_hash <> new.file_hash BEGIN
  INSERT INTO document_files_left (file_hash, at) VALUES (old.file_hash, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (file_hash) DO UPDATE SET at = excluded.at, intended = 0;
END;

-- Changes name documents and versions that an undo takes away.
CREATE TRIGGER documents_id_gone AFTER DELETE ON documents WHEN old.id > (SELECT coalesce(max(id), 0) FROM documents) BEGIN
  INSERT INTO ids_gone (name, id) VALUES ('documents', old.id)
    ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id);
END;
CREATE TRIGGER document_versions_id_gone AFTER DELETE ON document_versions WHEN old.id > (SELECT coalesce(max(id), 0) FROM document_versions) BEGIN
  INSERT INTO ids_gone (name, id) VALUES ('document_versions', old.id)
    ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id);
END;
