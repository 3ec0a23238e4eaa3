/**
 * A run's transaction ends after this time. Long ones are cheaper: the search index is written out once for each, which
 * at 18 ms took a sixth more of an import. The commit comes on top, some 25 ms.
 */
const LONGEST_MS = 40

/**
 * Begins a transaction's turn; the function it answers says when the turn is over: after 40 ms, or at once when somebody
 * has sent a command in the meantime, so that a click waits for a commit and not behind a batch.
 */
export function createTurn(sent: () => number): () => boolean {
  const before = sent()
  const begun = performance.now()
  return () => sent() !== before || performance.now() - begun > LONGEST_MS
}
