import { expect, it } from 'vitest'
import { readRefusal } from './refusals.ts'

it.each([
  [301, '', 'redirect'],
  [400, "400 'response_format' of type 'json_schema' is not supported with this model", 'rung'],
  [400, '400 This response_format type is unavailable now', 'rung'],
  [400, "400 'response_format.type' must be 'json_schema' or 'text'", 'rung'],
  [422, '422 [{"loc":["body","response_format"],"msg":"extra fields not permitted"}]', 'rung'],
  [404, '404 No endpoints found that support structured outputs', 'rung'],
  [500, '500 failed to parse grammar', 'rung'],
  [
    400,
    "400 Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    'limit_name',
  ],
  [422, '422 max_completion_tokens: Extra inputs are not permitted', 'limit_name'],
  [400, '400 max_tokens is too large: 9000. This model supports at most 4096 completion tokens', 'too_long'],
  [400, "400 Unsupported value: 'temperature' does not support 0 with this model", 'temperature'],
  [400, "400 This model's maximum context length is 8192 tokens", 'too_long'],
  [413, '413 status code (no body)', 'too_long'],
  [404, '404 The model `gpt-4.1` does not exist or you do not have access to it. model_not_found', 'model'],
  [404, '404 model "tiny:3b" not found, try pulling it first', 'model'],
  [400, '400 unknown model', 'model'],
  [404, '404 Not Found', 'path'],
  [405, '405 status code (no body)', 'path'],
  [401, '401 Incorrect API key provided', 'key'],
  [403, '403 Country not supported', 'key'],
  [402, '402 Payment Required', 'quota'],
  [
    429,
    '429 You exceeded your current quota, please check your plan and billing details. insufficient_quota',
    'quota',
  ],
  [429, '429 Rate limit reached for requests', 'busy'],
  [408, '', 'server'],
  [409, '', 'server'],
  [503, '503 overloaded', 'server'],
  [400, '400 Bad Request', 'other'],
  [418, '', 'other'],
] as const)('%d %j is about %s', (status, text, refusal) => {
  expect(readRefusal(status, text, 'strict_schema')).toBe(refusal)
})

it('blames the rung for nothing at the bottom', () => {
  expect(readRefusal(400, '400 response_format is not supported', 'prompt_only')).toBe('other')
  expect(readRefusal(500, '500 failed to parse grammar', 'prompt_only')).toBe('server')
})

it('reads long and hostile texts in no time', () => {
  for (const piece of ['model', 'response_format', 'max_tokens ', '\n', 'model x '])
    expect(readRefusal(404, piece.repeat(400_000), 'prompt_only')).toBeTypeOf('string')
})
