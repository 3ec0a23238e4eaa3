import { expect, test } from 'vitest'
import { matchChord } from './chords.ts'

const shortcuts = ['g j', 'g d', '/', 'mod+k', 's a', 'f']

test('one chord, and one after the other', () => {
  expect(matchChord(null, 'mod+k', shortcuts)).toEqual({ match: 'mod+k', pending: null })
  expect(matchChord(null, 'g', shortcuts)).toEqual({ match: null, pending: 'g' })
  expect(matchChord('g', 'j', shortcuts)).toEqual({ match: 'g j', pending: null })
})

test('a sequence that leads nowhere is forgotten, its last key counts', () => {
  expect(matchChord('g', 'f', shortcuts)).toEqual({ match: 'f', pending: null })
  expect(matchChord('g', 's', shortcuts)).toEqual({ match: null, pending: 's' })
  expect(matchChord('g', 'x', shortcuts)).toEqual({ match: null, pending: null })
})
