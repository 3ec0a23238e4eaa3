import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function colours(selector: RegExp): Record<string, string> {
  const block = selector.exec(css)?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(m => [m[1], m[2]]))
}
const light = colours(/:root \{([^}]*)\}/)
const dark = { ...light, ...colours(/data-theme="dark"\] \{([^}]*)\}/) }

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, theme) => {
  const grounds = ['bg', 'sunken', 'surface', 'raised', 'hover', 'pressed', 'selected']
  const of = (name: string) => theme[name] ?? ''

  test('text is readable on every ground', () => {
    const low = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad', 'info'].flatMap(text =>
      grounds
        .filter(ground => !(contrast(of(text), of(ground)) >= 4.5))
        .map(ground => `${text} on ${ground}`),
    )
    expect(low).toEqual([])
  })

  test('a meaning is readable on its own soft ground, and the button on the accent', () => {
    const low = ['accent', 'good', 'warn', 'bad', 'info'].filter(
      name =>
        !(contrast(of(name), of(`${name}-soft`)) >= 4.5 && contrast(of('ink-2'), of(`${name}-soft`)) >= 4.5),
    )
    expect(low).toEqual([])
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of('accent-ink'), of('accent-hover'))).toBeGreaterThanOrEqual(4.5)
  })

  test('edges of controls, focus rings and chart marks stand out', () => {
    const low = ['control', 'focus', 'chart-1', 'chart-2', 'chart-3', 'chart-4'].flatMap(mark =>
      grounds.filter(ground => !(contrast(of(mark), of(ground)) >= 3)).map(ground => `${mark} on ${ground}`),
    )
    expect(low).toEqual([])
  })
})
