import { z } from 'zod'
import { CHANNELS, type StreamedFrame, type StreamName } from '../../contract/channels.ts'
import { rolecallError } from '../../contract/errors.ts'
import { type AnswerFrame, type PushFrame, SubscribeFrame } from '../../contract/frames.ts'

/** What is needed of a page's `webContents`. */
export interface PageLike {
  isDestroyed(): boolean
  send(channel: string, message: StreamedFrame): void
  once(event: 'destroyed' | 'render-process-gone', listener: () => void): unknown
}

/** What is needed of an IPC event. */
export interface IpcEventLike {
  readonly sender: PageLike
}

/** What is needed of Electron's `ipcMain`. */
export interface IpcMainLike<E extends IpcEventLike> {
  handle(channel: string, listener: (event: E, ...args: unknown[]) => unknown): void
  on(channel: string, listener: (event: E, ...args: unknown[]) => void): unknown
  removeHandler(channel: string): void
  off(channel: string, listener: (event: E, ...args: unknown[]) => void): unknown
}

export interface IpcOptions<E extends IpcEventLike> {
  ipcMain: IpcMainLike<E>
  /** Whether the frame that sent this is a page of ours. Asked for every message. */
  isTrusted(event: E): boolean
  /** Told of every message that was refused, with its channel. */
  onRefused(channel: string, event: E): void
  call(frame: unknown): Promise<AnswerFrame>
  subscribe(since: number | null, listener: (frame: PushFrame) => void): () => void
}

/** Streams that one page may hold; more than that is a page gone wild. */
const MOST_STREAMS = 16

const StreamShape = z.object({ page: z.string().max(64), stream: z.number().int().nonnegative() })

/**
 * Carries frames between the pages and the core over Electron's IPC. A message of a frame that is not ours is
 * refused: a call is answered `unauthorised`, a subscription gets nothing. Returns how to stop.
 */
export function wireIpc<E extends IpcEventLike>(options: IpcOptions<E>): () => void {
  const { ipcMain } = options
  const pages = new Map<PageLike, { page: string; streams: Map<number, () => void> }>()

  const endPage = (sender: PageLike) => {
    const held = pages.get(sender)
    pages.delete(sender)
    for (const end of held?.streams.values() ?? []) end()
  }

  const streamsOf = (sender: PageLike, page: string) => {
    const held = pages.get(sender)
    if (held?.page === page) return held.streams
    // The same window has loaded another page: what the old one listened to is over.
    endPage(sender)
    if (!held) {
      sender.once('destroyed', () => endPage(sender))
      sender.once('render-process-gone', () => endPage(sender))
    }
    const streams = new Map<number, () => void>()
    pages.set(sender, { page, streams })
    return streams
  }

  const onCall = (event: E, frame: unknown): Promise<AnswerFrame> => {
    if (options.isTrusted(event)) return options.call(frame)
    options.onRefused(CHANNELS.call, event)
    const error = rolecallError('unauthorised', 'This page may not speak to Rolecall.')
    return Promise.resolve({ id: idOf(frame), ok: false, error })
  }

  const onSubscribe = (event: E, name: unknown, frame: unknown) => {
    if (!options.isTrusted(event)) return options.onRefused(CHANNELS.subscribe, event)
    const of = StreamShape.safeParse(name)
    const asked = SubscribeFrame.safeParse(frame)
    if (!of.success || !asked.success) return
    const { sender } = event
    const { page, stream }: StreamName = of.data
    const streams = streamsOf(sender, page)
    if (streams.has(stream) || streams.size >= MOST_STREAMS) return
    const end = options.subscribe(asked.data.since, pushed => {
      if (!sender.isDestroyed()) sender.send(CHANNELS.push, { page, stream, frame: pushed })
    })
    streams.set(stream, end)
  }

  const onUnsubscribe = (event: E, name: unknown) => {
    if (!options.isTrusted(event)) return options.onRefused(CHANNELS.unsubscribe, event)
    const of = StreamShape.safeParse(name)
    const held = pages.get(event.sender)
    if (!of.success || held?.page !== of.data.page) return
    held.streams.get(of.data.stream)?.()
    held.streams.delete(of.data.stream)
  }

  ipcMain.handle(CHANNELS.call, onCall)
  ipcMain.on(CHANNELS.subscribe, onSubscribe)
  ipcMain.on(CHANNELS.unsubscribe, onUnsubscribe)
  return () => {
    ipcMain.removeHandler(CHANNELS.call)
    ipcMain.off(CHANNELS.subscribe, onSubscribe)
    ipcMain.off(CHANNELS.unsubscribe, onUnsubscribe)
    for (const sender of [...pages.keys()]) endPage(sender)
  }
}

function idOf(frame: unknown): number {
  if (typeof frame !== 'object' || frame === null || !('id' in frame)) return 0
  return typeof frame.id === 'number' ? frame.id : 0
}
