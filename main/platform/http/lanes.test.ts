import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLanes } from './lanes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('lets so many requests through in the time, and the others after it', async () => {
  const lanes = createLanes()
  let through = 0
  const lane = { name: 'a', requests: 2, seconds: 10 }
  const count = () => {
    through += 1
  }
  for (let at = 0; at < 5; at += 1) void lanes.turn(lane).then(count)
  await vi.advanceTimersByTimeAsync(0)
  expect(through).toBe(2)
  await vi.advanceTimersByTimeAsync(10_001)
  expect(through).toBe(4)
  await vi.advanceTimersByTimeAsync(10_001)
  expect(through).toBe(5)
})

it('keeps the pace of each server by itself', async () => {
  const lanes = createLanes()
  const turns = ['a', 'b', 'c'].map(name => lanes.turn({ name, requests: 1, seconds: 60 }))
  await vi.advanceTimersByTimeAsync(0)
  await Promise.all(turns)
})

it('does not keep anybody waiting who gave up', async () => {
  const lanes = createLanes()
  const lane = { name: 'a', requests: 1, seconds: 3600 }
  await lanes.turn(lane)
  const stop = new AbortController()
  const turn = lanes.turn(lane, stop.signal)
  stop.abort()
  expect(await turn).toBe(false)
})
