import { EventEmitter } from 'node:events'

type Handler = (event: object, ...args: unknown[]) => unknown
const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`. */
export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler(channel: string) {
    handlers.delete(channel)
  },
})

/** Runs what `ipcRenderer.invoke` asked for; rejects with Electron's words. */
export async function invoke(event: object, channel: string, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  const failed = (reason: unknown) => new Error(`Error invoking remote method '${channel}': ${reason}`)
  if (!handler) throw failed(new Error(`No handler registered for '${channel}'`))
  try {
    return structuredClone(await handler(event, ...args))
  } catch (error) {
    throw failed(error)
  }
}
