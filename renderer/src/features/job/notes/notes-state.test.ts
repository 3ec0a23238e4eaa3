import { describe, expect, test } from 'vitest'
import { isDirty, joinNotes, nextNotes, openNotes } from './notes-state.ts'

const open = () => openNotes('Called on Monday', 3, null)

describe('notes', () => {
  test('are dirty from the first letter until the core confirms exactly what stands', () => {
    let state = nextNotes(open(), { type: 'typed', text: 'Called on Monday, Ann' })
    expect(isDirty(state)).toBe(true)
    state = nextNotes(state, { type: 'saving' })
    state = nextNotes(state, { type: 'typed', text: 'Called on Monday, Anna' })
    state = nextNotes(state, { type: 'saved', text: 'Called on Monday, Ann', version: 4 })
    expect(isDirty(state)).toBe(true)
    expect(state.version).toBe(4)
  })

  test('keep what was typed when a newer text arrives, and show both', () => {
    const typed = nextNotes(open(), { type: 'typed', text: 'Mine' })
    const state = nextNotes(typed, { type: 'arrived', text: 'Theirs', version: 4 })
    expect(state.typed).toBe('Mine')
    expect(state.theirs).toEqual({ text: 'Theirs', version: 4 })
    const kept = nextNotes(state, { type: 'kept', text: joinNotes('Theirs', 'Mine') })
    expect(kept).toMatchObject({ typed: 'Theirs\n\nMine', version: 4, theirs: null })
    expect(isDirty(kept)).toBe(true)
  })

  test('follow a newer text when nothing was typed here', () => {
    const state = nextNotes(open(), { type: 'arrived', text: 'Theirs', version: 4 })
    expect(state).toMatchObject({ typed: 'Theirs', version: 4, theirs: null })
  })

  test('ignore an older answer', () => {
    const state = open()
    expect(nextNotes(state, { type: 'arrived', text: 'Old', version: 2 })).toBe(state)
  })

  test('choosing the other text leaves nothing to save', () => {
    const typed = nextNotes(open(), { type: 'typed', text: 'Mine' })
    const state = nextNotes(typed, { type: 'arrived', text: 'Theirs', version: 4 })
    expect(isDirty(nextNotes(state, { type: 'kept', text: 'Theirs' }))).toBe(false)
  })
})

describe('a draft from an earlier visit', () => {
  test('comes back when its base is still the newest', () => {
    expect(openNotes('a', 3, { text: 'a b', basedOn: 3 })).toMatchObject({ typed: 'a b', theirs: null })
  })

  test('stands beside a text that was saved since', () => {
    const state = openNotes('new', 4, { text: 'draft', basedOn: 3 })
    expect(state).toMatchObject({ typed: 'draft', theirs: { text: 'new', version: 4 } })
  })

  test('is dropped when it says the same', () => {
    expect(isDirty(openNotes('same', 4, { text: 'same', basedOn: 3 }))).toBe(false)
  })
})
