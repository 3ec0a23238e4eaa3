import type { Line } from './layout.ts'
import type { Section } from './section.ts'
import type { SectionKind } from './section-words.ts'

/** Contacts that stand among other lines. */

/** Sections of lists, where a contact that stands alone is no item. */
export const LISTS = new Set<SectionKind>(['skills', 'languages', 'interests', 'certificates'])
const CONTACT =
  /^(?:\p{L}[\p{L}.-]{1,12}:?\s)?(?:\S{1,64}@\S{2,100}\.\p{L}{2,24}|\+?\(?\d[\d\s()./-]{7,20}\d|(?:https?:\/\/)?(?:www\.)?(?:linkedin|xing|github|gitlab)\.com\/\S{2,100})$/iu

/** Whether a line is one contact and nothing else. */
export const isContact = ({ text }: Line): boolean =>
  text.length < 150 && CONTACT.test(text) && !/(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d/.test(text)

/** "12 Mill Lane, Leeds" or "69003 Lyon": a number of a house or a town, or a town and its land. */
export const isPlace = ({ text, bullet }: Line): boolean =>
  !bullet &&
  text.length < 70 &&
  (/\b\d{4,5}\s\p{Lu}/u.test(text) || /^[\p{L}\d .'’-]+, \p{Lu}[\p{L} .-]+$/u.test(text))

const EMAIL = /[^\s@|]{1,64}@[^\s@|]{2,100}\.\p{L}{2,24}/u

/** An address with a number or other contacts beside it. */
export function isContactLine({ text }: Line): boolean {
  if (text.length > 220 || !text.includes('@') || !EMAIL.test(text)) return false
  const rest = text.replace(EMAIL, ' ')
  return (/\d[\d\s().-]{6,}\d/.test(rest) || /[|•·]/.test(rest)) && rest.split(/\s+/).length <= 22
}

/** Under a heading of another name ("Get to know me") stand an address or a number, and little else. */
export function holdsContacts({ title, lines }: Section): boolean {
  if (title === null || lines.length > 14) return false
  return lines.some(
    line => EMAIL.test(line.text) || /^\W{0,3}(?:\+|\(?0)\d[\d\s()./-]{6,18}$/.test(line.text),
  )
}
