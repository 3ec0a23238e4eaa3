import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app, registerWindow, requireReady, unregisterWindow } from './app.ts'
import { invoke, ipcMain } from './ipc-main.ts'
import { answer, ask, tell } from './link.ts'
import { fromChromium, originFromChromium, toChromium } from './scheme.ts'
import { config, preventable } from './values.ts'

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

interface WebPreferences {
  preload?: string
  contextIsolation?: boolean
  sandbox?: boolean
  nodeIntegration?: boolean
  webSecurity?: boolean
  webviewTag?: boolean
}

export interface WindowOptions extends Partial<Rectangle> {
  show?: boolean
  title?: string
  webPreferences?: WebPreferences
}

type OpenHandler = (details: { url: string; disposition: string }) => { action: 'deny' | 'allow' }

const windows = new Map<number, BrowserWindow>()
let lastId = 0
let focused: BrowserWindow | null = null

/** Electron's `WebContents`, as far as the app uses it. */
class WebContents extends EventEmitter {
  readonly id: number
  #destroyed = false
  #url = ''
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #created: Promise<unknown>

  constructor(id: number, created: Promise<unknown>) {
    super()
    this.id = id
    this.#created = created
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getURL(): string {
    return this.#url
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    const cloned = structuredClone(args)
    void this.#created.then(() => tell('page.send', { window: this.id, channel, args: cloned }))
  }

  async loadURL(url: string): Promise<void> {
    await this.#created
    const failed = await ask('page.goto', { window: this.id, url: toChromium(url) })
    if (typeof failed === 'string') {
      this.emit('did-fail-load', {}, -2, failed, url, true)
      throw new Error(`${failed} (-2) loading '${url}'`)
    }
    this.#url = url
    this.emit('did-finish-load')
  }

  reload(): void {
    tell('page.reload', { window: this.id })
  }

  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** What the handler of the app says to a window that the page wants to open. */
  opening(url: string): { action: 'deny' | 'allow' } {
    return this.#openHandler({ url, disposition: 'foreground-tab' })
  }

  /** True when the app lets the page go there; asked for what the page does, never for `loadURL`. */
  navigating(url: string, isMainFrame: boolean): boolean {
    const event = { ...preventable(), url, isMainFrame }
    this.emit('will-frame-navigate', event)
    if (!event.defaultPrevented && isMainFrame) this.emit('will-navigate', event, url)
    if (!event.defaultPrevented && isMainFrame) this.#url = url
    return !event.defaultPrevented
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.emit('destroyed')
  }
}

/** Electron's `BrowserWindow`: a page of a real Chromium, with the window around it played. */
export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly options: WindowOptions
  #bounds: Rectangle
  #normal: Rectangle
  #visible = false
  #minimised = false
  #maximised = false
  #destroyed = false

  constructor(options: WindowOptions = {}) {
    super()
    requireReady('Cannot create BrowserWindow before app is ready')
    lastId += 1
    this.id = lastId
    this.options = options
    const [area] = config.displays
    const { width = 800, height = 600 } = options
    const centred = {
      x: Math.round((area?.x ?? 0) + ((area?.width ?? width) - width) / 2),
      y: Math.round((area?.y ?? 0) + ((area?.height ?? height) - height) / 2),
    }
    this.#bounds = { ...centred, width, height }
    if (options.x !== undefined && options.y !== undefined)
      this.#bounds = { x: options.x, y: options.y, width, height }
    this.#normal = this.#bounds
    const created = ask('page.create', {
      window: this.id,
      width,
      height,
      preload: this.#preload(options.webPreferences ?? {}),
    })
    this.webContents = new WebContents(this.id, created)
    windows.set(this.id, this)
    registerWindow(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
    if (options.show !== false) this.show()
  }

  /** The source of the preload script; a sandboxed one runs only isolated, as the double's page runs it. */
  #preload({ preload, contextIsolation = true, sandbox = true, nodeIntegration = false }: WebPreferences) {
    if (!contextIsolation || !sandbox || nodeIntegration)
      throw new Error('The double shows only isolated, sandboxed pages without Node')
    return preload === undefined ? null : readFileSync(preload, 'utf8')
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows.values()].find(window => window.webContents === contents) ?? null
  }

  #live(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  async loadURL(url: string): Promise<void> {
    this.#live()
    // The first picture comes before the page is loaded in full, as in Electron.
    const loaded = this.webContents.loadURL(url)
    void loaded.then(() => !this.#destroyed && this.emit('ready-to-show')).catch(() => {})
    return loaded
  }

  show(): void {
    this.#live()
    this.#visible = true
    this.emit('show')
    this.focus()
  }

  hide(): void {
    this.#live()
    this.#visible = false
    if (focused === this) focused = null
    this.emit('hide')
  }

  focus(): void {
    this.#live()
    focused = this
    this.emit('focus')
  }

  isVisible(): boolean {
    this.#live()
    return this.#visible
  }

  isFocused(): boolean {
    return focused === this
  }

  minimize(): void {
    this.#live()
    this.#minimised = true
    if (focused === this) focused = null
    this.emit('minimize')
  }

  isMinimized(): boolean {
    this.#live()
    return this.#minimised
  }

  restore(): void {
    this.#live()
    this.#minimised = false
    this.emit('restore')
  }

  maximize(): void {
    this.#live()
    this.#maximised = true
    const area = config.displays.find(({ x, width }) => this.#bounds.x >= x && this.#bounds.x < x + width)
    this.#place(area ?? this.#bounds)
    this.emit('maximize')
  }

  unmaximize(): void {
    this.#live()
    this.#maximised = false
    this.#place(this.#normal)
    this.emit('unmaximize')
  }

  isMaximized(): boolean {
    this.#live()
    return this.#maximised
  }

  getBounds(): Rectangle {
    this.#live()
    return this.#bounds
  }

  getNormalBounds(): Rectangle {
    this.#live()
    return this.#normal
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#live()
    this.#normal = { ...this.#normal, ...bounds }
    this.#place(this.#normal)
  }

  #place(bounds: Rectangle): void {
    this.#bounds = bounds
    tell('page.resize', { window: this.id, width: bounds.width, height: bounds.height })
    this.emit('resize')
    this.emit('move')
  }

  setOverlayIcon(): void {}

  close(): void {
    this.#live()
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    if (focused === this) focused = null
    windows.delete(this.id)
    tell('page.close', { window: this.id })
    this.webContents.destroy()
    this.emit('closed')
    unregisterWindow(this)
  }
}

interface FromPage {
  window: number
  kind: 'invoke' | 'send'
  channel: string
  args: unknown[]
  frame: { url: string; origin: string; isMain: boolean }
}

function windowOf(id: number): BrowserWindow {
  const window = windows.get(id)
  if (!window) throw new Error('The window is gone')
  return window
}

answer('ipc', ({ window, kind, channel, args, frame }: FromPage) => {
  const sender = windowOf(window).webContents
  const parent = frame.isMain ? null : { url: sender.getURL(), parent: null }
  const senderFrame = { url: fromChromium(frame.url), origin: originFromChromium(frame.origin), parent }
  const event = { sender, senderFrame, processId: 1, frameId: 1 }
  if (kind === 'invoke') return invoke(event, channel, args)
  ipcMain.emit(channel, event, ...args)
  return null
})
answer('page.opening', ({ window, url }: { window: number; url: string }) =>
  windowOf(window).webContents.opening(fromChromium(url)),
)
answer(
  'page.navigating',
  ({ window, url, isMainFrame }: { window: number; url: string; isMainFrame: boolean }) =>
    windowOf(window).webContents.navigating(fromChromium(url), isMainFrame),
)
