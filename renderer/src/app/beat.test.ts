import { afterEach, expect, test, vi } from 'vitest'
import { atBeat } from './beat.ts'

afterEach(() => vi.useRealTimers())

test('counts and clocks that come each for themselves change the page at most four times in any second', () => {
  vi.useFakeTimers()
  const drawn: number[] = []
  let counted = 0
  const draw = () => {
    if (drawn.at(-1) !== Date.now()) drawn.push(Date.now())
  }
  const count = () => {
    counted += 1
    draw()
  }
  const begun = Date.now()
  for (let at = 0; at < 5_000; at += 10) {
    if (at % 40 === 0) atBeat(count)
    if (at % 1_000 === 0) atBeat(draw)
    vi.advanceTimersByTime(10)
  }
  expect(Math.max(...drawn.map(from => drawn.filter(at => at >= from && at < from + 1_000).length))).toBe(4)
  expect(drawn[0]).toBe(begun)
  atBeat(count)
  const before = counted
  vi.advanceTimersByTime(1_000)
  expect(counted).toBe(before + 1)
})
