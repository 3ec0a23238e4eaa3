import { expect, test } from 'vitest'
import { chordOf, isBareKey, keyCaps } from './keys.ts'

const pressed = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})

test('mod is Ctrl on a PC and ⌘ on a Mac', () => {
  expect(chordOf(pressed('k', ['ctrl']), false)).toBe('mod+k')
  expect(chordOf(pressed('k', ['meta']), true)).toBe('mod+k')
  expect(chordOf(pressed('k', ['ctrl']), true)).toBe('ctrl+k')
  expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K'])
  expect(keyCaps('g j', false)).toEqual(['G', 'J'])
})

test('a sign that needs shift on the keyboard is written as the sign', () => {
  expect(chordOf(pressed('?', ['shift']), false)).toBe('?')
  expect(chordOf(pressed('Z', ['ctrl', 'shift']), false)).toBe('mod+shift+z')
})

test('with Alt the key counts and not the sign that it writes', () => {
  expect(chordOf({ ...pressed('¡', ['alt']), code: 'Digit1' }, true)).toBe('alt+1')
  expect(chordOf({ ...pressed('1', ['alt']), code: 'Digit1' }, false)).toBe('alt+1')
  expect(chordOf({ ...pressed('ArrowUp', ['alt']), code: 'ArrowUp' }, true)).toBe('alt+arrowup')
})

test('bare keys rest while a person types', () => {
  expect(isBareKey('g j')).toBe(true)
  expect(isBareKey('/')).toBe(true)
  expect(isBareKey('shift+j')).toBe(true)
  expect(isBareKey('mod+k')).toBe(false)
})
