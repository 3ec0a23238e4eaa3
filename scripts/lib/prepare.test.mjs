import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { at } from './project.mjs'

// A checkout in small: the real scripts, an npm and a builder that write down that they ran, and a terminal shell
// that prints what it was given.
let folder
const inside = path => join(folder, path)
const read = path => readFileSync(inside(path), 'utf8')
const times = path => (existsSync(inside(path)) ? read(path).split('\n').length - 1 : 0)
const builds = () => times('builds.log')
const installs = () => times('installs.log')

function write(path, content) {
  mkdirSync(dirname(inside(path)), { recursive: true })
  writeFileSync(inside(path), typeof content === 'string' ? content : JSON.stringify(content))
}

const lockfile = (version, more = {}) => ({ packages: { '': {}, 'node_modules/one': { version }, ...more } })

function installByHand(version) {
  write('node_modules/.package-lock.json', lockfile(version))
  write('node_modules/one/package.json', { version })
}

const fakeNpm = `import { appendFileSync, mkdirSync, writeFileSync, copyFileSync } from 'node:fs'
appendFileSync('installs.log', process.argv.slice(2).join(' ') + '\\n')
console.log('added 1 package')
if (process.env.FAKE_NPM_ERROR) { console.error(process.env.FAKE_NPM_ERROR); process.exit(1) }
mkdirSync('node_modules/one', { recursive: true })
writeFileSync('node_modules/one/package.json', '{}')
copyFileSync('package-lock.json', 'node_modules/.package-lock.json')`

const fakeBuilder = `const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('builds.log', 'built\\n')
if (existsSync('main/broken.ts')) { console.log('broken.ts: Unexpected token'); process.exit(1) }
mkdirSync('out/main', { recursive: true })
setTimeout(() => writeFileSync('out/main/terminal.js', 'console.log(JSON.stringify([process.argv.slice(2), process.cwd()])); process.exitCode = 4'), 150)`

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-start-'))
  cpSync(at('scripts'), inside('scripts'), {
    recursive: true,
    filter: source => !source.endsWith('.test.mjs'),
  })
  write('package.json', { type: 'module' })
  write('package-lock.json', lockfile('1.0.0'))
  write('npm/npm-cli.mjs', fakeNpm)
  write('node_modules/electron-vite/package.json', { bin: { 'electron-vite': 'build.cjs' } })
  write('node_modules/electron-vite/build.cjs', fakeBuilder)
  write('main/one.ts', 'export {}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run rolecall -- ARGS`, typed in the checkout's `main` folder. */
async function rolecall(args = [], env = {}) {
  const child = spawn(process.execPath, [inside('scripts/rolecall.mjs'), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      INIT_CWD: inside('main'),
      npm_execpath: inside('npm/npm-cli.mjs'),
      npm_node_execpath: process.execPath,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', chunk => {
    out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', chunk => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

test('the first command installs and builds, and standard output holds the answer alone', async () => {
  const { code, out, err } = await rolecall(['search', 'a b'])
  expect(JSON.parse(out)).toEqual([['search', 'a b'], inside('main')])
  expect(code).toBe(4)
  expect(err).toMatch(/Installing[\s\S]*Building/)
  expect(read('installs.log')).toContain('ci --ignore-scripts')
})

test('the second one does neither', async () => {
  await rolecall()
  const { err } = await rolecall()
  expect(err).toBe('')
  expect([installs(), builds()]).toEqual([1, 1])
})

test('packages that npm brought to the lockfile’s state are taken as they are', async () => {
  installByHand('1.0.0')
  await rolecall()
  expect(installs()).toBe(0)
})

test('a changed lockfile installs again', async () => {
  installByHand('1.0.0')
  await rolecall()
  write('package-lock.json', lockfile('2.0.0'))
  await rolecall()
  expect(installs()).toBe(1)
})

test('an optional package for another platform is not missed, one for this platform is', async () => {
  installByHand('1.0.0')
  const optional = { version: '1.0.0', optional: true, cpu: [process.arch] }
  write('package-lock.json', lockfile('1.0.0', { 'node_modules/x': { ...optional, os: ['plan9'] } }))
  await rolecall()
  expect(installs()).toBe(0)
  write('package-lock.json', lockfile('1.0.0', { 'node_modules/x': { ...optional, os: [process.platform] } }))
  await rolecall()
  expect(installs()).toBe(1)
})

test.each([
  ['npm error code ENOTFOUND', 'registry could not be reached'],
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EACCES', 'may not write'],
  ['npm error something new', 'What npm said stands above'],
])('a failed installation (%s) says what to do, and is tried again next time', async (said, words) => {
  const { code, out, err } = await rolecall([], { FAKE_NPM_ERROR: said })
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(said)
  expect(err).toContain(words)
  await rolecall()
  expect(installs()).toBe(2)
})

test('a changed source builds again; a touched one, or a test, does not', async () => {
  await rolecall()
  utimesSync(inside('main/one.ts'), new Date(), new Date(Date.now() + 60_000))
  write('main/one.test.ts', 'export {}')
  await rolecall()
  expect(builds()).toBe(1)
  write('main/one.ts', 'export const two = 2')
  await rolecall()
  expect(builds()).toBe(2)
})

test('a build that fails shows why, runs nothing, and is tried again', async () => {
  write('main/broken.ts', 'export {')
  const { code, out, err } = await rolecall()
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('broken.ts: Unexpected token')
  rmSync(inside('main/broken.ts'))
  expect((await rolecall()).code).toBe(4)
})

test('of two commands at once, one prepares and the other waits for it', async () => {
  const answers = await Promise.all([rolecall(['a']), rolecall(['b'])])
  expect(answers.map(({ code }) => code)).toEqual([4, 4])
  expect([installs(), builds()]).toEqual([1, 1])
  expect(existsSync(inside('.cache/prepare.lock'))).toBe(false)
})

test('a preparation that was killed does not hold up the next one', async () => {
  write('.cache/prepare.lock', '999999999')
  expect((await rolecall()).code).toBe(4)
})
