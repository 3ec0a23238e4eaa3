import fc from 'fast-check'
import { expect, it } from 'vitest'
import { elementTexts } from './json-elements.ts'

it('answers elements exactly as they were written', () => {
  expect(elementTexts('{"a": 1, "jobs" : [ {"id":1.0} ,"x\\"]", [2], null ] }', ['jobs'])).toEqual([
    '{"id":1.0}',
    '"x\\"]"',
    '[2]',
    'null',
  ])
  expect(elementTexts(' [1,2]', [])).toEqual(['1', '2'])
  expect(elementTexts('{"data":{"list":[]}}', ['data', 'list'])).toEqual([])
})

it('answers null where there is no list', () => {
  expect(elementTexts('{"jobs":{}}', ['jobs'])).toBeNull()
  expect(elementTexts('{"jobs":[]}', ['other'])).toBeNull()
  expect(elementTexts('7', ['jobs'])).toBeNull()
})

it('takes the last of two equal names, as JSON.parse does', () => {
  expect(elementTexts('{"jobs":[1],"jobs":[2]}', ['jobs'])).toEqual(['2'])
})

it('agrees with JSON.parse on any list, however it is spaced', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.jsonValue(),
      fc.constantFrom(undefined, 1, '\t'),
      (list, other, space) => {
        const text = JSON.stringify({ other, '[,': other, list }, null, space)
        const texts = elementTexts(text, ['list'])
        expect(texts?.map(one => JSON.parse(one))).toEqual(JSON.parse(text).list)
      },
    ),
  )
})
