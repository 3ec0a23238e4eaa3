/** Hands a file to the browser's downloads. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; a minute is long enough for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Hands a text to the browser's downloads as a file. */
export function saveTextFile(name: string, text: string, type: string): void {
  saveFile(name, [text], type)
}
