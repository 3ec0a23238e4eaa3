import { cleanDescription, escapeText } from '../../postings/rules/html.ts'

/** Posting texts that a source delivers in parts. */

export interface CleanText {
  text: string
  /** Sanitised; null when everything was plain text. */
  html: string | null
}

/** A part with the heading that it gets; null for none. */
export interface Section extends CleanText {
  heading: string | null
}

/** A section of texts (HTML or plain), several of them as a list; null when they say nothing. */
export function sectionOf(heading: string | null, texts: readonly string[]): Section | null {
  const given = texts.map(cleanDescription).filter(part => part.text !== '')
  const [only] = given
  if (only === undefined) return null
  if (given.length === 1) return { heading, text: only.text, html: only.html }
  return {
    heading,
    text: given.map(part => `- ${part.text}`).join('\n'),
    html: `<ul>${given.map(part => `<li>${part.html ?? asHtml(part.text)}</li>`).join('')}</ul>`,
  }
}

/** All sections one after the other; those that are null or empty are left out. */
export function joinSections(sections: readonly (Section | null)[]): CleanText {
  const given = sections.filter(section => section !== null).filter(section => section.text !== '')
  const text = given.map(({ heading, text: words }) => headed(heading, words)).join('\n\n')
  if (given.every(section => section.html === null)) return { text, html: null }
  const html = given.map(section => {
    const heading = section.heading === null ? '' : `<h3>${escapeText(section.heading)}</h3>`
    return heading + (section.html ?? asHtml(section.text))
  })
  return { text, html: html.join('\n') }
}

function headed(heading: string | null, text: string): string {
  if (heading === null) return text
  return text.includes('\n') || text.startsWith('- ') ? `${heading}\n\n${text}` : `${heading}: ${text}`
}

const asHtml = (text: string): string => `<p>${escapeText(text).replaceAll('\n', '<br>')}</p>`
