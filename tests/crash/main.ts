// `npm run crash [-- --kills N --seed S --rows R]`: kills the real core with SIGKILL at random moments and looks what is
// left. A quarter of the kills hit campaigns, uploads and small imports, a quarter the collecting of several boards, the
// others a larger import with a person at work. The seed gives the same moments again, as far as the machine keeps time. Ends with 1 when anything was lost.
import { parseArgs } from 'node:util'
import { crashCollects, crashCommands, crashImports, type Trial } from './kit/trial.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    rows: { type: 'string', default: '1500' },
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
const inCommands = Math.floor(kills / 4)
const trials = [
  await crashImports({ kills: kills - 2 * inCommands, seed, rows, onKill: report('import') }),
  ...(inCommands > 0
    ? [
        await crashCommands({ kills: inCommands, seed, rows, onKill: report('commands') }),
        await crashCollects({ kills: inCommands, seed, rows, onKill: report('collect') }),
      ]
    : []),
]
const sum = (count: (trial: Trial) => number) => trials.reduce((total, trial) => total + count(trial), 0)
for (const text of trials.flatMap(trial => trial.lost)) console.log(`LOST ${text}`)
for (const text of trials.flatMap(trial => trial.broken)) console.log(`HALF ${text}`)
const lost = sum(trial => trial.lost.length)
const broken = sum(trial => trial.broken.length)
console.log(
  `${sum(trial => trial.kills)} kills on ${sum(trial => trial.folders)} data folders, ${sum(trial => trial.acknowledged)} facts acknowledged, ${lost} lost, ${broken} half-written, ${Math.round((performance.now() - begun) / 1000)} s`,
)
process.exitCode = lost + broken === 0 ? 0 : 1
