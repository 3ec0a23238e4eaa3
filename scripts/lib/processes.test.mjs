import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { capture } from './processes.mjs'
import { at } from './project.mjs'

const node = process.execPath
const library = JSON.stringify(at('scripts', 'lib', 'processes.mjs'))

/** Runs a few lines of script as a program of its own and waits for its end. */
async function run(script, { signalAt, signal, env } = {}) {
  const child = spawn(node, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', chunk => {
    text += chunk
    if (signalAt && text.includes(signalAt)) child.kill(signal)
  })
  const [code] = await once(child, 'close')
  return { code, text }
}

test('a step keeps what it printed on both streams, and its exit code', async () => {
  const { code, output } = await capture(node, [
    '-e',
    'console.log("one"); console.error("two"); process.exitCode = 7',
  ])
  expect(code).toBe(7)
  expect(output).toContain('one\n')
  expect(output).toContain('two\n')
})

test('a step that takes too long is ended and says so', async () => {
  const { code, timedOut } = await capture(node, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 200 })
  expect(timedOut).toBe(true)
  expect(code).not.toBe(0)
})

test('a program that does not exist is an answer, not an exception', async () => {
  const { code, output } = await capture('rolecall-no-such-program', [])
  expect(code).toBe(127)
  expect(output).toContain('ENOENT')
})

test('the app’s exit code becomes the script’s', async () => {
  const { code } = await run(
    `import { handOver } from ${library}; await handOver(process.execPath, ['-e', 'process.exitCode = 5'])`,
  )
  expect(code).toBe(5)
})

test.each(['SIGINT', 'SIGTERM'])('%s reaches the app, which ends in its own way', async signal => {
  const app = `process.on('${signal}', () => { console.log('closing'); process.exit(3) }); setInterval(() => {}, 1000); console.log('ready')`
  const script = `import { handOver } from ${library}; await handOver(process.execPath, ['-e', ${JSON.stringify(app)}])`
  const { code, text } = await run(script, { signalAt: 'ready', signal })
  expect(text).toContain('closing')
  expect(code).toBe(3)
})

// npm → sh → script: a killed npm takes the shell with it, and the script must not stay behind.
test.skipIf(process.platform === 'win32')(
  'a script ends cleanly when the shell that npm ran it in is killed',
  async () => {
    const script = `import { endWithParent } from ${library}; endWithParent()
    process.on('SIGTERM', () => { console.log('closing'); process.exit(0) }); setInterval(() => {}, 1000); console.log('ready')`
    const shell = spawn('sh', ['-c', '"$NODE" --input-type=module -e "$SCRIPT"; exit $?'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE: node, SCRIPT: script, npm_lifecycle_event: 'start' },
    })
    let text = ''
    shell.stdout.setEncoding('utf8').on('data', chunk => {
      text += chunk
      if (chunk.includes('ready')) shell.kill('SIGKILL')
    })
    await once(shell.stdout, 'end')
    expect(text).toContain('closing')
  },
)
