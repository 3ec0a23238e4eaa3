import { afterEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import { addFile, parsedResume, plainReader, readAll } from '../../tests/support/documents.ts'
import { type Result, rolecallError } from '../contract/errors.ts'
import { currentResumes, type DocumentTask, readingOf } from './service.ts'

// Documents are read one after the other in the background, whatever their files are, and a restart goes on.

const open: TestBackend[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(backend => backend.close()))
})

type Reader = (task: DocumentTask) => Promise<Result<unknown>>
function openWith(readDocument: Reader, dataDir?: string): TestBackend {
  const backend = openBackend({ readDocument, ...(dataDir === undefined ? {} : { dataDir }) })
  open.push(backend)
  return backend
}
const closed = async (backend: TestBackend) => {
  open.splice(open.indexOf(backend), 1)
  await backend.close()
}

/** A reader that answers when the test lets it. */
function heldReader() {
  const asked: string[] = []
  const free: (() => void)[] = []
  const read: Reader = async task => {
    asked.push(task.name)
    await new Promise<void>(resolve => free.push(resolve))
    return plainReader(task)
  }
  const tick = () => new Promise(resolve => setImmediate(resolve))
  const until = async (done: () => boolean) => {
    while (!done()) await tick()
  }
  return {
    asked,
    read,
    /** Waits until so many files were asked for. */
    reached: (count: number) => until(() => asked.length >= count),
    /** Lets the oldest reading end. */
    async end() {
      await until(() => free.length > 0)
      free.shift()?.()
    },
  }
}

const readingsOf = async (backend: TestBackend) => {
  const { rows } = await backend.call('documents.list', { limit: 200 })
  return Object.fromEntries(rows.map(({ title, current }) => [title, current.reading.state]))
}
const readEvents = (backend: TestBackend) =>
  backend.events.flatMap(event => (event.type === 'document.read' ? [event.payload] : []))

describe('reading', () => {
  it('takes files in the order they came, what the person looks at first', async () => {
    const held = heldReader()
    const backend = openWith(held.read)
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) {
      backend.clock.advance(10)
      await addFile(backend, name, `Words of ${name}`)
    }
    backend.reading.wake()
    await held.reached(1)
    const { rows } = await backend.call('documents.list', { text: 'd' })
    await backend.call('documents.readAgain', { versionId: rows[0]?.current.versionId as never })
    for (let at = 0; at < 4; at += 1) await held.end()
    await backend.reading.settled()
    expect(held.asked).toEqual(['a.txt', 'd.txt', 'b.txt', 'c.txt'])
    expect(await readingsOf(backend)).toEqual({ a: 'read', b: 'read', c: 'read', d: 'read' })
    expect(readEvents(backend).map(({ title }) => title)).toEqual(['a', 'd', 'b', 'c'])
    expect(backend.signals.at(-1)).toEqual({ type: 'documents.progress', payload: { done: 4, total: 4 } })
    expect(await backend.call('documents.reading', {})).toEqual({ waiting: 0, done: 4 })
  })

  it('says what was read, and for other areas what was understood', async () => {
    const resume = parsedResume({ confidence: 0.8, language: 'de' })
    const backend = openWith(async () => ({
      ok: true,
      value: {
        state: 'read',
        message: null,
        pages: 2,
        words: 5,
        remarks: ['A remark.'],
        text: [
          { page: 1, text: 'One' },
          { page: 2, text: 'Two' },
        ],
        resume,
      },
    }))
    const { documentId, versionId } = await addFile(backend, 'cv.txt', 'Words')
    await readAll(backend)
    expect((await backend.call('documents.get', { documentId })).current.reading).toEqual({
      state: 'read',
      message: null,
      pages: 2,
      words: 5,
      language: 'de',
      looksLike: 'resume',
      confidence: 0.8,
      remarks: ['A remark.'],
    })
    expect((await backend.call('documents.text', { versionId })).pages.map(({ text }) => text)).toEqual([
      'One',
      'Two',
    ])
    expect(readingOf(backend.db, versionId)).toMatchObject({ title: 'cv', current: true, resume })
    expect(currentResumes(backend.db, null).map(reading => reading.versionId)).toEqual([versionId])
    expect(currentResumes(backend.db, null, 0)).toEqual([])
    expect(readingOf(backend.db, 99)).toBeNull()
  })

  it('makes a letter of what reads like one, unless the person said what it is', async () => {
    const backend = openWith(plainReader)
    await addFile(backend, 'guessed.txt', 'Dear team, one')
    await addFile(backend, 'said.txt', 'Dear team, two', { kind: 'resume' })
    await addFile(backend, 'other.txt', 'Jane Doe')
    await readAll(backend)
    const kinds = async () =>
      Object.fromEntries(
        (await backend.call('documents.list', {})).rows.map(({ title, kind }) => [title, kind]),
      )
    expect(await kinds()).toEqual({ guessed: 'cover_letter', said: 'resume', other: 'resume' })
    // The same bytes once more are not read again, and are known for what they are.
    const { rows } = await backend.call('documents.list', { kind: 'cover_letter' })
    await backend.call('documents.remove', { documentIds: rows.map(({ documentId }) => documentId) })
    await addFile(backend, 'again.txt', 'Dear team, one')
    expect(await kinds()).toEqual({ again: 'cover_letter', said: 'resume', other: 'resume' })
  })

  it.each([
    [rolecallError('parser_timeout', 'The file could not be read within 20 seconds.'), 'refused'],
    [rolecallError('parser_failed', 'Too much memory.', { details: { limit: 'memory' } }), 'refused'],
    [rolecallError('parser_failed', 'Reading it ended the reader.'), 'failed'],
  ])('goes on after a file that ends the reader: %j', async (error, state) => {
    const backend = openWith(async task =>
      task.name === 'bad.txt' ? { ok: false, error } : plainReader(task),
    )
    await addFile(backend, 'bad.txt', 'Bad')
    await addFile(backend, 'good.txt', 'Good')
    await readAll(backend)
    expect(await readingsOf(backend)).toEqual({ bad: state, good: 'read' })
    const { rows } = await backend.call('documents.list', { text: 'bad' })
    expect(rows[0]?.current.reading.message).toBe(error.message)
  })

  it('keeps the beginning of a text without an end', async () => {
    const backend = openWith(plainReader)
    const { documentId, versionId } = await addFile(backend, 'a.txt', 'word '.repeat(200_000))
    await readAll(backend)
    const { pages } = await backend.call('documents.text', { versionId })
    expect(pages[0]?.text.length).toBe(500_000)
    const { current } = await backend.call('documents.get', { documentId })
    expect(current.reading).toMatchObject({
      state: 'read',
      words: 200_001,
      remarks: [expect.stringContaining('500,000')],
    })
  })

  it('does not trust an answer that is none', async () => {
    const backend = openWith(async () => ({ ok: true, value: { state: 'waiting', resume: 7 } }))
    await addFile(backend, 'a.txt', 'Words')
    await readAll(backend)
    expect(await readingsOf(backend)).toEqual({ a: 'failed' })
  })

  it('is told that files are near, and reads those that come', async () => {
    const backend = openWith(plainReader)
    expect(await backend.call('documents.expect', {})).toEqual({})
    await addFile(backend, 'a.txt', 'Words')
    await readAll(backend)
    expect(await readingsOf(backend)).toEqual({ a: 'read' })
  })

  it('can be stopped: what was read stays, and each may be read again', async () => {
    const held = heldReader()
    const backend = openWith(held.read)
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await addFile(backend, name, `Words of ${name}`)
    backend.reading.wake()
    await held.reached(1)
    expect(await backend.call('documents.reading', {})).toEqual({ waiting: 3, done: 0 })
    expect(await backend.call('documents.cancelReading', {})).toEqual({ cancelled: 2 })
    await held.end()
    await backend.reading.settled()
    expect(await readingsOf(backend)).toEqual({ a: 'read', b: 'failed', c: 'failed' })
    const { rows } = await backend.call('documents.list', { text: 'b' })
    await backend.call('documents.readAgain', { versionId: rows[0]?.current.versionId as never })
    backend.reading.wake()
    await held.end()
    await backend.reading.settled()
    expect(await readingsOf(backend)).toEqual({ a: 'read', b: 'read', c: 'failed' })
  })

  it('leaves removed documents out, and reads them when they come back', async () => {
    const held = heldReader()
    const backend = openWith(held.read)
    const { documentId } = await addFile(backend, 'a.txt', 'Words')
    const { undo } = await backend.call('documents.remove', { documentIds: [documentId] })
    backend.reading.wake()
    await backend.reading.settled()
    expect(held.asked).toEqual([])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    backend.reading.wake()
    await held.end()
    await backend.reading.settled()
    expect(await readingsOf(backend)).toEqual({ a: 'read' })
  })

  it('passes a password on once and keeps it nowhere', async () => {
    const passwords: (string | null)[] = []
    const backend = openWith(async task => {
      passwords.push(task.password)
      if (task.password === 'correct horse') return plainReader(task)
      const locked = { state: 'locked', message: 'This PDF is locked.', pages: null, words: null }
      return { ok: true, value: { ...locked, remarks: [], text: [], resume: null } }
    })
    const { versionId } = await addFile(backend, 'a.txt', 'Words')
    await readAll(backend)
    expect(await readingsOf(backend)).toEqual({ a: 'locked' })
    await backend.call('documents.readAgain', { versionId, password: 'correct horse' })
    await readAll(backend)
    expect(await readingsOf(backend)).toEqual({ a: 'read' })
    expect(passwords).toEqual([null, 'correct horse'])
    const stored = backend.db
      .sql<{ rows: string }>('SELECT json_group_array(inverse || label) AS rows FROM changes')
      .first()
    expect(JSON.stringify([stored, backend.events])).not.toContain('correct horse')
    // A better reader has no password: what was read with it stays.
    backend.db.raw.exec('UPDATE document_readings SET reader = 0')
    await readAll(backend)
    expect(await readingsOf(backend)).toEqual({ a: 'read' })
  })

  it('goes on after a restart, with what was being read first of all', async () => {
    const held = heldReader()
    const first = openWith(held.read)
    const { dataDir } = first
    await addFile(first, 'a.txt', 'Words of a')
    await addFile(first, 'b.txt', 'Words of b')
    first.reading.wake()
    await held.reached(1)
    expect(await readingsOf(first)).toEqual({ a: 'reading', b: 'waiting' })
    const second = openWith(plainReader, dataDir)
    await readAll(second)
    expect(await readingsOf(second)).toEqual({ a: 'read', b: 'read' })
    await held.end()
    await closed(second)
  })

  it('reads again what an older reader read, quietly', async () => {
    const backend = openWith(plainReader)
    await addFile(backend, 'a.txt', 'Words')
    await readAll(backend)
    backend.signals.length = 0
    backend.db.raw.exec('UPDATE document_readings SET reader = 0, words = 99')
    await readAll(backend)
    const { rows } = await backend.call('documents.list', {})
    expect(rows[0]?.current.reading).toMatchObject({ state: 'read', words: 1 })
    expect(
      backend.signals.filter(({ payload }) => 'total' in payload && payload.total !== payload.done),
    ).toEqual([])
  })

  it('shows how far it is at most four times a second, also with fifty files at once', async () => {
    const backend = openWith(plainReader)
    for (let at = 0; at < 50; at += 1) await addFile(backend, `${at}.txt`, `Words ${at}`)
    const begun = performance.now()
    await readAll(backend)
    const seconds = (performance.now() - begun) / 1000
    const told = backend.signals.filter(({ type }) => type === 'documents.progress')
    expect(told.at(-1)).toEqual({ type: 'documents.progress', payload: { done: 50, total: 50 } })
    expect(told.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 2)
  })
})
