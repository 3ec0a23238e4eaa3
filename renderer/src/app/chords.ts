/** What a pressed chord means, given the shortcuts in force and what was pressed just before. */
export function matchChord(
  pending: string | null,
  chord: string,
  shortcuts: readonly string[],
): { match: string | null; pending: string | null } {
  const whole = pending === null ? chord : `${pending} ${chord}`
  if (shortcuts.includes(whole)) return { match: whole, pending: null }
  if (shortcuts.some(one => one.startsWith(`${whole} `))) return { match: null, pending: whole }
  // A sequence that leads nowhere is forgotten, and its last key stands for itself.
  return pending === null ? { match: null, pending: null } : matchChord(null, chord, shortcuts)
}
