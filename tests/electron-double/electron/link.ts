import { isRecord } from './values.ts'

/** How the double's main process speaks with the test: questions and answers both ways, over the child's channel. */

type Answering = (params: never) => unknown

const answering = new Map<string, Answering>()
const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
let lastId = 0

/** Asks the side that owns Chromium and the person's hands. */
export function ask(method: string, params: unknown): Promise<unknown> {
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    process.send?.({ ask: method, id, params })
  })
}

/** Says something that needs no answer. */
export function tell(method: string, params: unknown): void {
  ask(method, params).catch(() => {})
}

/** Answers questions of the test by name. */
export function answer<P>(method: string, by: (params: P) => unknown): void {
  answering.set(method, by)
}

/** Resolves when everything said so far has left the process. */
export function flushed(): Promise<void> {
  return new Promise(resolve => {
    if (!process.send || !process.connected) return resolve()
    process.send({ flush: true }, () => resolve())
  })
}

process.on('message', async (message: unknown) => {
  if (!isRecord(message)) return
  if (typeof message.answer === 'number') {
    const asked = waiting.get(message.answer)
    waiting.delete(message.answer)
    if (typeof message.error === 'string') asked?.reject(new Error(message.error))
    else asked?.resolve(message.value)
    return
  }
  if (typeof message.ask !== 'string') return
  const reply = (rest: object) => process.connected && process.send?.({ answer: message.id, ...rest })
  try {
    const by = answering.get(message.ask)
    if (!by) throw new Error(`The double cannot ${message.ask}`)
    reply({ value: await by(message.params as never) })
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) })
  }
})
// The test is gone: nobody would ever end this process.
process.on('disconnect', () => process.exit(1))
