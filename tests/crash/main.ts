// `npm run crash [-- --kills N --seed S --rows R --trial steps|uploads]`: kills the real core with SIGKILL at random moments and looks what is
// left. A seventh of the kills hit campaigns and small imports, a seventh each the steps of runs, documents, the collecting of
// several boards, jobs that are read again and a language model that is asked, the others a larger import with a person
// at work; `--trial` has them all in one of them. The seed gives the same moments again, as far as the machine keeps time. Ends with 1 when anything was lost.
import { parseArgs } from 'node:util'
import { crashQuestions } from './kit/ai-trial.ts'
import { crashDetections } from './kit/detection-trial.ts'
import { crashSteps } from './kit/steps-trial.ts'
import { crashCollects, crashCommands, crashImports, type Trial } from './kit/trial.ts'
import { crashUploads } from './kit/uploads-trial.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    rows: { type: 'string', default: '1500' },
    trial: { type: 'string', default: 'all' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const rows = Number(values.rows)
if (![kills, seed, rows].every(Number.isSafeInteger) || kills < 1 || rows < 30) {
  console.error('Usage: npm run crash -- [--kills N] [--seed S] [--rows R], whole numbers, at least 30 rows')
  process.exit(1)
}

const EVERY = 10
const report = (name: string) => (trial: Trial) => {
  if (trial.kills % EVERY === 0 && trial.kills > 0)
    console.log(
      `${name}: ${trial.kills} kills (${trial.earlyKills} while starting), ${trial.acknowledged} facts acknowledged, ${trial.lost.length} lost, ${trial.broken.length} half-written`,
    )
}

console.log(`Seed ${seed}: ${kills} kills`)
const begun = performance.now()
const each = Math.floor(kills / 7)
/** Jobs to detect or ask about: few enough that a kill often hits a run before its end. */
const JOBS = 60
const DETECTED = 300
/** Rows that are imported in three runs, each of which has to be met in each of its steps. */
const STEP_ROWS = 90
const steps = async (most: number) => {
  const trial = await crashSteps({ kills: most, seed, rows: STEP_ROWS, onKill: report('steps') })
  const hits = Object.entries(trial.hits).map(([step, hit]) => `${step} ${hit}`)
  console.log(`kills by step under way: ${hits.join(', ')}; ${trial.between} between two steps or at a start`)
  return trial
}
const uploads = (most: number) => crashUploads({ kills: most, seed, onKill: report('uploads') })
const everything = async () => [
  await crashImports({ kills: kills - 6 * each, seed, rows, onKill: report('import') }),
  ...(each > 0
    ? [
        await crashCommands({ kills: each, seed, rows, onKill: report('commands') }),
        await crashCollects({ kills: each, seed, rows, onKill: report('collect') }),
        await crashDetections({ kills: each, seed, rows: DETECTED, onKill: report('detect') }),
        await steps(each),
        await uploads(each),
        await crashQuestions({ kills: each, seed, rows: JOBS, onKill: report('ask') }),
      ]
    : []),
]
const only = { steps, uploads }[values.trial]
const trials: Trial[] = only ? [await only(kills)] : await everything()
const sum = (count: (trial: Trial) => number) => trials.reduce((total, trial) => total + count(trial), 0)
for (const text of trials.flatMap(trial => trial.lost)) console.log(`LOST ${text}`)
for (const text of trials.flatMap(trial => trial.broken)) console.log(`HALF ${text}`)
const lost = sum(trial => trial.lost.length)
const broken = sum(trial => trial.broken.length)
console.log(
  `${sum(trial => trial.kills)} kills on ${sum(trial => trial.folders)} data folders, ${sum(trial => trial.acknowledged)} facts acknowledged, ${lost} lost, ${broken} half-written, ${Math.round((performance.now() - begun) / 1000)} s`,
)
process.exitCode = lost + broken === 0 ? 0 : 1
