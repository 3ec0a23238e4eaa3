import { expect, it } from 'vitest'
import { framed } from './mail-frame.ts'

it('puts the policy first, whether the message has a head or not', () => {
  for (const html of [
    '<html><head lang="en"><style>a{}</style></head><body>Hello</body></html>',
    '<p>Hello</p>',
  ]) {
    const answer = framed(html)
    expect(answer).toContain('Hello')
    expect(answer.indexOf('Content-Security-Policy')).toBeGreaterThan(-1)
    expect(answer.indexOf('Content-Security-Policy')).toBeLessThan(answer.indexOf('<style>'))
  }
})
