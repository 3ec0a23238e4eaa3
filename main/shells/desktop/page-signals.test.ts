import { describe, expect, it } from 'vitest'
import type { PushFrame } from '../../contract/frames.ts'
import { createPageSignals } from './page-signals.ts'

const hello: PushFrame = { kind: 'hello', seq: 3, gap: false }
const to = (path: string): PushFrame => ({
  kind: 'signal',
  signal: { type: 'shell.navigate', payload: { path } },
})

function core() {
  const listening = new Set<(frame: PushFrame) => void>()
  return {
    listening,
    subscribe(_since: number | null, listener: (frame: PushFrame) => void) {
      listening.add(listener)
      return () => void listening.delete(listener)
    },
    push(frame: PushFrame) {
      for (const listener of listening) listener(frame)
    },
  }
}

describe('createPageSignals', () => {
  it('leads a listening page at once', () => {
    const { subscribe, push } = core()
    const signals = createPageSignals(subscribe)
    const heard: PushFrame[] = []
    signals.subscribe(null, frame => heard.push(frame))
    push(hello)
    signals.navigate('/jobs/12')
    expect(heard).toEqual([hello, to('/jobs/12')])
  })

  it('leads a page that is still loading when it listens, to the newest path and only once', () => {
    const { subscribe, push } = core()
    const signals = createPageSignals(subscribe)
    signals.navigate('/jobs/1')
    signals.navigate('/jobs/2')
    const heard: PushFrame[] = []
    signals.subscribe(null, frame => heard.push(frame))
    push(hello)
    push(hello)
    expect(heard).toEqual([hello, to('/jobs/2'), hello])
  })

  it('keeps the path for the next page when the listening one is gone', () => {
    const { subscribe, push, listening } = core()
    const signals = createPageSignals(subscribe)
    const end = signals.subscribe(null, () => {})
    push(hello)
    end()
    expect(listening.size).toBe(0)
    signals.navigate('/settings')
    const heard: PushFrame[] = []
    signals.subscribe(null, frame => heard.push(frame))
    push(hello)
    expect(heard).toEqual([hello, to('/settings')])
  })
})
