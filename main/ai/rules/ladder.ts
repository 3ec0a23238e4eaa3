import { AI_RUNGS, type AiRung } from '../../contract/ai.ts'

/** How a question is put at each rung of the ladder. */

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

/** What is known or assumed of an endpoint while it is asked. */
export interface Manner {
  rung: AiRung
  /** True: it answered at this rung before. */
  proven: boolean
  limitName: 'max_tokens' | 'max_completion_tokens'
  temperature: boolean
}

/** After this, one rung higher is tried again: endpoints learn. */
const TRY_HIGHER_MS = 7 * 24 * 60 * 60 * 1000

/** The rung below; null below the last. */
export const rungBelow = (rung: AiRung): AiRung | null => AI_RUNGS[AI_RUNGS.indexOf(rung) + 1] ?? null

/**
 * Where to begin: at the top with an endpoint that nothing is known of, else where it answered, and one rung higher
 * when that is a week ago. `highest` is the best that the question allows; times in ms since 1970.
 */
export function firstRung(
  known: AiRung | null,
  knownAt: number,
  highest: AiRung,
  now: number,
): Pick<Manner, 'rung' | 'proven'> {
  if (known === null) return { rung: highest, proven: false }
  const at = AI_RUNGS.indexOf(known)
  // Who knows a rung knows those below it.
  if (at <= AI_RUNGS.indexOf(highest)) return { rung: highest, proven: true }
  if (now - knownAt <= TRY_HIGHER_MS) return { rung: known, proven: true }
  return { rung: AI_RUNGS[at - 1] ?? known, proven: false }
}

export interface Forms {
  name: string
  loose: Record<string, unknown>
  /** null: the shape cannot be said strictly. */
  strict: Record<string, unknown> | null
}

/** The body of a request to /chat/completions. */
export interface ChatRequest {
  model: string
  messages: ChatMessage[]
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
  response_format?:
    | {
        type: 'json_schema'
        json_schema: { name: string; strict?: boolean; schema: Record<string, unknown> }
      }
    | { type: 'json_object' }
}

export interface ChatQuestion {
  model: string
  system: string
  user: string
  maxOutputTokens: number
  forms: Forms
  /** An answer that did not fit, and what was wrong with it. */
  repair: { answer: string; wrong: string } | null
}

/** Builds the request of a question at a rung. */
export function chatRequest(question: ChatQuestion, manner: Manner): ChatRequest {
  const { model, forms, maxOutputTokens, repair } = question
  const shown = manner.rung === 'json_mode' || manner.rung === 'prompt_only'
  const told = `Answer with one JSON object and nothing else. It must fit this JSON schema:\n${JSON.stringify(forms.loose)}`
  return {
    model,
    messages: [
      { role: 'system', content: shown ? `${question.system}\n\n${told}` : question.system },
      { role: 'user', content: question.user },
      ...(repair ? repairMessages(repair) : []),
    ],
    [manner.limitName]: maxOutputTokens,
    ...(manner.temperature ? { temperature: 0 } : {}),
    ...responseFormat(manner.rung, forms),
  }
}

const repairMessages = ({ answer, wrong }: { answer: string; wrong: string }): ChatMessage[] => [
  { role: 'assistant', content: answer },
  { role: 'user', content: `That answer cannot be used: ${wrong} Answer again with the JSON object only.` },
]

function responseFormat(rung: AiRung, { name, strict, loose }: Forms): Pick<ChatRequest, 'response_format'> {
  if (rung === 'strict_schema' && strict)
    return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema: strict } } }
  if (rung === 'strict_schema' || rung === 'loose_schema')
    return { response_format: { type: 'json_schema', json_schema: { name, schema: loose } } }
  return rung === 'json_mode' ? { response_format: { type: 'json_object' } } : {}
}
