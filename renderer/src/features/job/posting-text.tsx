import clsx from 'clsx'
import { useEffect, useMemo, useRef } from 'react'
import { findQuote, markQuotes, type Quote } from './mark-quotes.ts'

/** The words to show: those of one proof. `turn` tells a second press from the first. */
export interface ShownQuote {
  fact: string
  quote: string
  start: number | null
  turn: number
}

/**
 * The posting as plain text with the words of its facts marked; a shown quote is scrolled to and marked stronger, and
 * so is that of the fact that the person points at.
 */
export function PostingText({
  text,
  quotes,
  shown,
  pointed,
}: {
  text: string
  quotes: readonly Quote[]
  shown: ShownQuote | null
  pointed: Pick<Quote, 'quote' | 'start'> | null
}) {
  const box = useRef<HTMLDivElement>(null)
  // What is shown may be the words of a value that lost, which are not marked by themselves.
  const pieces = useMemo(() => markQuotes(text, shown ? [...quotes, shown] : quotes), [text, quotes, shown])
  const from = shown ? findQuote(text, shown) : null
  const strong = [shown, pointed].flatMap(one => {
    const start = one ? findQuote(text, one) : null
    return start === null || !one ? [] : [{ start, end: start + one.quote.length }]
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn asks to scroll again
  useEffect(() => {
    const mark = from === null ? null : box.current?.querySelector<HTMLElement>(`[data-start="${from}"]`)
    if (!mark) return
    mark.scrollIntoView({ block: 'center' })
    mark.focus({ preventScroll: true })
  }, [from, shown?.turn])

  return (
    <div
      ref={box}
      className="rounded border border-line bg-surface p-4 text-base leading-relaxed break-words whitespace-pre-wrap"
    >
      {pieces.map(piece =>
        piece.facts.length === 0 ? (
          piece.text
        ) : (
          <mark
            key={piece.start}
            data-start={piece.start}
            tabIndex={-1}
            title={piece.facts.join(', ')}
            className={clsx(
              'rounded-sm px-0.5 text-ink',
              strong.some(one => piece.start >= one.start && piece.start < one.end)
                ? 'bg-accent-soft font-medium outline-2 outline-accent'
                : 'bg-info-soft',
            )}
          >
            {piece.text}
          </mark>
        ),
      )}
    </div>
  )
}
