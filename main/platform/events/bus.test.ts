import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../../tests/support/backend.ts'
import type { StoredEvent } from '../../contract/events.ts'
import { JobId } from '../../contract/ids.ts'
import type { Bus, EventHandler } from './bus.ts'

let dataDir: string
let backend: TestBackend
let bus: Bus

const open = () => {
  backend = openBackend({ dataDir, now: '2026-03-02T09:00:00.000Z' })
  bus = backend.bus
}
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rolecall-bus-'))
  open()
})
afterEach(async () => {
  await backend.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const changed = (id: number) =>
  backend.context.unit(tx => tx.emit('jobs.changed', { jobIds: [JobId.parse(id)] }))
const handlers = async () => (await backend.call('events.monitor', {})).handlers
const failures = () => backend.call('events.failures', {})
/** Ticks until the figures are written. */
const write = () => {
  for (let ticks = 0; ticks < 5; ticks++) bus.tick()
}
/** A handler that keeps what it is given and throws while it is told to. */
function recorder(name = 'Record', types: EventHandler['types'] = ['jobs.changed']) {
  const calls: StoredEvent[][] = []
  const state = { calls, failing: false }
  bus.on({
    name,
    types,
    handle(events) {
      calls.push([...events])
      if (state.failing) throw new Error('No use')
    },
  })
  return state
}

describe('calling handlers', () => {
  it('gives exactly the events of its types, after the commit and in order', async () => {
    const seen: { seqs: number[]; inTransaction: boolean }[] = []
    bus.on({
      name: 'Look',
      types: ['jobs.changed', 'profile.changed'],
      handle: events => {
        seen.push({ seqs: events.map(event => event.seq), inTransaction: backend.db.busy })
      },
    })
    bus.start()
    backend.context.unit(tx => {
      tx.emit('profile.changed', {})
      tx.emit('ai.changed', {})
      tx.emit('jobs.changed', { jobIds: [] })
    })
    expect(seen).toEqual([])
    await bus.settled()
    const seqs = backend.events.filter(event => event.type !== 'ai.changed').map(event => event.seq)
    expect(seen).toEqual([{ seqs, inTransaction: false }])
  })

  it('says nothing of a transaction that was rolled back', async () => {
    const { calls } = recorder()
    bus.start()
    expect(() =>
      backend.context.unit(tx => {
        tx.emit('jobs.changed', { jobIds: [] })
        throw new Error('Back')
      }),
    ).toThrow('Back')
    await bus.settled()
    expect(calls).toEqual([])
    expect(await backend.call('events.list', {})).toEqual([])
  })

  it('makes one call of many events, and none while one is under way', async () => {
    let go = () => {}
    let running = 0
    const sizes: number[] = []
    bus.on({
      name: 'Slow',
      types: ['jobs.changed'],
      async handle(events) {
        running += 1
        sizes.push(events.length)
        expect(running).toBe(1)
        await new Promise<void>(resolve => {
          go = resolve
        })
        running -= 1
      },
    })
    bus.start()
    for (let id = 1; id <= 10; id++) changed(id)
    await new Promise(resolve => setImmediate(resolve))
    for (let id = 11; id <= 15; id++) changed(id)
    await new Promise(resolve => setImmediate(resolve))
    expect(sizes).toEqual([10])
    go()
    await new Promise(resolve => setImmediate(resolve))
    go()
    await bus.settled()
    expect(sizes).toEqual([10, 5])
  })

  it('refuses a second handler of a name, and one that comes after the start', () => {
    recorder('One')
    expect(() => recorder('One')).toThrow('One')
    bus.start()
    expect(() => recorder('Two')).toThrow('Two')
  })

  it('keeps figures, written together and not with each event', async () => {
    recorder()
    bus.start()
    changed(1)
    changed(2)
    await bus.settled()
    expect(await handlers()).toMatchObject([{ name: 'Record', handled: 0, meanMs: null }])
    write()
    expect(await handlers()).toMatchObject([
      {
        name: 'Record',
        types: ['jobs.changed'],
        handled: 2,
        failed: 0,
        lastAt: backend.clock.now(),
        waiting: 0,
      },
    ])
  })
})

describe('handlers that fail', () => {
  it('do not keep others from their work, and are told of as an event', async () => {
    const bad = recorder('Bad')
    const good = recorder('Good')
    bad.failing = true
    bus.start()
    changed(1)
    await bus.settled()
    expect(good.calls).toHaveLength(1)
    const [event] = backend.events
    expect(backend.events.at(-1)).toMatchObject({
      type: 'handler.failed',
      payload: { handler: 'Bad', seq: event?.seq },
    })
    expect(await failures()).toMatchObject([
      { handler: 'Bad', seq: event?.seq, type: 'jobs.changed', error: 'No use', attempts: 1 },
    ])
    write()
    expect(await handlers()).toMatchObject([
      { name: 'Bad', failed: 1, lastError: 'No use', waiting: 1 },
      { name: 'Good', failed: 0, lastError: null, waiting: 0 },
    ])
  })

  it('are called again after 1 s, 10 s, 1 min and 10 min, then no more', async () => {
    const bad = recorder()
    bad.failing = true
    bus.start()
    changed(1)
    await bus.settled()
    for (const [pause, attempts] of [
      [1_000, 2],
      [10_000, 3],
      [60_000, 4],
      [600_000, 5],
    ] as const) {
      backend.clock.advance(pause - 1)
      bus.tick()
      await bus.settled()
      expect(await failures()).toMatchObject([{ attempts: attempts - 1 }])
      backend.clock.advance(1)
      bus.tick()
      await bus.settled()
      expect(await failures()).toMatchObject([{ attempts }])
    }
    expect(await failures()).toMatchObject([{ nextAt: null }])
    backend.clock.advance(86_400_000)
    bus.tick()
    await bus.settled()
    expect(bad.calls).toHaveLength(5)
    expect(bad.calls.every(events => events.length === 1)).toBe(true)
  })

  it('are forgotten once a later call goes well', async () => {
    const bad = recorder()
    bad.failing = true
    bus.start()
    changed(1)
    await bus.settled()
    bad.failing = false
    backend.clock.advance(1_000)
    bus.tick()
    await bus.settled()
    expect(await failures()).toEqual([])
    expect(bad.calls[1]).toEqual(bad.calls[0])
  })

  it('are due at once when the clock was put back', async () => {
    const bad = recorder()
    bad.failing = true
    bus.start()
    changed(1)
    await bus.settled()
    bad.failing = false
    backend.clock.set('2026-03-01T09:00:00.000Z')
    bus.tick()
    await bus.settled()
    expect(await failures()).toEqual([])
  })

  it('join the failure that waits, and are tried again together', async () => {
    const bad = recorder()
    bad.failing = true
    bus.start()
    for (let id = 1; id <= 3; id++) {
      changed(id)
      await bus.settled()
    }
    expect(await failures()).toHaveLength(1)
    expect(backend.events.filter(event => event.type === 'handler.failed')).toHaveLength(1)
    bad.failing = false
    backend.clock.advance(1_000)
    bus.tick()
    await bus.settled()
    expect(bad.calls.at(-1)).toEqual(backend.events.filter(event => event.type === 'jobs.changed'))
    expect(await failures()).toEqual([])
  })

  it('never fail because of failures', async () => {
    const { calls } = recorder('Watch failures', ['handler.failed'])
    bus.on({
      name: 'Bad watcher',
      types: ['handler.failed', 'jobs.changed'],
      handle() {
        throw new Error('Always')
      },
    })
    bus.start()
    changed(1)
    await bus.settled()
    expect(calls).toHaveLength(1)
    expect(backend.events.filter(event => event.type === 'handler.failed')).toHaveLength(1)
    expect(await failures()).toHaveLength(1)
  })

  it('that reject later are failures as well', async () => {
    bus.on({
      name: 'Later',
      types: ['jobs.changed'],
      handle: async () => {
        await null
        throw new Error('Later')
      },
    })
    bus.start()
    changed(1)
    await bus.settled()
    expect(await failures()).toMatchObject([{ handler: 'Later', error: 'Later' }])
  })

  it('can be tried again by hand, also when they were given up', async () => {
    const bad = recorder()
    bad.failing = true
    bus.start()
    changed(1)
    await bus.settled()
    const failureId = (await failures())[0]?.id ?? 0
    for (let attempts = 2; attempts <= 6; attempts++)
      expect(await backend.call('events.retry', { failureId })).toEqual({ done: false })
    expect(await failures()).toMatchObject([{ attempts: 6, nextAt: null }])
    bad.failing = false
    expect(await backend.call('events.retry', { failureId })).toEqual({ done: true })
    expect(await failures()).toEqual([])
    expect(await backend.refusal('events.retry', { failureId })).toMatchObject({ code: 'not_found' })
  })
})

describe('after a restart', () => {
  const restart = async () => {
    await backend.close()
    open()
  }

  it('handlers are called with what they missed', async () => {
    recorder()
    bus.start()
    changed(1)
    await bus.settled()
    write()
    // The process dies before the handler came to it.
    changed(2)
    const missed = backend.events.at(-1)
    await restart()
    const { calls } = recorder()
    bus.start()
    await bus.settled()
    expect(calls).toEqual([[missed]])
  })

  it('handlers are not called again with what they dealt with', async () => {
    recorder()
    bus.start()
    changed(1)
    await bus.settled()
    await bus.stop()
    await restart()
    const { calls } = recorder()
    bus.start()
    await bus.settled()
    expect(calls).toEqual([])
    expect(await handlers()).toMatchObject([{ handled: 1 }])
  })

  it('failures are tried on where they were', async () => {
    recorder().failing = true
    bus.start()
    changed(1)
    await bus.settled()
    await bus.stop()
    await restart()
    const { calls } = recorder()
    bus.start()
    backend.clock.advance(1_000)
    bus.tick()
    await bus.settled()
    expect(calls).toHaveLength(1)
    expect(await failures()).toEqual([])
  })

  it('a new handler has missed nothing, and one that is gone is forgotten', async () => {
    recorder('Old').failing = true
    bus.start()
    changed(1)
    await bus.settled()
    await bus.stop()
    await restart()
    const { calls } = recorder('New')
    bus.start()
    await bus.settled()
    expect(calls).toEqual([])
    expect((await handlers()).map(handler => handler.name)).toEqual(['New'])
    expect(await failures()).toEqual([])
  })
})
