// `npm run -s rolecall -- COMMAND …`: the terminal shell. Standard output belongs to the command's answer.
import { chdir } from 'node:process'
import { runFile } from './lib/node.mjs'
import { prepare } from './lib/prepare.mjs'
import { at, runScript, typedIn } from './lib/project.mjs'

await runScript(async () => {
  await prepare({ quiet: true })
  chdir(typedIn)
  await runFile(at('out', 'main', 'terminal.js'), process.argv.slice(2))
})
