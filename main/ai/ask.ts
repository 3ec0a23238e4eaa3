import type { CommandContext } from '../platform/context.ts'
import { readSettings } from '../settings/service.ts'
import type { AiAddress } from './address.ts'
import type { Calls } from './calls.ts'
import type { Endpoint, Reply } from './endpoint.ts'
import { readCompletion } from './rules/completion.ts'
import { chatRequest, firstRung, type Manner, rungBelow } from './rules/ladder.ts'
import { costOf, type Prices, readUsage } from './rules/money.ts'
import { readRefusal } from './rules/refusals.ts'
import { askedWait } from './rules/retry-after.ts'
import { looseSchema, strictSchema } from './rules/schema.ts'
import { readEndpoint, readRest, saveEndpoint, saveRest } from './store.ts'
import type { AiAnswer, AiFailure, AiQuestion, AiReason } from './types.ts'

/** What one question is asked with. */
export interface Desk {
  context: CommandContext
  calls: Calls
  endpoint: Endpoint
  address: AiAddress
  model: string
  prices: Prices
  signal: AbortSignal
  /** Asked by the person: also while switched off, and from the top of the ladder. */
  byHand: boolean
  /** Waits so many ms; resolves early when the signal aborts. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>
  /** 0 to 1. */
  random(): number
}

/** Repeats after failures that may pass, in one question. */
const REPEATS = 2
const FIRST_WAIT_MS = 1000
/** A longer wait is not sat out inside a call. */
const LONGEST_WAIT_MS = 60_000
/** The rest after an endpoint asked to slow down again and again without saying how long. */
const BUSY_REST_MS = 60_000
/** An answer that is shown to the model again, characters. */
const LONGEST_REPAIR = 8000

const CUT = 'The answer was cut off at its limit.'
const MISFIT = 'The answer does not have the form that was asked for.'

/** Asks one question, stepping down the ladder and repeating as far as that makes sense. */
export async function askModel<T>(desk: Desk, question: AiQuestion<T>): Promise<AiAnswer<T>> {
  const { context, calls, address, model, prices, signal, byHand } = desk
  const { db } = context
  const loose = looseSchema(question.schema)
  const strict = strictSchema(loose)
  const forms = { name: question.schemaName, loose, strict }
  const highest = strict ? 'strict_schema' : 'loose_schema'
  const known = readEndpoint(db, address.baseUrl, model)
  const manner: Manner = {
    ...firstRung(
      byHand ? null : known.rung,
      Date.parse(known.rung_at ?? ''),
      highest,
      context.clock.millis(),
    ),
    limitName: known.limit_name ?? firstLimitName(address),
    temperature: known.temperature === 1,
  }
  const bases =
    known.base === null ? address.bases : [known.base, ...address.bases.filter(one => one !== known.base)]
  const maxOutputTokens = Math.max(1, Math.ceil(question.maxOutputTokens))
  const spent = { cost: 0, tokensIn: 0, tokensOut: 0 }
  const learned = new Set<string>()
  let at = 0
  let failures = 0
  let repair: { answer: string; wrong: string } | null = null

  const fail = (reason: AiReason, message: string, waitUntil: string | null = null): AiFailure => ({
    ok: false,
    reason,
    message,
    waitUntil,
    cost: spent.cost,
  })
  const stop = (message: string) => {
    context.unit(tx => {
      saveRest(tx.db, { base_url: address.baseUrl, stopped: message, wait_until: null, wait_reason: null })
      tx.emit('ai.changed', {})
    })
    return fail('key_refused', message)
  }
  const rest = (milliseconds: number) => {
    const until = new Date(context.clock.millis() + milliseconds).toISOString()
    const message = 'The endpoint asks for a pause.'
    context.unit(tx => {
      saveRest(tx.db, { base_url: address.baseUrl, stopped: null, wait_until: until, wait_reason: message })
      tx.emit('ai.changed', {})
    })
    return fail('limited', message, until)
  }
  /** Steps down; false at the bottom. */
  const stepDown = (to = rungBelow(manner.rung)): boolean => {
    if (to === null) return false
    manner.rung = to
    manner.proven = false
    return true
  }
  /** Waits before a repeat; null when there is none any more. */
  const waitAgain = async (asked: number | null): Promise<AiFailure | 'again' | null> => {
    if (asked !== null && asked > LONGEST_WAIT_MS) return rest(asked)
    if (failures >= REPEATS) return null
    // Doubling waits, shortened at random by up to a half so that questions do not come back all at once.
    const growing = FIRST_WAIT_MS * 2 ** failures * (0.5 + desk.random() / 2)
    failures += 1
    await desk.delay(Math.max(asked ?? 0, growing), signal)
    return 'again'
  }

  /** A way of asking that was refused is left; a failure ends the question. */
  const afterRefusal = async (reply: Extract<Reply, { kind: 'refused' }>): Promise<AiFailure | 'again'> => {
    const { status, text } = reply
    const refusal = readRefusal(status, text, manner.rung)
    const wait = askedWait(reply.header, context.clock.millis())
    switch (refusal) {
      case 'rung':
        return stepDown() ? 'again' : fail('declined', refused(status))
      case 'limit_name':
      case 'temperature':
        if (learned.has(refusal)) return fail('declined', refused(status))
        learned.add(refusal)
        if (refusal === 'temperature') manner.temperature = false
        else manner.limitName = manner.limitName === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
        return 'again'
      case 'path':
        at += 1
        return at < bases.length
          ? 'again'
          : fail('unreachable', `There is no language model at ${address.baseUrl}. Check the address.`)
      case 'key':
        return stop(`${address.host} refused your key. Enter a valid one in Settings, under Language model.`)
      case 'quota':
        return stop(`${address.host} says that your account there has no credit left, or not for this model.`)
      case 'busy':
        return (await waitAgain(wait)) ?? rest(wait ?? BUSY_REST_MS)
      case 'server':
        return (
          (await waitAgain(wait)) ??
          fail('unreachable', `The endpoint fails at the moment (status ${status}).`)
        )
      case 'redirect':
        return fail('unreachable', 'The address leads on to another one. Enter the one where the model is.')
      case 'too_long':
        return fail('malformed', 'The question or its answer is too long for this model.')
      case 'model':
        return fail('no_model', `The endpoint has no model named ${model}. Choose one that it offers.`)
      case 'other':
        // Some do not say what they refuse; a refusal costs nothing, so a lower rung is tried.
        return !manner.proven && stepDown() ? 'again' : fail('declined', refused(status))
    }
  }

  for (;;) {
    if (signal.aborted) return fail('cancelled', 'The question was cancelled.')
    if (!byHand && !readSettings(db).aiEnabled) return fail('off', 'The language model was switched off.')
    const base = bases[at] ?? address.baseUrl
    const { system, user, purpose } = question
    const request = chatRequest({ model, system, user, maxOutputTokens, forms, repair }, manner)
    const bounds = { bytesIn: Buffer.byteLength(JSON.stringify(request)), tokensOut: maxOutputTokens }
    const worst = costOf(bounds.bytesIn, bounds.tokensOut, prices)
    const begun = calls.begin({ purpose, model, worst, prices })
    if (!begun.ok) return fail('cap', begun.message, begun.waitUntil)
    const { call } = begun
    const reply = await desk.endpoint.chat(base, request, signal)

    if (reply.kind === 'failed') {
      const { why, message } = reply
      const sent = why !== 'unsent' && why !== 'unsafe'
      spent.cost += sent ? calls.unknown(call, message) : calls.free(call, message)
      if (why === 'cancelled') return fail('cancelled', message)
      if (why === 'timed_out') return fail('timed_out', message)
      if (why === 'too_large') return fail('malformed', message)
      const next = why === 'unsafe' ? null : await waitAgain(null)
      if (next === 'again') continue
      return next ?? fail('unreachable', message)
    }
    if (reply.kind === 'refused') {
      const message = refused(reply.status)
      spent.cost += reply.status >= 500 ? calls.unknown(call, message) : calls.free(call, message)
      const next = await afterRefusal(reply)
      if (next === 'again') continue
      return next
    }

    const usage = readUsage(usageOf(reply.body), bounds, reply.bytes)
    const reading = readCompletion(reply.body, question.schema)
    spent.cost += calls.settle(call, usage, FAILURES[reading.kind])
    spent.tokensIn += usage.tokensIn
    spent.tokensOut += usage.tokensOut
    if (reading.kind === 'value') {
      const { rung } = manner
      remember(desk, { ...manner, base })
      return { ok: true, value: reading.value, model, rung, ...spent }
    }
    if (reading.kind === 'empty' && !manner.proven && stepDown()) continue
    if (reading.kind === 'prose' || reading.kind === 'misfit') {
      // An endpoint that passes over what it does not know has not seen the schema: it is put into words.
      const seesSchema = manner.rung === 'json_mode' || manner.rung === 'prompt_only'
      if (!manner.proven && !seesSchema && stepDown('json_mode')) continue
      if (repair === null) {
        const wrong = reading.kind === 'misfit' ? reading.wrong : 'it holds no JSON object.'
        repair = { answer: reading.text.slice(0, LONGEST_REPAIR), wrong }
        continue
      }
    }
    const reason = reading.kind === 'declined' || reading.kind === 'empty' ? 'declined' : 'malformed'
    return fail(reason, FAILURES[reading.kind] ?? MISFIT)
  }
}

const FAILURES = {
  value: null,
  foreign: 'The address does not answer like a language model. Check it.',
  empty: 'The model gave an empty answer.',
  declined: 'The model declined to answer.',
  cut: CUT,
  prose: MISFIT,
  misfit: MISFIT,
} as const

const refused = (status: number): string => `The endpoint refused the question (status ${status}).`

const usageOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'usage' in body ? body.usage : undefined

/** OpenAI's newer models know the newer name only; others may pass over it, and then answers would have no limit. */
const firstLimitName = ({ host }: AiAddress): Manner['limitName'] =>
  host === 'api.openai.com' ? 'max_completion_tokens' : 'max_tokens'

/** Keeps what worked, and that the endpoint answers again. */
function remember({ context, address, model }: Desk, manner: Manner & { base: string }): void {
  const known = readEndpoint(context.db, address.baseUrl, model)
  const found = {
    rung: manner.proven ? known.rung : manner.rung,
    rung_at: manner.proven ? known.rung_at : context.clock.now(),
    base: manner.base,
    limit_name: manner.limitName,
    temperature: manner.temperature ? 1 : 0,
  }
  const { base_url, stopped, wait_until } = readRest(context.db)
  const rests = base_url === address.baseUrl && (stopped !== null || wait_until !== null)
  if (!rests && JSON.stringify(found) === JSON.stringify(known)) return
  context.unit(tx => {
    saveEndpoint(tx.db, address.baseUrl, model, found)
    if (rests) saveRest(tx.db, { stopped: null, wait_until: null, wait_reason: null })
    tx.emit('ai.changed', {})
  })
}
