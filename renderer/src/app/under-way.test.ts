import { expect, it } from 'vitest'
import { createUnderWay } from './under-way.ts'

function held<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: Error): void } {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  return { promise, resolve, reject }
}

it('begins work at once and hands its answer and its error through', async () => {
  const underWay = createUnderWay()
  let begun = false
  const answer = underWay.add(async () => {
    begun = true
    return 7
  })
  expect(begun).toBe(true)
  expect(await answer).toBe(7)
  await expect(underWay.add(() => Promise.reject(new Error('No')))).rejects.toThrow('No')
})

it('lets later work wait for all that was begun, also for what fails, and runs it in order', async () => {
  const underWay = createUnderWay()
  const log: string[] = []
  const first = held<void>()
  const second = held<void>()
  underWay.add(() => first.promise.then(() => void log.push('first'))).catch(() => {})
  const failing = underWay.add(() => second.promise).catch(() => void log.push('second failed'))
  const undoSecond = underWay.afterAll(async () => void log.push('undo second'))
  const undoFirst = underWay.afterAll(async () => void log.push('undo first'))
  second.reject(new Error('Refused'))
  await failing
  expect(log).toEqual(['second failed'])
  first.resolve()
  await Promise.all([undoSecond, undoFirst])
  expect(log).toEqual(['second failed', 'first', 'undo second', 'undo first'])
})
