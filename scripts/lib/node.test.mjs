import { expect, test } from 'vitest'
import { checkStarter, isRecent } from './node.mjs'

test.each([
  ['18.20.0', false],
  ['20.20.2', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
  ['30.1.0', true],
])('Node %s can run the project: %s', (version, can) => {
  expect(isRecent(version)).toBe(can)
})

test('a Node that cannot install is told so, with what to do', () => {
  expect(() => checkStarter('16.20.2')).toThrow(/Node 16\.20\.2, which is too old.*Install Node 24/)
  expect(() => checkStarter('18.0.0')).not.toThrow()
})
