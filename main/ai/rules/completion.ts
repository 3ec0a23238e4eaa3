import { z } from 'zod'
import { findJson } from './answer-json.ts'
import { dropNulls } from './schema.ts'

/** Reading an answer of /chat/completions. All of it came from outside. */

const Part = z.object({ type: z.string(), text: z.string().optional() })
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(Part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
})

export type Reading<T> =
  | { kind: 'value'; value: T }
  /** No answer of this protocol: a web page, an error in an envelope of success. */
  | { kind: 'foreign' }
  | { kind: 'empty' }
  | { kind: 'declined' }
  /** Ended at its limit. */
  | { kind: 'cut' }
  /** Something else than JSON. */
  | { kind: 'prose'; text: string }
  /** JSON of another shape; `wrong` says where, in a sentence for the model. */
  | { kind: 'misfit'; text: string; wrong: string }

const REFUSING =
  /^\s*(?:i['’]?m (?:very |really )?sorry|i am sorry|sorry\b|i can(?:not|['’]?t)\b|i(?: am|['’]m) (?:unable|not able)|as an ai\b)/i
const LONGEST_COMPLAINT = 600

/** Reads what came back for a question whose answer must fit `schema`. Never throws. */
export function readCompletion<T>(body: unknown, schema: z.ZodType<T>): Reading<T> {
  const completion = Completion.safeParse(body)
  const choice = completion.success ? completion.data.choices[0] : undefined
  if (!choice) return { kind: 'foreign' }
  const { message, finish_reason } = choice
  if (typeof message.refusal === 'string' && message.refusal !== '') return { kind: 'declined' }
  if (finish_reason === 'content_filter') return { kind: 'declined' }
  const text =
    typeof message.content === 'string'
      ? message.content
      : (message.content ?? []).map(part => part.text ?? '').join('')
  if (text.trim() === '') return finish_reason === 'length' ? { kind: 'cut' } : { kind: 'empty' }
  const reading = readText(text, schema)
  return reading.kind !== 'value' && finish_reason === 'length' ? { kind: 'cut' } : reading
}

function readText<T>(text: string, schema: z.ZodType<T>): Reading<T> {
  try {
    const found = findJson(text)
    if (!found) return REFUSING.test(text) ? { kind: 'declined' } : { kind: 'prose', text }
    const first = schema.safeParse(found.value)
    if (first.success) return { kind: 'value', value: first.data }
    dropNulls(found.value, first.error.issues)
    const second = schema.safeParse(found.value)
    if (second.success) return { kind: 'value', value: second.data }
    return { kind: 'misfit', text, wrong: complaint(second.error) }
  } catch {
    // Nested too deeply, or a rule of the schema that did not expect such a value.
    return { kind: 'misfit', text, wrong: 'it does not fit the schema.' }
  }
}

function complaint(error: z.ZodError): string {
  const issues = error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`)
  return `${issues.join('; ').slice(0, LONGEST_COMPLAINT)}.`
}
