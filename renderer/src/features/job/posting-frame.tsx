import { ExternalLink } from 'lucide-react'
import { useMemo } from 'react'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { useShownTheme } from '../../app/look.ts'
import { withoutLinks } from './posting-links.ts'

/** The style of the frame in the page's own colours: a frame without scripts cannot look them up. */
function frameStyle(): string {
  const root = getComputedStyle(document.documentElement)
  const token = (name: string) => root.getPropertyValue(name).trim()
  return [
    `:root{color-scheme:${token('color-scheme') || 'light'}}`,
    `html{font-size:${root.fontSize}}`,
    `body{margin:0;padding:1rem;background:${token('--surface')};color:${token('--ink')};`,
    'font:0.875rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}',
    'h1,h2,h3,h4,h5,h6{font-size:1rem;line-height:1.4;margin:1.2em 0 .4em}p,ul,ol{margin:0 0 .75em}',
    'ul,ol{padding-left:1.4em}*{max-width:100%}table{border-collapse:collapse}',
    `td,th{border:1px solid ${token('--line')};padding:.25rem .5rem;text-align:left}`,
    `a{color:${token('--accent')}}`,
    'body>:first-child{margin-top:0}',
  ].join('')
}

/** About as tall as the text needs, since a frame without scripts cannot say; rem, with a scroll bar past the top. */
function estimatedHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0)
  return Math.min(44, Math.max(10, lines * 1.5 + 4))
}

/** A posting as it was published: sanitised, in a sandboxed frame without scripts, network or links. */
export function PostingFrame({ html, text, title }: { html: string; text: string; title: string }) {
  const theme = useShownTheme()
  const { body, links } = useMemo(() => withoutLinks(html), [html])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style is read from the page, which the theme changes
  const source = useMemo(
    () =>
      '<!doctype html><html lang=""><head><meta charset="utf-8">' +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
      `<title>Posting</title><style>${frameStyle()}</style></head><body>${body}</body></html>`,
    [body, theme],
  )
  return (
    <div className="flex flex-col gap-3">
      <iframe
        title={`Posting as published: ${title}`}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={source}
        className="w-full resize-y overflow-auto rounded border border-line bg-surface"
        style={{ height: `${estimatedHeight(text)}rem` }}
      />
      {links.length > 0 ? (
        <div>
          <h3 className="text-sm font-medium">Links in the posting</h3>
          <ul className="mt-1 flex flex-col">
            {links.slice(0, 40).map(link => (
              <li key={link.url}>
                <button
                  type="button"
                  onClick={() => void client.shell.openExternal({ url: link.url }).catch(failureToast)}
                  className="inline-flex min-h-6 max-w-full items-start gap-1.5 text-left text-sm"
                >
                  <ExternalLink aria-hidden className="mt-1 size-3.5 shrink-0 text-ink-3" />
                  <span className="min-w-0 break-all">
                    <span className="text-link">{link.text}</span>
                    {link.text === link.url ? null : <span className="text-ink-3"> {link.url}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
