import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { addFile } from '../../tests/support/documents.ts'
import type { DocumentVersionId, JobId } from '../contract/ids.ts'
import { backUp } from '../platform/db/backup.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { sniffDocument } from '../resumes/files/sniff.ts'
import { documentPath, hashOf } from './files.ts'
import { keepContent, settleFiles, trimDocuments } from './service.ts'

// Files and rows are in step after every start, and what was removed goes for good when nothing needs it any more.

const DAY = 24 * 60 * 60 * 1000

let backend: TestBackend
beforeEach(() => {
  // Left files are noted by the database's own clock.
  backend = openBackend({ now: new Date().toISOString() })
})
afterEach(() => backend.close())

const fileOf = (content: string) => documentPath(backend.dataDir, hashOf(Buffer.from(content)))
const put = (content: string, name = fileOf(content)) => {
  mkdirSync(dirname(name), { recursive: true })
  writeFileSync(name, content)
}
const settle = () => settleFiles(backend.context, sniffDocument)
const trim = () => {
  while (trimDocuments(backend.context));
}
const titles = async () => (await backend.call('documents.list', {})).rows.map(({ title }) => title)

describe('at the start', () => {
  it('what an interrupted command left is removed', async () => {
    await addFile(backend, 'kept.txt', 'Kept words')
    const bytes = Buffer.from('Words whose row never came')
    keepContent(backend.context, { bytes, fileName: 'a.txt', format: 'txt', written: false })
    put('Half a fi', `${fileOf('Kept words')}.0123456789ab.tmp`)
    expect(settle()).toEqual({ recovered: 0 })
    const folder = join(backend.dataDir, 'documents')
    const files = readdirSync(folder).flatMap(shard => readdirSync(join(folder, shard)))
    expect(files).toEqual([hashOf(Buffer.from('Kept words'))])
    expect(await titles()).toEqual(['kept'])
  })

  it('a file that a version had once and a backup still names stays', async () => {
    const { documentId } = await addFile(backend, 'a.txt', 'Words')
    const backup = () =>
      backUp(backend.db.raw, databasePaths(backend.dataDir).backups, {
        reason: 'manual',
        now: () => new Date(backend.clock.now()),
      })
    // The same file once more, so that it is about to be written although it is there.
    await addFile(backend, 'a.txt', 'Words')
    const second = await addFile(backend, 'a.txt', 'Newer words', { documentId })
    await addFile(backend, 'b.txt', 'Newer words', { documentId })
    backup()
    await backend.call('changes.undo', { changeId: second.undo?.changeId as never })
    expect(settle()).toEqual({ recovered: 0 })
    expect(['Words', 'Newer words'].map(content => existsSync(fileOf(content)))).toEqual([true, true])
  })

  it('a letter that an older database does not know is a letter again, and can be written on', async () => {
    put('Dear team,\n\nthese words are younger than the database.')
    put('# Robin Hale\n\nClerk')
    expect(settle()).toEqual({ recovered: 2 })
    const { rows } = await backend.call('documents.list', {})
    const found = await Promise.all(
      rows.map(async ({ documentId }) => {
        const { kind, current } = await backend.call('documents.get', { documentId })
        return [kind, current.format]
      }),
    )
    expect(found.sort()).toEqual([
      ['cover_letter', 'md'],
      ['resume', 'md'],
    ])
  })

  it('whole files that an older database does not know become documents, torn ones go', async () => {
    put('These words are younger than the database')
    put('Torn', fileOf('Something else'))
    expect(settle()).toEqual({ recovered: 1 })
    expect(await titles()).toEqual(['Recovered document'])
    expect(existsSync(fileOf('Something else'))).toBe(false)
    expect(settle()).toEqual({ recovered: 0 })
  })
})

describe('upkeep', () => {
  it('removes a removed document for good once it cannot come back', async () => {
    const { documentId } = await addFile(backend, 'a.txt', 'Words')
    await addFile(backend, 'a.txt', 'Newer words', { documentId })
    const { undo } = await backend.call('documents.remove', { documentIds: [documentId] })
    backend.clock.advance(DAY - 1000)
    trim()
    expect(existsSync(fileOf('Words'))).toBe(true)
    backend.clock.advance(2000)
    trim()
    expect([existsSync(fileOf('Words')), existsSync(fileOf('Newer words'))]).toEqual([false, false])
    expect(backend.db.sql('SELECT 1 FROM documents').all()).toEqual([])
    expect(await backend.refusal('changes.undo', { changeId: undo?.changeId })).toMatchObject({
      code: 'conflict',
    })
    // Its number is not given to another one.
    expect(await addFile(backend, 'b.txt', 'Other words')).toMatchObject({ documentId: documentId + 1 })
  })

  it('keeps what was sent with its application, and a file that another document has', async () => {
    const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
    await backend.importText(jsonl([row()]), campaignId)
    const jobId = 1 as JobId
    const { documentId, versionId } = await addFile(backend, 'a.txt', 'Sent words')
    await backend.call('documents.attach', { jobId, versionId })
    await backend.call('documents.markSent', { jobId, versionId })
    await addFile(backend, 'a.txt', 'Shared words', { documentId })
    await backend.call('documents.copy', { documentId, title: 'Copy' })
    await addFile(backend, 'a.txt', 'Unsent words', { documentId })
    await backend.call('documents.remove', { documentIds: [documentId] })
    backend.clock.advance(DAY + 1000)
    trim()
    expect(
      ['Sent words', 'Shared words', 'Unsent words'].map(content => existsSync(fileOf(content))),
    ).toEqual([true, true, false])
    expect(await backend.call('documents.attached', { jobId })).toMatchObject([{ versionId, title: 'a' }])
    const sent = await backend.call('documents.file', { versionId })
    expect(Buffer.from(sent.data, 'base64').toString()).toBe('Sent words')
  })

  it('removes what a letter said between two savings, which nothing brings back', async () => {
    const letter = { title: 'Letter', kind: 'cover_letter', base: null, basedOn: null, keep: false } as const
    const { documentId, versionId } = await backend.call('letters.save', {
      ...letter,
      documentId: null,
      jobId: null,
      markdown: 'Dear team',
    })
    const saved = { ...letter, documentId, base: versionId, jobId: null }
    await backend.call('letters.save', { ...saved, markdown: 'Dear team, I' })
    trim()
    expect(existsSync(fileOf('Dear team'))).toBe(false)
    expect(existsSync(fileOf('Dear team, I'))).toBe(true)
    backUp(backend.db.raw, databasePaths(backend.dataDir).backups, {
      reason: 'manual',
      now: () => new Date(backend.clock.now()),
    })
    await backend.call('letters.save', { ...saved, markdown: 'Dear team, I write' })
    trim()
    expect(existsSync(fileOf('Dear team, I'))).toBe(true)
    expect(settle()).toEqual({ recovered: 0 })
  })

  it('keeps a file that a backup still names', async () => {
    const { documentId, versionId } = await addFile(backend, 'a.txt', 'Words')
    const second = await addFile(backend, 'a.txt', 'Newer words', { documentId })
    backUp(backend.db.raw, databasePaths(backend.dataDir).backups, {
      reason: 'manual',
      now: () => new Date(backend.clock.now()),
    })
    await backend.call('changes.undo', { changeId: second.undo?.changeId as never })
    const third = await addFile(backend, 'a.txt', 'Newest words', { documentId })
    await backend.call('changes.undo', { changeId: third.undo?.changeId as never })
    backend.clock.advance(DAY + 60_000)
    trim()
    expect(['Words', 'Newer words', 'Newest words'].map(content => existsSync(fileOf(content)))).toEqual([
      true,
      true,
      false,
    ])
    expect(settle()).toEqual({ recovered: 0 })
    expect(await backend.call('documents.get', { documentId })).toMatchObject({
      current: { versionId: versionId as DocumentVersionId },
    })
  })
})
