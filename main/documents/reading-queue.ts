import { z } from 'zod'
import { type DocumentFormat, LARGEST_DOCUMENT_TEXT, READING_STATES } from '../contract/documents.ts'
import type { RolecallError } from '../contract/errors.ts'
import type { Signal } from '../contract/events.ts'
import { DocumentId, DocumentVersionId } from '../contract/ids.ts'
import { ParsedResume } from '../contract/resumes.ts'
import { type Background, createBackground } from '../platform/background.ts'
import type { CommandContext } from '../platform/context.ts'
import { localDate } from '../platform/schedule.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import { documentPath, faultOf } from './files.ts'
import {
  beginReading,
  countReading,
  type Found,
  keepReading,
  nextToRead,
  stateOf,
  storeReading,
  type ToRead,
} from './reading-store.ts'
import { TextPages } from './readings.ts'
import { READER_VERSION } from './rules/reader.ts'
import { indexDocument, newestVersion } from './store.ts'
import { guessKind, tellChanged } from './write.ts'

/** What the parser process is asked to read; it answers a `DocumentAnswer`. */
export interface DocumentTask {
  kind: 'document'
  path: string
  name: string
  format: DocumentFormat
  /** Of a locked PDF; it goes to the parser and nowhere else. */
  password: string | null
  /** YYYY-MM-DD, as the person's clock shows it. */
  today: string
}

const ReadState = z.enum(READING_STATES).exclude(['waiting', 'reading'])

/** What was read and understood. */
const DocumentAnswer = z.object({
  state: ReadState,
  message: z.string().nullable(),
  pages: z.number().int().nullable(),
  words: z.number().int().nullable(),
  remarks: z.array(z.string()),
  text: TextPages,
  resume: ParsedResume.nullable(),
})

/** Reads what waits, one after the other, in the parser process. */
export interface ReadingQueue extends Background {
  /** Keeps the password of a locked PDF until it is read with it once. */
  unlock(versionId: number, password: string): void
}

interface Context extends CommandContext {
  parser: Pick<ParserProcess, 'run'>
  signal(signal: Signal): void
}

/** At most four signals a second. */
const SIGNAL_EVERY_MS = 250

const nothing = {
  pages: null,
  words: null,
  language: null,
  looksLike: null,
  confidence: null,
  remarks: [],
  text: [],
}
const failure = (state: Found['state'], message: string): Found => ({
  ...nothing,
  state,
  message,
  resume: null,
})

/** What an answer that is none means for a file. */
function faultFound({ code, message, details }: RolecallError): Found {
  const past = code === 'parser_timeout' || details?.limit === 'memory'
  return failure(past ? 'refused' : 'failed', message)
}

function foundOf(value: unknown): Found {
  const answer = DocumentAnswer.safeParse(value)
  if (!answer.success)
    return failure('failed', 'The reader answered something that Rolecall does not understand.')
  const { resume, ...read } = answer.data
  const { pages, cut } = firstPages(read.text, LARGEST_DOCUMENT_TEXT)
  return {
    ...read,
    text: pages,
    remarks: cut ? [...read.remarks, CUT] : read.remarks,
    resume,
    language: resume?.language ?? null,
    looksLike: resume?.kind ?? null,
    confidence: resume?.confidence ?? null,
  }
}

const CUT = `Only the first ${LARGEST_DOCUMENT_TEXT.toLocaleString('en')} letters are kept for search and for the view as text.`

/** The pages up to so many letters together. */
function firstPages(pages: TextPages, most: number): { pages: TextPages; cut: boolean } {
  let left = most
  const first = pages.flatMap(({ page, text }) => {
    const kept = text.slice(0, left)
    left -= kept.length
    return kept === '' ? [] : [{ page, text: kept.toWellFormed() }]
  })
  return { pages: first, cut: pages.reduce((sum, { text }) => sum + text.length, 0) > most }
}

export function createReadingQueue(context: Context): ReadingQueue {
  const { db, clock, dataDir, log, parser } = context
  const passwords = new Map<number, string>()
  let shownAt = Number.NEGATIVE_INFINITY

  const show = () => {
    const { waiting, done } = countReading(db)
    const now = performance.now()
    if (waiting > 0 && now - shownAt < SIGNAL_EVERY_MS) return
    shownAt = now
    context.signal({ type: 'documents.progress', payload: { done, total: done + waiting } })
  }

  /** Null: the parser is ending, and the version is read after the next start. */
  const read = async (version: ToRead): Promise<Found | null> => {
    const { versionId, hash, fileName, format } = version
    const password = passwords.get(versionId) ?? null
    passwords.delete(versionId)
    const fault = await faultOf(dataDir, hash)
    if (fault !== null) return failure('damaged', fault)
    const task: DocumentTask = {
      kind: 'document',
      path: documentPath(dataDir, hash),
      name: fileName,
      format,
      password,
      today: localDate(new Date(clock.millis())),
    }
    const answer = await parser.run(task)
    if (answer.ok) return foundOf(answer.value)
    return answer.error.code === 'backend_gone' ? null : faultFound(answer.error)
  }

  const store = (version: ToRead, found: Found) =>
    context.unit(tx => {
      const { versionId, documentId, title } = version
      // A newer reader has no password: what was read with it stays.
      if (version.again && found.state !== 'read' && stateOf(tx.db, versionId) === 'read') {
        keepReading(tx.db, versionId, READER_VERSION)
        return
      }
      if (!storeReading(tx.db, version, found, READER_VERSION, tx.now)) return
      if (newestVersion(tx.db, documentId)?.id === versionId) {
        if (found.state === 'read' && guessKind(tx, documentId, found.looksLike))
          tellChanged(tx, [documentId])
        indexDocument(tx.db, documentId)
      }
      tx.emit('document.read', {
        documentId: DocumentId.parse(documentId),
        versionId: DocumentVersionId.parse(versionId),
        title,
        state: found.state,
      })
    })

  const work = async (stopping: () => boolean) => {
    for (let version = nextToRead(db, READER_VERSION); version; version = nextToRead(db, READER_VERSION)) {
      if (stopping()) return
      const { versionId } = version
      if (!version.again) context.unit(tx => beginReading(tx.db, versionId))
      show()
      const found = await read(version)
      // A parser that is ended at the close fails what it reads; the next start reads it again.
      if (found === null || (stopping() && found.state === 'failed')) return
      store(version, found)
      show()
    }
  }

  const background = createBackground(
    () => nextToRead(db, READER_VERSION) !== undefined,
    work,
    error => log.error('Documents could not be read', { reason: String(error) }),
  )
  return {
    ...background,
    wake() {
      if (countReading(db).waiting > 0) show()
      background.wake()
    },
    unlock: (versionId, password) => void passwords.set(versionId, password),
  }
}
