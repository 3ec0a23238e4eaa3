import { expect, test } from 'vitest'
import { replayAddresses } from './replay-addresses.ts'

test('takes addresses of this computer', () => {
  expect(replayAddresses('{"greenhouse":"http://127.0.0.1:4711"}')).toEqual({
    greenhouse: 'http://127.0.0.1:4711',
  })
})

test.each([
  undefined,
  '',
  'greenhouse',
  '["http://127.0.0.1:1"]',
  '{"greenhouse":"https://boards.example"}',
  '{"greenhouse":"http://127.0.0.1.example:1"}',
  '{"greenhouse":"http://127.0.0.1@evil.example"}',
  '{"greenhouse":"http://127.0.0.1:1","other":"http://10.0.0.1"}',
])('takes nothing out of %s', text => {
  expect(replayAddresses(text)).toBeUndefined()
})
