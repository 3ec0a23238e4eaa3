import { existsSync, statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { migrationsDir, rendererDir, resourcePath } from './paths.ts'

test('shipped files are found from the source folder', () => {
  expect(existsSync(resourcePath('icon/icon-256.png'))).toBe(true)
  expect(statSync(migrationsDir()).isDirectory()).toBe(true)
})

test('paths are absolute, whatever the working directory is', () => {
  expect(isAbsolute(resourcePath('x')) && isAbsolute(migrationsDir())).toBe(true)
  expect(basename(rendererDir())).toBe('renderer')
})
