/** Tables whose rows an undo takes away while other places still name their ids. */
type Named = 'jobs' | 'postings' | 'companies' | 'presets' | 'documents' | 'document_versions'

/**
 * SQL for the id of a new row, so that no id is given out twice: NULL, for which SQLite counts on from the highest row,
 * unless that row is gone. Triggers note in `ids_gone` how high the ids have been; looking there costs next to nothing.
 */
export const freshId = (table: Named): string =>
  `(SELECT id + 1 FROM ids_gone WHERE name = '${table}' AND id > (SELECT coalesce(max(id), 0) FROM ${table}))`
