// A process of its own: downloads Electron's archive into its cache and tells how far it is, so that a download
// that stands still can be given up and a slow one cannot be mistaken for it.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { at } from './project.mjs'

// Electron's downloader, in the version that the installed Electron brings.
const fromElectron = createRequire(at('node_modules', 'electron', 'package.json'))
const { downloadArtifact } = await import(pathToFileURL(fromElectron.resolve('@electron/get')).href)

let told = 0
function tell({ transferred, total }) {
  if (performance.now() - told < 1000) return
  told = performance.now()
  process.send({ transferred })
  const part = total ? `, ${Math.floor((100 * transferred) / total)} %` : ''
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(transferred / 1e6)} MB${part} `)
}

try {
  await downloadArtifact({
    version: fromElectron('./package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: fromElectron('./checksums.json'),
    cacheRoot: process.env.electron_config_cache,
    downloadOptions: { quiet: true, getProgressCallback: async progress => tell(progress) },
  })
  if (process.stderr.isTTY && told > 0) process.stderr.write('\n')
} catch (error) {
  process.send({ failed: (error.cause ?? error).message.split('\n')[0].replace(/\.$/, '') })
  process.exitCode = 1
}
process.disconnect()
