import type { DocumentId, DocumentVersionId } from '../../../../main/contract/ids.ts'

/** A text as the core has it. */
export interface StoredLetter {
  documentId: DocumentId
  versionId: DocumentVersionId
  version: number
  title: string
  markdown: string
  /** Names exactly this text. */
  hash: string
}

/**
 * A letter while it is written. `title` and `text` are what the person sees; `stored` is what the core confirmed, null
 * for a new one. A save that finds another text keeps both until the person decides.
 */
export interface LetterState {
  title: string
  text: string
  stored: StoredLetter | null
  phase: 'idle' | 'saving' | 'failed'
  /** The other text after a conflict. */
  theirs: StoredLetter | null
  /** When it was saved here last; null: not yet. */
  savedAt: string | null
}

/**
 * What happens to a letter. `arrived` is an answer of the core that nobody saved here; `fetched` is when it came, in
 * milliseconds since 1970: what came before the last save here is old.
 */
export type LetterEvent =
  | { type: 'titled'; title: string }
  | { type: 'typed'; text: string }
  | { type: 'saving' }
  | { type: 'saved'; stored: StoredLetter; at: string }
  | { type: 'failed' }
  | { type: 'arrived'; stored: StoredLetter; fetched: number }
  | { type: 'kept'; text: 'mine' | 'theirs' }
  /** The letter is gone; its text becomes a new one. */
  | { type: 'begun anew' }

/** The state of a letter that was just opened; a new one begins with a title and no text. */
export function openLetter(stored: StoredLetter | null, title = ''): LetterState {
  return {
    title: stored?.title ?? title,
    text: stored?.markdown ?? '',
    stored,
    phase: 'idle',
    theirs: null,
    savedAt: null,
  }
}

/** What a letter without a title is called. */
export const UNTITLED = 'Untitled letter'

/** The title under which a letter is kept. */
export const keptTitle = ({ title }: Pick<LetterState, 'title'>): string => title.trim() || UNTITLED

/** True while something typed is not confirmed by the core. An untouched new letter has nothing to save. */
export function isDirty({ title, text, stored }: LetterState): boolean {
  if (stored === null) return text.trim() !== ''
  return text !== stored.markdown || keptTitle({ title }) !== stored.title
}

/** The next state. Nothing typed is ever replaced, except by the person's own choice (`kept`). */
export function nextLetter(state: LetterState, event: LetterEvent): LetterState {
  switch (event.type) {
    case 'titled':
      return { ...state, title: event.title, phase: settled(state) }
    case 'typed':
      return { ...state, text: event.text, phase: settled(state) }
    case 'saving':
      return { ...state, phase: 'saving' }
    case 'saved':
      return { ...state, stored: event.stored, phase: 'idle', savedAt: event.at }
    case 'failed':
      return { ...state, phase: 'failed' }
    case 'arrived': {
      const { stored, fetched } = event
      const known = state.stored
      // An older version is no old answer: the newer one may have been undone.
      if (known && state.savedAt !== null && fetched < Date.parse(state.savedAt)) return state
      if (known && stored.hash === known.hash && stored.versionId === known.versionId) {
        if (stored.title === known.title) return state
        // Renamed elsewhere; a title that is being typed here stays.
        const title = keptTitle(state) === known.title ? stored.title : state.title
        return { ...state, title, stored: { ...known, title: stored.title } }
      }
      if (state.text === stored.markdown || !isDirty(state))
        return { ...state, title: stored.title, text: stored.markdown, stored, phase: 'idle', theirs: null }
      return { ...state, phase: 'idle', theirs: stored }
    }
    case 'begun anew':
      return { ...state, stored: null, theirs: null, phase: 'idle' }
    case 'kept': {
      const { theirs } = state
      if (theirs === null) return state
      const text = event.text === 'mine' ? state.text : theirs.markdown
      return { ...state, text, stored: theirs, theirs: null, phase: 'idle' }
    }
  }
}

const settled = ({ phase }: LetterState): LetterState['phase'] => (phase === 'failed' ? 'idle' : phase)
