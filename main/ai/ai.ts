import PQueue from 'p-queue'
import { z } from 'zod'
import { AI_RUNGS, type AiRung } from '../contract/ai.ts'
import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { CommandContext } from '../platform/context.ts'
import { readSettings } from '../settings/service.ts'
import { type AiAddress, readAddress } from './address.ts'
import { askModel } from './ask.ts'
import { createCalls } from './calls.ts'
import type { Endpoint, Reply } from './endpoint.ts'
import { modelNames } from './rules/model-names.ts'
import { dollars } from './rules/money.ts'
import { readRefusal } from './rules/refusals.ts'
import { pricesOf, standingOf } from './status.ts'
import { countOpenAsSpent, readRest, saveRest } from './store.ts'
import {
  AI_KEY,
  type Ai,
  type AiAnswer,
  type AiFailure,
  type AiQuestion,
  type AiReason,
  type Standing,
} from './types.ts'

export interface AiTools {
  /** The key of the person for a host; null when there is none. */
  secret(kind: string, name: string, host: string): Promise<string | null>
  /** Milliseconds for one request; default 60,000. */
  timeout?: number
  /** Waits; resolves early when the signal aborts. Replaced in tests. */
  delay?(milliseconds: number, signal: AbortSignal): Promise<void>
  /** 0 to 1. */
  random?(): number
}

const TIMEOUT_MS = 60_000
const INTERRUPTED = 'Rolecall ended before the answer came.'

const REASON_OF: Record<Exclude<Standing['state'], 'ready'>, AiReason> = {
  off: 'off',
  bad_address: 'unreachable',
  no_model: 'no_model',
  no_key: 'no_key',
  no_price: 'no_price',
  cap_day: 'cap',
  cap_month: 'cap',
  key_refused: 'key_refused',
  resting: 'limited',
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    if (signal.aborted) done()
    else signal.addEventListener('abort', done)
  })
}

/** Starts the one desk at which all areas ask; calls that a former process left open count as spent. */
export function createAi(context: CommandContext, tools: AiTools): Ai {
  const stopping = new AbortController()
  const queue = new PQueue({ concurrency: 1 })
  const calls = createCalls(context)
  let opened: { name: string; endpoint: Endpoint } | null = null
  /** The key that the endpoint refused, to notice another one. */
  let refusedKey: string | null = null

  context.unit(tx => {
    if (countOpenAsSpent(tx.db, INTERRUPTED) > 0) tx.emit('ai.changed', {})
  })

  const endpointFor = async (address: AiAddress, key: string | null): Promise<Endpoint> => {
    // Loaded with the first question: the client takes 35 MB and a tenth of a second, and most starts need none.
    const { openEndpoint } = await import('./endpoint.ts')
    const { proxy } = readSettings(context.db)
    const name = JSON.stringify([address.baseUrl, key, proxy])
    if (opened?.name === name) return opened.endpoint
    // Calls of the former address end by themselves.
    const former = opened?.endpoint
    if (former) void queue.onIdle().then(() => former.close())
    const endpoint = openEndpoint({
      address,
      key,
      userAgent: `Rolecall/${context.version}`,
      proxy,
      timeout: tools.timeout ?? TIMEOUT_MS,
    })
    opened = { name, endpoint }
    return endpoint
  }

  /** Asks for the key of the endpoint's host, and notes whether there is one, for pages and the next start. */
  const look = async (): Promise<{ address: AiAddress; key: string | null } | null> => {
    const read = readAddress(readSettings(context.db).aiBaseUrl)
    if (!read.ok) return null
    const { address } = read
    const key = await tools.secret(AI_KEY.kind, AI_KEY.name, address.host)
    if (stopping.signal.aborted) return null
    const rest = readRest(context.db)
    const keyHost = key === null ? null : address.host
    const another = rest.stopped !== null && refusedKey !== null && key !== refusedKey
    if (rest.key_host !== keyHost || another)
      context.unit(tx => {
        saveRest(tx.db, { key_host: keyHost, ...(another ? { stopped: null } : {}) })
        tx.emit('ai.changed', {})
      })
    return { address, key }
  }

  const answer = async <T>(question: AiQuestion<T>, byHand: boolean): Promise<AiAnswer<T>> => {
    const signals = question.signal ? [stopping.signal, question.signal] : [stopping.signal]
    const signal = AbortSignal.any(signals)
    if (signal.aborted) return CANCELLED
    const seen = await look()
    if (signal.aborted) return CANCELLED
    const { state, message, waitUntil } = standingOf(context.db, context.clock, { byHand })
    if (state !== 'ready') return { ok: false, reason: REASON_OF[state], message, waitUntil, cost: 0 }
    const settings = readSettings(context.db)
    const prices = seen && pricesOf(settings, seen.address)
    if (!seen || !prices) return CANCELLED
    const { address, key } = seen
    if (key !== null && !/^[\x21-\x7e]+$/.test(key)) return BAD_KEY
    const result = await askModel(
      {
        context,
        calls,
        endpoint: await endpointFor(address, key),
        address,
        model: settings.aiModel,
        prices,
        signal,
        byHand,
        delay: tools.delay ?? wait,
        random: tools.random ?? Math.random,
      },
      question,
    )
    if (!result.ok && result.reason === 'key_refused') refusedKey = key
    return result
  }

  /** Waits for its turn; a question that is cancelled before does not keep its caller waiting. */
  const inTurn = <T>(question: AiQuestion<T>, byHand: boolean): Promise<AiAnswer<T>> => {
    queue.concurrency = readSettings(context.db).aiConcurrency
    const { signal } = question
    return new Promise((resolve, reject) => {
      let begun = false
      const giveUp = () => {
        if (!begun) resolve(CANCELLED)
      }
      signal?.addEventListener('abort', giveUp)
      queue
        .add(
          () => {
            begun = true
            return answer(question, byHand)
          },
          { priority: byHand ? 1 : 0 },
        )
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', giveUp))
    })
  }

  const state = async (): Promise<Standing> => {
    await look()
    return standingOf(context.db, context.clock)
  }

  const wake = () => {
    look().catch((error: unknown) =>
      context.log.error('The key of the language model could not be looked for', {
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
  }

  return {
    state,
    wake,
    ask: question => inTurn(question, false),
    async test() {
      const begun = context.clock.millis()
      const result = await inTurn(TEST_QUESTION, true)
      const milliseconds = Math.max(0, context.clock.millis() - begun)
      const cost = dollars(result.cost)
      if (!result.ok) return { ok: false, message: result.message, rung: null, cost, milliseconds }
      return {
        ok: true,
        message: `The model answers. ${RUNG_WORDS[result.rung]}`,
        rung: result.rung,
        cost,
        milliseconds,
      }
    },
    async models() {
      const seen = await look()
      if (!seen) {
        const read = readAddress(readSettings(context.db).aiBaseUrl)
        return refuse('bad_input', read.ok ? 'Rolecall is closing.' : read.message, { field: 'aiBaseUrl' })
      }
      const { address, key } = seen
      if (key === null && !address.loopback)
        return refuse('source_refused', `There is no key for ${address.host}. Enter it first.`)
      if (key !== null && !/^[\x21-\x7e]+$/.test(key)) return refuse('source_refused', BAD_KEY.message)
      const endpoint = await endpointFor(address, key)
      for (const base of address.bases) {
        const reply = await endpoint.models(base, stopping.signal)
        const names = reply.kind === 'answered' ? modelNames(reply.body) : null
        if (names !== null) return names
        if (base === address.bases.at(-1) || !isElsewhere(reply)) refuseModels(reply, address)
      }
      return []
    },
    resume() {
      refusedKey = null
      context.unit(tx => {
        saveRest(tx.db, {
          stopped: null,
          wait_until: null,
          wait_reason: null,
          refused_on: null,
          refused_cost: null,
        })
        tx.emit('ai.changed', {})
      })
      wake()
    },
    async stop() {
      stopping.abort()
      await queue.onIdle()
      await opened?.endpoint.close()
      opened = null
    },
  }
}

const failure = (reason: AiReason, message: string): AiFailure => ({
  ok: false,
  reason,
  message,
  waitUntil: null,
  cost: 0,
})
const CANCELLED = failure('cancelled', 'The question was cancelled.')
const BAD_KEY = failure(
  'key_refused',
  'The key holds spaces or signs that no key has. Enter it once more in Settings, under Language model.',
)

const TEST_QUESTION: AiQuestion<{ colour: string; number: number }> = {
  purpose: 'Test',
  system: 'You are asked to test a connection.',
  user: 'Answer with the colour blue and the number 7.',
  schemaName: 'connection_test',
  schema: z.object({ colour: z.string().max(100), number: z.number() }),
  // Room for models that think before they answer.
  maxOutputTokens: 600,
}

const RUNG_WORDS: Record<AiRung, string> = {
  [AI_RUNGS[0]]: 'It keeps to the form of an answer strictly.',
  [AI_RUNGS[1]]: 'It knows the form of an answer.',
  [AI_RUNGS[2]]: 'It answers in JSON.',
  [AI_RUNGS[3]]: 'It has to be told the form of an answer in words, so some answers may not be usable.',
}

/** Nothing of use at this path: the endpoint may be under another. */
const isElsewhere = (reply: Reply): boolean =>
  reply.kind === 'answered' || (reply.kind === 'refused' && (reply.status === 404 || reply.status === 405))

function refuseModels(reply: Reply, { host, baseUrl }: AiAddress): never {
  const say = (code: ErrorCode, message: string, retryable = false) => refuse(code, message, { retryable })
  if (reply.kind === 'failed')
    return say(reply.why === 'cancelled' ? 'cancelled' : 'source_unreachable', reply.message, true)
  if (reply.kind === 'answered')
    return say('source_changed', `${host} does not tell which models it has. Write the name by hand.`)
  const refusal = readRefusal(reply.status, reply.text, 'prompt_only')
  if (refusal === 'key') return say('source_refused', `${host} refused your key.`)
  if (refusal === 'busy' || refusal === 'quota')
    return say('source_limited', `${host} asks to slow down, or the account there is empty.`, true)
  if (refusal === 'server') return say('source_unreachable', 'The endpoint fails at the moment.', true)
  return say('source_not_found', `${baseUrl} does not tell which models it has (status ${reply.status}).`)
}
