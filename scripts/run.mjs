// `node scripts/run.mjs FILE …`: prepares, then runs one file of the project (TypeScript too) on its own Node.

import { runFile } from './lib/node.mjs'
import { prepare } from './lib/prepare.mjs'
import { at, runScript, Stop } from './lib/project.mjs'

await runScript(async () => {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Stop('Which file? Usage: node scripts/run.mjs FILE [ARGUMENT …]')
  await prepare({ quiet: true })
  await runFile(at(file), args)
})
