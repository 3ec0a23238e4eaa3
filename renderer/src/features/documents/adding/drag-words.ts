/** What a drop will do, told by what the browser says of files that are still being dragged: their number and types. */

/** Files that hang over the window; names and contents are not known before the drop. */
export interface Dragged {
  /** How many; 0 where the browser does not say. */
  count: number
  /** The media type of each; '' where the system knows none. */
  types: readonly string[]
}

/** What unclear files are taken for on this page: texts on the page of documents, for example. */
export type Taken = 'document' | 'posting' | null

const DOCUMENT =
  /^application\/(?:pdf|rtf|msword|vnd\.openxmlformats-officedocument\.wordprocessingml\..*)$|^text\/rtf$/
const POSTING = /^text\/(?:csv|html|tab-separated-values)$/
const UNCLEAR = /^text\/(?:plain|markdown)$/

function wayOf(type: string, taken: Taken): 'document' | 'posting' | 'unclear' | 'unknown' {
  if (DOCUMENT.test(type)) return 'document'
  if (POSTING.test(type)) return 'posting'
  if (UNCLEAR.test(type)) return taken ?? 'unclear'
  return 'unknown'
}

/** What the layer over the page says while files are dragged. */
export function dragWords({ count, types }: Dragged, taken: Taken): { title: string; note: string } {
  const ways = new Set(types.map(type => wayOf(type, taken)))
  const [only] = ways.size === 1 ? ways : []
  const them = count === 1 ? 'it' : 'them'
  const files = count === 1 ? 'the file' : count === 0 ? 'files' : `${count.toLocaleString('en')} files`
  if (only === 'document')
    return {
      title: `Drop ${files} to keep ${them} as ${count === 1 ? 'a document' : 'documents'}`,
      note: 'Read here, on this computer. Nothing leaves it.',
    }
  if (only === 'posting')
    return { title: `Drop ${files} to import jobs`, note: 'You see what is in a table before it is stored.' }
  if (only === 'unclear')
    return { title: `Drop ${files} to add ${them}`, note: 'You choose: a document, or a posting.' }
  return {
    title: `Drop ${files} to add ${them}`,
    note: 'Résumés and letters become documents, tables and pages become jobs.',
  }
}
