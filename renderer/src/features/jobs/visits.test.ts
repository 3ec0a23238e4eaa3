import { expect, test } from 'vitest'
import { nextVisit, readVisit } from './visits.ts'

const at = (time: string) => new Date(`2026-11-21T${time}:00.000Z`)

test('what is new begins with the second visit and stays through reloads', () => {
  const first = nextVisit(null, at('08:00'))
  expect(first.before).toBeNull()
  expect(nextVisit(first, at('08:20')).before).toBeNull()
  const second = nextVisit(first, at('12:00'))
  expect(second.before).toBe(at('08:00').toISOString())
  expect(nextVisit(second, at('12:10')).before).toBe(at('08:00').toISOString())
  expect(nextVisit(second, at('14:00')).before).toBe(at('12:00').toISOString())
})

test('comes back from its text; anything else is no visit', () => {
  const visit = nextVisit(nextVisit(null, at('08:00')), at('12:00'))
  expect(readVisit(JSON.stringify(visit))).toEqual(visit)
  for (const text of ['', 'null', '3', '{}', '{"seen":"never"}', '[1]']) expect(readVisit(text)).toBeNull()
})
