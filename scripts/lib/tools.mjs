// The command-line tools of node_modules, started as scripts of the project's own Node.
import { projectEnv, projectNode } from './node.mjs'
import { capture, handOver } from './processes.mjs'
import { at, readJson, root, Stop } from './project.mjs'

const packages = {
  biome: '@biomejs/biome',
  depcruise: 'dependency-cruiser',
  'electron-vite': 'electron-vite',
  knip: 'knip',
  playwright: '@playwright/test',
  tsc: 'typescript',
  vitest: 'vitest',
}

/** Path of the script behind a tool's command. */
function toolScript(name) {
  const folder = packages[name]
  if (!folder) throw new Stop(`Unknown tool: ${name}. Known: ${Object.keys(packages).join(', ')}`)
  const { bin } = readJson(at('node_modules', folder, 'package.json')) ?? {}
  const inside = typeof bin === 'string' ? bin : bin?.[name]
  if (!inside)
    throw new Stop(
      `${folder} is not installed as it should be; delete node_modules and run the command again.`,
    )
  return at('node_modules', folder, inside)
}

// A tool that writes into a pipe would guess; its output ends where ours goes.
const colours = () => (process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' })

/** Runs a tool to its end; see `capture` for the options and the answer. */
export const captureTool = (name, args, { env, ...options } = {}) =>
  capture(projectNode(), [toolScript(name), ...args], {
    cwd: root,
    env: projectEnv({ ...colours(), ...env }),
    ...options,
  })

/** Runs a tool in this script's place. */
export const runTool = (name, args) =>
  handOver(projectNode(), [toolScript(name), ...args], { cwd: root, env: projectEnv() })
