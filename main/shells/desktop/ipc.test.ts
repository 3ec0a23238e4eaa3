import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { CHANNELS, type StreamedFrame } from '../../contract/channels.ts'
import type { PushFrame } from '../../contract/frames.ts'
import { wireIpc } from './ipc.ts'

const hello: PushFrame = { kind: 'hello', seq: 0, gap: false }

function page() {
  const sent: StreamedFrame[] = []
  const contents = Object.assign(new EventEmitter(), {
    gone: false,
    isDestroyed: () => contents.gone,
    send(_channel: string, message: StreamedFrame) {
      sent.push(message)
    },
  })
  return { contents, sent }
}

function wired() {
  const handlers = new Map<string, (event: never, ...args: unknown[]) => unknown>()
  const events = new EventEmitter()
  const listening = new Set<(frame: PushFrame) => void>()
  const refused: string[] = []
  const stop = wireIpc<{ sender: ReturnType<typeof page>['contents']; trusted: boolean }>({
    ipcMain: {
      handle: (channel, listener) => void handlers.set(channel, listener),
      removeHandler: channel => void handlers.delete(channel),
      on: (channel, listener) => events.on(channel, listener),
      off: (channel, listener) => events.off(channel, listener),
    },
    isTrusted: event => event.trusted,
    onRefused: channel => void refused.push(channel),
    call: async frame => ({ id: 1, ok: true, value: frame }),
    subscribe(_since, listener) {
      listening.add(listener)
      return () => listening.delete(listener)
    },
  })
  const call = (sender: object, trusted: boolean, frame: unknown) =>
    handlers.get(CHANNELS.call)?.({ sender, trusted } as never, frame)
  const send = (channel: string, sender: object, trusted: boolean, ...args: unknown[]) =>
    events.emit(channel, { sender, trusted }, ...args)
  const push = (frame: PushFrame) => {
    for (const listener of listening) listener(frame)
  }
  return { call, send, push, stop, listening, refused, handlers }
}

describe('wireIpc', () => {
  it('carries the calls of our page and refuses those of any other', async () => {
    const { call, refused } = wired()
    const { contents } = page()
    const frame = { id: 9, procedure: 'system.info', input: {} }
    expect(await call(contents, true, frame)).toEqual({ id: 1, ok: true, value: frame })
    expect(await call(contents, false, frame)).toMatchObject({
      id: 9,
      ok: false,
      error: { code: 'unauthorised' },
    })
    expect(refused).toEqual([CHANNELS.call])
  })

  it('gives a foreign page no stream, and ours its own', () => {
    const { send, push, listening } = wired()
    const [ours, foreign] = [page(), page()]
    send(CHANNELS.subscribe, foreign.contents, false, { page: 'f', stream: 1 }, { since: 0 })
    send(CHANNELS.subscribe, ours.contents, true, { page: 'a', stream: 1 }, { since: null })
    push(hello)
    expect(foreign.sent).toEqual([])
    expect(ours.sent).toEqual([{ page: 'a', stream: 1, frame: hello }])
    send(CHANNELS.unsubscribe, ours.contents, true, { page: 'a', stream: 1 })
    expect(listening.size).toBe(0)
  })

  it('ends the streams of a page that was loaded anew, died or was closed', () => {
    const { send, listening } = wired()
    const { contents } = page()
    send(CHANNELS.subscribe, contents, true, { page: 'a', stream: 1 }, { since: null })
    send(CHANNELS.subscribe, contents, true, { page: 'a', stream: 2 }, { since: null })
    send(CHANNELS.subscribe, contents, true, { page: 'b', stream: 1 }, { since: null })
    expect(listening.size).toBe(1)
    contents.emit('render-process-gone')
    expect(listening.size).toBe(0)
    send(CHANNELS.subscribe, contents, true, { page: 'c', stream: 1 }, { since: null })
    contents.emit('destroyed')
    expect(listening.size).toBe(0)
  })

  it('says nothing to a page that is gone', () => {
    const { send, push } = wired()
    const { contents, sent } = page()
    send(CHANNELS.subscribe, contents, true, { page: 'a', stream: 1 }, { since: null })
    contents.gone = true
    push(hello)
    expect(sent).toEqual([])
  })

  it('passes over what is no subscription, and bounds the streams of one page', () => {
    const { send, listening } = wired()
    const { contents } = page()
    for (const [name, frame] of [
      [null, { since: null }],
      [{ page: 'a', stream: -1 }, { since: null }],
      [{ page: 'a', stream: 1 }, { since: 'now' }],
    ])
      send(CHANNELS.subscribe, contents, true, name, frame)
    expect(listening.size).toBe(0)
    for (let stream = 1; stream <= 100; stream += 1)
      send(CHANNELS.subscribe, contents, true, { page: 'a', stream }, { since: null })
    expect(listening.size).toBeLessThanOrEqual(16)
  })

  it('leaves nothing behind when it stops', () => {
    const { send, stop, listening, handlers } = wired()
    const { contents } = page()
    send(CHANNELS.subscribe, contents, true, { page: 'a', stream: 1 }, { since: null })
    stop()
    send(CHANNELS.subscribe, contents, true, { page: 'a', stream: 2 }, { since: null })
    expect(listening.size).toBe(0)
    expect(handlers.size).toBe(0)
  })
})
