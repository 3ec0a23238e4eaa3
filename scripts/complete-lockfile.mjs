// `npm run lockfile`: adds to package-lock.json the packages for other platforms that npm left out. It leaves out
// what the registry in use does not hold (a mirror may keep one platform only), and `npm ci` then refuses the whole
// lockfile. The added entries carry version and platform, and no checksum: the registry that has them gives one.
import { readFileSync, writeFileSync } from 'node:fs'
import { at } from './lib/project.mjs'

const path = at('package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']

/** Every place where Node would look for `name` from the package at `from`, nearest first. */
function places(from, name) {
  const folders = [from]
  for (
    let cut = from.lastIndexOf('/node_modules/');
    cut > 0;
    cut = from.lastIndexOf('/node_modules/', cut - 1)
  )
    folders.push(from.slice(0, cut))
  return [...folders.filter(Boolean).map(folder => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}

/** The platform that a package is for, read from its name: “…-linux-x64-musl”. */
function platformOf(name) {
  const words = name.split('/').pop().split('-')
  const os = systems.filter(system => words.includes(system))
  const cpu = processors.filter(processor => words.includes(processor))
  const libc = words.some(word => word.startsWith('musl'))
    ? ['musl']
    : words.some(word => word.startsWith('gnu'))
      ? ['glibc']
      : []
  if (cpu.length === 0) throw new Error(`Which platform is ${name} for? Its name does not say.`)
  return {
    cpu,
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
    ...(os.length > 0 ? { os } : {}),
  }
}

function missing() {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !places(from, name).some(place => lock.packages[place]))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  )
}

const added = missing()
for (const { name, version, dev } of added) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name} is asked for as ${version}, not as one version.`)
  const { cpu, libc, os } = platformOf(name)
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu,
    ...(dev ? { dev } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    ...(os ? { os } : {}),
  }
}
const [first, ...rest] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([first, ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))])
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added.length === 0
    ? 'The lockfile names every platform.'
    : `Added ${added.length} packages for other platforms.`,
)
