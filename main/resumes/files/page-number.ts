const NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|pag\.|página|seite|s\.|p\.)\s*)?\d{0,3}(?:\s*(?:\/|\||\bof\b|\bvon\b|\bde\b|\bsur\b)\s*\d{0,3})?(?:\s*[-–—|])?$/iu

/** Whether a line only counts pages: "3", "- 3 -", "3/5", "Page 3 of 5", "Page" of a number that is computed. */
export const isPageNumber = (text: string): boolean => NUMBER.test(text.trim()) && /[\d\p{L}]/u.test(text)
