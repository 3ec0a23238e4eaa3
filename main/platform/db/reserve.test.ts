import { expect, it } from 'vitest'
import { isDiskFull } from './errors.ts'
import { ensureReserve, leaveReserve, releaseReserve } from './reserve.ts'
import { temporaryFolder } from './test-support.ts'

/** More than any disk has. */
const ENDLESS = 2 ** 60

it('a run may write while the reserve is there, or while there is as much room without it', () => {
  const { folder, remove } = temporaryFolder()
  expect(ensureReserve(folder, 1024)).toBe(true)
  expect(() => leaveReserve(folder, ENDLESS)).not.toThrow()
  releaseReserve(folder)
  expect(() => leaveReserve(folder, 1)).not.toThrow()
  remove()
})

it('a run may not write when the reserve was given back and the disk has no more than that', () => {
  const { folder, remove } = temporaryFolder()
  const thrown: unknown[] = []
  try {
    leaveReserve(folder, ENDLESS)
  } catch (error) {
    thrown.push(error)
  }
  expect(thrown.map(isDiskFull)).toEqual([true])
  remove()
})
