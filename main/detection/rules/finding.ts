import type { Evidence } from '../../contract/facts.ts'
import { evidenceAt, type ReadText, type Span } from './text.ts'

/** One value read by a pattern, with its place and how sure the pattern is. */
export interface Finding<Value> {
  value: Value
  text: ReadText
  span: Span
  /** 0–1. */
  confidence: number
  note?: string
}

/** A finding over the span of a regular expression's match. */
export function findingAt<Value>(
  value: Value,
  text: ReadText,
  match: RegExpMatchArray,
  confidence: number,
): Finding<Value> {
  const start = match.index ?? 0
  return { value, text, span: { start, end: start + match[0].length }, confidence }
}

/** The proof of a finding: its words as they stand in the original text. */
export function evidenceOf({ text, span, confidence, note }: Finding<unknown>): Evidence {
  return evidenceAt(text, span, confidence, note)
}
