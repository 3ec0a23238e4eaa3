import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJson } from './answer-json.ts'

const FOUND = { a: 1, b: ['x', { c: null }] }
const TEXT = JSON.stringify(FOUND)

describe('finds the outermost value', () => {
  it.each([
    ['alone', TEXT],
    ['with space around it', `\n\t ${TEXT} \n`],
    ['indented', JSON.stringify(FOUND, null, 4)],
    ['in a fence', `\`\`\`json\n${TEXT}\n\`\`\``],
    ['in a fence without a name', `\`\`\`\n${TEXT}\n\`\`\``],
    ['in a fence with talk around it', `Here it is:\n\`\`\`JSON\n${TEXT}\n\`\`\`\nThat {was} all.`],
    ['in a fence that is never closed', `\`\`\`json\n${TEXT}`],
    ['after talk', `I found {this}: ${TEXT}`],
    ['before talk', `${TEXT}\nI hope [that] helps {you}.`],
    ['beside a smaller one', `An example is {"a": 2}. The answer is ${TEXT}`],
    ['after thoughts', `<think>\nPerhaps {"a": 2} or {"a": [\n</think>\n\n${TEXT}`],
    ['with commas too many', '{"a": 1, "b": ["x", {"c": null,},\n ],\t}'],
    ['with talk and commas too many', 'So: {"a": 1, "b": ["x", {"c": null,}],} Done.'],
  ])('%s', (_name, text) => {
    expect(findJson(text)).toEqual({ value: FOUND })
  })

  it.each([
    ['{"a": "},]"}', { a: '},]' }],
    ['{"a": "say \\"hi\\", [ok,]",}', { a: 'say "hi", [ok,]' }],
    ['{"a": "back\\\\"}', { a: 'back\\' }],
    ['[{"a": 1},]', [{ a: 1 }]],
    ['{"é": "日本", "e": "\\u00e9"}', { é: '日本', e: 'é' }],
  ])('%s', (text, value) => {
    expect(findJson(text)).toEqual({ value })
  })
})

it.each([
  '',
  ' ',
  'null',
  '7',
  '"a"',
  'No JSON here.',
  'Braces {of} a [kind].',
  '{"a": 1',
  '[{"a": 1}, {"a": 2}, {"a"',
  'I found [{"a": 1}, {"a":',
  '<think>{"a": 1}',
  "{'a': 1}",
  '{"a": undefined}',
])('finds nothing in %j', text => {
  expect(findJson(text)).toBeUndefined()
})

it('leaves out keys that would become a prototype', () => {
  const found = findJson('{"__proto__": {"admin": true}, "a": {"__proto__": 1, "b": 2}}')
  expect(Object.keys(found?.value ?? {})).toEqual(['a'])
  expect(found?.value).toEqual({ a: { b: 2 } })
})

it('finds any value again that is fenced or stands between words', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const text = JSON.stringify(value)
      const expected = { value: JSON.parse(text, (key, each) => (key === '__proto__' ? undefined : each)) }
      for (const around of [text, `\`\`\`json\n${text}\n\`\`\``, `The answer is\n${text}\nas you wished.`])
        expect(findJson(around)).toEqual(expected)
    }),
  )
})

it('reads two megabytes of brackets, quotes and commas in one pass', () => {
  for (const piece of ['[', '{', '{}', '"', ',', ',}', '{"a":', '[,', '```', '\\"', '{"a":1}'])
    expect(() => findJson(`x${piece.repeat(Math.floor(2_000_000 / piece.length))}`)).not.toThrow()
})
