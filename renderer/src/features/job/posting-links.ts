/** A link of a posting; the frame that shows the posting follows none. */
export interface PostingLink {
  url: string
  text: string
}

/** Elements that could load, lead away or ask for something; the core removes them too. */
const UNWANTED =
  'script,style,link,meta,base,iframe,frame,object,embed,form,input,button,svg,img,video,audio,source'

/**
 * Takes the links out of a posting: the frame is inert, so that a press in it leads nowhere, and each address stands
 * below it, where the person sees it whole before opening it.
 */
export function withoutLinks(html: string): { body: string; links: PostingLink[] } {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const element of parsed.querySelectorAll(UNWANTED)) element.remove()
  const links = new Map<string, PostingLink>()
  for (const anchor of parsed.querySelectorAll('a,area')) {
    const url = URL.parse(anchor.getAttribute('href') ?? '')
    if (url && ['http:', 'https:', 'mailto:'].includes(url.protocol)) {
      const text = anchor.textContent?.trim() || url.href
      links.set(url.href, { url: url.href, text })
    }
    for (const name of anchor.getAttributeNames()) anchor.removeAttribute(name)
  }
  return { body: parsed.body.innerHTML, links: [...links.values()] }
}
