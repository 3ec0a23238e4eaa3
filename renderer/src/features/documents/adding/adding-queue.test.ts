import { expect, test, vi } from 'vitest'
import { LARGEST_DOCUMENT } from '../../../../../main/contract/documents.ts'
import { rolecallError } from '../../../../../main/contract/errors.ts'
import { DocumentId, DocumentVersionId, UploadId } from '../../../../../main/contract/ids.ts'
import { RolecallFailure } from '../../../transport/client.ts'
import { type AddingDeps, createAddingQueue, oneVersion, TO_LIBRARY } from './adding-queue.ts'

const file = (name: string, text = 'words') => new File([text], name)
const failure = (code: Parameters<typeof rolecallError>[0], message: string) =>
  new RolecallFailure(rolecallError(code, message))

function setUp(more: Partial<AddingDeps> = {}) {
  let ended = () => {}
  const end = new Promise<void>(resolve => {
    ended = resolve
  })
  let id = 0
  const queue = createAddingQueue({
    upload: async () => UploadId.parse('a'.repeat(32)),
    add: async () => {
      id += 1
      return {
        documentId: DocumentId.parse(id),
        versionId: DocumentVersionId.parse(id * 10),
        already: false,
        undo: null,
      }
    },
    onEnd: ended,
    ...more,
  })
  return { queue, end, states: () => queue.items().map(({ state }) => state) }
}

test('files are kept one after the other, and a failure stops none of the others', async () => {
  let busy = 0
  const upload = vi.fn(async (given: File) => {
    busy += 1
    expect(busy).toBe(1)
    await Promise.resolve()
    busy -= 1
    if (given.name === 'bad.pdf') throw failure('file_not_understood', 'This is no document.')
    return UploadId.parse('a'.repeat(32))
  })
  const { queue, end, states } = setUp({ upload })
  queue.give([file('a.pdf'), file('bad.pdf'), file('c.pdf')])
  await end
  expect(states()).toEqual(['kept', 'failed', 'kept'])
  expect(queue.items()[1]).toMatchObject({ problem: 'This is no document.', again: false })
  expect(queue.items()[2]).toMatchObject({ documentId: 2, versionId: 20 })
})

test('what is empty or too large is not sent', async () => {
  const upload = vi.fn(async () => UploadId.parse('a'.repeat(32)))
  const { queue, end, states } = setUp({ upload })
  const large = file('large.pdf')
  Object.defineProperty(large, 'size', { value: LARGEST_DOCUMENT + 1 })
  queue.give([file('empty.pdf', ''), large])
  await end
  expect(states()).toEqual(['failed', 'failed'])
  expect(queue.items().map(({ problem }) => problem)).toEqual([
    expect.stringContaining('empty'),
    expect.stringContaining('may have 20 MB'),
  ])
  expect(upload).not.toHaveBeenCalled()
})

test('a cancel stops the file under way and those that wait; what is kept stays', async () => {
  const { queue, end, states } = setUp({
    upload: async (given, signal) => {
      if (given.name === 'a.pdf') return UploadId.parse('a'.repeat(32))
      queue.cancel()
      if (signal.aborted) throw failure('cancelled', 'The upload was cancelled.')
      return UploadId.parse('a'.repeat(32))
    },
  })
  queue.give([file('a.pdf'), file('b.pdf'), file('c.pdf')])
  await end
  expect(states()).toEqual(['kept', 'cancelled', 'cancelled'])
})

test('a file that failed is tried again', async () => {
  let tries = 0
  const { queue, end, states } = setUp({
    upload: async () => {
      tries += 1
      if (tries === 1) throw failure('busy', 'Try later.')
      return UploadId.parse('a'.repeat(32))
    },
  })
  queue.give([file('a.pdf')])
  await end
  expect(queue.items()[0]).toMatchObject({ state: 'failed', again: true })
  queue.again(queue.items()[0]?.id ?? 0)
  await vi.waitFor(() => expect(states()).toEqual(['kept']))
})

test('a new batch replaces what was done with, and joins what is under way', async () => {
  const { queue, end, states } = setUp()
  queue.give([file('a.pdf')])
  queue.give([file('b.pdf')])
  await end
  expect(states()).toEqual(['kept', 'kept'])
  queue.give([], undefined, [{ file: file('c.odt'), why: 'Save it as DOCX.' }])
  expect(queue.items().map(({ problem }) => problem)).toEqual(['Save it as DOCX.'])
  queue.clear()
  expect(queue.items()).toEqual([])
})

test('of several files for a new version one is taken, and the others are refused in words', async () => {
  const files = [file('a.pdf'), file('b.pdf'), file('c.pdf')]
  const goal = { ...TO_LIBRARY, documentId: DocumentId.parse(7) }
  const { taken, left } = oneVersion(goal, files)
  const { queue, end, states } = setUp()
  queue.give(taken, goal, left)
  await end
  expect(states()).toEqual(['kept', 'failed', 'failed'])
  expect(queue.items()[2]).toMatchObject({
    problem: expect.stringContaining('One file becomes'),
    again: false,
  })
  expect(oneVersion(TO_LIBRARY, files)).toEqual({ taken: files, left: [] })
  expect(oneVersion(undefined, files).taken).toHaveLength(3)
})
