import { isSalutation } from '../../resumes/rules/text-kind.ts'

/** What was written here, told by its words alone. */

/** A sender and an address may stand above the salutation. */
const MOST_LINES_ABOVE = 25
const LONGEST_SALUTATION = 90

/** Whether a text greets somebody before it says anything else. */
export function isLetter(text: string): boolean {
  const lines = text
    .slice(0, 10_000)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return lines
    .slice(0, MOST_LINES_ABOVE)
    .some(line => line.length <= LONGEST_SALUTATION && isSalutation(line))
}

/** Whether a text begins as Markdown: with a title, or with emphasis or a link in its first line. */
export function isMarkdown(text: string): boolean {
  const [first = ''] = text.trimStart().slice(0, 1000).split('\n')
  return /^#{1,6}\s+\S|\*\*[^*]+\*\*|\[[^\]]+\]\(https?:|^---\s*$/.test(first)
}
