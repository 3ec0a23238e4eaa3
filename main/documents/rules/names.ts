const LONGEST_TITLE = 200
const LONGEST_NAME = 150

/** A name for a document by that of its file: "Jane_Doe-CV (final).pdf" → "Jane Doe-CV (final)". Never empty. */
export function titleOfFile(fileName: string): string {
  const bare = fileName
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
  return bare.slice(0, LONGEST_TITLE).trim() || 'Untitled'
}

/** A file name for a title, which every system takes: no separators, no control characters. Never empty. */
export function fileNameOf(title: string, ending: string): string {
  const bare = title
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${bare.slice(0, LONGEST_NAME).trim() || 'Untitled'}${ending}`
}
