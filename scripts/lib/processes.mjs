// Starting other programs: captured for the steps of a script, handed over for the app itself.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program to its end and keeps what it printed.
 * `live` passes every chunk on as it comes (to 'stdout' or 'stderr'); `timeout` is in milliseconds.
 * @returns {Promise<{code: number, output: string, timedOut: boolean}>} never rejects; 127 when it cannot start.
 */
export function capture(command, args, { cwd, env, live, timeout } = {}) {
  return new Promise(done => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    const take = chunk => {
      output += chunk
      if (live) process[live].write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    let stoppedBy
    const stop = signal => {
      stoppedBy = signal
      child.kill(signal)
    }
    for (const signal of signals) process.on(signal, stop)
    const timer = timeout
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, timeout)
      : undefined
    let ended = false
    const end = code => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      for (const signal of signals) process.off(signal, stop)
      // Ctrl+C during a step ends the script with it, and is no failure of the step.
      if (stoppedBy) process.exit(128 + constants.signals[stoppedBy])
      done({ code, output, timedOut })
    }
    child.on('error', error => {
      output += `${error.message}\n`
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/**
 * Runs a program in this one's place: same terminal, signals passed on, its exit code becomes ours.
 * A terminal gives Ctrl+C to the whole group by itself, so it is passed on only where there is no terminal.
 */
export function handOver(command, args, { cwd, env } = {}) {
  return new Promise(done => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: 'inherit' })
    for (const signal of signals) {
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      })
    }
    child.on('error', error => {
      console.error(`${command} could not be started: ${error.message}`)
      process.exitCode = 127
      done()
    })
    child.on('close', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
      done()
    })
  })
}

/**
 * Ends this process (by SIGTERM, so cleanly) when the one that started it is gone. npm runs a script through a
 * shell, and a killed npm takes that shell with it but not the script: Rolecall would go on unseen.
 */
export function endWithParent() {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
