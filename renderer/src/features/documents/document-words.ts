import type {
  DocumentFormat,
  DocumentKind,
  DocumentReading,
  DocumentRow,
  ReadingState,
} from '../../../../main/contract/documents.ts'
import { bytesText } from '../imports/bytes-text.ts'

export const FORMAT_LABELS: Record<DocumentFormat, string> = {
  pdf: 'PDF',
  docx: 'Word',
  doc: 'Word 97–2003',
  rtf: 'RTF',
  txt: 'Text',
  md: 'Markdown',
  json_resume: 'JSON Resume',
}

export const KIND_LABELS: Record<DocumentKind, string> = { resume: 'Résumé', cover_letter: 'Letter' }

/** How far a document is read, in words, with what that means for the person. */
export interface ReadingWords {
  tone: 'neutral' | 'info' | 'good' | 'warn' | 'bad'
  /** As it stands in a list: "Locked". */
  word: string
  /** What to do about it; '' when there is nothing to do. */
  todo: string
}

const STATES: Record<Exclude<ReadingState, 'read'>, ReadingWords> = {
  waiting: { tone: 'neutral', word: 'Waits to be read', todo: '' },
  reading: { tone: 'info', word: 'Being read', todo: '' },
  no_text: {
    tone: 'warn',
    word: 'Only pictures, no text',
    todo: 'It is kept and can be sent, but nothing in it can be searched or understood. Save it anew as a PDF with text from the program that wrote it, or run text recognition over the scan, and replace it.',
  },
  locked: { tone: 'warn', word: 'Locked', todo: 'Give its password to read it. The password is not kept.' },
  empty: {
    tone: 'warn',
    word: 'No words in it',
    todo: 'Look whether it is the right file, and replace it.',
  },
  damaged: {
    tone: 'bad',
    word: 'Damaged',
    todo: 'It is kept as it came. Save it anew from the program that wrote it, and replace it.',
  },
  refused: {
    tone: 'bad',
    word: 'Too much to read',
    todo: 'It is kept as it came. Save only the pages that matter as a PDF, and replace it.',
  },
  failed: { tone: 'bad', word: 'Not read', todo: 'It is kept as it came. Read it again, or replace it.' },
}

/** What is said of how far a document is read, and of what it reads like. */
export function readingWords({
  state,
  looksLike,
}: Pick<DocumentReading, 'state' | 'looksLike'>): ReadingWords {
  if (state !== 'read') return STATES[state]
  if (looksLike === 'resume') return { tone: 'good', word: 'Reads like a résumé', todo: '' }
  if (looksLike === 'cover_letter') return { tone: 'neutral', word: 'Reads like a letter', todo: '' }
  return { tone: 'neutral', word: 'Read', todo: '' }
}

/** True while reading is still to come or under way. */
export const isBeingRead = ({ state }: Pick<DocumentReading, 'state'>): boolean =>
  state === 'waiting' || state === 'reading'

/** True for what can be held against the profile. */
export const canReview = ({ current: { reading } }: Pick<DocumentRow, 'current'>): boolean =>
  reading.state === 'read' && reading.looksLike === 'resume'

/** "used in 2 applications"; '' for none. */
export function usedText(used: number): string {
  if (used === 0) return ''
  return used === 1 ? 'Used in 1 application' : `Used in ${used.toLocaleString('en')} applications`
}

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** "Résumé · PDF · 120 kB · 2 pages · version 3". */
export function factsText({ kind, current, versions }: DocumentRow): string {
  const { pages } = current.reading
  return [
    KIND_LABELS[kind],
    FORMAT_LABELS[current.format],
    bytesText(current.bytes),
    pages === null ? '' : plural(pages, 'page', 'pages'),
    versions > 1 ? `version ${current.version}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A row of the list as one sentence for screen readers. */
export function documentRowName(row: DocumentRow): string {
  const { title, kind, current, job, used } = row
  return [
    title,
    KIND_LABELS[kind],
    FORMAT_LABELS[current.format],
    readingWords(current.reading).word,
    job ? `for ${job.title} at ${job.company}` : '',
    usedText(used).toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ')
}

/** "12 documents", "1 document or more". */
export function countText(count: number, hasMore = false): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'document' : 'documents'}${hasMore ? ' or more' : ''}`
}

/** A title for a copy that is not taken by the document itself. */
export const copyTitle = (title: string): string => `${title.slice(0, 193)} (copy)`
