import { isTitleHead } from './entries-titles.ts'

/** Whether a text has a word that names who does a work; one without any may be a title as well. */
export function hasJobWord(text: string): boolean {
  return text
    .slice(0, 200)
    .split(/[^\p{L}\p{M}-]+/u)
    .some(word => word.length > 1 && isTitleHead(word))
}
