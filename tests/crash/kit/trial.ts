import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'
import { BOARDS, POSTINGS_PER_BOARD } from './boards.ts'
import { differences, dumpOf } from './dump.ts'
import { createFacts, type Facts } from './facts.ts'
import { faultsOf, openFolder } from './inspect.ts'
import { type End, type LifeOptions, live } from './life.ts'
import { createRandom, type Random } from './random.ts'

export interface Trial {
  kills: number
  /** Kills before the core was open. */
  earlyKills: number
  /** Published events and answered commands. */
  acknowledged: number
  /** Folders that were killed again and again until their work was done. */
  folders: number
  lost: string[]
  /** Half-written things, imports that ended otherwise than undisturbed, lives that ended badly. */
  broken: string[]
}

export interface TrialOptions {
  kills: number
  seed: number
  /** Rows of the imported files together. */
  rows: number
  /** Told after every kill. */
  onKill?(trial: Trial): void
}

const EARLY_SHARE = 0.2
const EARLY_MS = 900
const LATE_MS = 900

/** Detecting is counted rather than timed: it begins late, when threads have started, and is soon over. */
const DETECTION_STEPS = 9
const DETECTION_MS = 150

function randomEnd(random: Random, plan: LifeOptions['plan']): End {
  if (random.next() < EARLY_SHARE) return { from: 'start', after: 100 + random.next() * EARLY_MS }
  if (plan === 'detect' || plan === 'ai')
    return {
      from: 'detection',
      skip: random.below(DETECTION_STEPS),
      after: random.next() * DETECTION_MS,
    }
  return { from: 'work', after: random.next() * LATE_MS }
}

export const emptyTrial = (): Trial => ({
  kills: 0,
  earlyKills: 0,
  acknowledged: 0,
  folders: 0,
  lost: [],
  broken: [],
})

/** What a trial looks for besides when a life is over; `done`: its plan was done. Answers faults in words. */
export type Look = (db: Sqlite, done: boolean) => string[]

/** One life on a folder with everything that has to be looked at when it is over. Answers whether its plan was done. */
export async function liveAndLook(
  trial: Trial,
  facts: Facts,
  options: LifeOptions,
  look: Look = () => [],
): Promise<boolean> {
  const life = await live(options)
  const done = life.lines.some(line => line.kind === 'done')
  if (life.killed && options.end) {
    trial.kills += 1
    if (!life.lines.some(line => line.kind === 'ready')) trial.earlyKills += 1
  } else if (!done) trial.broken.push(`a life ended by itself: ${life.said.slice(-2000)}`)
  facts.add(life.lines)
  trial.broken.push(
    ...life.lines.flatMap(line => (line.kind === 'fault' ? [`after a start: ${line.text}`] : [])),
  )
  let db: ReturnType<typeof openFolder>
  try {
    db = openFolder(options.dataDir)
  } catch {
    // Killed before there was a database; the next start has to cope.
    if (facts.count > 0) trial.broken.push('the database cannot be opened')
    return done
  }
  try {
    const hasTables =
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'job_search'").pluck().get() === 1
    if (!hasTables) {
      if (facts.count > 0) trial.lost.push('every table')
      return done
    }
    trial.lost.push(...facts.lost(db))
    trial.broken.push(...faultsOf(db, options.dataDir, done), ...look(db, done))
  } finally {
    db.close()
  }
  return done
}

/** A folder for the folders of a trial. */
export function scratch(): { at(name: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-crash-'))
  return { at: name => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Lives on one folder, each killed, until the work is done or there were enough kills; then one that ends the work. */
export async function killUntilDone(
  trial: Trial,
  options: TrialOptions,
  life: Omit<LifeOptions, 'seed' | 'end'>,
  last: LifeOptions['plan'],
  mostKills: number,
  random: Random,
  look?: Look,
  endOf: (random: Random, plan: LifeOptions['plan']) => End = randomEnd,
): Promise<void> {
  const facts = createFacts()
  const until = Math.min(options.kills, trial.kills + mostKills)
  const before = trial.acknowledged
  const next = () => random.below(2 ** 31)
  let done = false
  while (!done && trial.kills < until && trial.lost.length + trial.broken.length === 0) {
    done = await liveAndLook(trial, facts, { ...life, seed: next(), end: endOf(random, life.plan) }, look)
    trial.acknowledged = before + facts.count
    options.onKill?.(trial)
  }
  // The last life may do what is left: it is not killed.
  if (!done) await liveAndLook(trial, facts, { ...life, plan: last, seed: next() }, look)
  trial.acknowledged = before + facts.count
  trial.folders += 1
}

/** Nothing was lost or broken so far. */
export const sound = (trial: Pick<Trial, 'lost' | 'broken'>) => trial.lost.length + trial.broken.length === 0

/**
 * Kills the core while it imports and a person works, again and again on one folder until the import is done; then
 * compares all that was stored with an import that nobody disturbed.
 */
export async function crashImports(options: TrialOptions): Promise<Trial> {
  const trial = emptyTrial()
  const random = createRandom(options.seed)
  const place = scratch()
  const { rows } = options
  try {
    const undisturbed = place.at('undisturbed')
    const model = emptyTrial()
    await liveAndLook(model, createFacts(), { dataDir: undisturbed, plan: 'still', seed: 1, rows })
    trial.broken.push(...model.broken.map(fault => `undisturbed: ${fault}`))
    if (!sound(trial)) return trial
    const expected = dumpOf(undisturbed)
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`import-${trial.folders}`)
      await killUntilDone(trial, options, { dataDir, plan: 'import', rows }, 'import', 30, random)
      trial.broken.push(
        ...differences(expected, dumpOf(dataDir)).map(text => `other than undisturbed: ${text}`),
      )
    }
  } finally {
    // What went wrong is kept for a look.
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}

/** Postings of all boards, each once, and the runs' own numbers in step with them. */
function collectedFaults(dataDir: string): string[] {
  const db = openFolder(dataDir)
  try {
    const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0
    const expected = BOARDS.length * POSTINGS_PER_BOARD
    const postings = count('SELECT count(*) FROM postings')
    const raw = count('SELECT count(*) FROM raw_postings')
    const answered = count('SELECT count(*) FROM source_health WHERE last_success_at IS NOT NULL')
    const gone = count('SELECT count(*) FROM postings WHERE gone_at IS NOT NULL')
    const found = { postings, raw, answered, gone }
    const wanted = { postings: expected, raw: expected, answered: BOARDS.length, gone: 0 }
    return JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`collected ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}`]
  } finally {
    db.close()
  }
}

/** Kills the core while it collects from several boards at once and a person works with what came. */
export async function crashCollects(options: TrialOptions): Promise<Trial> {
  const trial = emptyTrial()
  const random = createRandom(options.seed ^ 0x27d4eb2f)
  const place = scratch()
  try {
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`collect-${trial.folders}`)
      await killUntilDone(trial, options, { dataDir, plan: 'collect', rows: 90 }, 'collect', 8, random)
      if (sound(trial)) trial.broken.push(...collectedFaults(dataDir))
    }
  } finally {
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}

/** Kills the core while a person makes, edits and removes campaigns, hands files over and works with the jobs. */
export async function crashCommands(options: TrialOptions): Promise<Trial> {
  const trial = emptyTrial()
  const random = createRandom(options.seed ^ 0x5bd1e995)
  const place = scratch()
  try {
    const start = place.at('start')
    await liveAndLook(trial, createFacts(), { dataDir: start, plan: 'still', seed: 1, rows: 90 })
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`commands-${trial.folders}`)
      cpSync(start, dataDir, { recursive: true })
      await killUntilDone(trial, options, { dataDir, plan: 'work', rows: 90 }, 'settle', 6, random)
    }
  } finally {
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}
