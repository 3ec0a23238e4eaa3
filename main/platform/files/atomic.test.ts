import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFault } from '../db/errors.ts'
import { temporaryFolder } from '../db/test-support.ts'
import { writeFileAtomic } from './atomic.ts'
import { ensureWritableFolder, removeTemporaries } from './data-folder.ts'

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

describe('writeFileAtomic', () => {
  it('replaces the whole content, for the owner only', () => {
    const file = join(place.folder, 'a.json')
    writeFileAtomic(file, 'a longer first text')
    writeFileAtomic(file, new Uint8Array([104, 105]))
    expect(readFileSync(file, 'utf8')).toBe('hi')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(place.folder)).toEqual(['a.json'])
  })

  it('leaves the old content and no rest when it fails', () => {
    const folder = join(place.folder, 'a.json')
    mkdirSync(folder)
    writeFileSync(join(folder, 'old'), 'old')
    expect(() => writeFileAtomic(folder, 'new')).toThrow()
    expect(readdirSync(place.folder)).toEqual(['a.json'])
    expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('old')
  })
})

describe('ensureWritableFolder', () => {
  it('makes the folder for the owner only and leaves nothing in it', () => {
    const folder = join(place.folder, 'deep', 'data')
    ensureWritableFolder(folder)
    ensureWritableFolder(folder)
    expect(readdirSync(folder)).toEqual([])
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it.each([
    ['a file', 'file', /EEXIST|ENOTDIR/],
    ['below a file', join('file', 'data'), /ENOTDIR|ENOENT/],
  ])('says why when the path is %s', (_what, path, cause) => {
    writeFileSync(join(place.folder, 'file'), '')
    const folder = join(place.folder, path)
    let fault: unknown
    try {
      ensureWritableFolder(folder)
    } catch (error) {
      fault = databaseFault(error)
    }
    expect(fault).toMatchObject({
      code: 'data_folder_read_only',
      details: { folder, cause: expect.stringMatching(cause) },
    })
  })
})

it('removeTemporaries removes only unfinished files, and needs no folder', () => {
  writeFileSync(join(place.folder, 'a.db.0a1b.tmp'), '')
  writeFileSync(join(place.folder, 'a.db'), '')
  removeTemporaries(place.folder)
  removeTemporaries(join(place.folder, 'none'))
  expect(readdirSync(place.folder)).toEqual(['a.db'])
})
