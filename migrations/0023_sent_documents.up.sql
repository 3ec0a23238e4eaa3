-- What went out with an application stays as it went: nothing writes over such a version, whatever it believes.
CREATE TRIGGER document_versions_frozen
BEFORE UPDATE OF document_id, version, file_hash, file_name, media_type, bytes, format, written ON document_versions
WHEN EXISTS (
  SELECT 1 FROM application_documents WHERE document_version_id = old.id AND sent_at IS NOT NULL
) BEGIN
  SELECT RAISE(ABORT, 'a version that was sent stays as it was');
END;
