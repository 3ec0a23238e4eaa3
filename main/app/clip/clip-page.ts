import { createHash } from 'node:crypto'
import type { Added } from '../../contract/by-hand.ts'

/** The small pages that a clip is answered with: no script, no address to load from, everything escaped. */

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.25rem;margin:0 0 .5rem}
ul{padding-left:1.25rem}
p.quiet{opacity:.75}
label{display:block;margin-bottom:.25rem}
input,button{font:inherit;padding:.4rem .6rem}
input{width:100%;box-sizing:border-box;margin-bottom:.75rem}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** The headers of every answer of the clip server. */
export const CLIP_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)

/** `body` is HTML; whoever makes it has escaped what came from outside. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} · Rolecall</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`
const CLOSE = '<p class="quiet">Open Rolecall to see it; this tab can be closed.</p>'

/** What was saved. */
export function savedPage({ jobs, notes }: Pick<Added, 'jobs' | 'notes'>): string {
  const known = jobs.every(job => job.known)
  const items = jobs.map(
    ({ title, company }) => `<li><strong>${escaped(title)}</strong>, ${escaped(company)}</li>`,
  )
  const title = known ? 'Known to Rolecall already' : 'Saved in Rolecall'
  return page(title, `<ul>${items.join('')}</ul>${notes.map(paragraph).join('')}${CLOSE}`)
}

/** What went wrong, what was kept and what to do. */
export const failedPage = (title: string, ...sentences: string[]): string =>
  page(title, sentences.map(paragraph).join(''))

/** Asks for the company of a page that does not name it; `pending` stands for the page. */
export function companyPage(message: string, pending: string, site: string | null): string {
  return page(
    'Which company is it?',
    `${paragraph(message)}
<form method="post" action="/clip"><input type="hidden" name="pending" value="${escaped(pending)}">
<label for="company">Company</label>
<input id="company" name="company" required maxlength="200" autocomplete="off" value="${escaped(site ?? '')}">
<button>Save</button></form>`,
  )
}

/** What stands at the address when somebody opens it. */
export const ABOUT_PAGE = page(
  'Clip to Rolecall',
  paragraph('This address takes pages from the Rolecall bookmark in your browser.') +
    paragraph('To set it up, open Rolecall and go to Settings, "Clip from the browser".'),
)
