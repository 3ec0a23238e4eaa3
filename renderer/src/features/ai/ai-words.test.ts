import { expect, test } from 'vitest'
import { costText, hostOf, isOnThisComputer } from './ai-words.ts'

test.each([
  [0, '$0'],
  [0.00002, 'less than $0.0001'],
  [0.0012, '$0.0012'],
  [0.05, '$0.05'],
  [0.5, '$0.50'],
  [12, '$12.00'],
])('%d US dollars are %s', (dollars, text) => {
  expect(costText(dollars)).toBe(text)
})

test.each([
  ['https://api.openai.com/v1', 'api.openai.com', false],
  ['http://localhost:11434/v1', 'localhost:11434', true],
  ['http://127.0.0.1:1234/v1', '127.0.0.1:1234', true],
  ['https://localhost.example.com/v1', 'localhost.example.com', false],
  ['ftp://models.example', null, false],
  ['not an address', null, false],
])('%s has the host %s; on this computer: %s', (address, host, near) => {
  expect(hostOf(address)).toBe(host)
  expect(isOnThisComputer(address)).toBe(near)
})
