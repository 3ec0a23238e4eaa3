/** The elements of one name inside an XML text, so that they can be kept exactly as they were written. */

export interface XmlItems {
  /** The texts from the opening to the closing tag, in order; elements inside another one of the name belong to it. */
  items: string[]
  /** The text of an element that was begun and never ended, or null. */
  cutOff: string | null
}

/**
 * Finds the elements by their tags alone, without building a tree: CDATA and comments are stepped over, so that tags
 * within them do not count, and a broken element does no harm to the others.
 */
export function xmlItems(text: string, name: string): XmlItems {
  const mark = new RegExp(`<!\\[CDATA\\[|<!--|<${name}(?=[\\s>])[^<>]*>|</${name}\\s*>`, 'g')
  const items: string[] = []
  let depth = 0
  let start = -1
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [tag] = found
    if (tag.startsWith('<!')) {
      const end = text.indexOf(tag === '<!--' ? '-->' : ']]>', mark.lastIndex)
      if (end === -1) break
      mark.lastIndex = end + 3
    } else if (tag.startsWith('</')) {
      depth = Math.max(0, depth - 1)
      if (depth === 0 && start !== -1) items.push(text.slice(start, mark.lastIndex))
      if (depth === 0) start = -1
    } else if (!tag.endsWith('/>')) {
      if (depth === 0) start = found.index
      depth++
    }
  }
  return { items, cutOff: depth > 0 ? text.slice(start) : null }
}
