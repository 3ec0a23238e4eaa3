/** What the cleaning of posting HTML knows of tags. */

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Tags that are kept, without attributes except `href` of links. */
export const ALLOWED_TAGS = tags(
  'p br ul ol li h1 h2 h3 h4 h5 h6 strong em b i u a hr table thead tbody tfoot tr th td caption blockquote pre code span div',
)

/** Kept tags that have no content. */
export const VOID_TAGS = tags('br hr')

/** Tags that are dropped together with all that they hold. */
export const DROPPED_TAGS = tags(
  'script style iframe noembed noframes noscript template svg math object applet audio video canvas select textarea title head map datalist button dialog',
)

/** Dropped tags without content: nothing follows that would have to be dropped. */
export const DROPPED_VOID_TAGS = tags(
  'img image input meta link base embed source track param area frame col wbr keygen bgsound basefont isindex command',
)

/** Dropped tags whose content a browser reads as letters, not as tags, up to their end tag. */
export const RAW_TEXT_TAGS = tags('script style iframe noembed noframes textarea title xmp')

/** Tags that begin and end a line of text. */
export const LINE_TAGS = tags(
  'div section article header footer main aside nav address form fieldset legend tr caption dt dd figcaption figure body html center details summary label option thead tbody tfoot',
)

/** Tags that are set off by an empty line. */
export const PARAGRAPH_TAGS = tags('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr xmp')

/**
 * Open tags that a new tag ends (the end tags that HTML lets authors leave out): a list item ends at the next one,
 * a paragraph at any block. Looked up only at the innermost open tag.
 */
const BLOCKS = tags('p div ul ol table blockquote pre hr h1 h2 h3 h4 h5 h6')
export const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', BLOCKS],
  ['li', tags('li')],
  ['td', tags('td th tr tbody tfoot')],
  ['th', tags('td th tr tbody tfoot')],
  ['tr', tags('tr tbody tfoot')],
  ['thead', tags('tbody tfoot')],
  ['tbody', tags('tbody tfoot')],
  ['a', tags('a')],
])
