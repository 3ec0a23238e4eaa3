/** What somebody typed, pasted or dropped to add a job. */
export type PasteKind = 'nothing' | 'address' | 'text'

/** A host with a dot and something behind it: "jobs.example/12". Words with a dot in them are no address. */
const BARE_ADDRESS = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?::\d+)?\/\S*$/i

/** Whether it is one web address, a text, or nothing. */
export function pasteKind(pasted: string): PasteKind {
  const text = pasted.trim()
  if (text === '') return 'nothing'
  return !/\s/.test(text) && (/^https?:\/\/\S/i.test(text) || BARE_ADDRESS.test(text)) ? 'address' : 'text'
}

/** The address or text of something dropped; null when there is nothing to read in it. */
export function droppedText(data: Pick<DataTransfer, 'getData'>): string | null {
  const link = data
    .getData('text/uri-list')
    .split(/\r?\n/)
    .find(line => /^https?:/i.test(line))
  const text = link ?? data.getData('text/plain')
  // A bookmark that runs a script is no posting.
  return text.trim() === '' || /^\s*(?:javascript|data|file):/i.test(text) ? null : text
}

/** An address as it is asked: "https://" stands in front where nothing did. */
export function withScheme(address: string): string {
  const text = address.trim()
  return /^https?:/i.test(text) ? text : `https://${text}`
}

/** The host of an address for people; the text itself when it is none. */
export const hostOf = (address: string): string => URL.parse(withScheme(address))?.host ?? address
