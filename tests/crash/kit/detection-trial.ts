import { cpSync } from 'node:fs'
import type { EditableField } from '../../../main/contract/detection.ts'
import { DETECTOR_VERSION } from '../../../main/detection/rules/detect.ts'
import { databasePaths } from '../../../main/platform/db/database-paths.ts'
import { openWriter } from '../../../main/platform/db/pragmas.ts'
import { decodeField, type FieldRow } from '../../../main/postings/rules/fields.ts'
import { differences, dumpOf } from './dump.ts'
import { createFacts } from './facts.ts'
import { openFolder } from './inspect.ts'
import { openCore } from './open-core.ts'
import { createRandom } from './random.ts'
import {
  emptyTrial,
  killUntilDone,
  liveAndLook,
  scratch,
  sound,
  type Trial,
  type TrialOptions,
} from './trial.ts'

/** What an older detector may have left: other facts, and fewer. */
const OUTDATE = `
  DELETE FROM job_fields WHERE field IN ('office_city', 'office_country', 'seniority_level');
  UPDATE jobs SET detector_version = 0, office_city = NULL, office_country = NULL, seniority_level = NULL,
    skills = '[]', language = 'xx', terms = '{}'`

/** Makes all jobs of a folder look as if an older detector had read them. */
function outdate(dataDir: string): void {
  const db = openWriter(databasePaths(dataDir).file)
  db.exec(OUTDATE)
  db.close()
}

/** Rows of the runs themselves, and what is kept of facts that the person corrected and took back, do not count. */
function storedIn(dataDir: string): string[] {
  const passing =
    /^(detection_runs|job_fields \[\d+,"(skills|years_low|years_high|education|visa_sponsorship)","(structured|pattern)")/
  return dumpOf(dataDir).filter(row => !passing.test(row))
}

/** A folder whose jobs were read again by nobody's disturbance says at last what another folder's person says. */
async function correctedLike(other: string, dataDir: string): Promise<void> {
  const said = openFolder(other)
  const rows = said
    .prepare<[], FieldRow & { job_id: number }>("SELECT * FROM job_fields WHERE origin = 'manual'")
    .all()
  said.close()
  const core = await openCore({ dataDir })
  for (const [jobId, words] of Map.groupBy(rows, row => row.job_id)) {
    const facts = Object.fromEntries(
      words.map(({ field, value }) => [field as EditableField, decodeField(field, value)]),
    )
    await core.call('detection.setFacts', { jobId: jobId as never, facts })
  }
  const db = openFolder(dataDir)
  const waiting = db.prepare<[], number>('SELECT count(*) FROM jobs_to_rank').pluck()
  await core.until(() => waiting.get() === 0)
  db.close()
  await core.core.stop()
}

/** Every job was read by the detector of today, and both runs counted every job once. */
function runFaults(dataDir: string): string[] {
  const db = openFolder(dataDir)
  try {
    const jobs = db.prepare<[], number>('SELECT count(*) FROM jobs').pluck().get() ?? 0
    const older = db
      .prepare('SELECT count(*) FROM jobs WHERE detector_version <> ?')
      .pluck()
      .get(DETECTOR_VERSION)
    const runs = db.prepare('SELECT state, total, done, failed FROM detection_runs ORDER BY id').all()
    const [first] = db.prepare('SELECT changed FROM detection_runs ORDER BY id').pluck().all()
    const run = { state: 'succeeded', total: jobs, done: jobs, failed: 0 }
    const found = JSON.stringify({ older, runs, first })
    const wanted = JSON.stringify({ older: 0, runs: [run, run], first: jobs })
    return found === wanted ? [] : [`detected ${found}, expected ${wanted}`]
  } finally {
    db.close()
  }
}

/** Kills the core while it reads jobs again by patterns and a person corrects facts, undoes and works with the jobs. */
export async function crashDetections(options: TrialOptions): Promise<Trial> {
  const trial = emptyTrial()
  const random = createRandom(options.seed ^ 0x165667b1)
  const place = scratch()
  const { rows } = options
  try {
    const start = place.at('start')
    const model = emptyTrial()
    await liveAndLook(model, createFacts(), { dataDir: start, plan: 'still', seed: 1, rows })
    const expected = place.at('expected')
    cpSync(start, expected, { recursive: true })
    outdate(start)
    trial.broken.push(...model.broken.map(fault => `undisturbed: ${fault}`))
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`detect-${trial.folders}`)
      const undisturbed = place.at(`undisturbed-${trial.folders}`)
      cpSync(start, dataDir, { recursive: true })
      cpSync(expected, undisturbed, { recursive: true })
      await killUntilDone(trial, options, { dataDir, plan: 'detect', rows }, 'detect', 5, random)
      if (!sound(trial)) break
      trial.broken.push(...runFaults(dataDir))
      await correctedLike(dataDir, undisturbed)
      trial.broken.push(
        ...differences(storedIn(undisturbed), storedIn(dataDir)).map(
          text => `other than undisturbed: ${text}`,
        ),
      )
    }
  } finally {
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}
