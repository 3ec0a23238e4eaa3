import { expect, it } from 'vitest'
import { z } from 'zod'
import { dropNulls, looseSchema, strictSchema } from './schema.ts'

it('closes every object, requires every field, and allows null where a field may be absent', () => {
  const schema = z.object({
    name: z.string().min(1).max(40).describe('As it is written'),
    age: z.number().int().positive().optional(),
    kind: z.literal('person'),
    tags: z.array(z.object({ tag: z.enum(['a', 'b']).nullable() })).max(3),
    place: z.union([z.object({ city: z.string() }), z.null()]),
  })
  expect(strictSchema(looseSchema(schema))).toEqual({
    type: 'object',
    additionalProperties: false,
    required: ['name', 'age', 'kind', 'tags', 'place'],
    properties: {
      name: { type: 'string', description: 'As it is written' },
      age: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      kind: { type: 'string', enum: ['person'] },
      tags: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['tag'],
          properties: { tag: { anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'null' }] } },
        },
      },
      place: {
        anyOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['city'],
            properties: { city: { type: 'string' } },
          },
          { type: 'null' },
        ],
      },
    },
  })
})

it.each([
  ['free keys', z.object({ a: z.record(z.string(), z.number()) })],
  ['a tuple', z.object({ a: z.tuple([z.string(), z.number()]) })],
  ['anything at all', z.object({ a: z.unknown() })],
  ['further fields', z.looseObject({ a: z.string() })],
  ['a list on top', z.array(z.string())],
  ['a text on top', z.string()],
])('says %s in the loose form only', (_name, schema) => {
  const loose = looseSchema(schema)
  expect(loose).not.toHaveProperty('$schema')
  expect(strictSchema(loose)).toBeNull()
})

it('takes out a null where the schema only allows absence', () => {
  const schema = z.object({
    a: z.string().optional(),
    b: z.string().nullable(),
    c: z.array(z.object({ d: z.number().optional() })),
  })
  const value = { a: null, b: null, c: [{ d: null }, { d: 1 }] }
  const { error } = schema.safeParse(value)
  dropNulls(value, error?.issues ?? [])
  expect(schema.parse(value)).toEqual({ b: null, c: [{}, { d: 1 }] })
})
