/**
 * A run's transaction ends after this time. Long ones are cheaper: the search index is written out once for each, which
 * at 18 ms took a sixth more of an import. The commit comes on top, some 25 ms.
 */
const LONGEST_MS = 40

/**
 * Begins a transaction's turn; the function it answers says when the turn is over: after `longest` milliseconds, or at
 * once when somebody has sent a command in the meantime, so that a click waits for a commit and not behind a batch.
 */
export function createTurn(sent: () => number, longest = LONGEST_MS): () => boolean {
  const before = sentBefore(sent)
  const begun = performance.now()
  return () => sent() !== before || performance.now() - begun > longest
}

/** The count at the beginning of the event loop's present round: a command that came in it waits for its end. */
const rounds = new WeakMap<() => number, number>()

function sentBefore(sent: () => number): number {
  const known = rounds.get(sent)
  if (known !== undefined) return known
  const before = sent()
  rounds.set(sent, before)
  // Runs that take turns go on one after the other in one round; messages are received between two rounds.
  setImmediate(() => rounds.delete(sent))
  return before
}
