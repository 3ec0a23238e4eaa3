// Runs in every document before its own scripts, as Electron's renderer does: gives the preload script its
// `electron`, and asks the session before what a browser would ask a person.
/* global __electronDouble */
;(preload => {
  const say = globalThis.__electronDouble
  const isMain = globalThis === globalThis.top
  const ask = message => say({ ...message, isMain, url: location.href })

  addEventListener('securitypolicyviolation', event => {
    ask({ kind: 'violation', directive: event.effectiveDirective, blocked: event.blockedURI }).catch(() => {})
  })

  const denied = () => new DOMException('Permission denied', 'NotAllowedError')
  const guard = (object, name, permission, refuse) => {
    const own = object?.[name]?.bind(object)
    if (own)
      object[name] = async (...args) =>
        (await ask({ kind: 'request', permission })) ? own(...args) : refuse(args)
  }
  const reject = () => Promise.reject(denied())
  guard(navigator.mediaDevices, 'getUserMedia', 'media', reject)
  guard(navigator.clipboard, 'readText', 'clipboard-read', reject)
  guard(navigator.clipboard, 'writeText', 'clipboard-sanitized-write', reject)
  guard(globalThis.Notification, 'requestPermission', 'notifications', () => 'denied')
  guard(navigator.geolocation, 'getCurrentPosition', 'geolocation', ([, failed]) => failed?.({ code: 1 }))
  if (navigator.permissions)
    navigator.permissions.query = async ({ name }) => ({
      name,
      state: (await ask({ kind: 'check', permission: name })) ? 'granted' : 'denied',
    })

  // A preload script runs in the main frame only. A foreign frame keeps the bare channel: what a page that was taken
  // over could send, a test can send from there.
  if (!isMain) return
  delete globalThis.__electronDouble

  const listeners = new Map()
  const on = (channel, listener, once) => {
    const list = listeners.get(channel) ?? []
    list.push({ listener, once })
    listeners.set(channel, list)
    return ipcRenderer
  }
  const off = (channel, listener) => {
    const list = listeners.get(channel) ?? []
    listeners.set(
      channel,
      list.filter(one => one.listener !== listener),
    )
    return ipcRenderer
  }
  const ipcRenderer = {
    invoke: (channel, ...args) => ask({ kind: 'invoke', channel, args: structuredClone(args) }),
    send(channel, ...args) {
      ask({ kind: 'send', channel, args: structuredClone(args) }).catch(() => {})
    },
    on: (channel, listener) => on(channel, listener, false),
    once: (channel, listener) => on(channel, listener, true),
    off,
    removeListener: off,
    removeAllListeners(channel) {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  /** What crosses between the isolated world and the page's: functions as proxies, data as copies, nothing else. */
  const copied = value => {
    if (typeof value === 'function') return (...args) => copied(value(...args.map(copied)))
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) return value.then(copied)
    if (Array.isArray(value)) return value.map(copied)
    if (Object.getPrototypeOf(value) === Object.prototype)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]))
    return structuredClone(value)
  }
  const frozen = value => {
    if (typeof value !== 'object' || value === null) return value
    for (const one of Object.values(value)) frozen(one)
    return Object.freeze(value)
  }
  const contextBridge = {
    exposeInMainWorld(key, api) {
      if (key in globalThis)
        throw new Error(`Cannot bind an API on top of an existing property on the window object`)
      Object.defineProperty(globalThis, key, { value: frozen(copied(api)), enumerable: true })
    },
  }

  Object.defineProperty(globalThis, Symbol.for('electron-double'), {
    value(channel, args) {
      for (const one of listeners.get(channel) ?? []) {
        if (one.once) off(channel, one.listener)
        one.listener({ sender: ipcRenderer }, ...args)
      }
    },
  })

  /** What a sandboxed preload script may require of Electron; the rest is not there. */
  const require = name => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  preload?.(require, {}, { exports: {} })
})(/*PRELOAD*/ null)
