/** Where files go that are dropped, pasted or chosen, by their names and first bytes. Nothing is read beyond these. */

/** A file with the way it goes. */
export type SortedFile<F> =
  | { way: 'document' | 'posting' | 'unclear'; file: F }
  /** Of no use here: what it is, and what to do instead. */
  | { way: 'refused'; file: F; why: string }

/** Bytes that are looked at; a JSON Resume says what it is within them. */
export const LOOKED_AT = 64 * 1024

const DOCUMENT = /\.(?:pdf|docx?|docm|rtf)$/i
const POSTING = /\.(?:csv|tsv|jsonl|ndjson|html?)$/i
const UNCLEAR = /\.(?:txt|text|md|markdown)$/i

const REFUSED: readonly [RegExp, string][] = [
  [/\.od[ts]$/i, 'OpenDocument files are not read. Save it as DOCX or PDF, and add that.'],
  [/\.pages$/i, 'Pages files are not read. Export it as PDF or DOCX, and add that.'],
  [/\.wpd|\.wps$/i, 'This kind of file is not read. Save it as DOCX or PDF, and add that.'],
  [
    /\.(?:png|jpe?g|gif|webp|heic|tiff?|bmp|svg)$/i,
    'A picture has no text to read. Save the document as PDF or DOCX, and add that.',
  ],
  [/\.(?:zip|7z|rar|gz|tar)$/i, 'Archives are not opened. Unpack it, and add the files in it.'],
  [/\.xlsx?$/i, 'Spreadsheets are not read. Save a table of postings as CSV to import it.'],
  [/\.pptx?$/i, 'Presentations are not read. Save it as PDF, and add that.'],
]

const UNKNOWN = 'This kind of file is not read. Add PDF, Word, RTF, Markdown, text or JSON Resume files.'

const startsWith = (bytes: Uint8Array, ...lead: number[]): boolean =>
  lead.every((byte, at) => bytes[at] === byte)

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** The word for an OpenDocument file, whatever it is called: its first entry holds its type. */
const isOpenDocument = (head: Uint8Array): boolean =>
  latin(head, 30, 80).startsWith('mimetypeapplication/vnd.oasis.opendocument')

function byContent(head: Uint8Array): 'document' | 'opendocument' | 'text' | 'binary' {
  if (latin(head, 0, 1024).includes('%PDF-')) return 'document'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return isOpenDocument(head) ? 'opendocument' : 'binary'
  if (latin(head, 0, 5) === '{\\rtf') return 'document'
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'document'
  const utf16 = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)
  return !utf16 && head.subarray(0, 4096).includes(0) ? 'binary' : 'text'
}

const RESUME_KEY = /"(?:basics|work|education)"\s*:/
const RESUME_SCHEMA = /"\$schema"\s*:\s*"[^"]*(?:json-?resume|resume-schema)/i

/** Whether the beginning of a JSON text is that of a JSON Resume rather than of postings. */
export function startsLikeResume(text: string): boolean {
  const begun = text.replace(/^\uFEFF/, '').trimStart()
  return begun.startsWith('{') && (RESUME_SCHEMA.test(begun) || RESUME_KEY.test(begun))
}

/** Where one file goes; `head` are its first bytes. What it holds counts more than what it is called. */
export function sortFile<F extends { name: string }>(file: F, head: Uint8Array): SortedFile<F> {
  const content = byContent(head)
  const refused = REFUSED.find(([name]) => name.test(file.name))?.[1]
  if (content === 'opendocument') return { way: 'refused', file, why: REFUSED[0]?.[1] ?? UNKNOWN }
  if (content === 'document' && !/\.(?:xls|ppt)$/i.test(file.name)) return { way: 'document', file }
  if (refused !== undefined) return { way: 'refused', file, why: refused }
  if (DOCUMENT.test(file.name)) return { way: 'document', file }
  // A zip without a name that says more may be a Word file: its reader tells.
  if (content === 'binary')
    return startsWith(head, 0x50, 0x4b) && !file.name.includes('.')
      ? { way: 'document', file }
      : { way: 'refused', file, why: UNKNOWN }
  if (/\.json$/i.test(file.name)) {
    const text = new TextDecoder().decode(head)
    return { way: startsLikeResume(text) ? 'document' : 'posting', file }
  }
  if (POSTING.test(file.name)) return { way: 'posting', file }
  if (UNCLEAR.test(file.name) || !/\.\w{1,8}$/.test(file.name)) return { way: 'unclear', file }
  return { way: 'refused', file, why: UNKNOWN }
}

/** Where files go, in their order. A file whose beginning cannot be read goes by its name; its upload says why. */
export function sortFiles(files: readonly File[]): Promise<SortedFile<File>[]> {
  return Promise.all(
    files.map(async file => {
      const head = await file
        .slice(0, LOOKED_AT)
        .arrayBuffer()
        .catch(() => new ArrayBuffer(0))
      return sortFile(file, new Uint8Array(head))
    }),
  )
}
