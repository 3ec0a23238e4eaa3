import { randomBytes } from 'node:crypto'
import type { Added } from '../../contract/by-hand.ts'
import type { ClipInfo } from '../../contract/clip.ts'
import { type Result, refuse, rolecallError } from '../../contract/errors.ts'
import type { AnswerFrame, PushFrame, RequestFrame } from '../../contract/frames.ts'
import type { Settings } from '../../contract/shapes.ts'
import { dispatch, type Handlers } from '../../platform/dispatch.ts'
import type { Log } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { bookmarklet } from './bookmarklet.ts'
import { type ClipServer, startClipServer } from './clip-server.ts'

/** Clipping from the browser: the server as the settings want it, its token, and the `clip.*` procedures. */
export interface Clip {
  answer(frame: RequestFrame): Promise<AnswerFrame>
  stop(): Promise<void>
}

export interface ClipParts {
  /** The core's own way to answer a page. */
  call(frame: RequestFrame): Promise<AnswerFrame>
  subscribe(since: number | null, listener: (frame: PushFrame) => void): () => void
  secrets: Secrets
  log: Log
}

type ClipHandlers = Pick<Handlers<'host', null>, 'clip.info' | 'clip.setEnabled' | 'clip.renew'>

const SECRET = 'clip.token'
const HOST = '127.0.0.1'
const NO_KEYSTORE = 'This computer offers no way to keep the key of the bookmark safe, so clipping stays off.'

function portText(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program, perhaps by another Rolecall. Choose another port; the bookmark then has to be put in place again.`
  if (code === 'EACCES') return `Port ${port} needs special rights. Choose another one.`
  return `Rolecall cannot listen on port ${port}.`
}

/** Follows the settings from now on. */
export function createClip({ call, subscribe, secrets, log }: ClipParts): Clip {
  let server: ClipServer | null = null
  let problem: string | null = null
  let token = ''
  let lastId = 0
  let stopped = false

  const ask = async <T>(procedure: string, input: unknown): Promise<Result<T>> => {
    lastId += 1
    const answer = await call({ id: lastId, procedure, input })
    // The core answers a procedure with what its contract says.
    return answer.ok ? { ok: true, value: answer.value as T } : { ok: false, error: answer.error }
  }
  const settings = () => ask<Settings>('settings.get', {})

  const newToken = async (): Promise<boolean> => {
    const made = randomBytes(32).toString('base64url')
    try {
      await secrets.set(SECRET, HOST, made)
    } catch {
      return false
    }
    token = made
    return true
  }

  const start = async (port: number) => {
    token = (await secrets.get(SECRET, HOST)) ?? ''
    if (token === '' && !(await newToken())) {
      problem = NO_KEYSTORE
      return
    }
    try {
      server = await startClipServer({
        port,
        token: () => token,
        save: page => ask<Added>('postings.addPage', page),
      })
    } catch (error) {
      problem = portText(error, port)
      log.warn('Clipping could not start', { port, reason: String(error) })
    }
  }

  const apply = async () => {
    const wanted = await settings()
    if (!wanted.ok) return
    const { clipEnabled, clipPort } = wanted.value
    const goes = clipEnabled && !stopped
    if (server && (!goes || server.port !== clipPort)) {
      await server.close()
      server = null
    }
    problem = null
    if (goes && !server) await start(clipPort)
  }
  // One after the other: two changes at once would start two servers.
  let applied: Promise<void> = Promise.resolve()
  const applyNow = () => {
    applied = applied.then(apply, apply)
    return applied
  }

  const info = async (): Promise<ClipInfo> => {
    await applied
    const wanted = await settings()
    if (!wanted.ok) return refuse(wanted.error.code, wanted.error.message, { retryable: true })
    const { clipEnabled, clipPort } = wanted.value
    return {
      enabled: clipEnabled,
      port: clipPort,
      problem: clipEnabled ? problem : null,
      bookmarklet: server ? bookmarklet({ port: server.port, token }) : null,
    }
  }

  const handlers: ClipHandlers = {
    'clip.info': info,
    'clip.setEnabled': async (_context, { enabled, port }) => {
      const changed = await ask<Settings>('settings.update', {
        clipEnabled: enabled,
        ...(port === null ? {} : { clipPort: port }),
      })
      if (!changed.ok) return refuse(changed.error.code, changed.error.message)
      await applyNow()
      return info()
    },
    'clip.renew': async () => {
      if (!(await newToken())) return refuse('unsupported', NO_KEYSTORE)
      return info()
    },
  }

  const stopListening = subscribe(null, frame => {
    if (frame.kind !== 'event' || frame.event.type !== 'settings.changed') return
    if (frame.event.payload.keys.some(key => key.startsWith('clip'))) void applyNow()
  })
  void applyNow()

  return {
    answer: frame =>
      dispatch(frame, {
        handlers,
        context: null,
        onUnexpected(error, procedure) {
          log.error('Clipping failed', { procedure, reason: String(error) })
          return rolecallError('internal', 'Something unexpected happened. Nothing was changed.')
        },
      }),
    async stop() {
      stopped = true
      stopListening()
      await applied.catch(() => {})
      await server?.close()
      server = null
    },
  }
}

/** Answers the `clip.*` procedures where nothing can be clipped. */
export function answerWithoutClip(frame: RequestFrame): Promise<AnswerFrame> {
  const no = () => refuse('unsupported', 'Pages are clipped into the desktop app or the browser shell.')
  const handlers: ClipHandlers = { 'clip.info': no, 'clip.setEnabled': no, 'clip.renew': no }
  return dispatch(frame, {
    handlers,
    context: null,
    onUnexpected: () => rolecallError('internal', 'Failed.'),
  })
}
