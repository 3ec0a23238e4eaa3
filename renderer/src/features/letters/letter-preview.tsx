import { Children, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import { isPastMarkdown } from '../../../../main/contract/markdown.ts'
import { openOutside } from '../contacts/use-contact-acts.ts'

const LINKS = new Set(['http:', 'https:', 'mailto:', 'tel:'])

function OutsideLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const url = URL.parse(href ?? '')
  if (!url || !LINKS.has(url.protocol)) return <span>{children}</span>
  const open = () => openOutside(url.href)
  return (
    <a
      href={url.href}
      title={url.href}
      target="_blank"
      rel="noreferrer noopener"
      className="text-link break-words"
      onClick={event => {
        event.preventDefault()
        open()
      }}
      onAuxClick={event => {
        event.preventDefault()
        if (event.button === 1) open()
      }}
    >
      {children}
    </a>
  )
}

/** A heading of a letter stands one level below where it was written: the page has its own above. */
function Heading({ level, children }: { level: 2 | 3 | 4 | 5 | 6; children?: ReactNode }) {
  const Tag = `h${level}` as const
  const look = level === 2 ? 'text-xl font-semibold' : level === 3 ? 'text-lg font-semibold' : 'font-semibold'
  return <Tag className={`mt-4 mb-1.5 first:mt-0 ${look}`}>{children}</Tag>
}

/** As it comes out on paper: pictures are their description, line breaks are as they were typed. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ alt }) => <span>{alt}</span>,
  h1: ({ children }) => <Heading level={2}>{children}</Heading>,
  h2: ({ children }) => <Heading level={3}>{children}</Heading>,
  h3: ({ children }) => <Heading level={4}>{children}</Heading>,
  h4: ({ children }) => <Heading level={5}>{children}</Heading>,
  h5: ({ children }) => <Heading level={6}>{children}</Heading>,
  h6: ({ children }) => <Heading level={6}>{children}</Heading>,
  p: ({ children }) => <p className="my-2.5 whitespace-pre-line first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }) => <ul className="my-2 list-disc pl-6">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="my-2 list-decimal pl-6">
      {children}
    </ol>
  ),
  // Without a paragraph, as in most lists, a new line is a new line, too.
  li: ({ children }) => (
    <li>
      {Children.map(children, child =>
        typeof child === 'string' && child.trim() !== '' ? (
          <span className="whitespace-pre-line">{child}</span>
        ) : (
          child
        ),
      )}
    </li>
  ),
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-l-2 border-line pl-3">{children}</blockquote>
  ),
  hr: () => <hr className="my-3 border-line" />,
  code: ({ children }) => <code>{children}</code>,
  pre: ({ children }) => <pre className="my-2 font-sans break-words whitespace-pre-wrap">{children}</pre>,
}

/** How a letter reads; a text that could not be taken apart in a moment stands as it was typed. */
export function LetterPreview({ text }: { text: string }) {
  if (isPastMarkdown(text)) return <div className="break-words whitespace-pre-wrap">{text}</div>
  return (
    <div className="text-base leading-relaxed break-words">
      <Markdown components={COMPONENTS} urlTransform={url => url}>
        {text}
      </Markdown>
    </div>
  )
}
