import { expect, test } from 'vitest'
import { pictureWidth, zoomAfter } from './zoom.ts'

test('zooming goes by steps and ends', () => {
  expect(zoomAfter(1, 1)).toBe(1.25)
  expect(zoomAfter(1, -1)).toBe(0.75)
  expect(zoomAfter(3, 1)).toBe(3)
  expect(zoomAfter(0.5, -1)).toBe(0.5)
})

test('a picture is as sharp as the screen, within what may be asked for', () => {
  expect(pictureWidth(700, 1)).toBe(800)
  expect(pictureWidth(700, 2)).toBe(1400)
  expect(pictureWidth(3, 1)).toBe(200)
  expect(pictureWidth(2000, 3)).toBe(2400)
})
