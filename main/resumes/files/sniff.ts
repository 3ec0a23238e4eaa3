import { type DocumentFormat, LARGEST_DOCUMENT } from '../../contract/documents.ts'

/** What a file turned out to be by its content, or why it is none of the formats that are read, in plain words. */
export type Sniffed = { format: DocumentFormat } | { problem: string }

/** A PDF may have something before its head; readers look this far, bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_HEAD_WITHIN = 1024
const TEXT_HEAD = 64 * 1024

/** First bytes of files that are no documents, with the name that a person knows. */
const OTHERS: [name: string, bytes: number[]][] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
]
const READABLE = 'PDF, Word, RTF, text, Markdown and JSON Resume are read.'

const startsWith = (bytes: Uint8Array, mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

/**
 * Tells the format of a document by its bytes; its name only tells Markdown from plain text. Unpacks nothing, so it is
 * safe on any bytes.
 */
export function sniffDocument(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.length === 0) return { problem: `${name} is empty: it has no bytes.` }
  if (bytes.length > LARGEST_DOCUMENT) return tooLarge(name)
  const head = latin(bytes.subarray(0, PDF_HEAD_WITHIN))
  if (/^\s*\{\\rtf/.test(head)) return { format: 'rtf' }
  if (startsWith(bytes, [0x50, 0x4b])) return zipFormat(bytes, name)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundFormat(bytes, name)
  const other = OTHERS.find(([, mark]) => startsWith(bytes, mark))
  if (other) return { problem: `${name} is ${other[0]}, not a document. ${READABLE}` }
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && head.slice(8, 12) === 'WEBP')
    return { problem: `${name} is a WebP picture, not a document. ${READABLE}` }
  if (head.includes('%PDF-')) return { format: 'pdf' }
  return textFormat(bytes, name)
}

/** What is said of a file past the limit. */
export const tooLarge = (name: string): { problem: string } => ({
  problem: `${name} is larger than ${LARGEST_DOCUMENT / 1024 / 1024} MB.`,
})

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** The names of a zip's parts stand unpacked at its end, and before each part. */
function zipFormat(bytes: Uint8Array, name: string): Sniffed {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (names.includes('word/document')) return { format: 'docx' }
  if (names.includes('xl/workbook')) return { problem: `${name} is an Excel workbook. ${READABLE}` }
  if (names.includes('ppt/presentation')) return { problem: `${name} is a PowerPoint file. ${READABLE}` }
  if (names.includes('opendocument.text'))
    return { problem: `${name} is an OpenDocument text. Save it as PDF or DOCX and add that file.` }
  if (names.includes('Index/Document.iwa') || names.includes('.iwa'))
    return { problem: `${name} is a Pages document. Export it as PDF or DOCX and add that file.` }
  // A Word file may name its parts otherwise; its relations then say where the document is.
  if (names.includes('[Content_Types].xml') && names.includes('_rels/.rels')) return { format: 'docx' }
  return { problem: `${name} is a zip archive. Unpack it and add the files in it.` }
}

/** Old Office files name their streams in UTF-16. */
function compoundFormat(bytes: Uint8Array, name: string): Sniffed {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => names.includes(Buffer.from(stream, 'utf16le'))
  if (has('WordDocument')) return { format: 'doc' }
  if (has('EncryptedPackage'))
    return {
      problem: `${name} is locked with a password. Save a copy without one in Word and add that file.`,
    }
  if (has('Workbook') || has('Book')) return { problem: `${name} is an Excel workbook. ${READABLE}` }
  if (has('PowerPoint Document')) return { problem: `${name} is a PowerPoint file. ${READABLE}` }
  return { problem: `${name} is an older Office file, not a Word document. ${READABLE}` }
}

function textFormat(bytes: Uint8Array, name: string): Sniffed {
  const head = bytes.subarray(0, TEXT_HEAD)
  if (!looksLikeText(head)) return { problem: `${name} is not a document that can be read. ${READABLE}` }
  const start = latin(head)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (
    start.startsWith('{') &&
    /"(?:basics|work|education|skills|resume)"\s*:/.test(latin(bytes).replaceAll('\0', ''))
  )
    return { format: 'json_resume' }
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start))
    return { problem: `${name} is a web page. Save it as PDF from the browser and add that file.` }
  return { format: /\.(?:md|markdown|mdown)$/i.test(name) ? 'md' : 'txt' }
}

/** Text has no zero bytes, or one in two as UTF-16 does, and next to no control characters. */
function looksLikeText(head: Uint8Array): boolean {
  const marked = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  let zeros = 0
  let controls = 0
  for (const byte of head) {
    if (byte === 0) zeros++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  if (controls > head.length / 100) return false
  if (zeros === 0 || marked) return true
  const odd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length
  return head.length >= 4 && zeros > head.length * 0.4 && (odd === zeros || odd === 0)
}
