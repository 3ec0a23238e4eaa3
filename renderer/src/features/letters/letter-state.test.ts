import { describe, expect, test } from 'vitest'
import type { DocumentId, DocumentVersionId } from '../../../../main/contract/ids.ts'
import { isDirty, nextLetter, openLetter, type StoredLetter } from './letter-state.ts'

const stored = (change: Partial<StoredLetter> = {}): StoredLetter => ({
  documentId: 1 as DocumentId,
  versionId: 10 as DocumentVersionId,
  version: 1,
  title: 'To Ada',
  markdown: 'Dear Ada',
  hash: 'a',
  ...change,
})
const arrived = (change: Partial<StoredLetter>, fetched = Date.parse('2026-03-02T10:00:00Z')) =>
  ({ type: 'arrived', stored: stored(change), fetched }) as const
const open = () => openLetter(stored())

describe('a letter', () => {
  test('that is new has nothing to save until a word is written', () => {
    const fresh = openLetter(null, 'Letter to Ardent')
    expect(isDirty(fresh)).toBe(false)
    expect(isDirty(nextLetter(fresh, { type: 'typed', text: '  \n' }))).toBe(false)
    expect(isDirty(nextLetter(fresh, { type: 'typed', text: 'D' }))).toBe(true)
  })

  test('is dirty from the first letter until the core confirms exactly what stands', () => {
    let state = nextLetter(open(), { type: 'typed', text: 'Dear Ada,' })
    state = nextLetter(state, { type: 'saving' })
    state = nextLetter(state, { type: 'typed', text: 'Dear Ada, I' })
    const at = '2026-03-02T09:00:00Z'
    state = nextLetter(state, { type: 'saved', stored: stored({ markdown: 'Dear Ada,', hash: 'b' }), at })
    expect(isDirty(state)).toBe(true)
    expect(state).toMatchObject({ text: 'Dear Ada, I', savedAt: at, phase: 'idle' })
  })

  test('with its title taken away keeps a name', () => {
    const state = nextLetter(open(), { type: 'titled', title: ' ' })
    expect(isDirty(state)).toBe(true)
    const saved = { type: 'saved', stored: stored({ title: 'Untitled letter' }), at: '' } as const
    expect(isDirty(nextLetter(state, saved))).toBe(false)
  })

  test('follows what another window saved when nothing was typed here', () => {
    const state = nextLetter(open(), arrived({ markdown: 'Theirs', hash: 'b' }))
    expect(state).toMatchObject({ text: 'Theirs', theirs: null })
    expect(isDirty(state)).toBe(false)
  })

  test('keeps both texts when both windows wrote, and mine becomes the next on request', () => {
    const typed = nextLetter(open(), { type: 'typed', text: 'Mine' })
    const both = nextLetter(typed, arrived({ markdown: 'Theirs', hash: 'b' }))
    expect(both).toMatchObject({ text: 'Mine', theirs: { markdown: 'Theirs' } })
    const mine = nextLetter(both, { type: 'kept', text: 'mine' })
    expect(mine).toMatchObject({ text: 'Mine', stored: { hash: 'b' }, theirs: null })
    expect(isDirty(mine)).toBe(true)
    expect(isDirty(nextLetter(both, { type: 'kept', text: 'theirs' }))).toBe(false)
  })

  test('takes a new name from elsewhere, unless one is being typed here', () => {
    const renamed = arrived({ title: 'To Grace' })
    expect(nextLetter(open(), renamed)).toMatchObject({ title: 'To Grace' })
    const typing = nextLetter(open(), { type: 'titled', title: 'To Al' })
    expect(nextLetter(typing, renamed)).toMatchObject({ title: 'To Al', stored: { title: 'To Grace' } })
  })

  test('ignores an answer that came before its own save, and one that says the same', () => {
    const at = '2026-03-02T09:00:00.000Z'
    const saved = { type: 'saved', stored: stored({ markdown: 'Later', hash: 'b' }), at } as const
    const later = nextLetter(nextLetter(open(), { type: 'typed', text: 'Later' }), saved)
    expect(nextLetter(later, arrived({}, Date.parse(at) - 1))).toBe(later)
    const state = open()
    expect(nextLetter(state, arrived({}))).toBe(state)
  })

  test('goes back to the version before when its own was undone elsewhere', () => {
    const at = '2026-03-02T09:00:00.000Z'
    const second = { versionId: 11 as DocumentVersionId, version: 2, markdown: 'Two', hash: 'b' }
    const saved = nextLetter(open(), { type: 'typed', text: 'Two' })
    const two = nextLetter(saved, { type: 'saved', stored: stored(second), at })
    const undone = arrived({}, Date.parse(at) + 1)
    expect(nextLetter(two, undone)).toMatchObject({ text: 'Dear Ada', stored: { version: 1 }, theirs: null })
    const typed = nextLetter(two, { type: 'typed', text: 'Two and more' })
    expect(nextLetter(typed, undone)).toMatchObject({ text: 'Two and more', theirs: { version: 1 } })
  })
})
