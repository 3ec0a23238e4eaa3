import type { StoredEvent } from '../../../main/contract/events.ts'
import type { Carrier, PushFrame } from '../../../main/contract/frames.ts'

/** The live frames that a page gets, in their order. */
export interface Stream {
  frames: PushFrame[]
  events(): StoredEvent[]
  /** Resolves with the first frame, past or to come, that passes. */
  first(test: (frame: PushFrame) => boolean): Promise<PushFrame>
  /** Resolves with the first event, past or to come, of this type. */
  event(type: StoredEvent['type']): Promise<StoredEvent>
  end(): void
}

/** Subscribes; resolves when the `hello` is there, so that everything later is seen. */
export async function listen(carrier: Carrier, since: number | null = null): Promise<Stream> {
  const frames: PushFrame[] = []
  const waiting = new Set<() => void>()
  const end = carrier.subscribe(since, frame => {
    frames.push(frame)
    for (const look of [...waiting]) look()
  })
  const stream: Stream = {
    frames,
    events: () => frames.flatMap(frame => (frame.kind === 'event' ? [frame.event] : [])),
    first: test =>
      new Promise(resolve => {
        const look = () => {
          const found = frames.find(test)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    async event(type) {
      const frame = await stream.first(
        candidate => candidate.kind === 'event' && candidate.event.type === type,
      )
      if (frame.kind !== 'event') throw new Error('not an event')
      return frame.event
    },
    end,
  }
  await stream.first(frame => frame.kind === 'hello')
  return stream
}
