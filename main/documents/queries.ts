import { z } from 'zod'
import { refuse } from '../contract/errors.ts'
import type { Queries } from '../platform/dispatch.ts'
import { attachQueries } from './attach.ts'
import { readPiece } from './files.ts'
import { countReading } from './reading-store.ts'
import { readingOf } from './readings.ts'
import { MEDIA_TYPES } from './rules/formats.ts'
import { hitsOf, matchOf } from './rules/search.ts'
import { findVersion } from './store.ts'
import { countShown, historyOf, pageOf, rowsOf, usesOf } from './view-store.ts'

const Cursor = z.tuple([z.string(), z.number().int()])

function placeOf(cursor: string | null): [string, number] | null {
  try {
    return cursor === null ? null : Cursor.parse(JSON.parse(cursor))
  } catch {
    return null
  }
}

/** Found places that are marked. */
const MOST_HITS = 1_000
const PIECE_BYTES = 512 * 1024
const NO_VERSION = 'This version does not exist any more.'
const NO_DOCUMENT = 'This document does not exist any more.'

/** What pages ask of documents. */
export const documentQueries = {
  'documents.list': ({ db }, { kind, place, jobId, documentIds, text, cursor, limit }) => {
    const match = matchOf(text)
    // Signs alone are in no document.
    if (text !== '' && match === null) return { rows: [], next: null, total: 0 }
    const shown = { kind, place, jobId, documentIds, match }
    const found = pageOf(db, shown, placeOf(cursor), limit + 1)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: rowsOf(
        db,
        page.map(({ id }) => id),
        match,
      ),
      next: found.length > limit && last ? JSON.stringify([last.changed_at, last.id]) : null,
      total: countShown(db, shown),
    }
  },
  'documents.get': ({ db }, { documentId }) => {
    const [row] = rowsOf(db, [documentId], null)
    if (!row) return refuse('not_found', NO_DOCUMENT)
    return { ...row, history: historyOf(db, documentId), usedIn: usesOf(db, documentId) }
  },
  'documents.reading': ({ db }) => countReading(db),
  'documents.file': ({ db, dataDir }, { versionId, offset }) => {
    const version = findVersion(db, versionId) ?? refuse('not_found', NO_VERSION)
    if (offset > version.bytes) refuse('bad_input', 'The file ends before this place.', { field: 'offset' })
    const piece = readPiece(dataDir, { hash: version.file_hash, bytes: version.bytes }, offset, PIECE_BYTES)
    return {
      fileName: version.file_name,
      mediaType: MEDIA_TYPES[version.format],
      bytes: version.bytes,
      data: Buffer.from(piece).toString('base64'),
    }
  },
  'documents.text': ({ db }, { versionId, find }) => {
    let left = MOST_HITS
    const { text } = readingOf(db, versionId) ?? refuse('not_found', NO_VERSION)
    const pages = text.map(page => {
      const hits = hitsOf(page.text, find, left)
      left -= hits.length
      return { ...page, hits }
    })
    return { pages }
  },
  ...attachQueries,
} satisfies Partial<Queries>
