import { EventEmitter } from 'node:events'
import { requireReady } from './app.ts'
import { answer } from './link.ts'

interface Options {
  id?: string
  title?: string
  body?: string
}

const shown: Notification[] = []

/** Electron's `Notification`: kept until the test clicks or closes it. */
export class Notification extends EventEmitter {
  readonly id: string
  readonly title: string
  readonly body: string

  constructor({ id = crypto.randomUUID(), title = '', body = '' }: Options = {}) {
    super()
    requireReady('Cannot create Notification before app is ready')
    this.id = id
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    return true
  }

  static handleActivation(): void {
    throw new Error('Notification.handleActivation is only there on Windows')
  }

  show(): void {
    shown.push(this)
    this.emit('show', {})
  }

  close(): void {
    shown.splice(shown.indexOf(this), 1)
    this.emit('close', {})
  }
}

answer('notifications', () => shown.map(({ id, title, body }) => ({ id, title, body })))
answer('notifications.click', (id: string) => {
  const found = shown.find(one => one.id === id)
  if (!found) throw new Error(`There is no notification ${id}`)
  shown.splice(shown.indexOf(found), 1)
  found.emit('click', {})
})
