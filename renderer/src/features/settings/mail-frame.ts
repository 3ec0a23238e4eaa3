/** Nothing but styles: a message has no scripts, and pictures from outside would tell that it was opened. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`

/** The HTML of a message for a frame: with a policy before all else, and links that lead nowhere. */
export function framed(html: string): string {
  const head = /<head[^>]*>/i.exec(html)
  const still = '<style>a{pointer-events:none}</style>'
  if (!head) return `<!doctype html><head>${POLICY}${still}</head>${html}`
  const at = head.index + head[0].length
  return `${html.slice(0, at)}${POLICY}${still}${html.slice(at)}`
}
