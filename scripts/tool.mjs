// `node scripts/tool.mjs NAME …`: one of the installed tools, on the project's own Node.
import { prepare } from './lib/prepare.mjs'
import { runScript, Stop } from './lib/project.mjs'
import { runTool } from './lib/tools.mjs'

await runScript(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (!name) throw new Stop('Which tool? Usage: node scripts/tool.mjs NAME [ARGUMENT …]')
  await prepare({ quiet: true, build: false })
  await runTool(name, args)
})
