/** How a search is narrowed by words of its own. */

const SCOPES: readonly (readonly [string, string])[] = [
  ['"night shift" -agency', 'these words together, and not that one'],
  ['company:acme title:nurse place:leeds', 'where the word stands'],
  ['@applied', 'a status; also @interview, @offer …'],
  ['remote:yes', 'or hybrid, onsite, unstated'],
  ['salary:>80k eur', 'a year; or 80k-100k usd'],
  ['type:contract level:senior', 'employment and level'],
  ['country:GB city:"New York"', 'where the work is'],
  ['found:7d posted:>2026-10-01', 'when it was found or published'],
  ['is:favourite,unread,open', 'marks'],
  ['score:>70 match:>60', 'how well it fits'],
  ['campaign:name source:name', 'where it belongs and came from'],
]

/** All words that narrow a search. */
export function ScopeHelp() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: in a low window it is scrolled by keys
    <div className="min-h-0 overflow-y-auto p-3 text-sm" tabIndex={0}>
      <p className="mb-2 font-medium">Words that narrow a search</p>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        {SCOPES.map(([words, meaning]) => (
          <div key={words} className="contents">
            <dt>
              <code className="rounded-sm bg-sunken px-1 font-sans text-ink">{words}</code>
            </dt>
            <dd className="mb-1 text-ink-2 sm:mb-0">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The line at the foot that leads to the rest. */
export function ScopeHint() {
  return (
    <p className="shrink-0 truncate border-t border-line bg-raised px-3 py-1.5 text-xs text-ink-3">
      Narrow with{' '}
      {['remote:yes', 'salary:>80k', '@applied'].map(words => (
        <code key={words} className="mr-1 rounded-sm bg-sunken px-1 font-sans text-ink-2">
          {words}
        </code>
      ))}
      – write ? to see all
    </p>
  )
}
