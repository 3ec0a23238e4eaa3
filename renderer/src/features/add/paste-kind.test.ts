import { describe, expect, test } from 'vitest'
import { droppedText, hostOf, pasteKind } from './paste-kind.ts'

test.each([
  ['https://northlight.example/jobs/1', 'address'],
  ['  HTTP://a.example  ', 'address'],
  ['northlight.example/jobs/1', 'address'],
  ['jobs.example:8443/', 'address'],
  ['Node.js', 'text'],
  ['engineer', 'text'],
  ['https://a.example\nhttps://b.example', 'text'],
  ['Senior Engineer at https://a.example', 'text'],
  ['javascript:alert(1)', 'text'],
  ['', 'nothing'],
  [' \n ', 'nothing'],
])('%j is %s', (pasted, kind) => {
  expect(pasteKind(pasted)).toBe(kind)
})

describe('what was dropped', () => {
  const data = (types: Record<string, string>) => ({ getData: (type: string) => types[type] ?? '' })

  test.each([
    [{ 'text/uri-list': '# a remark\r\nhttps://a.example/1', 'text/plain': 'A job' }, 'https://a.example/1'],
    [{ 'text/plain': 'Senior Engineer' }, 'Senior Engineer'],
    [{ 'text/uri-list': 'javascript:alert(1)', 'text/plain': 'javascript:alert(1)' }, null],
    [{ 'text/uri-list': 'file:///etc/passwd', 'text/plain': 'file:///etc/passwd' }, null],
    [{ 'text/plain': ' ' }, null],
    [{}, null],
  ])('%o gives %j', (types, text) => {
    expect(droppedText(data(types as Record<string, string>))).toBe(text)
  })
})

test('an address is named by its host', () => {
  expect(hostOf('https://northlight.example/jobs/1')).toBe('northlight.example')
  expect(hostOf('northlight.example/jobs/1')).toBe('northlight.example')
})
