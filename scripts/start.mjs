// `npm start`: installs what is missing, builds what changed, and starts the shell that can run here.
import { electronArguments, electronBinary, fetchElectron, noWindowBecause } from './lib/electron.mjs'
import { checkStarter, projectEnv, runFile } from './lib/node.mjs'
import { help, readOptions } from './lib/options.mjs'
import { prepare } from './lib/prepare.mjs'
import { endWithParent, handOver } from './lib/processes.mjs'
import { at, root, runScript, Stop, speaker } from './lib/project.mjs'

const say = speaker(false)

/** Why the desktop shell cannot start, or undefined when it can; fetches Electron if need be. */
async function desktopObstacle(asked) {
  const noWindow = noWindowBecause()
  if (noWindow) return noWindow
  const refused = await fetchElectron({ say, insist: asked })
  return refused && `Electron could not be fetched: ${refused}`
}

async function chooseShell(asked) {
  if (asked === 'browser') return 'browser'
  const obstacle = await desktopObstacle(asked === 'desktop')
  if (!obstacle) return 'desktop'
  if (asked === 'desktop')
    throw new Stop(
      `The desktop shell cannot start because ${obstacle}.\nThe browser shell can: npm start -- --shell browser`,
    )
  say(`The desktop shell cannot start because ${obstacle}; starting the browser shell.`)
  return 'browser'
}

await runScript(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return console.log(help)
  checkStarter()
  endWithParent()
  await prepare()
  const shell = await chooseShell(options.shell)
  if (shell === 'browser') return runFile(at('out', 'main', 'browser.js'), options.forward)
  return handOver(electronBinary(), [...electronArguments(), ...options.forward], {
    cwd: root,
    env: projectEnv(),
  })
})
