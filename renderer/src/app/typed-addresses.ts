/** What the router keeps of a place in the history: the place's number, for one. */
function numberOfPlace(): number | null {
  const state: unknown = window.history.state
  if (typeof state !== 'object' || state === null || !('idx' in state)) return null
  return typeof state.idx === 'number' ? state.idx : null
}

/**
 * Numbers the addresses that are typed, or set by a link of plain HTML, as the router numbers its own. Without a number
 * it cannot tell how far to go back, and lets them pass where a form with unsaved changes asks before it is left.
 * To be called once and before the router is made: listeners of a window are told in the order in which they came.
 * Answers what is to be called after each navigation of the router.
 */
export function numberTypedAddresses(): () => void {
  let last = 0
  const follow = () => {
    last = numberOfPlace() ?? last
  }
  window.addEventListener('popstate', () => {
    if (numberOfPlace() === null)
      window.history.replaceState({ usr: null, key: crypto.randomUUID().slice(0, 8), idx: last + 1 }, '')
    follow()
  })
  return follow
}
