const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, character => ENTITIES[character] ?? '')

/** A page of words, for people who are not in. */
function wordsPage(title: string, paragraphs: readonly string[], more = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)}</title>
    <style>body { font: 1rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 15vh auto; padding: 0 1.5rem }</style>${more}
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
${paragraphs.map(paragraph => `      <p>${paragraph}</p>`).join('\n')}
    </main>
  </body>
</html>
`
}

const HOW_TO_GET_IN =
  'Start Rolecall once more, the way you started it before: it does not start twice, it prints a new address for the ' +
  'one that is running. Open that address in this browser.'

/** For a visitor without the cookie. The link helps where the browser held the cookie back for coming from elsewhere. */
export const signedOutPage = wordsPage('This page is not signed in', [
  'Rolecall lets in only the browser that opened the address which Rolecall printed at its start.',
  HOW_TO_GET_IN,
  'If you have just been in with this browser: <a href="/">open Rolecall here</a>.',
])

/** For an address whose token is spent or was never given out. */
export const spentAddressPage = wordsPage('This address was used already', [
  'Each address that Rolecall prints opens it once, so that nobody else can come in with it later.',
  HOW_TO_GET_IN,
  'If it was this browser that used it: <a href="/">open Rolecall here</a>.',
])

/** Leads on from another site's link: a strict cookie is sent only for a step that this server's own page makes. */
export const enteringPage = wordsPage(
  'Opening Rolecall',
  ['<a href="/">Open Rolecall</a>'],
  '\n    <meta http-equiv="refresh" content="0;url=/" />',
)
