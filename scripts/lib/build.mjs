// The app is built when its sources changed since the last build, and not otherwise.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { at, readJson, root, Stop, seconds, writeJson } from './project.mjs'
import { captureTool } from './tools.mjs'

const stamp = at('out', '.stamp')
const sources = [
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const isTest = name => /\.test\.tsx?$/.test(name)

const sourceFiles = () => sources.flatMap(source => list(at(source))).sort()

/** True when no source has a new size or time since the last build; a few milliseconds. */
export const isBuilt = () => readJson(stamp)?.quick === quickDigest(sourceFiles())

/** Builds main, preload and renderer into out/ unless they are up to date. */
export async function ensureBuilt({ say }) {
  const files = sourceFiles()
  // Both are taken before the build: a file that is saved meanwhile belongs to the next one.
  const quick = quickDigest(files)
  const content = digest(files, path => createHash('sha256').update(readFileSync(path)).digest('hex'))
  // A checkout or a touch changes times and not contents: not a reason to build again.
  if (readJson(stamp)?.content !== content) await build(say)
  writeJson(stamp, { quick, content })
}

function quickDigest(files) {
  return digest(files, path => {
    const { size, mtimeMs } = statSync(path)
    return `${size} ${mtimeMs}`
  })
}

function list(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) return list(join(path, entry.name))
    return isTest(entry.name) ? [] : [join(path, entry.name)]
  })
}

function digest(files, factOf) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${relative(root, file)} ${factOf(file)}\n`)
  return hash.digest('hex')
}

async function build(say) {
  const start = performance.now()
  say('Building …')
  rmSync(stamp, { force: true })
  const { code, output } = await captureTool('electron-vite', ['build'], { env: { NODE_ENV: 'production' } })
  if (code !== 0) throw new Stop(`${output}\nThe build failed; what is wrong stands above.`)
  say(`Built in ${seconds(start)}.`)
}
