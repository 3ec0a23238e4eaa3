/**
 * The notes of one job while they are edited. `typed` is what the person sees; `saved` is what the core confirmed as
 * version `version`. A save that finds a newer version keeps both texts until the person decides.
 */
export interface NotesState {
  typed: string
  saved: string
  version: number
  phase: 'idle' | 'saving' | 'failed'
  /** The other text after a conflict. */
  theirs: { text: string; version: number } | null
}

/** What happens to notes. `arrived` is a fresh answer of the core that nobody saved here. */
export type NotesEvent =
  | { type: 'typed'; text: string }
  | { type: 'saving' }
  | { type: 'saved'; text: string; version: number }
  | { type: 'failed' }
  | { type: 'arrived'; text: string; version: number }
  | { type: 'kept'; text: string }

/** The state of notes that were just opened; `draft` is what was typed earlier and never saved. */
export function openNotes(
  text: string,
  version: number,
  draft: { text: string; basedOn: number } | null,
): NotesState {
  const fresh: NotesState = { typed: text, saved: text, version, phase: 'idle', theirs: null }
  if (draft === null || draft.text === text) return fresh
  if (draft.basedOn === version) return { ...fresh, typed: draft.text }
  return { ...fresh, typed: draft.text, theirs: { text, version } }
}

/** True while something typed is not confirmed by the core. */
export function isDirty(state: NotesState): boolean {
  return state.typed !== state.saved
}

/** The next state. Nothing typed is ever replaced, except by the person's own choice (`kept`). */
export function nextNotes(state: NotesState, event: NotesEvent): NotesState {
  switch (event.type) {
    case 'typed':
      return { ...state, typed: event.text, phase: state.phase === 'failed' ? 'idle' : state.phase }
    case 'saving':
      return { ...state, phase: 'saving' }
    case 'saved':
      return { ...state, saved: event.text, version: event.version, phase: 'idle' }
    case 'failed':
      return { ...state, phase: 'failed' }
    case 'arrived': {
      if (event.version <= state.version) return state
      const fresh = { saved: event.text, version: event.version }
      // Already the same words, or nothing typed here: take the newer text.
      if (state.typed === event.text) return { ...state, ...fresh, phase: 'idle', theirs: null }
      if (!isDirty(state)) return { ...state, ...fresh, typed: event.text, phase: 'idle', theirs: null }
      return { ...state, phase: 'idle', theirs: { text: event.text, version: event.version } }
    }
    case 'kept':
      if (state.theirs === null) return state
      return {
        ...state,
        typed: event.text,
        saved: state.theirs.text,
        version: state.theirs.version,
        phase: 'idle',
        theirs: null,
      }
  }
}

/** Both texts under each other, for a person who wants to keep all of it. */
export function joinNotes(theirs: string, mine: string): string {
  return [theirs.trimEnd(), mine.trimStart()].filter(Boolean).join('\n\n')
}
