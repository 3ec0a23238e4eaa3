/**
 * The version of all that reads and understands documents. Raise it when that gets better: what older ones read is then
 * read again, quietly, after everything that waits.
 */
export const READER_VERSION = 1
