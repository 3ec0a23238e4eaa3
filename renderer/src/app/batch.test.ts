import { afterEach, expect, test, vi } from 'vitest'
import { batcher } from './batch.ts'

afterEach(() => vi.useRealTimers())

test('the first passes at once, a storm becomes four a second, nothing is lost', () => {
  vi.useFakeTimers()
  const flushed: string[][] = []
  const add = batcher<string>(names => flushed.push([...names]), 250)
  add('jobs')
  expect(flushed).toEqual([['jobs']])
  for (let at = 0; at < 1000; at += 10) {
    add('jobs', 'runs')
    vi.advanceTimersByTime(10)
  }
  expect(flushed.length).toBeLessThanOrEqual(5)
  add('campaigns')
  vi.advanceTimersByTime(500)
  expect(flushed.at(-1)).toContain('campaigns')
  const sofar = flushed.length
  vi.advanceTimersByTime(5000)
  expect(flushed.length).toBe(sofar)
})
