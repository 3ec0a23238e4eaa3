/** Ends the start with words for the person. */
export function fail(text: string): never {
  console.error(text)
  process.exit(1)
}
