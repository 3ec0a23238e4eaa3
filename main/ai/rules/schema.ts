import { z } from 'zod'

/** JSON schemas of answers, in the two forms that endpoints understand. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What strict endpoints do not know; zod checks all of it in the answer. */
const NOT_STRICT = new Set([
  '$schema',
  'default',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'contentEncoding',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
])

/** The schema as zod writes it, of what is given to `parse`. */
export function looseSchema(schema: z.ZodType): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(rest)) as JsonObject
}

/**
 * The same for endpoints that keep to a schema strictly: every object closed, every field required, and null allowed
 * where a field may be absent. Null when it cannot be said so: free keys, tuples, anything at all, no object on top.
 */
export function strictSchema(loose: JsonObject): JsonObject | null {
  if (loose.type !== 'object') return null
  try {
    return strict(loose) as JsonObject
  } catch (error) {
    if (error instanceof NotStrict) return null
    throw error
  }
}

class NotStrict extends Error {}

function strict(node: Json | undefined): Json {
  if (!isObject(node) || Object.keys(node).length === 0) throw new NotStrict()
  if (node.prefixItems !== undefined || node.not !== undefined || node.allOf !== undefined)
    throw new NotStrict()
  const made: JsonObject = {}
  for (const [key, value] of Object.entries(node)) {
    if (
      NOT_STRICT.has(key) ||
      key === 'additionalProperties' ||
      key === 'required' ||
      key === 'propertyNames'
    )
      continue
    if (key === 'const') made.enum = [value]
    else if ((key === 'anyOf' || key === 'oneOf') && Array.isArray(value)) made.anyOf = value.map(strict)
    else if (key === 'items') made.items = strict(value)
    else if (key === '$defs' && isObject(value))
      made.$defs = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, strict(each)]))
    else if (key !== 'properties') made[key] = value
  }
  if (node.type === 'object') {
    if (isObject(node.additionalProperties) || !isObject(node.properties)) throw new NotStrict()
    const required = Array.isArray(node.required) ? node.required : []
    const properties = Object.entries(node.properties).map(
      ([name, each]) => [name, required.includes(name) ? strict(each) : orNull(strict(each))] as const,
    )
    made.properties = Object.fromEntries(properties)
    made.required = properties.map(([name]) => name)
    made.additionalProperties = false
  }
  return made
}

const orNull = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] })

/**
 * Takes out the fields that are null where zod complained: a strict endpoint says null for what may be absent. Changes
 * `value`.
 */
export function dropNulls(value: unknown, issues: readonly z.core.$ZodIssue[]): void {
  for (const { path } of issues) {
    const last = path.at(-1)
    let holder: unknown = value
    for (const key of path.slice(0, -1)) holder = valueAt(holder, key)
    if (last === undefined || typeof holder !== 'object' || holder === null || Array.isArray(holder)) continue
    if (valueAt(holder, last) === null) Reflect.deleteProperty(holder, last)
  }
}

const valueAt = (holder: unknown, key: PropertyKey): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<PropertyKey, unknown>)[key]
    : undefined
