// `npm run dev`: like `npm start`, and a saved file is seen at once. The pages are replaced in place; a change of
// main builds again and starts the shell again.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer as createPort } from 'node:net'
import { startPages } from './lib/dev-server.mjs'
import { electronBinary, noWindowBecause } from './lib/electron.mjs'
import { projectEnv, projectNode } from './lib/node.mjs'
import { help, readOptions } from './lib/options.mjs'
import { prepare } from './lib/prepare.mjs'
import { endWithParent, handOver } from './lib/processes.mjs'
import { at, root, runScript, Stop } from './lib/project.mjs'
import { runTool } from './lib/tools.mjs'

const address = /http:\/\/127\.0\.0\.1:\d+\S*/

/** Resolves when the first build is done; calls `changed` after every later one. */
async function watchMain(main, changed) {
  const { build, mergeConfig } = await import('vite')
  return new Promise((done, fail) => {
    let first = true
    const closeBundle = () => {
      if (!first) return changed()
      first = false
      done()
    }
    const watching = mergeConfig(main, {
      build: { watch: {} },
      plugins: [{ name: 'rolecall-restart', closeBundle }],
    })
    build({ ...watching, configFile: false, logLevel: 'warn' }).catch(fail)
  })
}

const freePort = () =>
  new Promise(done => {
    const server = createPort().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

/** Starts the built browser shell; `opened` gets the address that it prints, which signs a page in. */
function startShell(args, opened) {
  const file = at('out', 'main', 'browser.js')
  const child = spawn(projectNode(), ['--enable-source-maps', file, ...args], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: projectEnv(),
  })
  let told = false
  child.stdout.setEncoding('utf8').on('data', text => {
    const found = told ? undefined : address.exec(text)?.[0]
    if (!found) return process.stdout.write(text)
    told = true
    opened(found)
  })
  return child
}

async function developBrowser(options) {
  const { resolveConfig } = await import('electron-vite')
  const { config } = await resolveConfig({ root }, 'serve', 'development')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const args = [...options.forward.filter(word => word !== '--no-open'), '--port', String(port), '--no-open']
  let child
  let pages
  const atPages = url => url.replace(origin, `http://127.0.0.1:${pages.config.server.port}`)
  const start = tell => {
    child = startShell(args, tell)
  }
  await watchMain(config.main, () => {
    child?.once('exit', () => start(url => pages.ws.send('rolecall:restarted', { address: atPages(url) })))
    child?.kill('SIGTERM')
  })
  pages = await startPages({ renderer: config.renderer, shell: () => origin, port: 5173 })
  start(url => console.log(`Rolecall, with hot reload: ${atPages(url)}`))
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      child.once('exit', () => process.exit(0))
      child.kill('SIGTERM')
    })
}

await runScript(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return console.log(help.replaceAll('npm start', 'npm run dev'))
  endWithParent()
  await prepare()
  if (projectNode() !== process.execPath)
    return handOver(projectNode(), [at('scripts', 'dev.mjs'), ...process.argv.slice(2)], {
      env: projectEnv(),
    })
  const obstacle = electronBinary()
    ? noWindowBecause()
    : "Electron's program is not here (npm start fetches it)"
  // What is built from here on is for development: the next `npm start` builds its own.
  rmSync(at('out', '.stamp'), { force: true })
  if (options.shell === 'desktop' && obstacle)
    throw new Stop(`The desktop shell cannot start because ${obstacle}.`)
  if (options.shell === 'browser' || obstacle) return developBrowser(options)
  return runTool('electron-vite', ['dev', '--watch', '--', ...options.forward])
})
