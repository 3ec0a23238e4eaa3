import { Check } from 'lucide-react'
import { createContext, type ReactNode, useContext } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { isPastMarkdown } from '../../../../../main/contract/markdown.ts'
import { taskWords } from './markdown-edit.ts'

/** More cells in a row than anybody writes; taking them apart could not end. */
const CELLS = /\|{200}/

/** The line in the source of the list item that a box stands in; 0: none. */
const TaskLine = createContext(0)
/** The note, and what pressing in it does: a box by its line, from 1; a link by its whole address. */
interface NoteActs {
  text: string
  onTick: (line: number) => void
  onOpen: (url: string) => void
}
const Acts = createContext<NoteActs>({ text: '', onTick: () => {}, onOpen: () => {} })

/** An address that may be opened, whole; null for every other kind, and for what leads somewhere in this page. */
function outsideAddress(href: string | undefined): string | null {
  const url = URL.parse(href ?? '')
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/** A link that opens in the person's own program; what is no address of the web or of mail stays text. */
function OutsideLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const { onOpen } = useContext(Acts)
  const url = outsideAddress(href)
  if (url === null) return <span>{children}</span>
  return (
    <a
      href={url}
      title={url}
      target="_blank"
      rel="noreferrer noopener"
      className="text-link"
      onClick={event => {
        event.preventDefault()
        onOpen(url)
      }}
      onAuxClick={event => {
        event.preventDefault()
        if (event.button === 1) onOpen(url)
      }}
    >
      {children}
    </a>
  )
}

function TaskBox({ checked }: { checked: boolean }) {
  const line = useContext(TaskLine)
  const { text, onTick } = useContext(Acts)
  return (
    <span className="relative mr-1 -ml-6 inline-flex size-6 items-center justify-center align-top">
      <input
        type="checkbox"
        aria-label={taskWords(text, line) || 'Without words'}
        checked={checked}
        onChange={() => onTick(line)}
        className="peer absolute inset-0 size-6 opacity-0"
      />
      <span
        aria-hidden
        className="inline-flex size-4 items-center justify-center rounded-sm border border-control bg-surface text-accent-ink peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-1 peer-focus-visible:outline-focus"
      >
        {checked ? <Check className="size-3" strokeWidth={3} /> : null}
      </span>
    </span>
  )
}

/** A heading of a note stands two levels below where it was written: the page has its own above. */
function Heading({ level, children }: { level: 3 | 4 | 5 | 6; children?: ReactNode }) {
  const Tag = `h${level}` as const
  const look = level === 3 ? 'text-lg font-semibold' : level === 4 ? 'font-semibold' : 'font-medium'
  return <Tag className={`mt-3 mb-1 first:mt-0 ${look}`}>{children}</Tag>
}

/** Pictures are not loaded: their addresses are links. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => (
    <OutsideLink href={typeof src === 'string' ? src : undefined}>
      Picture: {alt || 'without words'}
    </OutsideLink>
  ),
  h1: ({ children }) => <Heading level={3}>{children}</Heading>,
  h2: ({ children }) => <Heading level={4}>{children}</Heading>,
  h3: ({ children }) => <Heading level={5}>{children}</Heading>,
  h4: ({ children }) => <Heading level={6}>{children}</Heading>,
  h5: ({ children }) => <Heading level={6}>{children}</Heading>,
  h6: ({ children }) => <Heading level={6}>{children}</Heading>,
  // A new line is a new line, as people write notes.
  p: ({ children }) => <p className="my-1.5 whitespace-pre-line first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }) => <ul className="my-1.5 list-disc pl-6">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="my-1.5 list-decimal pl-6">
      {children}
    </ol>
  ),
  li: ({ node, className, children }) => (
    <li className={className?.includes('task-list-item') ? 'list-none leading-6' : undefined}>
      <TaskLine value={node?.position?.start.line ?? 0}>{children}</TaskLine>
    </li>
  ),
  input: ({ checked }) => <TaskBox checked={checked === true} />,
  blockquote: ({ children }) => (
    <blockquote className="my-1.5 border-l-2 border-line pl-3 text-ink-2">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded-sm bg-hover px-1 font-mono text-sm">{children}</code>,
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <pre tabIndex={0} className="my-1.5 overflow-x-auto rounded bg-sunken p-2 text-sm">
      {children}
    </pre>
  ),
  hr: () => <hr className="my-3 border-line" />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section aria-label="Table in the notes" tabIndex={0} className="my-1.5 overflow-x-auto">
      <table className="border-collapse text-sm">{children}</table>
    </section>
  ),
  th: ({ children }) => <th className="border border-line px-2 py-1 text-left font-medium">{children}</th>,
  td: ({ children }) => <td className="border border-line px-2 py-1 align-top">{children}</td>,
}

/** A note as it reads: Markdown without HTML, whose links open outside and whose pictures are not loaded. */
export function NoteText(acts: NoteActs) {
  const { text } = acts
  if (isPastMarkdown(text) || CELLS.test(text)) return <p className="whitespace-pre-wrap">{text}</p>
  return (
    <Acts value={acts}>
      <Markdown remarkPlugins={[remarkGfm]} components={COMPONENTS}>
        {text}
      </Markdown>
    </Acts>
  )
}
