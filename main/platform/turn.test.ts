import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createTurn } from './turn.ts'

it('is over at once when a command is sent in the meantime', () => {
  let count = 3
  const over = createTurn(() => count)
  expect(over()).toBe(false)
  count += 1
  expect(over()).toBe(true)
})

it('is short for the next run of the same round too: the command has not been received yet', async () => {
  let count = 0
  const sent = () => count
  const first = createTurn(sent)
  count += 1
  expect(first()).toBe(true)
  expect(createTurn(sent)()).toBe(true)
  await setImmediate()
  expect(createTurn(sent)()).toBe(false)
})
