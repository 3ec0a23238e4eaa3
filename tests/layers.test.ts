import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The layer rules are only worth something if they find what they forbid: a small house in which every one of
// them is broken once, beside everything that is allowed.
const project = resolve(import.meta.dirname, '..')

/** [rule that must speak, importing file, import statement]. */
const forbidden: [string, string, string][] = [
  ['contract-stands-alone', 'main/contract/leak.ts', "import { open } from '../platform/open.ts'"],
  ['contract-stands-alone', 'main/contract/node.ts', "import { join } from 'node:path'"],
  ['platform-below-areas', 'main/platform/up.ts', "import { list } from '../jobs/service.ts'"],
  ['areas-below-app', 'main/jobs/up.ts', "import { core } from '../app/core.ts'"],
  ['app-below-shells', 'main/app/up.ts', "import { shell } from '../shells/terminal/main.ts'"],
  ['shells-apart', 'main/shells/browser/other.ts', "import { shell } from '../terminal/main.ts'"],
  ['area-through-service', 'main/jobs/steal.ts', "import { rows } from '../campaigns/store.ts'"],
  ['area-through-service', 'main/jobs/steal-type.ts', "import type { Row } from '../campaigns/store.ts'"],
  ['rules-are-pure', 'main/jobs/rules/clock.ts', "import { open } from '../../platform/open.ts'"],
  ['rules-are-pure', 'main/jobs/rules/node.ts', "import { readFileSync } from 'node:fs'"],
  ['rules-are-pure', 'main/campaigns/rules.ts', "import { rows } from './store.ts'"],
  [
    'pages-know-the-contract',
    'renderer/src/reach.tsx',
    "import type { Row } from '../../main/jobs/store.ts'",
  ],
  ['pages-know-the-contract', 'preload/index.ts', "import { open } from '../main/platform/open.ts'"],
  ['pages-without-node', 'renderer/src/node.ts', "import { join } from 'node:path'"],
  ['main-without-pages', 'main/app/page.ts', "import { page } from '../../renderer/src/page.tsx'"],
  ['electron-in-its-shell', 'main/platform/window.ts', "import { app } from 'electron'"],
  ['electron-in-its-shell', 'renderer/src/window.ts', "import type { App } from 'electron'"],
  ['sqlite-in-db', 'main/jobs/driver.ts', "import Database from 'better-sqlite3'"],
  ['tests-stay-tests', 'main/jobs/borrow.ts', "import { list } from './service.test.ts'"],
  ['resolvable', 'main/jobs/nowhere.ts', "import { gone } from './gone.ts'"],
  ['no-cycles', 'main/jobs/egg.ts', "import type { Hen } from './hen.ts'"],
]

const allowed: [string, string][] = [
  ['main/contract/values.ts', "import { z } from 'zod'"],
  ['main/platform/open.ts', "import { z } from '../contract/values.ts'"],
  ['main/platform/db/connection.ts', "import Database from 'better-sqlite3'"],
  ['main/campaigns/store.ts', "import { open } from '../platform/open.ts'"],
  ['main/campaigns/service.ts', "import { rows } from './store.ts'"],
  ['main/jobs/store.ts', "import { open } from '../platform/open.ts'"],
  ['main/jobs/rules/rank.ts', "import { z } from '../../contract/values.ts'"],
  ['main/jobs/service.ts', "import { campaigns } from '../campaigns/service.ts'"],
  ['main/jobs/service.test.ts', "import { rows } from '../campaigns/store.ts'"],
  ['main/jobs/hen.ts', "import type { Egg } from './egg.ts'"],
  ['main/runs/service.ts', "import { rank } from '../jobs/rules/rank.ts'"],
  ['main/app/core.ts', "import { list } from '../jobs/service.ts'"],
  ['main/shells/terminal/main.ts', "import { core } from '../../app/core.ts'"],
  ['main/shells/desktop/main.ts', "import { app } from 'electron'"],
  ['preload/bridge.ts', "import { contextBridge } from 'electron'"],
  ['renderer/src/page.tsx', "import type { z } from '../../main/contract/values.ts'"],
]

let house: string
let found: Set<string>

function write(path: string, text: string): void {
  const file = join(house, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function cruise(): Set<string> {
  const tool = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(project, '.dependency-cruiser.cjs')
  const args = [tool, 'main', 'preload', 'renderer', '--config', config, '--output-type', 'json']
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' })
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  return new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'rolecall-layers-'))
  write('package.json', '{"type": "module"}')
  for (const name of ['zod', 'electron', 'better-sqlite3']) {
    write(`node_modules/${name}/package.json`, `{"name": "${name}", "main": "index.js"}`)
    write(`node_modules/${name}/index.js`, '')
  }
  for (const [path, line] of [...allowed, ...forbidden.map(([, path, line]) => [path, line] as const)])
    write(path, `${line}\n`)
  found = cruise()
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(forbidden)('%s is found in %s: %s', (rule, path) => {
  expect([...found]).toContain(`${rule}: ${path}`)
})

test('what is allowed is left alone', () => {
  const quiet = allowed.map(([path]) => path).filter(path => path !== 'main/jobs/hen.ts')
  expect([...found].filter(line => quiet.some(path => line.endsWith(`: ${path}`)))).toEqual([])
})
