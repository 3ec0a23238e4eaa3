import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Asker, asker } from './kit/ask.ts'
import { CARRIERS, type OpenCarrier } from './kit/carriers.ts'
import { openTestCore, type TestCore } from './kit/core.ts'
import { listen, type Stream } from './kit/stream.ts'

const isState = (state: string) => (frame: Stream['frames'][number]) =>
  frame.kind === 'signal' && frame.signal.type === 'core.state' && frame.signal.payload.state === state

describe.each(CARRIERS)('a thread that ends, over %s', (_name, open) => {
  let test: TestCore
  let page: OpenCarrier
  let asking: Asker
  beforeEach(async () => {
    test = await openTestCore()
    page = await open(test.core)
    asking = asker(page.carrier)
  })
  afterEach(async () => {
    await page.close()
    await test.close()
  })

  it('backend: open commands are answered retryable, it starts again, the next call works, events go on', async () => {
    const stream = await listen(page.carrier)
    await asking.ask('profile.save', { name: 'Before' })
    // In one go, so that they are under way when the thread ends.
    const crashed = test.core.crash('backend')
    const direct = test.core.call({ id: 1, procedure: 'profile.save', input: { name: 'Lost' } })
    const refused = asking.refusal('profile.save', { name: 'Lost' })
    expect(await direct).toMatchObject({ ok: false, error: { code: 'backend_gone', retryable: true } })
    expect(await refused).toMatchObject({ code: 'backend_gone', retryable: true })
    await crashed
    await stream.first(isState('restarting'))
    await stream.first(isState('ready'))
    expect((await asking.ask('profile.get', {})).name).toBe('Before')
    await asking.ask('profile.save', { name: 'After' })
    expect((await asking.ask('profile.get', {})).name).toBe('After')
    const saved = () => stream.events().filter(event => event.type === 'profile.changed').length
    await stream.first(() => saved() === 2)
    stream.end()
  })

  it('a subscription that begins while the backend is away begins when it is back', async () => {
    const before = await listen(page.carrier)
    const crashed = test.core.crash('backend')
    const stream = await listen(page.carrier)
    await crashed
    await before.first(isState('ready'))
    await asking.ask('profile.save', { name: 'Sam' })
    await stream.event('profile.changed')
    expect(stream.events()).toHaveLength(1)
    before.end()
    stream.end()
  })

  it('reader: its questions are answered by the other one', async () => {
    const questions = Array.from({ length: 12 }, () => asking.ask('campaigns.list', {}))
    await test.core.crash('reader')
    const more = Array.from({ length: 12 }, () => asking.ask('campaigns.list', {}))
    expect(await Promise.all([...questions, ...more])).toEqual(Array.from({ length: 24 }, () => []))
  })

  it('a stop during calls leaves none without an answer', async () => {
    const calls = Array.from({ length: 20 }, (_, index) =>
      page.carrier.call({
        id: index + 1,
        procedure: index % 2 === 0 ? 'campaigns.create' : 'campaigns.list',
        input: { name: `C ${index}` },
      }),
    )
    const stopped = test.core.stop()
    const answers = await Promise.all(calls)
    await stopped
    expect(answers.map(answer => answer.id)).toEqual(calls.map((_, index) => index + 1))
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('backend_gone')
    const late = await page.carrier.call({ id: 99, procedure: 'campaigns.list', input: {} })
    expect(late).toMatchObject({ id: 99, ok: false, error: { code: 'backend_gone' } })
  })
})
