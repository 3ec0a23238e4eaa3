import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asker, asker } from './kit/ask.ts'
import { CARRIERS, type OpenCarrier } from './kit/carriers.ts'
import { openTestCore, type TestCore } from './kit/core.ts'
import { listen, type Stream } from './kit/stream.ts'

/** Sequence numbers of the events, in the order in which they came. */
const seqs = (stream: Stream) => stream.events().map(event => event.seq)
const rising = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + 1 + index)

describe.each(CARRIERS)('live events over %s', (name, open) => {
  let test: TestCore
  let page: OpenCarrier
  let asking: Asker
  beforeAll(async () => {
    test = await openTestCore()
    page = await open(test.core)
    asking = asker(page.carrier)
  })
  afterAll(async () => {
    await page.close()
    await test.close()
  })
  const change = (count: number) =>
    Promise.all(Array.from({ length: count }, () => asking.ask('settings.update', { theme: 'dark' })))
  const newest = async () => {
    const stream = await listen(page.carrier)
    stream.end()
    const [hello] = stream.frames
    return hello?.kind === 'hello' ? hello.seq : -1
  }

  it('begin with a hello and follow in sequence', async () => {
    const stream = await listen(page.carrier)
    const [hello] = stream.frames
    expect(hello).toMatchObject({ kind: 'hello', gap: false })
    const start = hello?.kind === 'hello' ? hello.seq : -1
    await change(25)
    await stream.first(frame => frame.kind === 'event' && frame.event.seq === start + 25)
    expect(seqs(stream)).toEqual(rising(start, 25))
    expect(stream.events()[0]).toMatchObject({ type: 'settings.changed', payload: { keys: ['theme'] } })
    stream.end()
  })

  it('reach the page right after the commit, and every page', async () => {
    const [one, two] = [await listen(page.carrier), await listen(page.carrier)]
    const asked = performance.now()
    const answered = asking.ask('profile.save', { name: 'Sam' }).then(() => performance.now())
    await Promise.all([one.event('profile.changed'), two.event('profile.changed')])
    const seen = performance.now()
    console.log(
      `${name}: event ${(seen - asked).toFixed(1)} ms, answer ${((await answered) - asked).toFixed(1)} ms after the call`,
    )
    expect(seen - asked).toBeLessThan(2_000)
    one.end()
    two.end()
  })

  it('end when the page stops listening', async () => {
    const [gone, here] = [await listen(page.carrier), await listen(page.carrier)]
    gone.end()
    await change(1)
    await here.event('settings.changed')
    expect(gone.events()).toEqual([])
    here.end()
  })

  it('are resumed where the page was, none lost and none doubled', async () => {
    const start = await newest()
    let last = start
    const seen: number[] = []
    for (let round = 0; round < 5; round += 1) {
      // Some happen while nobody listens, some while the page is coming back, some after.
      await change(3)
      const during = change(3)
      const stream = await listen(page.carrier, last)
      await during
      await stream.first(frame => frame.kind === 'event' && frame.event.seq === start + (round + 1) * 6)
      seen.push(...seqs(stream))
      last = seen.at(-1) ?? last
      stream.end()
    }
    expect(seen).toEqual(rising(start, 30))
  })

  it('say that they cannot be resumed when the place is unknown or too far back', async () => {
    const start = await newest()
    const future = await listen(page.carrier, start + 1_000)
    expect(future.frames[0]).toEqual({ kind: 'hello', seq: start, gap: true })
    await change(501)
    const behind = await listen(page.carrier, start)
    expect(behind.frames[0]).toEqual({ kind: 'hello', seq: start + 501, gap: true })
    await change(1)
    await behind.first(frame => frame.kind === 'event')
    expect(seqs(behind)).toEqual([start + 502])
    future.end()
    behind.end()
  })

  it('survive a connection that breaks again and again', async context => {
    const { breakConnection } = page
    if (!breakConnection) return context.skip('This carrier has no connection that could break')
    const stream = await listen(page.carrier)
    const [hello] = stream.frames
    const start = hello?.kind === 'hello' ? hello.seq : -1
    for (let round = 1; round <= 4; round += 1) {
      const during = change(5)
      breakConnection()
      await during
      await stream.first(frame => frame.kind === 'event' && frame.event.seq === start + round * 5)
    }
    expect(seqs(stream)).toEqual(rising(start, 20))
    // The page knew each time that it was cut off, and each time that it was back.
    const kinds = stream.frames.map(frame => (frame.kind === 'signal' ? frame.signal.type : frame.kind))
    expect(kinds.filter(kind => kind === 'core.state')).toHaveLength(4)
    expect(kinds.filter(kind => kind === 'hello')).toHaveLength(5)
    stream.end()
  })
})
