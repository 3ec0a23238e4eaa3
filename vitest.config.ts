import { defineConfig } from 'vitest/config'

/** One project a kind of test, so that each can be run alone: `npx vitest run --project unit`. */
const project = (name: string, timeout: number, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, testTimeout: timeout, hookTimeout: 2 * timeout },
})

/** Decisions without disk or database. */
const pure = ['main/contract/**/*.test.ts', 'main/*/rules.test.ts', 'main/*/rules/**/*.test.ts']
/** Playwright's. */
const inTheBrowser = 'tests/{e2e,electron-double,electron,visual}/**'

// Each project takes what is left by the one before, so that no test file is ever left out.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    environment: 'node',
    watch: false,
    projects: [
      project('unit', 15_000, [
        ...pure,
        '{preload,renderer,scripts}/**/*.test.{ts,tsx,mjs}',
        'tests/*.test.ts',
      ]),
      project('database', 30_000, ['main/**/*.test.ts', 'tests/database/**/*.test.ts'], pure),
      project('contract', 30_000, ['tests/*/**/*.test.ts'], ['tests/{crash,database}/**', inTheBrowser]),
      project('crash', 120_000, ['tests/crash/**/*.test.ts']),
    ],
  },
})
