import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ClipInfo } from '../../contract/clip.ts'
import type { AnswerFrame, PushFrame, RequestFrame } from '../../contract/frames.ts'
import { Settings } from '../../contract/shapes.ts'
import { createLog } from '../../platform/log.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { answerWithoutClip, type Clip, createClip } from './clip.ts'

/** A core of settings and nothing else. */
function fakeCore(settings: Partial<Settings> = {}) {
  let stored = Settings.parse(settings)
  const listeners = new Set<(frame: PushFrame) => void>()
  const added: unknown[] = []
  return {
    added,
    async call({ id, procedure, input }: RequestFrame): Promise<AnswerFrame> {
      if (procedure === 'postings.addPage') {
        added.push(input)
        return { id, ok: true, value: { jobs: [], how: 'readable', notes: [], undo: null } }
      }
      if (procedure === 'settings.update') {
        stored = { ...stored, ...(input as object) }
        const event = {
          seq: 1,
          type: 'settings.changed' as const,
          at: '',
          payload: { keys: Object.keys(input as object) },
        }
        for (const listener of listeners) listener({ kind: 'event', event })
      }
      return { id, ok: true, value: stored }
    },
    subscribe(_since: number | null, listener: (frame: PushFrame) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function fakeSecrets(broken = false): Secrets & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    safety: async () => 'keystore',
    async set(name, host, value) {
      if (broken) throw new Error('no keystore')
      kept.set(`${name}@${host}`, value)
    },
    get: async (name, host) => kept.get(`${name}@${host}`) ?? null,
    remove: () => {},
    list: () => [],
  }
}

const freePort = async () => {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}
const log = createLog('test', () => {})

let clip: Clip | undefined
let port = 0
beforeEach(async () => {
  port = await freePort()
})
afterEach(async () => {
  await clip?.stop()
  clip = undefined
})

const ask = async (procedure: string, input: unknown = {}): Promise<ClipInfo> => {
  const answer = await clip?.answer({ id: 1, procedure, input })
  if (!answer?.ok) throw Object.assign(new Error(answer?.error.message), answer?.error)
  return answer.value as ClipInfo
}
const post = async (token: string) =>
  (
    await fetch(`http://127.0.0.1:${port}/clip`, {
      method: 'POST',
      body: new URLSearchParams({ token, url: 'https://a.example/', html: '<p>x</p>' }),
    })
  ).status
const isServed = () =>
  fetch(`http://127.0.0.1:${port}/clip`).then(
    () => true,
    () => false,
  )
const tokenOf = (info: ClipInfo) =>
  /"token","([\w-]{43})"/.exec(decodeURIComponent(info.bookmarklet ?? '').replaceAll("'", '"'))?.[1] ?? ''

it('is off by itself: nothing listens, and there is no bookmark', async () => {
  clip = createClip({ ...fakeCore({ clipPort: port }), secrets: fakeSecrets(), log })
  expect(await ask('clip.info')).toEqual({ enabled: false, port, problem: null, bookmarklet: null })
  expect(await isServed()).toBe(false)
})

it('goes on and off with its switch, with a key that stays the same', async () => {
  const core = fakeCore({ clipPort: port })
  const secrets = fakeSecrets()
  clip = createClip({ ...core, secrets, log })
  const on = await ask('clip.setEnabled', { enabled: true })
  expect(on).toMatchObject({ enabled: true, port, problem: null })
  expect(on.bookmarklet).toMatch(/^javascript:/)
  expect(await post(tokenOf(on))).toBe(200)
  expect(core.added).toEqual([{ url: 'https://a.example/', html: '<p>x</p>', company: null }])
  expect(await ask('clip.setEnabled', { enabled: false })).toMatchObject({
    enabled: false,
    bookmarklet: null,
  })
  expect(await isServed()).toBe(false)
  expect(tokenOf(await ask('clip.setEnabled', { enabled: true }))).toBe(tokenOf(on))
  expect([...secrets.kept.keys()]).toEqual(['clip.token@127.0.0.1'])
})

it('follows the settings wherever they are changed, and moves to another port', async () => {
  const core = fakeCore({ clipEnabled: true, clipPort: port })
  clip = createClip({ ...core, secrets: fakeSecrets(), log })
  const first = await ask('clip.info')
  expect(await isServed()).toBe(true)
  const other = await freePort()
  await core.call({ id: 1, procedure: 'settings.update', input: { clipPort: other } })
  const moved = await ask('clip.info')
  expect(moved.port).toBe(other)
  expect(decodeURIComponent(moved.bookmarklet ?? '')).toContain(`127.0.0.1:${other}/clip`)
  expect(tokenOf(moved)).toBe(tokenOf(first))
  expect(await isServed()).toBe(false)
})

it('renewed, the old bookmark stops working', async () => {
  clip = createClip({ ...fakeCore({ clipEnabled: true, clipPort: port }), secrets: fakeSecrets(), log })
  const old = tokenOf(await ask('clip.info'))
  const fresh = tokenOf(await ask('clip.renew'))
  expect(fresh).not.toBe(old)
  expect([await post(old), await post(fresh)]).toEqual([401, 200])
})

it('says plainly that its port is taken, and works on another', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(port, '127.0.0.1', resolve))
  clip = createClip({ ...fakeCore({ clipEnabled: true, clipPort: port }), secrets: fakeSecrets(), log })
  expect(await ask('clip.info')).toMatchObject({
    enabled: true,
    problem: expect.stringContaining(`Port ${port} is taken by another program`),
    bookmarklet: null,
  })
  const other = await freePort()
  expect(await ask('clip.setEnabled', { enabled: true, port: other })).toMatchObject({
    port: other,
    problem: null,
  })
  await new Promise(resolve => taken.close(resolve))
})

it('stays off where the key cannot be kept', async () => {
  clip = createClip({ ...fakeCore({ clipEnabled: true, clipPort: port }), secrets: fakeSecrets(true), log })
  expect(await ask('clip.info')).toMatchObject({
    problem: expect.stringContaining('no way to keep'),
    bookmarklet: null,
  })
  await expect(ask('clip.renew')).rejects.toMatchObject({ code: 'unsupported' })
  expect(await isServed()).toBe(false)
})

it('stops with the app', async () => {
  clip = createClip({ ...fakeCore({ clipEnabled: true, clipPort: port }), secrets: fakeSecrets(), log })
  await ask('clip.info')
  await clip.stop()
  expect(await isServed()).toBe(false)
})

it('a shell without clipping says so, after checking what it was asked', async () => {
  expect(await answerWithoutClip({ id: 1, procedure: 'clip.info', input: {} })).toMatchObject({
    error: { code: 'unsupported' },
  })
  expect(await answerWithoutClip({ id: 1, procedure: 'clip.setEnabled', input: {} })).toMatchObject({
    error: { code: 'bad_input', field: 'enabled' },
  })
})
