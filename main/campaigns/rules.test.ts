import { expect, it } from 'vitest'
import { copyName } from './rules.ts'

const among = (...names: string[]) => {
  const known = new Set(names)
  return (name: string) => known.has(name)
}

it('takes the first free ending', () => {
  expect(copyName('Backend', among('Backend'))).toBe('Backend (copy)')
  expect(copyName('Backend', among('Backend', 'Backend (copy)'))).toBe('Backend (copy 2)')
  expect(copyName('Backend', among('Backend (copy)', 'Backend (copy 2)'))).toBe('Backend (copy 3)')
})

it('the copy of a copy counts on instead of growing', () => {
  expect(copyName('Backend (copy)', among('Backend (copy)'))).toBe('Backend (copy 2)')
  expect(copyName('Backend (copy 7)', among('Backend (copy 7)'))).toBe('Backend (copy)')
})

it('a long name is cut so that the ending fits', () => {
  const copy = copyName('x'.repeat(80), among('x'.repeat(80)))
  expect(copy).toBe(`${'x'.repeat(73)} (copy)`)
  expect(copyName('x'.repeat(80), among(copy))).toHaveLength(80)
})
