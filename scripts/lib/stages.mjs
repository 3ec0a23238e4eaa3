// The stages of `npm test`: what each runs, and how its result is read.
import { mkdirSync, rmSync } from 'node:fs'
import { at, readJson } from './project.mjs'
import { captureTool } from './tools.mjs'

const results = at('test-results')

/**
 * @typedef {{passed: number, failed: number, skipped: number, again?: number}} Counts `again`: passed at a second try
 * @typedef {{ok: boolean, output: string, counts?: Counts, skipped?: string}} Result
 * @typedef {{name: string, alone: boolean, run: (context: {chromium: {path?: string, reason?: string}, electron: {path?: string, reason?: string}}) => Promise<Result>}} Stage
 */

const check = (name, tool, args) => ({
  name,
  alone: false,
  run: async () => {
    const { code, output } = await captureTool(tool, args)
    return { ok: code === 0, output }
  },
})

/** @param env further variables, such as those that make the threads start from what was built */
const vitest = (name, env = {}) => ({
  name,
  alone: true,
  run: async () => {
    const file = reportFile(name)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code, output } = await captureTool('vitest', ['run', '--project', name, ...reporters], { env })
    const report = readJson(file)
    const counts = report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles(report),
      skipped: report.numPendingTests + report.numTodoTests,
    }
    return judged(code, output, counts)
  },
})

// A file that could not even be loaded has no failed test in it.
const brokenFiles = report =>
  report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length

const playwright = (name, missing) => ({
  name,
  alone: true,
  run: async context => {
    const reason = missing(context)
    if (reason?.skip) return { ok: true, output: '', skipped: reason.skip }
    if (reason?.fail) return judged(1, `${reason.fail}\n`, undefined)
    const file = reportFile(name)
    const { code, output } = await captureTool(
      'playwright',
      ['test', `--project=${name}`, '--reporter=line,json'],
      {
        env: {
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
          NO_COLOR: undefined, // Playwright decides for its workers, and Node warns where the two disagree.
          ...(context.chromium.path ? { CHROMIUM_PATH: context.chromium.path } : {}),
          ...(context.electron.path ? { ELECTRON_BINARY: context.electron.path } : {}),
        },
      },
    )
    const stats = readJson(file)?.stats
    const counts = stats && {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      again: stats.flaky,
    }
    return judged(code, output, counts)
  },
})

const needsChromium = ({ chromium }) =>
  chromium.path ? undefined : { fail: `This stage needs a browser: ${chromium.reason}` }
const needsElectron = ({ electron }) => (electron.path ? undefined : { skip: electron.reason })

function reportFile(name) {
  mkdirSync(results, { recursive: true })
  const file = at('test-results', `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** A run that ends badly without naming a test counts as one failure: the totals never hide it. */
function judged(code, output, counts = { passed: 0, failed: 0, skipped: 0 }) {
  if (code !== 0 && counts.failed === 0) return { ok: false, output, counts: { ...counts, failed: 1 } }
  if (counts.passed + counts.failed + counts.skipped === 0)
    return { ok: false, output: `${output}\nNo test was found.\n`, counts: { ...counts, failed: 1 } }
  return { ok: code === 0 && counts.failed === 0, output, counts }
}

const builtThreads = { ROLECALL_BUILT_THREADS: at('out', 'main') }

/** Every stage, in the order in which they run. Those that are not `alone` may run two at a time. @type {Stage[]} */
export const stages = [
  check('types', 'tsc', ['-p', '.', '--noEmit']),
  check('biome', 'biome', ['check', '.']),
  check('layers', 'depcruise', ['main', 'preload', 'renderer', '--config', '.dependency-cruiser.cjs']),
  check('knip', 'knip', []),
  vitest('unit'),
  vitest('database', builtThreads),
  vitest('contract', builtThreads),
  vitest('crash', builtThreads),
  playwright('e2e', needsChromium),
  playwright('double', needsChromium),
  playwright('electron', needsElectron),
]
