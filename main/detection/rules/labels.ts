import type { ReadText, Span } from './text.ts'

/** A "label: value" line, as feeds and forms print their fields into the text. */
export interface LabelledValue {
  /** Lower case, without bullets and markup. */
  label: string
  value: string
  /** Where the value stands in `lower`. */
  span: Span
  /** Where label and value stand together, for quotes. */
  whole: Span
}

const LABEL_WIDTH = 40
const VALUE_WIDTH = 160
const MAX_LABELS = 400
const BARE_LABEL =
  /^(?:job types?|employment type|contract type|position type|work type|job status|vertragsart|anstellungsart|type de contrat|tipo de contrato|dienstverband|seniority level|experience level|workplace type|remote job|remote work|telework eligible|located remotely\?|appointment type)$/
/** The length of its longest label. */
const LONGEST_BARE = 17
const BARE_LABEL_START =
  /^(?:(job type|employment type|contract type|position type)\s+(?=\S)|(remote job|remote work|telework eligible|located remotely\?)\s+(?=(?:yes|no|y|n)\b))/

/**
 * Finds the labelled values of a text: `label: value` in a line or in a part of it between bars, a label line
 * ending in a colon with its value in the next line, and a few well-known labels without a colon.
 */
export function findLabels(text: ReadText): LabelledValue[] {
  const found: LabelledValue[] = []
  const { lower } = text
  let lineStart = 0
  while (lineStart < lower.length && found.length < MAX_LABELS) {
    let lineEnd = lower.indexOf('\n', lineStart)
    if (lineEnd < 0) lineEnd = lower.length
    readLine(lower, lineStart, lineEnd, found)
    lineStart = lineEnd + 1
  }
  return found
}

function readLine(lower: string, lineStart: number, lineEnd: number, found: LabelledValue[]): void {
  let partStart = lineStart
  for (let parts = 0; parts < 8 && partStart < lineEnd; parts++) {
    const head = lower.slice(partStart, Math.min(lineEnd, partStart + VALUE_WIDTH + LABEL_WIDTH))
    const bar = head.indexOf('|')
    const partEnd = bar < 0 ? Math.min(lineEnd, partStart + head.length) : partStart + bar
    readPart(lower, partStart, partEnd, lineEnd, found)
    if (bar < 0) return
    partStart = partEnd + 1
  }
}

function readPart(lower: string, start: number, end: number, lineEnd: number, found: LabelledValue[]): void {
  const part = lower.slice(start, end)
  const colon = part.slice(0, LABEL_WIDTH).indexOf(':')
  if (colon > 0) {
    const label = withoutMarkup(lower, start, start + colon)
    if (label.length < 2 || label.startsWith('http')) return
    const valueStart = start + colon + 1
    const value = withoutMarkup(lower, valueStart, end)
    if (value !== '') {
      push(lower, label, start, valueStart, end, found)
    } else {
      pushNextLine(lower, label, start, lineEnd, found)
    }
    return
  }
  if (part.length > 60) return
  const bare = withoutMarkup(lower, start, end)
  if (bare.length < 4) return
  if (bare.length <= LONGEST_BARE && BARE_LABEL.test(bare)) {
    pushNextLine(lower, bare, start, lineEnd, found)
    return
  }
  const inLine = BARE_LABEL_START.exec(bare)
  const label = inLine?.[1] ?? inLine?.[2]
  if (label) {
    const valueStart = lower.indexOf(label, start) + label.length
    push(lower, label, start, valueStart, end, found)
  }
}

/** A stretch of a text without the bullets, bars and stars around it. */
function withoutMarkup(lower: string, start: number, end: number): string {
  let from = start
  let to = end
  while (from < to && isMarkup(lower.charCodeAt(from), true)) from++
  while (to > from && isMarkup(lower.charCodeAt(to - 1), false)) to--
  return lower.slice(from, to)
}

/** White space and * # _; in front of a label also > • · - and |. */
function isMarkup(code: number, inFront: boolean): boolean {
  if (code === 32 || (code >= 9 && code <= 13) || code === 42 || code === 35 || code === 95) return true
  if (code === 0x2028 || code === 0x2029) return true
  return inFront && (code === 62 || code === 0x2022 || code === 0xb7 || code === 45 || code === 124)
}

function pushNextLine(
  lower: string,
  label: string,
  start: number,
  lineEnd: number,
  found: LabelledValue[],
): void {
  let from = lineEnd + 1
  for (let blank = 0; blank < 3 && lower.charCodeAt(from) === 10; blank++) from++
  let to = lower.indexOf('\n', from)
  if (to < 0) to = lower.length
  if (from >= lower.length || to - from > 80) return
  push(lower, label, start, from, to, found)
}

function push(
  lower: string,
  label: string,
  start: number,
  from: number,
  to: number,
  found: LabelledValue[],
): void {
  const end = Math.min(to, from + VALUE_WIDTH)
  const value = withoutMarkup(lower, from, end)
  if (value === '') return
  found.push({ label, value, span: { start: from, end }, whole: { start, end } })
}
