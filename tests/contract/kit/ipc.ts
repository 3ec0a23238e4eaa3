import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { vi } from 'vitest'
import type { Core } from '../../../main/app/core.ts'
import type { StreamedFrame } from '../../../main/contract/channels.ts'
import type { Carrier } from '../../../main/contract/frames.ts'
import {
  type IpcEventLike,
  type IpcMainLike,
  type PageLike,
  wireIpc,
} from '../../../main/shells/desktop/ipc.ts'
import type { OpenCarrier } from './carriers.ts'

/** What goes over the pair of ports, copied by structured clone as Electron does. */
type Wire =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'push'; channel: string; message: StreamedFrame }

type Listener = (event: IpcEventLike, ...args: unknown[]) => unknown

/** The side of Electron's main process. */
function mainSide(port: MessagePort) {
  const handlers = new Map<string, Listener>()
  const listeners = new EventEmitter()
  const life = new EventEmitter()
  const sender: PageLike = {
    isDestroyed: () => false,
    send: (channel, message) => port.postMessage({ kind: 'push', channel, message } satisfies Wire),
    once: (event, listener) => life.once(event, listener),
  }
  const ipcMain: IpcMainLike<IpcEventLike> = {
    handle: (channel, listener) => handlers.set(channel, listener),
    removeHandler: channel => handlers.delete(channel),
    on: (channel, listener) => listeners.on(channel, listener),
    off: (channel, listener) => listeners.off(channel, listener),
  }
  port.on('message', async (wire: Wire) => {
    if (wire.kind === 'send') listeners.emit(wire.channel, { sender }, ...wire.args)
    if (wire.kind !== 'invoke') return
    const value = await handlers.get(wire.channel)?.({ sender }, ...wire.args)
    port.postMessage({ kind: 'result', id: wire.id, value } satisfies Wire)
  })
  return { ipcMain, life }
}

/** The side of Electron's page, as the bridge sees it. */
function pageSide(port: MessagePort) {
  const listeners = new EventEmitter()
  const waiting = new Map<number, (value: unknown) => void>()
  let lastId = 0
  port.on('message', (wire: Wire) => {
    if (wire.kind === 'push') listeners.emit(wire.channel, {}, wire.message)
    if (wire.kind !== 'result') return
    waiting.get(wire.id)?.(wire.value)
    waiting.delete(wire.id)
  })
  return {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise(resolve => {
        lastId += 1
        waiting.set(lastId, resolve)
        port.postMessage({ kind: 'invoke', id: lastId, channel, args } satisfies Wire)
      }),
    send: (channel: string, ...args: unknown[]) =>
      port.postMessage({ kind: 'send', channel, args } satisfies Wire),
    on: (channel: string, listener: (...args: unknown[]) => void) => listeners.on(channel, listener),
    off: (channel: string, listener: (...args: unknown[]) => void) => listeners.off(channel, listener),
  }
}

export interface OpenIpc extends OpenCarrier {
  /** The bridge of a page that is loaded anew in the same window. */
  reload(): Promise<Carrier>
  /** The window's page process ends. */
  destroyPage(): void
  refused: string[]
  trusted: boolean
}

/** The desktop shell's own wiring and the real bridge, with Electron's channels imitated between them. */
export async function openIpc(core: Pick<Core, 'call' | 'subscribe'>): Promise<OpenIpc> {
  const { port1, port2 } = new MessageChannel()
  const { ipcMain, life } = mainSide(port2)
  const ipcRenderer = pageSide(port1)
  const load = async (): Promise<Carrier> => {
    let exposed: Carrier | undefined
    const contextBridge = {
      exposeInMainWorld: (_name: string, carrier: Carrier) => {
        exposed = carrier
      },
    }
    vi.resetModules()
    vi.doMock('electron', () => ({ contextBridge, ipcRenderer }))
    await import('../../../preload/index.ts')
    if (!exposed) throw new Error('The bridge exposes nothing')
    return exposed
  }
  const open: OpenIpc = {
    carrier: await load(),
    reload: load,
    destroyPage: () => life.emit('destroyed'),
    refused: [],
    trusted: true,
    async close() {
      unwire()
      port1.close()
      port2.close()
      vi.doUnmock('electron')
    },
  }
  const unwire = wireIpc({
    ipcMain,
    isTrusted: () => open.trusted,
    onRefused: channel => open.refused.push(channel),
    call: core.call,
    subscribe: core.subscribe,
  })
  return open
}
