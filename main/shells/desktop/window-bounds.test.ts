import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsToOpen, SMALLEST } from './window-bounds.ts'

const left = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 984 }

describe('boundsToOpen', () => {
  it('opens in the middle at the usual size the first time', () => {
    expect(boundsToOpen(null, [left])).toEqual({ width: 1280, height: 820 })
  })

  it('opens where the window stood, on any display', () => {
    const saved = { x: 2000, y: 40, width: 900, height: 700 }
    expect(boundsToOpen(saved, [left, right])).toEqual(saved)
  })

  it('leaves the place of a display that is gone, and keeps the size', () => {
    const saved = { x: 2000, y: 40, width: 900, height: 700 }
    expect(boundsToOpen(saved, [left])).toEqual({ width: 900, height: 700 })
  })

  it('does not leave the title bar above or below the display', () => {
    expect(boundsToOpen({ x: 10, y: -500, width: 900, height: 700 }, [left])).not.toHaveProperty('y')
    expect(boundsToOpen({ x: 10, y: 1035, width: 900, height: 700 }, [left])).not.toHaveProperty('y')
  })

  it('is never larger than a display that can hold it, nor smaller than a page needs', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 0, max: 9000 })
    const rectangle = fc.record({ x: number, y: number, width: size, height: size })
    fc.assert(
      fc.property(rectangle, saved => {
        const { width, height } = boundsToOpen(saved, [left, right])
        expect(width).toBeGreaterThanOrEqual(SMALLEST.width)
        expect(width).toBeLessThanOrEqual(left.width)
        expect(height).toBeGreaterThanOrEqual(SMALLEST.height)
        expect(height).toBeLessThanOrEqual(left.height)
      }),
    )
  })
})
