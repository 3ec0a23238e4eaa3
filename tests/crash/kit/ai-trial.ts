import { cpSync } from 'node:fs'
import { microDollars } from '../../../main/ai/rules/money.ts'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'
import { askedAbout, isLeftOut, MODEL, openPostings, PRICES, ROOMY_CAP, TIGHT_CAP } from './ai-jobs.ts'
import { openFolder } from './inspect.ts'
import { type Model, startModel } from './model.ts'
import { openCore } from './open-core.ts'
import { createRandom } from './random.ts'
import {
  emptyTrial,
  killUntilDone,
  type Look,
  scratch,
  sound,
  type Trial,
  type TrialOptions,
} from './trial.ts'

/** Milliseconds that the model takes at most to answer. */
const SLOWEST = 90

/** A folder with jobs that leave much open, and a model to ask. */
async function prepareFolder(dataDir: string, model: Model, jobs: number): Promise<void> {
  const core = await openCore({ dataDir })
  const { campaignId } = await core.call('campaigns.create', { name: 'Lifts', query: 'Lift', schedule: null })
  await core.importText('lifts.jsonl', openPostings(jobs), campaignId)
  await core.idle()
  await core.call('settings.update', {
    aiEnabled: true,
    aiBaseUrl: model.address,
    aiModel: MODEL,
    aiPriceIn: PRICES.in,
    aiPriceOut: PRICES.out,
    aiCapDay: TIGHT_CAP,
    aiCapMonth: 2 * ROOMY_CAP,
    aiConcurrency: 3,
    aiJobsPerCall: 3,
  })
  await core.core.stop()
}

interface OpenCall {
  id: number
  reserved: number
}

/** Looks at the books after every life: nothing above the cap, nothing unpaid, nothing paid twice. */
function bookkeeper(model: Model): Look {
  let open: OpenCall[] = []
  let keptKeys = new Set<string>()
  let keptTitles = new Set<string>()
  let from = 0
  return (db, done) => {
    const faults: string[] = []
    const setting = db.prepare<[], string>("SELECT value FROM settings WHERE key = 'aiCapDay'").pluck().get()
    const cap = microDollars(Number(setting ?? TIGHT_CAP))
    const days = db.prepare<[], number>('SELECT spent + reserved FROM ai_days').pluck().all()
    const booked = days.reduce((sum, day) => sum + day, 0)
    if (days.some(day => day > cap))
      faults.push(`${days} micro-dollars are booked, more than the cap of ${cap}`)
    if (booked < model.billed) faults.push(`${booked} micro-dollars are booked, ${model.billed} were served`)

    // Calls that the life before left open were taken up by this one, or not at all when it never was ready.
    const call = db.prepare<[number], { state: string; cost: number }>(
      'SELECT state, cost FROM ai_calls WHERE id = ?',
    )
    for (const { id, reserved } of open) {
      const now = call.get(id)
      const counts = now?.state === 'unknown' && now.cost === reserved
      if (!counts && (done || now?.state !== 'open'))
        faults.push(`call ${id} was left open and is ${JSON.stringify(now)}, reserved were ${reserved}`)
    }
    open = db.prepare<[], OpenCall>("SELECT id, reserved FROM ai_calls WHERE state = 'open'").all()

    const { others } = askedAbout(db.prepare<[], number>('SELECT id FROM jobs').pluck().all())
    const title = db.prepare<[number], string>('SELECT title FROM jobs WHERE id = ?').pluck()
    const untouched = new Set(others.map(id => title.get(id)))
    for (const asked of model.asked.slice(from)) {
      if (keptKeys.has(asked.key)) faults.push(`${asked.title} was asked the same again`)
      else if (keptTitles.has(asked.title) && untouched.has(asked.title))
        faults.push(`${asked.title} was asked again, though it was answered and nobody corrected it`)
    }
    from = model.asked.length
    keptKeys = new Set(db.prepare<[], string>('SELECT lower(hex(key)) FROM ai_readings').pluck().all())
    const titles = new Map(model.asked.map(asked => [asked.key, asked.title]))
    const kept = [...keptKeys].map(key => titles.get(key) ?? 'a posting that nobody asked about')
    keptTitles = new Set(kept)
    const twice = kept.filter((name, index) => untouched.has(name) && kept.indexOf(name) !== index)
    if (twice.length > 0) faults.push(`answers were paid for twice: ${twice.slice(0, 5).join(', ')}`)
    return faults
  }
}

interface RunRow {
  state: string
  error: string | null
  total: number
  done: number
  changed: number
  failed: number
}

/** What the runs counted beside what is stored; `every`: they were to take each job once. */
function endFaults(db: Sqlite, every: boolean): string[] {
  const faults: string[] = []
  const runs = db.prepare<[], RunRow>('SELECT * FROM detection_runs ORDER BY id').all()
  const sum = (count: (run: RunRow) => number) => runs.reduce((total, run) => total + count(run), 0)
  for (const [index, { state, error }] of runs.entries())
    if (state !== 'succeeded' && (index === runs.length - 1 || !/used up|leaves no room/.test(error ?? '')))
      faults.push(`a run ended ${state}: ${error}`)
  const titles = db.prepare<[], string>('SELECT title FROM jobs').pluck().all()
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0
  const read = count("SELECT count(*) FROM job_ai WHERE state = 'done'")
  const filled = count("SELECT count(DISTINCT job_id) FROM job_fields WHERE origin = 'ai'")
  const unread = count("SELECT count(*) FROM job_ai WHERE state = 'failed'")
  const expected = {
    read: titles.filter(title => !isLeftOut(title)).length,
    unread: titles.filter(isLeftOut).length,
  }
  if (every && (read !== expected.read || unread !== expected.unread))
    faults.push(`${read} jobs were read and ${unread} not, expected ${JSON.stringify(expected)}`)
  // A run that goes on after another takes its failures once more.
  const done = sum(run => run.done) - sum(run => run.failed) + (runs.at(-1)?.failed ?? 0)
  if (every ? done !== titles.length : done > titles.length || done < read)
    faults.push(`the runs count ${done} jobs of ${titles.length}: ${JSON.stringify(runs)}`)
  const changed = sum(run => run.changed)
  if (changed !== filled)
    faults.push(`the runs count ${changed} changed jobs, ${filled} have facts of the model`)
  return faults
}

/** Kills the core while a language model is asked about jobs and a person corrects some and works with all. */
export async function crashQuestions(options: TrialOptions): Promise<Trial> {
  const trial = emptyTrial()
  const random = createRandom(options.seed ^ 0x7feb352d)
  const place = scratch()
  const model = await startModel(SLOWEST)
  try {
    const start = place.at('start')
    await prepareFolder(start, model, options.rows)
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`ai-${trial.folders}`)
      cpSync(start, dataDir, { recursive: true })
      model.forget()
      // Some jobs by name, or all that lack something.
      const every = trial.folders % 2 === 0
      const life = { dataDir, plan: 'ai' as const, rows: every ? 1 : 0 }
      await killUntilDone(trial, options, life, 'ai', 6, random, bookkeeper(model))
      const db = openFolder(dataDir)
      trial.broken.push(...endFaults(db, every))
      db.close()
    }
  } finally {
    await model.stop()
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}
