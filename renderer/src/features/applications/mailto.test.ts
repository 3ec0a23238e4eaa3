import { expect, test } from 'vitest'
import { mailtoOf } from './mailto.ts'

test('receiver, subject and text are filled in, and nothing of them becomes another field', () => {
  const address = mailtoOf({ to: 'ana@example.org', subject: 'Designer & more', body: 'Hello,\nbcc=x?' })
  expect(address).toBe('mailto:ana@example.org?subject=Designer%20%26%20more&body=Hello%2C%0D%0Abcc%3Dx%3F')
})

test('an unknown receiver leaves the place empty', () => {
  expect(mailtoOf({ to: '', subject: '', body: '' })).toBe('mailto:')
  expect(mailtoOf({ to: 'a@b.example?cc=c@d.example', subject: '', body: '' })).toBe(
    'mailto:a@b.example%3Fcc%3Dc@d.example',
  )
})

test('a text that is too long is cut, never in the middle of a sign', () => {
  const address = mailtoOf({ to: '', subject: 'Hi', body: '👋'.repeat(2_000) })
  expect(address.length).toBeLessThanOrEqual(2_000)
  expect(() => decodeURIComponent(address)).not.toThrow()
})
