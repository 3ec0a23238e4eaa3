// Everything a command needs before it runs: packages, then a build. One preparation at a time per checkout.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt, isBuilt } from './build.mjs'
import { ensureInstalled, isInstalled } from './install.mjs'
import { checkStarter } from './node.mjs'
import { at, speaker } from './project.mjs'

const lock = at('.cache', 'prepare.lock')

/** Installs and builds what is out of date. `quiet` speaks on standard error; `build: false` only installs. */
export async function prepare({ quiet = false, build = true } = {}) {
  checkStarter()
  if (isInstalled() && (!build || isBuilt())) return
  const say = speaker(quiet)
  await withLock(say, async () => {
    await ensureInstalled({ say, quiet })
    if (build) await ensureBuilt({ say })
  })
}

async function withLock(say, work) {
  mkdirSync(at('.cache'), { recursive: true })
  for (let told = false; !take(); told = true) {
    if (!told) say('Another Rolecall command is installing or building here; waiting for it …')
    await sleep(200)
  }
  process.once('exit', release)
  try {
    await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

const release = () => rmSync(lock, { force: true })

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isHeld()) release()
    return false
  }
}

function isHeld() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // An empty file is a lock that is being written this moment, unless it is old.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 5000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
