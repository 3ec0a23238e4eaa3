import type { AiRung } from '../../contract/ai.ts'

/** What an endpoint's refusal is about, by its status and words. The words are read here and never shown or kept. */
export type Refusal =
  /** It does not know this way of asking for a shape. */
  | 'rung'
  /** It names the longest answer otherwise. */
  | 'limit_name'
  | 'temperature'
  /** There is nothing at this path. */
  | 'path'
  | 'key'
  /** The account there is empty. */
  | 'quota'
  /** It asks to slow down. */
  | 'busy'
  /** It fails, and may not the next time. */
  | 'server'
  | 'redirect'
  | 'too_long'
  | 'model'
  | 'other'

const UNKNOWN_FIELD =
  /support|unrecogni[sz]ed|unknown|unexpected|extra|not permitted|not allowed|instead|invalid parameter/
const SHAPE =
  /response[_ ]?format|json[_ ]?schema|json[_ ]?object|json[_ ]?mode|structured|grammar|\bschema\b/
const TOO_LONG =
  /context[_ ](?:length|window|size)|maximum context|too (?:long|large|many tokens)|exceeds? the/
const EMPTY_ACCOUNT =
  /insufficient[_ ](?:quota|balance|credit|funds)|exceeded your current quota|billing|payment required/
const NO_MODEL =
  /model[^\n]{0,200}(?:not found|not exist|unknown|invalid|not available)|(?:unknown|invalid|no such) model|model_not_found/

/** Sorts a refusal; `text` is what came with it. */
export function readRefusal(status: number, text: string, rung: AiRung): Refusal {
  const words = text.slice(0, 4000).toLowerCase()
  if (status < 400) return 'redirect'
  if (status === 402 || ((status === 429 || status === 403) && EMPTY_ACCOUNT.test(words))) return 'quota'
  if (status === 401 || status === 403) return 'key'
  if (status === 429) return 'busy'
  const shape = rung !== 'prompt_only' && SHAPE.test(words)
  // Servers of local models fail on a schema that they cannot turn into a grammar.
  if (status >= 500) return shape ? 'rung' : 'server'
  if (status === 408 || status === 409 || status === 425) return 'server'
  if (status === 413) return 'too_long'
  if (TOO_LONG.test(words)) return 'too_long'
  if (/max_(?:completion_)?tokens/.test(words) && UNKNOWN_FIELD.test(words)) return 'limit_name'
  if (/temperature/.test(words)) return 'temperature'
  if (shape) return 'rung'
  if (NO_MODEL.test(words)) return 'model'
  return status === 404 || status === 405 ? 'path' : 'other'
}
