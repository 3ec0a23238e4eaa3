-- What reviews of résumés brought into the profile, and what the language model read in résumés.

-- `changes`: [{field, before, after}] in words. The title stays when the document is gone for good.
CREATE TABLE resume_reviews (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
  title TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  change_id INTEGER REFERENCES changes (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX resume_reviews_document ON resume_reviews (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX resume_reviews_change ON resume_reviews (change_id) WHERE change_id IS NOT NULL;

-- The model's answer as it was given; what of it counts is looked up in the text whenever it is shown. `asked` is the
-- hash of what was asked, so that nothing is paid for twice.
CREATE TABLE resume_refinements (
  version_id INTEGER PRIMARY KEY REFERENCES document_versions (id) ON DELETE CASCADE,
  asked BLOB NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  model TEXT NOT NULL,
  micros INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX resume_refinements_asked ON resume_refinements (asked);
