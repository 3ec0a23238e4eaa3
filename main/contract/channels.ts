import type { PushFrame } from './frames.ts'

/** IPC channel names of the desktop shell. Apart from the frames, so that the preload bundle stays without zod. */
export const CHANNELS = {
  call: 'rolecall:call',
  subscribe: 'rolecall:subscribe',
  unsubscribe: 'rolecall:unsubscribe',
  push: 'rolecall:push',
} as const

/** One live stream of one loaded page: a reload is a new page, whose streams replace those of the old one. */
export interface StreamName {
  page: string
  stream: number
}

/** What the shell sends over the push channel. */
export interface StreamedFrame extends StreamName {
  frame: PushFrame
}
