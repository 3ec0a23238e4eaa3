// `npm test`: everything that must hold, with one line a stage and the totals at the end.
// `npm test -- --only unit,e2e` runs some stages; `--list` names them.
import { ensureChromium } from './lib/chromium.mjs'
import { electronBinary, noWindowBecause } from './lib/electron.mjs'
import { prepare } from './lib/prepare.mjs'
import { runScript, Stop, seconds } from './lib/project.mjs'
import { stages } from './lib/stages.mjs'

const say = line => console.log(line)
const needsBuild = new Set(['database', 'contract', 'crash', 'e2e', 'double', 'electron'])

function chosenStages(args) {
  const [option, names, ...rest] = args
  if (args.length === 0) return stages
  const known = stages.map(stage => stage.name)
  if (option === '--list') throw new Stop(known.join('\n'), 0)
  const wanted = option?.startsWith('--only=')
    ? option.slice(7).split(',')
    : option === '--only' && names
      ? names.split(',')
      : []
  const unknown = wanted.filter(name => !known.includes(name))
  if (wanted.length === 0 || unknown.length > 0 || rest.length > 0)
    throw new Stop(`Usage: npm test [-- --only ${known.join(',')}]`)
  return stages.filter(stage => wanted.includes(stage.name))
}

async function runStage(stage, context) {
  const start = performance.now()
  const result = await stage.run(context)
  const word = result.skipped ? 'skip' : result.ok ? 'ok' : 'FAIL'
  const detail = result.skipped ?? (result.counts ? totals(result.counts) : '')
  if (!result.ok) say(`\n${result.output.trimEnd()}\n`)
  say(`${word.padEnd(5)} ${stage.name.padEnd(10)} ${seconds(start).padStart(8)}  ${detail}`.trimEnd())
  return { ...result, name: stage.name }
}

/** Static checks go two at a time; whatever measures time or loads the machine runs alone. */
async function runAll(chosen, context) {
  const results = []
  const together = chosen.filter(stage => !stage.alone)
  const lane = async () => {
    for (let stage = together.shift(); stage; stage = together.shift())
      results.push(await runStage(stage, context))
  }
  await Promise.all([lane(), lane()])
  for (const stage of chosen.filter(stage => stage.alone)) results.push(await runStage(stage, context))
  return results
}

const totals = ({ passed, failed, skipped, again = 0 }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${again > 0 ? `, ${again} at the second try` : ''}`

const electronHere = () => {
  const path = electronBinary()
  const obstacle = path ? noWindowBecause() : "Electron's program is not here (npm start fetches it)"
  return obstacle ? { reason: obstacle } : { path }
}

await runScript(async () => {
  const chosen = chosenStages(process.argv.slice(2))
  const start = performance.now()
  await prepare({ build: chosen.some(stage => needsBuild.has(stage.name)) })
  const browser = chosen.some(stage => stage.name === 'e2e' || stage.name === 'double')
  const chromium = browser ? await ensureChromium({ say }) : {}
  const results = await runAll(chosen, { chromium, electron: electronHere() })
  const failed = results.filter(result => !result.ok).map(result => result.name)
  const sum = key => results.reduce((total, result) => total + (result.counts?.[key] ?? 0), 0)
  say(
    `\n${failed.length === 0 ? 'Every stage is green' : `Failed: ${failed.join(', ')}`} (${seconds(start)}).`,
  )
  if (results.some(result => result.counts))
    say(totals({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }))
  if (failed.length > 0) process.exitCode = 1
})
