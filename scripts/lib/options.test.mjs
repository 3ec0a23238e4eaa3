import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readOptions } from './options.mjs'
import { typedIn } from './project.mjs'

test('nothing asked: nothing forwarded, the shell is chosen later', () => {
  expect(readOptions([])).toEqual({ shell: undefined, help: false, forward: [] })
})

test('a data folder is meant from where the person stands', () => {
  expect(readOptions(['--data-dir', '../mine']).forward).toEqual(['--data-dir', resolve(typedIn, '../mine')])
})

test('both spellings of a value are the same', () => {
  expect(readOptions(['--port=0', '--shell=browser'])).toEqual(
    readOptions(['--port', '0', '--shell', 'browser']),
  )
})

test('flags are passed on', () => {
  expect(readOptions(['--sample', '--no-open']).forward).toEqual(['--no-open', '--sample'])
})

test.each([
  [['--bogus'], 'Unknown option: --bogus'],
  [['--sample=yes'], 'Unknown option: --sample=yes'],
  [['file.json'], 'Unknown option: file.json'],
  [['--data-dir'], '--data-dir needs a value'],
  [['--data-dir', '--sample'], '--data-dir needs a value'],
  [['--data-dir='], '--data-dir needs a value'],
  [['--shell', 'tty'], '--shell takes desktop or browser'],
  [['--port', '65536'], '--port takes a number'],
  [['--port', '-1'], '--port takes a number'],
])('%j is refused with words', (args, words) => {
  expect(() => readOptions(args)).toThrow(words)
})
