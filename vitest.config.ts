import { defineConfig } from 'vitest/config'

/** One project a kind of test, so that each can be run alone: `npx vitest run --project unit`. */
const project = (name: string, include: string[], timeout = 10_000, exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, testTimeout: timeout, hookTimeout: Math.max(timeout, 20_000) },
})

/** Tests that open real databases: slower, and worth running by themselves. */
const databaseTests = [
  'main/platform/db/**/*.test.ts',
  'main/**/store*.test.ts',
  'tests/database/**/*.test.ts',
]

/** Playwright's. */
const inTheBrowser = ['tests/{e2e,electron-double,electron,visual}/**']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    environment: 'node',
    watch: false,
    projects: [
      project(
        'unit',
        ['{main,preload,renderer,scripts}/**/*.test.{ts,tsx,mjs}', 'tests/*.test.ts'],
        10_000,
        databaseTests,
      ),
      project('database', databaseTests, 30_000),
      // Whatever spans areas and has no kind of its own, so that no test is ever left out.
      project('contract', ['tests/*/**/*.test.ts'], 30_000, ['tests/{crash,database}/**', ...inTheBrowser]),
      project('crash', ['tests/crash/**/*.test.ts'], 120_000),
    ],
  },
})
