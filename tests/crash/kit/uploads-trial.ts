import { documentFaults } from './document-files.ts'
import { createRandom } from './random.ts'
import { emptyTrial, killUntilDone, scratch, sound, type Trial, type TrialOptions } from './trial.ts'

/** Kills while files are uploaded, replaced and removed: rows and files have to be in step after every start. */

const KILLS_A_FOLDER = 12

export async function crashUploads(options: Omit<TrialOptions, 'rows'>): Promise<Trial> {
  const trial = emptyTrial()
  const random = createRandom(options.seed ^ 0x165667b1)
  const place = scratch()
  try {
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`uploads-${trial.folders}`)
      await killUntilDone(
        trial,
        { ...options, rows: 0 },
        { dataDir, plan: 'documents', rows: 0 },
        'settle',
        KILLS_A_FOLDER,
        random,
        // After a kill a file may wait for its row; after a whole life that ended in order, none does.
        (db, done) => documentFaults(db, dataDir, done),
      )
    }
  } finally {
    // What went wrong is kept for a look.
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}
