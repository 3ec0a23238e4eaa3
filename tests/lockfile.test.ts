import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Entry {
  version?: string
  optionalDependencies?: Record<string, string>
}

const path = join(import.meta.dirname, '..', 'package-lock.json')
const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> }
const installed = Object.keys(packages)

// `npm ci` refuses a lockfile that lacks one, also on a computer that would never use it. `npm run lockfile` adds them.
test('the lockfile names the packages for every platform', () => {
  const wanted = Object.values(packages).flatMap(entry => Object.keys(entry.optionalDependencies ?? {}))
  const missing = wanted.filter(name => !installed.some(place => place.endsWith(`node_modules/${name}`)))
  expect(wanted.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})
