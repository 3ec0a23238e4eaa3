/**
 * Shortcuts are written once, as "mod+k", "shift+?", "g j" (one key after the other) or "/".
 * `mod` is ⌘ on a Mac and Ctrl elsewhere.
 */

const MAC_SIGNS: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃' }
const PC_SIGNS: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ctrl: 'Ctrl' }
const NAMES: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  backspace: '⌫',
  space: 'Space',
  home: 'Home',
  end: 'End',
}

/** The key caps of a shortcut, in the order of pressing: "mod+k" → ["Ctrl", "K"], "g j" → ["G", "J"]. */
export function keyCaps(keys: string, mac: boolean): string[] {
  const signs = mac ? MAC_SIGNS : PC_SIGNS
  return keys
    .split(' ')
    .flatMap(chord => chord.split('+').map(key => signs[key] ?? NAMES[key] ?? key.toUpperCase()))
}

interface Pressed {
  key: string
  /** Where the key lies, such as Digit1, whatever it writes. */
  code?: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** One pressed key in the notation of shortcuts: "mod+shift+z", "?", "j". Shift is named only beside letters. */
export function chordOf(event: Pressed, mac: boolean): string {
  // With Alt, a Mac writes another sign (⌥1 is ¡): the key itself is meant.
  const lies = event.altKey ? /^(?:Digit|Key)([0-9A-Z])$/.exec(event.code ?? '')?.[1] : undefined
  const key = event.key === ' ' ? 'space' : (lies ?? event.key).toLowerCase()
  const parts: string[] = []
  if (mac ? event.metaKey : event.ctrlKey) parts.push('mod')
  if (mac && event.ctrlKey) parts.push('ctrl')
  if (event.altKey) parts.push('alt')
  if (event.shiftKey && (key.length > 1 || /[a-z0-9]/.test(key))) parts.push('shift')
  return [...parts, key].join('+')
}

/** True when a shortcut works without Ctrl, ⌘ or Alt, so that it must rest while a person types. */
export function isBareKey(keys: string): boolean {
  return !/(?:^|[ +])(?:mod|alt|ctrl)\+/.test(keys)
}
