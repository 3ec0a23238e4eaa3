import { expect, test, vi } from 'vitest'
import { rolecallError } from '../../../../main/contract/errors.ts'
import type { DocumentId, DocumentVersionId } from '../../../../main/contract/ids.ts'
import { RolecallFailure } from '../../transport/client.ts'
import { createLetterDesk, type DeskDeps } from './letter-desk.ts'
import { openLetter, type StoredLetter } from './letter-state.ts'

const one: StoredLetter = {
  documentId: 1 as DocumentId,
  versionId: 10 as DocumentVersionId,
  version: 1,
  title: 'To Ada',
  markdown: 'Dear Ada',
  hash: 'of Dear Ada',
}

type Save = DeskDeps['save']
const answerTo: Save = async ({ markdown }) => ({
  documentId: one.documentId,
  versionId: one.versionId,
  version: 1,
  hash: `of ${markdown}`,
  undo: null,
})

/** A core that answers a save only when it is let go on. */
function setUp(stored: StoredLetter | null, more: Partial<DeskDeps> = {}) {
  const held: (() => void)[] = []
  const save = vi.fn<Save>(async input => {
    await new Promise<void>(resolve => held.push(resolve))
    return answerTo(input)
  })
  const deps = { onCreated: vi.fn(), onLost: vi.fn(), onConflict: vi.fn(async () => {}), read: vi.fn() }
  const desk = createLetterDesk(openLetter(stored), null, { ...deps, save, ...more })
  const type = (text: string) => desk.put({ type: 'typed', text })
  const goOn = async (call: number) => {
    await vi.waitFor(() => expect(held).toHaveLength(call))
    held[call - 1]?.()
  }
  return { desk, deps, save, type, goOn }
}

test('what is typed while a save is under way is saved before the page is left', async () => {
  const { desk, deps, save, type, goOn } = setUp(one)
  type('Dear Ada, I')
  void desk.save()
  type('Dear Ada, I write')
  const left = desk.leave()
  await goOn(1)
  await goOn(2)
  await left
  expect(save).toHaveBeenCalledTimes(2)
  expect(save.mock.calls[1]?.[0]).toMatchObject({ markdown: 'Dear Ada, I write', basedOn: 'of Dear Ada, I' })
  expect(deps.onLost).not.toHaveBeenCalled()
})

test('a new letter that is saved by hand while it saves itself stays one letter', async () => {
  const { desk, deps, save, type, goOn } = setUp(null)
  type('Dear')
  void desk.save()
  type('Dear Ada')
  const flushed = desk.flush()
  await goOn(1)
  await goOn(2)
  expect(await flushed).toMatchObject({ documentId: 1, markdown: 'Dear Ada' })
  expect(save.mock.calls.map(([{ documentId }]) => documentId)).toEqual([null, 1])
  expect(deps.onCreated).toHaveBeenCalledTimes(1)
})

test('an export during a save waits for it and gets its version', async () => {
  const { desk, save, type, goOn } = setUp(one)
  type('Dear Ada, I')
  void desk.save()
  const flushed = desk.flush()
  await goOn(1)
  expect(await flushed).toMatchObject({ versionId: 10, markdown: 'Dear Ada, I' })
  expect(save).toHaveBeenCalledTimes(1)
})

test('a version that is begun during a save is the next save, and only that', async () => {
  const { desk, save, type, goOn } = setUp(one)
  type('Two')
  void desk.save()
  desk.keepNext(true)
  type('Three')
  const flushed = desk.flush()
  await goOn(1)
  await goOn(2)
  await flushed
  type('Four')
  const last = desk.flush()
  await goOn(3)
  await last
  expect(save.mock.calls.map(([{ keep }]) => keep)).toEqual([false, true, false])
})

test('a conflict offers the text that the core has, also of an older version, and then saves over it', async () => {
  const two: StoredLetter = {
    ...one,
    versionId: 11 as DocumentVersionId,
    version: 2,
    hash: 'two',
    markdown: 'Two',
  }
  const save = vi.fn<Save>(async input => {
    if (input.base === 10) return answerTo(input)
    const details = { versionId: 10, version: 1 }
    throw new RolecallFailure(rolecallError('conflict', 'Changed elsewhere.', { details }))
  })
  const { versionId: _, ...text } = one
  const { desk, deps, type } = setUp(two, { save, read: async () => text })
  type('Two and more')
  expect(await desk.flush()).toBeNull()
  expect(desk.view().state).toMatchObject({
    text: 'Two and more',
    theirs: { version: 1, markdown: 'Dear Ada' },
  })
  expect(deps.onConflict).toHaveBeenCalledTimes(1)
  // Nothing is tried again before the person chose.
  await desk.flush()
  expect(save).toHaveBeenCalledTimes(1)
  desk.put({ type: 'kept', text: 'mine' })
  expect(await desk.flush()).toMatchObject({ markdown: 'Two and more' })
})

test('what cannot be saved after the person left is told', async () => {
  const save = async () => {
    throw new RolecallFailure(rolecallError('disk_full', 'The disk is full.'))
  }
  const { desk, deps, type } = setUp(one, { save })
  type('Dear Ada, I')
  await desk.leave()
  expect(deps.onLost).toHaveBeenCalledWith('To Ada')
  expect(desk.view().failure).toMatchObject({ code: 'disk_full' })
})
