import { readFileSync } from 'node:fs'
import type { ReplayedAnswer, ReplayedRequest } from './replay.ts'

/** The text of a file under tests/fixtures. */
export function fixtureText(path: string): string {
  return readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8')
}

/** The JSON of a file under tests/fixtures. */
export function fixtureJson(path: string): unknown {
  return JSON.parse(fixtureText(path))
}

/** The elements of the list that a fixture holds at `key`, or that it is. */
export function fixtureList(path: string, key?: string): unknown[] {
  const value = fixtureJson(path)
  const list: unknown = key === undefined ? value : Object(value)[key]
  if (!Array.isArray(list)) throw new Error(`${path} holds no list`)
  return list
}

/** A value as an answer of 200. */
export const json = (value: unknown): ReplayedAnswer => ({ body: JSON.stringify(value) })

/** The value of `count` calls of `make`. */
export const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** A copy of the object `model` with other values. */
export function like(model: unknown, values: Record<string, unknown>): Record<string, unknown> {
  return { ...Object(model), ...values }
}

/** A number of the query; `otherwise` when it has none. */
export function queryNumber({ url }: ReplayedRequest, name: string, otherwise: number): number {
  const text = url.searchParams.get(name)
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise
}

/** The body's JSON object; empty when it is none. */
export function bodyObject({ body }: ReplayedRequest): Record<string, unknown> {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}
